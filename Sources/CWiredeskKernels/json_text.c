#include "json_text.h"

static size_t portable(const uint8_t *bytes, size_t start, size_t count) {
    while (start < count && bytes[start] >= 0x20 && bytes[start] != '"' && bytes[start] != '\\' &&
           bytes[start] != 0x7F) {
        start++;
    }
    return start;
}

#if defined(__x86_64__)

#include <immintrin.h>

// For texts and pages: passes over 64 bytes at a time as long as none of them is special.
__attribute__((target("avx2"))) static size_t widest(const uint8_t *bytes, size_t start, size_t count) {
    const __m256i control = _mm256_set1_epi8(0x1F), quote = _mm256_set1_epi8('"');
    const __m256i slash = _mm256_set1_epi8('\\'), delete = _mm256_set1_epi8(0x7F);
    for (; start + 64 <= count; start += 64) {
        __m256i first = _mm256_loadu_si256((const __m256i *)(bytes + start));
        __m256i second = _mm256_loadu_si256((const __m256i *)(bytes + start + 32));
        __m256i least = _mm256_min_epu8(first, second);
        __m256i specials = _mm256_cmpeq_epi8(_mm256_min_epu8(least, control), least);
        specials = _mm256_or_si256(
            specials, _mm256_or_si256(_mm256_cmpeq_epi8(first, quote), _mm256_cmpeq_epi8(second, quote)));
        specials = _mm256_or_si256(
            specials, _mm256_or_si256(_mm256_cmpeq_epi8(first, slash), _mm256_cmpeq_epi8(second, slash)));
        specials = _mm256_or_si256(
            specials, _mm256_or_si256(_mm256_cmpeq_epi8(first, delete), _mm256_cmpeq_epi8(second, delete)));
        if (!_mm256_testz_si256(specials, specials)) return start;
    }
    return start;
}

// SSE2, which every processor of this kind has: most strings are short.
static size_t wide(const uint8_t *bytes, size_t start, size_t count) {
    for (; start + 16 <= count; start += 16) {
        __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + start));
        __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(sixteen, _mm_set1_epi8(0x1F)), sixteen);
        __m128i quotes = _mm_cmpeq_epi8(sixteen, _mm_set1_epi8('"'));
        __m128i slashes = _mm_cmpeq_epi8(sixteen, _mm_set1_epi8('\\'));
        __m128i deletes = _mm_cmpeq_epi8(sixteen, _mm_set1_epi8(0x7F));
        int specials =
            _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(controls, quotes), _mm_or_si128(slashes, deletes)));
        if (specials != 0) return start + (size_t)__builtin_ctz((unsigned)specials);
    }
    return start;
}

#endif

size_t wiredesk_first_json_special(const uint8_t *bytes, size_t start, size_t count) {
#if defined(__x86_64__)
    if (count - start >= 256 && __builtin_cpu_supports("avx2")) start = widest(bytes, start, count);
    start = wide(bytes, start, count);
#endif
    return portable(bytes, start, count);
}
