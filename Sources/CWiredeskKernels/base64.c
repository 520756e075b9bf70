#include "base64.h"

static uint8_t value(uint8_t character) {
    if (character >= 'A' && character <= 'Z') return character - 'A';
    if (character >= 'a' && character <= 'z') return character - 'a' + 26;
    if (character >= '0' && character <= '9') return character - '0' + 52;
    return character == '+' ? 62 : character == '/' ? 63 : 0xFF;
}

static bool portable(const uint8_t *text, size_t groups, uint8_t *output) {
    uint8_t values[256];
    for (int character = 0; character < 256; character++) values[character] = value((uint8_t)character);
    uint8_t seen = 0;
    for (size_t group = 0; group < groups; group++) {
        const uint8_t *from = text + group * 4;
        uint8_t *to = output + group * 3;
        uint8_t a = values[from[0]], b = values[from[1]], c = values[from[2]], d = values[from[3]];
        // Values have six bits: a seventh or eighth can only come from an invalid one.
        seen |= a | b | c | d;
        to[0] = (uint8_t)(a << 2 | b >> 4);
        to[1] = (uint8_t)(b << 4 | c >> 2);
        to[2] = (uint8_t)(c << 6 | d);
    }
    return seen < 64;
}

#if defined(__x86_64__)

#include <immintrin.h>

#define BOTH_LANES(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

// Eight groups at a time: Muła and Lemire, "Faster Base64 Encoding and Decoding using AVX2 Instructions" (2018). The
// two halves of a character choose a set of faults each; a character is valid when the sets have none in common.
__attribute__((target("avx2"))) static size_t wide(
    const uint8_t *text, size_t groups, uint8_t *output, bool *isValid) {
    const __m256i lowFaults = BOTH_LANES(
        0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1A, 0x1B, 0x1B, 0x1B, 0x1A);
    const __m256i highFaults = BOTH_LANES(
        0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x10);
    // What is added to a character of this upper half to get its value; a slash takes the place before its own.
    const __m256i distances = BOTH_LANES(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m256i order = BOTH_LANES(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    const __m256i half = _mm256_set1_epi8(0x0F);
    __m256i faults = _mm256_setzero_si256();
    size_t group = 0;
    // Each step writes 32 bytes, 8 more than it decodes: the last groups are left to the portable way.
    for (; group + 11 <= groups; group += 8) {
        __m256i characters = _mm256_loadu_si256((const __m256i *)(text + group * 4));
        __m256i high = _mm256_and_si256(_mm256_srli_epi32(characters, 4), half);
        __m256i low = _mm256_and_si256(characters, half);
        faults = _mm256_or_si256(
            faults, _mm256_and_si256(_mm256_shuffle_epi8(lowFaults, low), _mm256_shuffle_epi8(highFaults, high)));
        __m256i slashes = _mm256_cmpeq_epi8(characters, _mm256_set1_epi8('/'));
        __m256i values =
            _mm256_add_epi8(characters, _mm256_shuffle_epi8(distances, _mm256_add_epi8(slashes, high)));
        __m256i pairs = _mm256_maddubs_epi16(values, _mm256_set1_epi32(0x01400140));
        __m256i groupsOf24Bits = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00011000));
        __m256i bytes = _mm256_permutevar8x32_epi32(
            _mm256_shuffle_epi8(groupsOf24Bits, order), _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 7, 7));
        _mm256_storeu_si256((__m256i *)(output + group * 3), bytes);
    }
    *isValid = _mm256_testz_si256(faults, faults);
    return group;
}

#endif

bool wiredesk_base64_decode(const uint8_t *text, size_t groups, uint8_t *output) {
    size_t done = 0;
    bool isValid = true;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) done = wide(text, groups, output, &isValid);
#endif
    return portable(text + done * 4, groups - done, output + done * 3) && isValid;
}
