#include "tree_ensemble.h"

#include <math.h>
#include <string.h>

enum { lanes = WIREDESK_ENSEMBLE_LANES, leaves = WIREDESK_ENSEMBLE_LEAVES };

// Splits of a feature that are looked at before it is asked whether the rest matter.
enum { run = 8 };

void wiredesk_score_ensemble_portable(
    const wiredesk_ensemble *ensemble, const float *rows, uint32_t *left, float *scores) {
    memset(left, 0xFF, sizeof(uint32_t) * lanes * (size_t)ensemble->trees);
    for (int32_t index = 0; index < ensemble->feature_count; index++) {
        wiredesk_tree_feature feature = ensemble->features[index];
        const float *row = rows + feature.index * lanes;
        for (int32_t split = feature.first; split < feature.end; split++) {
            wiredesk_tree_split test = ensemble->splits[split];
            for (int lane = 0; lane < lanes; lane++) {
                if (!(row[lane] <= test.threshold)) left[test.tree * lanes + lane] &= test.right;
            }
        }
    }
    for (int lane = 0; lane < lanes; lane++) {
        float sum = 0;
        for (int32_t tree = 0; tree < ensemble->trees; tree++) {
            sum += ensemble->values[tree * leaves + __builtin_ctz(left[tree * lanes + lane])];
            if ((tree + 1) % ensemble->checkpoints == 0 && fabsf(sum) > ensemble->certain) break;
        }
        scores[lane] = sum;
    }
}

#if defined(__x86_64__)

#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

// Strikes out the leaves that each row does not reach.
WIDE static inline void strike_out(const wiredesk_ensemble *ensemble, const float *rows, uint32_t *left) {
    for (int32_t index = 0; index < ensemble->feature_count; index++) {
        wiredesk_tree_feature feature = ensemble->features[index];
        __m256 row = _mm256_loadu_ps(rows + feature.index * lanes);
        for (int32_t first = feature.first; first < feature.end; first += run) {
            // Where all rows go left they do so at every higher threshold; most features are no in all rows.
            __m256 lowest = _mm256_set1_ps(ensemble->splits[first].threshold);
            if (_mm256_movemask_ps(_mm256_cmp_ps(row, lowest, _CMP_LE_OQ)) == 0xFF) break;
            int32_t end = first + run < feature.end ? first + run : feature.end;
            for (int32_t split = first; split < end; split++) {
                wiredesk_tree_split test = ensemble->splits[split];
                __m256i goes_left =
                    _mm256_castps_si256(_mm256_cmp_ps(row, _mm256_set1_ps(test.threshold), _CMP_LE_OQ));
                __m256i kept = _mm256_or_si256(goes_left, _mm256_set1_epi32((int32_t)test.right));
                __m256i *place = (__m256i *)(left + test.tree * lanes);
                _mm256_storeu_si256(place, _mm256_and_si256(_mm256_loadu_si256(place), kept));
            }
        }
    }
}

// Which is the lowest bit that is set.
WIDE static inline __m256i lowest_bit(__m256i bits) {
    __m256i lowest = _mm256_and_si256(bits, _mm256_sub_epi32(_mm256_setzero_si256(), bits));
    // A power of two has its exponent in a floating-point number; the highest bit makes it negative, which does no harm.
    __m256i exponent = _mm256_srli_epi32(_mm256_castps_si256(_mm256_cvtepi32_ps(lowest)), 23);
    return _mm256_sub_epi32(_mm256_and_si256(exponent, _mm256_set1_epi32(0xFF)), _mm256_set1_epi32(127));
}

WIDE static void wide(const wiredesk_ensemble *ensemble, const float *rows, uint32_t *left, float *scores) {
    memset(left, 0xFF, sizeof(uint32_t) * lanes * (size_t)ensemble->trees);
    strike_out(ensemble, rows, left);
    __m256 sum = _mm256_setzero_ps(), kept = sum, undecided = _mm256_castsi256_ps(_mm256_set1_epi32(-1));
    __m256 certain = _mm256_set1_ps(ensemble->certain), sign = _mm256_set1_ps(-0.0f);
    for (int32_t tree = 0; tree < ensemble->trees; tree++) {
        __m256i leaf = lowest_bit(_mm256_loadu_si256((const __m256i *)(left + tree * lanes)));
        sum = _mm256_add_ps(sum, _mm256_i32gather_ps(ensemble->values + tree * leaves, leaf, sizeof(float)));
        if ((tree + 1) % ensemble->checkpoints != 0) continue;
        kept = _mm256_blendv_ps(kept, sum, undecided);
        __m256 open = _mm256_cmp_ps(_mm256_andnot_ps(sign, sum), certain, _CMP_LE_OQ);
        undecided = _mm256_and_ps(undecided, open);
        if (_mm256_movemask_ps(undecided) == 0) break;
    }
    _mm256_storeu_ps(scores, _mm256_blendv_ps(kept, sum, undecided));
}

#endif

void wiredesk_score_ensemble(const wiredesk_ensemble *ensemble, const float *rows, uint32_t *left, float *scores) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        wide(ensemble, rows, left, scores);
        return;
    }
#endif
    wiredesk_score_ensemble_portable(ensemble, rows, left, scores);
}
