#ifndef WIREDESK_BYTE_MASK_H
#define WIREDESK_BYTE_MASK_H

#include <stddef.h>
#include <stdint.h>

/// Says for each byte whether it is one of a set: bit `i % 64` of word `i / 64` belongs to byte `i`, the bits behind
/// the last byte are 0.
///
/// A byte is of the set when the entries of its two halves, in tables of 16 each, have a bit in common.
///
/// In C for its vectors of bytes.
void wiredesk_byte_mask(
    const uint8_t *_Nonnull bytes, size_t count, const uint8_t *_Nonnull low, const uint8_t *_Nonnull high,
    uint64_t *_Nonnull mask);

#endif
