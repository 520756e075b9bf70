#include "html_tags.h"

#include <string.h>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

enum { longestName = 16 };

// MARK: Names

// Up to eight bytes as a little-endian integer.
static inline uint64_t word(const uint8_t *bytes, size_t count, size_t start, size_t length) {
    uint64_t word = 0;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (start + 8 <= count) {
        memcpy(&word, bytes + start, 8);
        return word & (UINT64_MAX >> (64 - length * 8));
    }
#endif
    for (size_t offset = 0; offset < length; offset++) word |= (uint64_t)bytes[start + offset] << (offset * 8);
    return word;
}

// Sets the small letters' bit where the letters' bit is set, so that of all bytes only capitals become letters.
static inline uint64_t lowercase(uint64_t word) { return word | (word & 0x4040404040404040) >> 1; }

static inline size_t slotOf(uint64_t first, uint64_t last) {
    return ((first ^ last * 31) * 0x9E3779B97F4A7C15) >> 55;
}

// The slot of the name, or the empty one where it would be put. It has one to sixteen bytes.
static inline const wiredesk_html_name *find(
    const wiredesk_html_name *table, const uint8_t *bytes, size_t count, size_t start, size_t length) {
    uint64_t first = lowercase(word(bytes, count, start, length < 8 ? length : 8));
    uint64_t last = length > 8 ? lowercase(word(bytes, count, start + length - 8, 8)) : 0;
    size_t slot = slotOf(first, last);
    while (table[slot].value != 0 &&
           (table[slot].first != first || table[slot].last != last || table[slot].count != length)) {
        slot = (slot + 1) & (wiredesk_html_name_slots - 1);
    }
    return table + slot;
}

void wiredesk_add_html_name(wiredesk_html_name *table, const uint8_t *name, size_t count, uint8_t value) {
    wiredesk_html_name *slot = table + (find(table, name, count, 0, count) - table);
    slot->first = lowercase(word(name, count, 0, count < 8 ? count : 8));
    slot->last = count > 8 ? lowercase(word(name, count, count - 8, 8)) : 0;
    slot->count = (uint8_t)count;
    slot->value = value;
}

static inline uint8_t nameValue(
    const wiredesk_html_name *table, const uint8_t *bytes, size_t count, size_t start, size_t end) {
    size_t length = end - start;
    return length - 1 < longestName ? find(table, bytes, count, start, length)->value : 0;
}

uint8_t wiredesk_html_name_value(
    const wiredesk_html_name *table, const uint8_t *bytes, size_t count, size_t start, size_t end) {
    return nameValue(table, bytes, count, start, end);
}

// MARK: Characters

// White space is HTML's, with CR, which the standard's preprocessing would have made LF. The bits of a word tell the
// bytes below 64.
static const uint64_t spaces = 0x100003600, tagNameEnds = 0x4000800100003600, attributeNameEnds = 0x6000800100003600;

static inline bool isOneOf(uint64_t set, uint8_t byte) { return byte < 64 && (set >> byte & 1) != 0; }

// The first byte of the set that ends names.
static inline size_t endOfName(const uint8_t *bytes, size_t count, size_t scan, uint64_t ends) {
#if defined(__x86_64__)
    // SSE2, which every processor of this kind has: no loop whose length has to be guessed. Controls are told from
    // white space afterwards.
    while (scan + 16 <= count) {
        __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + scan));
        __m128i stops = _mm_cmpeq_epi8(_mm_min_epu8(sixteen, _mm_set1_epi8(0x20)), sixteen);
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(sixteen, _mm_set1_epi8('/')));
        stops = _mm_or_si128(stops, _mm_cmpeq_epi8(sixteen, _mm_set1_epi8('>')));
        if (ends == attributeNameEnds) stops = _mm_or_si128(stops, _mm_cmpeq_epi8(sixteen, _mm_set1_epi8('=')));
        unsigned mask = (unsigned)_mm_movemask_epi8(stops);
        if (mask == 0) {
            scan += 16;
            continue;
        }
        scan += (size_t)__builtin_ctz(mask);
        if (isOneOf(ends, bytes[scan])) return scan;
        scan++;
    }
