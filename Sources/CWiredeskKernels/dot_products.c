#include "dot_products.h"

enum { inputs = 192 };

// Unsigned sums, because those may wrap around.
static void portable(const int16_t *vector, const int16_t *weights, int32_t *sums, int32_t rows) {
    for (int32_t row = 0; row < rows; row++) {
        uint32_t sum = 0;
        for (int32_t index = 0; index < inputs; index++) {
            sum += (uint32_t)((int32_t)vector[index] * weights[row * inputs + index]);
        }
        sums[row] = (int32_t)sum;
    }
}

#if defined(__x86_64__)

#include <immintrin.h>

// Four rows at a time, which share what is loaded and the sum over the lanes.
__attribute__((target("avx2"))) static int32_t wide(
    const int16_t *vector, const int16_t *weights, int32_t *sums, int32_t rows) {
    int32_t row = 0;
    for (; row + 4 <= rows; row += 4) {
        const int16_t *start = weights + row * inputs;
        __m256i sum0 = _mm256_setzero_si256(), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (int32_t index = 0; index < inputs; index += 16) {
            __m256i values = _mm256_loadu_si256((const __m256i *)(vector + index));
            const int16_t *at = start + index;
            sum0 = _mm256_add_epi32(sum0, _mm256_madd_epi16(values, _mm256_loadu_si256((const __m256i *)at)));
            at += inputs;
            sum1 = _mm256_add_epi32(sum1, _mm256_madd_epi16(values, _mm256_loadu_si256((const __m256i *)at)));
            at += inputs;
            sum2 = _mm256_add_epi32(sum2, _mm256_madd_epi16(values, _mm256_loadu_si256((const __m256i *)at)));
            at += inputs;
            sum3 = _mm256_add_epi32(sum3, _mm256_madd_epi16(values, _mm256_loadu_si256((const __m256i *)at)));
        }
        __m256i lanes = _mm256_hadd_epi32(_mm256_hadd_epi32(sum0, sum1), _mm256_hadd_epi32(sum2, sum3));
        __m128i total = _mm_add_epi32(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1));
        _mm_storeu_si128((__m128i *)(sums + row), total);
    }
    return row;
}

#endif

void wiredesk_dot_products(const int16_t *vector, const int16_t *weights, int32_t *sums, int32_t rows) {
    int32_t done = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) done = wide(vector, weights, sums, rows);
#endif
    portable(vector, weights + done * inputs, sums + done, rows - done);
}
