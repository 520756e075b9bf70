#include "page_text.h"

#include <stdbool.h>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

static inline wiredesk_look look(const uint8_t *bytes, size_t start, size_t end) {
    if (end - start < 2) return wiredesk_seen;
    uint8_t first = bytes[start], second = bytes[start + 1];
    if (first == 0xC2) {
        // U+0085 and U+00A0; C1 controls and the soft hyphen.
        if (second == 0x85 || second == 0xA0) return wiredesk_space;
        return (second >= 0x80 && second < 0xA0) || second == 0xAD ? wiredesk_invisible : wiredesk_seen;
    }
    if (end - start < 3) return wiredesk_seen;
    uint8_t third = bytes[start + 2];
    if (first == 0xE2 && second == 0x80) {
        // The spaces of U+2000, the line and paragraph separators, U+202F; the zero-width space.
        if ((third >= 0x80 && third <= 0x8A) || third == 0xA8 || third == 0xA9 || third == 0xAF) return wiredesk_space;
        return third == 0x8B ? wiredesk_invisible : wiredesk_seen;
    }
    // U+205F and the word joiner. Joiners and direction marks are part of words.
    if (first == 0xE2 && second == 0x81) {
        return third == 0x9F ? wiredesk_space : third == 0xA0 ? wiredesk_invisible : wiredesk_seen;
    }
    if (first == 0xE3 && second == 0x80 && third == 0x80) return wiredesk_space;
    // The byte order mark.
    return first == 0xEF && second == 0xBB && third == 0xBF ? wiredesk_invisible : wiredesk_seen;
}

wiredesk_look wiredesk_look_at(const uint8_t *bytes, size_t start, size_t end) { return look(bytes, start, end); }

// First bytes of U+0080 to U+00BF, U+2000 to U+2FFF, U+3000 to U+3FFF and U+F000 to U+FFFF: some of those are not seen.
static inline bool mayBeUnseen(uint8_t byte) {
    return byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

static inline size_t lengthOfCharacter(uint8_t first) { return first < 0xE0 ? 2 : 3; }

// Whether the byte begins a character that is copied as it stands.
static inline bool isPlain(const uint8_t *bytes, size_t start, size_t end) {
    uint8_t byte = bytes[start];
    if (byte <= 0x20 || byte == 0x7F || byte == '&') return false;
    return !mayBeUnseen(byte) || look(bytes, start, end) == wiredesk_seen;
}

#if defined(__x86_64__)

// Passes over what is plain for certain, 16 bytes at a time: SSE2, which every processor of this kind has. The bytes up
// to the limit can be read; most stretches are short.
static inline size_t pass(const uint8_t *bytes, size_t start, size_t scan, size_t end, size_t limit) {
    while (scan < end && scan + 16 <= limit) {
        __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + scan));
        __m128i stops = _mm_cmpeq_epi8(_mm_min_epu8(sixteen, _mm_set1_epi8(0x1F)), sixteen);
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(sixteen, _mm_set1_epi8(0x7F)));
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(sixteen, _mm_set1_epi8('&')));
        // 0xE2 and 0xE3 differ in one bit, which is set.
        __m128i paired = _mm_or_si128(sixteen, _mm_set1_epi8(1));
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(paired, _mm_set1_epi8((char)0xE3)));
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(sixteen, _mm_set1_epi8((char)0xC2)));
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(sixteen, _mm_set1_epi8((char)0xEF)));
        unsigned spaces = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8(0x20)));
        unsigned stop = (unsigned)_mm_movemask_epi8(stops);
        if (end - scan < 16) stop |= 1u << (end - scan);
        // A space may be none to copy where anything but a plain character follows, or nothing stands before it.
        stop |= spaces & (spaces | stop) >> 1;
        if (scan == start) stop |= spaces & 1;
        if (stop != 0) return scan + (size_t)__builtin_ctz(stop);
        // What follows the last byte is seen only with the next sixteen.
        scan += 16 - (spaces >> 15);
    }
    return scan;
}

#endif

size_t wiredesk_end_of_plain_text(const uint8_t *bytes, size_t start, size_t end, size_t limit) {
    size_t scan = start;
    while (scan < end) {
#if defined(__x86_64__)
        scan = pass(bytes, start, scan, end, limit);
        if (scan >= end) return end;
#endif
        uint8_t byte = bytes[scan];
        if (byte == 0x20) {
            if (scan == start || scan + 1 == end || !isPlain(bytes, scan + 1, end)) return scan;
            scan++;
        } else if (!isPlain(bytes, scan, end)) {
            return scan;
        } else if (mayBeUnseen(byte)) {
            scan += lengthOfCharacter(byte) < end - scan ? lengthOfCharacter(byte) : end - scan;
        } else {
            scan++;
        }
    }
    return end;
}

size_t wiredesk_end_of_blanks(const uint8_t *bytes, size_t start, size_t end, size_t limit) {
    size_t scan = start;
#if defined(__x86_64__)
    // Markup is indented by long runs.
    while (scan < end && scan + 16 <= limit) {
        __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + scan));
        __m128i blanks = _mm_cmpeq_epi8(_mm_min_epu8(sixteen, _mm_set1_epi8(0x20)), sixteen);
        unsigned seen = ~(unsigned)_mm_movemask_epi8(blanks) & 0xFFFF;
        scan += seen == 0 ? 16 : (size_t)__builtin_ctz(seen);
        if (seen != 0) break;
    }
    if (scan >= end) return end;
#endif
    while (scan < end && bytes[scan] <= 0x20) scan++;
    return scan;
}
