#include "block_text.h"

#include <string.h>

// Where the bytes of each kind stand in a stretch of 32: a bit for each.
typedef struct {
    uint32_t continuations, beyond, spaces, commas, digits, capitals, bars, at_signs, marks, letters, leads;
} kinds;

enum { stretch = 32 };

static inline __attribute__((always_inline)) uint32_t lower(uint8_t byte) { return byte | 0x20u; }

static inline __attribute__((always_inline)) kinds kinds_portable(const uint8_t *bytes) {
    kinds found = {0};
    for (int index = 0; index < stretch; index++) {
        uint8_t byte = bytes[index];
        uint32_t bit = 1u << index;
        if (byte >= 0x80) {
            found.beyond |= bit;
            if (byte < 0xC0) found.continuations |= bit;
            if (byte >= 0xE3) found.leads |= bit;
        } else if (lower(byte) - 'a' < 26) {
            found.letters |= bit;
            if (byte < 'a') found.capitals |= bit;
        } else if (byte - (uint32_t)'0' < 10) {
            found.digits |= bit;
        } else if (byte == ' ') {
            found.spaces |= bit;
        } else if (byte == ',' || byte == ';') {
            found.commas |= bit;
        } else if (byte == '.' || byte == '!' || byte == '?') {
            found.marks |= bit;
        } else if (byte == '|') {
            found.bars |= bit;
        } else if (byte == '@') {
            found.at_signs |= bit;
        }
    }
    return found;
}

#if defined(__x86_64__)

#include <immintrin.h>

#define WIDE __attribute__((target("avx2,popcnt,bmi")))

WIDE static inline __attribute__((always_inline)) uint32_t bits(__m256i lanes) {
    return (uint32_t)_mm256_movemask_epi8(lanes);
}

WIDE static inline __attribute__((always_inline)) __m256i are(__m256i bytes, char value) {
    return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(value));
}

// Which bytes are from `first` on, so many of them.
WIDE static inline __attribute__((always_inline)) __m256i within(__m256i bytes, uint8_t first, uint8_t count) {
    __m256i offset = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)first));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, _mm256_set1_epi8((char)(count - 1))), offset);
}

WIDE static inline __attribute__((always_inline)) kinds kinds_wide(const uint8_t *from) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)from);
    kinds found;
    found.beyond = bits(bytes);
    found.spaces = bits(are(bytes, ' '));
    found.commas = bits(_mm256_or_si256(are(bytes, ','), are(bytes, ';')));
    found.digits = bits(within(bytes, '0', 10));
    found.capitals = bits(within(bytes, 'A', 26));
    found.letters = bits(within(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), 'a', 26));
    found.marks = bits(_mm256_or_si256(are(bytes, '.'), _mm256_or_si256(are(bytes, '!'), are(bytes, '?'))));
    found.bars = bits(are(bytes, '|'));
    found.at_signs = bits(are(bytes, '@'));
    found.continuations = found.leads = 0;
    if (found.beyond != 0) {
        found.continuations = bits(within(bytes, 0x80, 0x40));
        found.leads = bits(within(bytes, 0xE3, 0x1D));
    }
    return found;
}

#endif

// Eight bytes in lower case; those that may not be read are left out.
static inline __attribute__((always_inline)) uint64_t eight(const uint8_t *text, int64_t at, int64_t size) {
    uint64_t value = 0;
    if (__builtin_expect(at + 8 <= size, 1)) {
        memcpy(&value, text + at, 8);
    } else {
        for (int64_t index = at; index < size; index++) value |= (uint64_t)text[index] << ((index - at) * 8);
    }
    return value | 0x2020202020202020u;
}

static inline __attribute__((always_inline)) uint32_t hash(
    const uint8_t *text, int64_t start, int64_t end, int64_t size) {
    uint64_t length = (uint64_t)(end - start);
    uint64_t mixed = eight(text, start, size);
    if (length <= 8) {
        mixed &= UINT64_MAX >> (64 - length * 8);
    } else {
        mixed ^= (eight(text, end - 8, size) + length) * 0x9E3779B97F4A7C15u;
    }
    mixed *= 0xC2B2AE3D27D4EB4Fu;
    return (uint32_t)(mixed >> 32) ^ (uint32_t)(mixed >> 15);
}