#endif
    while (scan < count && !isOneOf(ends, bytes[scan])) scan++;
    return scan;
}

#if defined(__x86_64__)
// Which of sixteen bytes are equal to one, as a set of bits.
static inline uint64_t equal(const uint8_t *bytes, uint8_t value) {
    __m128i sixteen = _mm_loadu_si128((const __m128i *)bytes);
    return (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8((char)value)));
}
#endif

// The quotation mark that ends a value, or the end of the input.
static inline size_t endOfQuoted(const uint8_t *bytes, size_t count, size_t scan, uint8_t quote) {
#if defined(__x86_64__)
    // Most values are shorter than 64 bytes, and of any length.
    if (scan + 64 <= count) {
        uint64_t mask = equal(bytes + scan, quote) | equal(bytes + scan + 16, quote) << 16 |
                        equal(bytes + scan + 32, quote) << 32 | equal(bytes + scan + 48, quote) << 48;
        if (mask != 0) return scan + (size_t)__builtin_ctzll(mask);
        scan += 64;
    }
#endif
    if (scan >= count) return count;
    const uint8_t *found = memchr(bytes + scan, quote, count - scan);
    return found ? (size_t)(found - bytes) : count;
}

// MARK: Tags

// Reads an attribute, gives the offset after it. An "=" in front is part of its name.
static inline size_t readAttribute(
    const uint8_t *bytes, size_t count, size_t start, wiredesk_html_attribute *attribute) {
    size_t nameEnd = endOfName(bytes, count, start + 1, attributeNameEnds);
    size_t scan = nameEnd, valueStart = nameEnd, valueEnd = nameEnd;
    while (scan < count && isOneOf(spaces, bytes[scan])) scan++;
    if (scan < count && bytes[scan] == '=') {
        scan++;
        while (scan < count && isOneOf(spaces, bytes[scan])) scan++;
        uint8_t first = scan < count ? bytes[scan] : 0;
        if (first == '"' || first == '\'') {
            valueEnd = endOfQuoted(bytes, count, scan + 1, first);
            valueStart = scan + 1 < valueEnd ? scan + 1 : valueEnd;
            scan = valueEnd + 1 < count ? valueEnd + 1 : count;
        } else {
            valueStart = scan;
            while (scan < count && bytes[scan] != '>' && !isOneOf(spaces, bytes[scan])) scan++;
            valueEnd = scan;
        }
    } else {
        scan = nameEnd;
    }
    attribute->nameStart = (int32_t)start;
    attribute->nameEnd = (int32_t)nameEnd;
    attribute->valueStart = (int32_t)valueStart;
    attribute->valueEnd = (int32_t)valueEnd;
    return scan;
}

size_t wiredesk_read_html_tag(wiredesk_html_tag_reader *reader, size_t start) {
    const uint8_t *bytes = reader->bytes;
    size_t count = reader->count, scan = endOfName(bytes, count, start, tagNameEnds), found = 0, end = 0;
    uint32_t values = 0;
    reader->nameStart = start;
    reader->nameEnd = scan;
    reader->nameValue = nameValue(reader->tags, bytes, count, start, scan);
    reader->isSelfClosing = false;
    while (scan < count) {
        uint8_t current = bytes[scan];
        if (current == '>') {
            end = scan + 1;
            break;
        }
        if (isOneOf(spaces, current)) {
            scan++;
        } else if (current == '/') {
            if (scan + 1 < count && bytes[scan + 1] == '>') {
                reader->isSelfClosing = true;
                end = scan + 2;
                break;
            }
            scan++;
        } else {
            wiredesk_html_attribute surplus;
            bool isKept = found < reader->capacity;
            wiredesk_html_attribute *attribute = isKept ? reader->attributes + found : &surplus;
            scan = readAttribute(bytes, count, scan, attribute);
            attribute->nameValue = nameValue(
                reader->attributeNames, bytes, count, (size_t)attribute->nameStart, (size_t)attribute->nameEnd);
            if (isKept) {
                values |= (uint32_t)1 << (attribute->nameValue & 31);
                found++;
            }
        }
    }
    reader->attributeCount = found;
    reader->attributeValues = values;
    return end;
}
