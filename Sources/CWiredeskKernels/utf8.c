#include "utf8.h"

#include <stdbool.h>
#include <string.h>

static size_t portable(const uint8_t *bytes, size_t count) {
    size_t scan = 0;
    for (; scan + 64 <= count; scan += 64) {
        uint64_t words[8];
        memcpy(words, bytes + scan, 64);
        uint64_t all = 0;
        for (int index = 0; index < 8; index++) all |= words[index];
        if (all & 0x8080808080808080) break;
    }
    return scan;
}

#if defined(__x86_64__)

#include <immintrin.h>

// What is wrong with a pair of bytes, by three tables of half a byte each (Keiser and Lemire, "Validating UTF-8 in less
// than one instruction per byte", 2021). A pair is wrong where all three agree; the top bit is no error but says that
// both bytes continue a character, which the second and third before them must ask for.
enum {
    tooShort = 1 << 0,
    tooLong = 1 << 1,
    overlong3 = 1 << 2,
    tooLarge = 1 << 3,
    surrogate = 1 << 4,
    overlong2 = 1 << 5,
    tooLarge1000 = 1 << 6,
    overlong4 = 1 << 6,
    twoContinue = 1 << 7,
    always = tooShort | tooLong | twoContinue
};

#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

__attribute__((target("avx2"))) static inline __m256i halves(__m256i bytes) {
    return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

// The bytes with those so many before them in front.
#define PREVIOUS(input, before, distance) \
    _mm256_alignr_epi8(input, _mm256_permute2x128_si256(before, input, 0x21), 16 - (distance))

__attribute__((target("avx2"))) static inline __m256i errors(__m256i input, __m256i before) {
    const __m256i firstHigh = TABLE(
        tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, (char)twoContinue, (char)twoContinue,
        (char)twoContinue, (char)twoContinue, tooShort | overlong2, tooShort, tooShort | overlong3 | surrogate,
        tooShort | tooLarge | tooLarge1000 | overlong4);
    const __m256i firstLow = TABLE(
        (char)(always | overlong3 | overlong2 | overlong4), (char)(always | overlong2), (char)always, (char)always,
        (char)(always | tooLarge), (char)(always | tooLarge | tooLarge1000), (char)(always | tooLarge | tooLarge1000),
        (char)(always | tooLarge | tooLarge1000), (char)(always | tooLarge | tooLarge1000),
        (char)(always | tooLarge | tooLarge1000), (char)(always | tooLarge | tooLarge1000),
        (char)(always | tooLarge | tooLarge1000), (char)(always | tooLarge | tooLarge1000),
        (char)(always | tooLarge | tooLarge1000 | surrogate), (char)(always | tooLarge | tooLarge1000),
        (char)(always | tooLarge | tooLarge1000));
    const __m256i secondHigh = TABLE(
        tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort,
        (char)(tooLong | overlong2 | twoContinue | overlong3 | tooLarge1000 | overlong4),
        (char)(tooLong | overlong2 | twoContinue | overlong3 | tooLarge),
        (char)(tooLong | overlong2 | twoContinue | surrogate | tooLarge),
        (char)(tooLong | overlong2 | twoContinue | surrogate | tooLarge), tooShort, tooShort, tooShort, tooShort);
    __m256i previous = PREVIOUS(input, before, 1);
    __m256i wrong = _mm256_and_si256(
        _mm256_and_si256(
            _mm256_shuffle_epi8(firstHigh, halves(previous)),
            _mm256_shuffle_epi8(firstLow, _mm256_and_si256(previous, _mm256_set1_epi8(0x0F)))),
        _mm256_shuffle_epi8(secondHigh, halves(input)));
    // The third byte of three and the third and fourth of four must continue.
    __m256i third = _mm256_subs_epu8(PREVIOUS(input, before, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
    __m256i fourth = _mm256_subs_epu8(PREVIOUS(input, before, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
    __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
    return _mm256_xor_si256(must, wrong);
}

__attribute__((target("avx2"))) static size_t wide(const uint8_t *bytes, size_t count) {
    __m256i before = _mm256_setzero_si256();
    size_t scan = 0;
    bool beginsAnew = true;
    for (; scan + 64 <= count; scan += 64) {
        __m256i first = _mm256_loadu_si256((const __m256i *)(bytes + scan));
        __m256i second = _mm256_loadu_si256((const __m256i *)(bytes + scan + 32));
        bool isASCII = _mm256_movemask_epi8(_mm256_or_si256(first, second)) == 0;
        if (!isASCII || !beginsAnew) {
            __m256i wrong = _mm256_or_si256(errors(first, before), errors(second, first));
            if (!_mm256_testz_si256(wrong, wrong)) break;
        }
        before = second;
        beginsAnew = isASCII;
    }
    // A character that goes on past the last sixty-four bytes is not whole; what stopped there is looked at again.
    size_t end = scan;
    while (end > 0 && scan - end < 3 && (bytes[end - 1] & 0xC0) == 0x80) end--;
    return end > 0 && bytes[end - 1] >= 0xC0 ? end - 1 : scan;
}

#endif

size_t wiredesk_utf8_prefix(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return wide(bytes, count);
#endif
    return portable(bytes, count);
}