// Commas, full stops and bullets of more than one byte.
static void count_beyond(
    const uint8_t *text, int64_t base, uint32_t beyond, int64_t end, wiredesk_block_text *found) {
    for (; beyond != 0; beyond &= beyond - 1) {
        int64_t at = base + __builtin_ctz(beyond);
        uint8_t lead = text[at];
        if (lead < 0xC2 || at + 1 >= end) continue;
        uint8_t second = text[at + 1];
        if (lead == 0xC2) {
            if (second == 0xB7) found->separators++;
        } else if (at + 2 < end) {
            uint32_t character = (uint32_t)lead << 16 | (uint32_t)second << 8 | text[at + 2];
            if (character == 0xE38081 || character == 0xEFBC8C) found->commas++;
            if (character == 0xE38082) found->sentence_ends++;
            if (character == 0xE280A2) found->separators++;
        }
    }
}

static inline __attribute__((always_inline)) void read_block(
    const uint8_t *text, int64_t size, int64_t start, int64_t end, int64_t reach, wiredesk_block_text *result,
    uint32_t *words, kinds (*kinds_of)(const uint8_t *)) {
    wiredesk_block_text found = {0};
    // What the byte before the stretch was.
    uint32_t was_space = 1, was_mark = 0, was_word = 0;
    // A word's place holds where it starts until it ends.
    int64_t begun = 0, ended = 0;
    for (int64_t base = start; base < end; base += stretch) {
        kinds here;
        uint32_t valid = UINT32_MAX;
        if (base + stretch <= size) {
            here = kinds_of(text + base);
            if (base + stretch > end) valid = ((uint32_t)1 << (end - base)) - 1;
        } else {
            uint8_t rest[stretch] = {0};
            memcpy(rest, text + base, (size_t)(end - base));
            here = kinds_of(rest);
            valid = ((uint32_t)1 << (end - base)) - 1;
        }
        found.spaces += __builtin_popcount(here.spaces & valid);
        found.commas += __builtin_popcount(here.commas & valid);
        found.digits += __builtin_popcount(here.digits & valid);
        found.capitals += __builtin_popcount(here.capitals & valid);
        found.separators += __builtin_popcount(here.bars & valid);
        found.at_signs += __builtin_popcount(here.at_signs & valid);
        found.initials += __builtin_popcount(here.capitals & (here.spaces << 1 | was_space) & valid);
        found.sentence_ends += __builtin_popcount((here.marks << 1 | was_mark) & here.spaces & valid);
        uint32_t beyond = here.beyond & valid;
        if (beyond != 0) {
            found.continuations += __builtin_popcount(here.continuations & valid);
            count_beyond(text, base, beyond & ~here.continuations, end, &found);
        }
        uint32_t word = (here.letters | here.digits | here.at_signs | here.beyond) & valid;
        uint32_t after_word = word << 1 | was_word;
        uint32_t starts = word & (~after_word | here.leads);
        uint32_t ends = after_word & (~word | here.leads);
        for (; starts != 0; starts &= starts - 1) {
            words[begun++] = (uint32_t)(base - start) + (uint32_t)__builtin_ctz(starts);
        }
        if (base - start < reach) found.early_words = (int32_t)begun;
        for (; ends != 0; ends &= ends - 1) {
            words[ended] = hash(text, start + words[ended], base + __builtin_ctz(ends), size);
            ended++;
        }
        was_space = here.spaces >> 31;
        was_mark = here.marks >> 31;
        was_word = word >> 31;
    }
    if (ended < begun) {
        words[ended] = hash(text, start + words[ended], end, size);
        ended++;
    }
    if (end > start) {
        uint8_t last = text[end - 1];
        found.sentence_ends += last == '.' || last == '!' || last == '?';
    }
    found.words = (int32_t)ended;
    *result = found;
}

void wiredesk_read_block_portable(
    const uint8_t *text, int64_t size, int64_t start, int64_t end, int64_t reach, wiredesk_block_text *found,
    uint32_t *words) {
    read_block(text, size, start, end, reach, found, words, kinds_portable);
}

#if defined(__x86_64__)

WIDE static void read_block_wide(
    const uint8_t *text, int64_t size, int64_t start, int64_t end, int64_t reach, wiredesk_block_text *found,
    uint32_t *words) {
    read_block(text, size, start, end, reach, found, words, kinds_wide);
}

#endif

void wiredesk_read_block(
    const uint8_t *text, int64_t size, int64_t start, int64_t end, int64_t reach, wiredesk_block_text *found,
    uint32_t *words) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt")) {
        read_block_wide(text, size, start, end, reach, found, words);
        return;
    }
#endif
    wiredesk_read_block_portable(text, size, start, end, reach, found, words);
}
