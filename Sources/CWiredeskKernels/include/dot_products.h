#ifndef WIREDESK_DOT_PRODUCTS_H
#define WIREDESK_DOT_PRODUCTS_H

#include <stdint.h>

/// The products of a vector of 192 16-bit numbers with so many rows of weights, which lie one after the other.
///
/// In C because it takes an instruction that multiplies pairs and adds (`pmaddwd`), which Swift has no name for, and
/// asks the processor whether it has AVX2. Sums wrap around: the same on every processor.
void wiredesk_dot_products(
    const int16_t *_Nonnull vector, const int16_t *_Nonnull weights, int32_t *_Nonnull sums, int32_t rows);

#endif
