#include "dot_products.h"

enum { inputs = 192 };

// Unsigned sums, because those may wrap around.
#define BODY                                                                       \
    for (int32_t row = 0; row < rows; row++) {                                     \
        uint32_t sum = 0;                                                          \
        for (int32_t index = 0; index < inputs; index++) {                         \
            sum += (uint32_t)((int32_t)vector[index] * weights[row * inputs + index]); \
        }                                                                          \
        sums[row] = (int32_t)sum;                                                  \
    }

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void wide(
    const int16_t *vector, const int16_t *weights, int32_t *sums, int32_t rows) {
    BODY
}

static void narrow(const int16_t *vector, const int16_t *weights, int32_t *sums, int32_t rows) { BODY }

void wiredesk_dot_products(const int16_t *vector, const int16_t *weights, int32_t *sums, int32_t rows) {
    if (__builtin_cpu_supports("avx2")) {
        wide(vector, weights, sums, rows);
    } else {
        narrow(vector, weights, sums, rows);
    }
}

#else

void wiredesk_dot_products(const int16_t *vector, const int16_t *weights, int32_t *sums, int32_t rows) { BODY }

#endif
