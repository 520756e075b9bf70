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

// SSE2, which every processor of this kind has: most strings are short, and longer vectors gain little.
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
    start = wide(bytes, start, count);
#endif
    return portable(bytes, start, count);
}
