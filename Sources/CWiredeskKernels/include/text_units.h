#ifndef WIREDESK_TEXT_UNITS_H
#define WIREDESK_TEXT_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Counts the Unicode scalars of UTF-8, or its UTF-16 units: `checkpoints[i]` becomes their number before byte
/// `64 * i`, for `i` from 0 to `blocks`. There are `64 * blocks` bytes.
///
/// In C for its vectors of bytes.
void wiredesk_count_units(const uint8_t *_Nonnull bytes, size_t blocks, bool utf16, int32_t *_Nonnull checkpoints);

#endif
