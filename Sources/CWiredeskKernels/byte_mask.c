#include "byte_mask.h"

static void portable(
    const uint8_t *bytes, size_t count, const uint8_t *low, const uint8_t *high, uint64_t *mask) {
    for (size_t start = 0; start < count; start += 64) {
        size_t size = count - start < 64 ? count - start : 64;
        uint64_t bits = 0;
        for (size_t index = 0; index < size; index++) {
            uint8_t byte = bytes[start + index];
            bits |= (uint64_t)((low[byte & 15] & high[byte >> 4]) != 0) << index;
        }
        mask[start / 64] = bits;
    }
}

#if defined(__x86_64__)

#include <immintrin.h>

__attribute__((target("avx2"))) static uint32_t others(__m256i bytes, __m256i low, __m256i high) {
    const __m256i half = _mm256_set1_epi8(0x0F);
    __m256i first = _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half));
    __m256i second = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
    __m256i common = _mm256_and_si256(first, second);
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(common, _mm256_setzero_si256()));
}

// As many whole words of the mask as there are; returns how many bytes those cover.
__attribute__((target("avx2"))) static size_t wide(
    const uint8_t *bytes, size_t count, const uint8_t *low, const uint8_t *high, uint64_t *mask) {
    __m256i lows = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)low));
    __m256i highs = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)high));
    size_t start = 0;
    for (; start + 64 <= count; start += 64) {
        uint64_t first = others(_mm256_loadu_si256((const __m256i *)(bytes + start)), lows, highs);
        uint64_t second = others(_mm256_loadu_si256((const __m256i *)(bytes + start + 32)), lows, highs);
        mask[start / 64] = ~(second << 32 | first);
    }
    return start;
}

#endif

void wiredesk_byte_mask(
    const uint8_t *bytes, size_t count, const uint8_t *low, const uint8_t *high, uint64_t *mask) {
    size_t done = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) done = wide(bytes, count, low, high, mask);
#endif
    portable(bytes + done, count - done, low, high, mask + done / 64);
}
