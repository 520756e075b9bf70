#ifndef WIREDESK_EQUAL_BYTES_H
#define WIREDESK_EQUAL_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Whether two stretches of so many bytes are the same.
///
/// In C because where the compiler knows the number it compares words.
static inline bool wiredesk_equal_bytes(const uint8_t *_Nonnull first, const uint8_t *_Nonnull second, size_t count) {
    return memcmp(first, second, count) == 0;
}

#endif
