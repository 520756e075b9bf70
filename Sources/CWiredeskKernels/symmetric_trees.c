#include "symmetric_trees.h"

enum { lanes = WIREDESK_TREE_LANES, depth = WIREDESK_TREE_DEPTH };

void wiredesk_score_rows_portable(const uint8_t *rows, const wiredesk_tree *trees, int32_t count, int16_t *sums) {
    for (int lane = 0; lane < lanes; lane++) sums[lane] = 0;
    for (const wiredesk_tree *tree = trees; tree < trees + count; tree++) {
        uint8_t leaf[lanes] = {0};
        for (int level = 0; level < depth; level++) {
            const wiredesk_tree_test *test = &tree->tests[level];
            const uint8_t *number = rows + test->offset;
            for (int lane = 0; lane < lanes; lane++) {
                leaf[lane] |= (uint8_t)(((number[lane] & test->mask) >= test->least) << level);
            }
        }
        for (int lane = 0; lane < lanes; lane++) sums[lane] = (int16_t)(sums[lane] + tree->leaves[leaf[lane]]);
    }
}

#if defined(__x86_64__)

#include <immintrin.h>

#define WIDE __attribute__((target("avx2")))

// All bits of the lanes whose number passes the test.
WIDE static inline __attribute__((always_inline)) __m256i passes(
    const uint8_t *rows, const wiredesk_tree_test *test) {
    __m256i number = _mm256_loadu_si256((const __m256i *)(rows + test->offset));
    number = _mm256_and_si256(number, _mm256_set1_epi8((char)test->mask));
    return _mm256_cmpeq_epi8(_mm256_max_epu8(number, _mm256_set1_epi8((char)test->least)), number);
}

WIDE static inline __attribute__((always_inline)) __m256i sixteen(const int8_t *leaves, __m256i index) {
    return _mm256_shuffle_epi8(
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)leaves)), index);
}

WIDE static void wide(const uint8_t *rows, const wiredesk_tree *trees, int32_t count, int16_t *sums) {
    __m256i low = _mm256_setzero_si256(), high = low;
    for (const wiredesk_tree *tree = trees; tree < trees + count; tree++) {
        __m256i index = _mm256_and_si256(passes(rows, &tree->tests[0]), _mm256_set1_epi8(1));
        for (int level = 1; level < 4; level++) {
            __m256i bit = _mm256_set1_epi8((char)(1 << level));
            index = _mm256_or_si256(index, _mm256_and_si256(passes(rows, &tree->tests[level]), bit));
        }
        __m256i fifth = passes(rows, &tree->tests[4]);
        __m256i first = _mm256_blendv_epi8(sixteen(tree->leaves, index), sixteen(tree->leaves + 16, index), fifth);
        __m256i second =
            _mm256_blendv_epi8(sixteen(tree->leaves + 32, index), sixteen(tree->leaves + 48, index), fifth);
        __m256i leaf = _mm256_blendv_epi8(first, second, passes(rows, &tree->tests[5]));
        low = _mm256_add_epi16(low, _mm256_cvtepi8_epi16(_mm256_castsi256_si128(leaf)));
        high = _mm256_add_epi16(high, _mm256_cvtepi8_epi16(_mm256_extracti128_si256(leaf, 1)));
    }
    _mm256_storeu_si256((__m256i *)sums, low);
    _mm256_storeu_si256((__m256i *)(sums + 16), high);
}

#endif

void wiredesk_score_rows(const uint8_t *rows, const wiredesk_tree *trees, int32_t count, int16_t *sums) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        wide(rows, trees, count, sums);
        return;
    }
#endif
    wiredesk_score_rows_portable(rows, trees, count, sums);
}
