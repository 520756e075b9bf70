#include "text_units.h"

// What continues a character begins with the bits 10; what takes two UTF-16 units begins with 1111.
static int32_t portable(const uint8_t *bytes, bool utf16) {
    int32_t units = 0;
    for (int index = 0; index < 64; index++) {
        units += (bytes[index] & 0xC0) != 0x80;
        units += utf16 && bytes[index] >= 0xF0;
    }
    return units;
}

#if defined(__x86_64__)

#include <immintrin.h>

__attribute__((target("avx2,popcnt"))) static int32_t wide(const uint8_t *bytes, bool utf16) {
    __m256i first = _mm256_loadu_si256((const __m256i *)bytes);
    __m256i second = _mm256_loadu_si256((const __m256i *)(bytes + 32));
    // As signed numbers, what continues is below -64, and what takes two units is from -16 to -1.
    const __m256i continuing = _mm256_set1_epi8(-65);
    int32_t units =
        __builtin_popcount((unsigned)_mm256_movemask_epi8(_mm256_cmpgt_epi8(first, continuing))) +
        __builtin_popcount((unsigned)_mm256_movemask_epi8(_mm256_cmpgt_epi8(second, continuing)));
    if (utf16) {
        const __m256i single = _mm256_set1_epi8((char)0xEF);
        units += __builtin_popcount((unsigned)_mm256_movemask_epi8(
                     _mm256_and_si256(_mm256_cmpgt_epi8(first, single), first))) +
                 __builtin_popcount((unsigned)_mm256_movemask_epi8(
                     _mm256_and_si256(_mm256_cmpgt_epi8(second, single), second)));
    }
    return units;
}

__attribute__((target("avx2,popcnt"))) static void countWide(
    const uint8_t *bytes, size_t blocks, bool utf16, int32_t *checkpoints) {
    for (size_t block = 0; block < blocks; block++) {
        checkpoints[block + 1] = checkpoints[block] + wide(bytes + 64 * block, utf16);
    }
}

#endif

void wiredesk_count_units(const uint8_t *bytes, size_t blocks, bool utf16, int32_t *checkpoints) {
    checkpoints[0] = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        countWide(bytes, blocks, utf16, checkpoints);
        return;
    }
#endif
    for (size_t block = 0; block < blocks; block++) {
        checkpoints[block + 1] = checkpoints[block] + portable(bytes + 64 * block, utf16);
    }
}
