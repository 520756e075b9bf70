#ifndef WIREDESK_BYTE_PRODUCTS_H
#define WIREDESK_BYTE_PRODUCTS_H

#include <stdint.h>

// Adds to sums the products of vectors of small numbers, 0 to 127, with weights: a layer of a network for many words.
//
// vectors: of each word `inputs` numbers, a multiple of 4; `stride` bytes lie between those of two words.
// weights: for each 16 outputs, for each 4 inputs, for each of the 16 outputs the weights of the 4 inputs.
// sums: of each word `outputs` sums, a multiple of 16; no sum may leave 32 bits.
//
// The result is the same on every processor.
void wiredesk_byte_products(
    const uint8_t *vectors, int32_t stride, int32_t inputs, const int8_t *weights, int32_t outputs, int32_t *sums,
    int32_t words);

// What a layer makes of its sums: (sum + bias) * scale, rounded to the nearest, ties to even, and the residual added;
// below 0 it is 0, above 127 it is 127.
//
// outputs: `count` bytes, of which the residuals are there already.
void wiredesk_byte_activation(
    const int32_t *sums, const int32_t *biases, const float *scales, uint8_t *outputs, int32_t count);

#endif
