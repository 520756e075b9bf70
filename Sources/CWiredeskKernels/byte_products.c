#include "byte_products.h"

enum { block = 16, group = 4 };

#if defined(__aarch64__)

#include <arm_neon.h>
#include <string.h>

// Adds the products of a word's numbers with the weights of 16 outputs. Sums of two products fit in 16 bits, because no
// number of a vector is larger than 127.
static inline void add_block(const uint8_t *vector, int32_t inputs, const int8_t *weights, int32_t *sums) {
    int32x4_t total[4];
    for (int32_t part = 0; part < 4; part++) total[part] = vld1q_s32(sums + 4 * part);
    for (int32_t input = 0; input < inputs; input += group) {
        int32_t four;
        memcpy(&four, vector + input, sizeof four);
        int8x16_t values = vreinterpretq_s8_s32(vdupq_n_s32(four));
        for (int32_t part = 0; part < 4; part++, weights += 16) {
            int8x16_t by = vld1q_s8(weights);
            int16x8_t low = vmull_s8(vget_low_s8(values), vget_low_s8(by));
            int16x8_t high = vmull_high_s8(values, by);
            total[part] = vpadalq_s16(total[part], vpaddq_s16(low, high));
        }
    }
    for (int32_t part = 0; part < 4; part++) vst1q_s32(sums + 4 * part, total[part]);
}

#else

// Adds the products of a word's numbers with the weights of 16 outputs.
static inline void add_block(const uint8_t *vector, int32_t inputs, const int8_t *weights, int32_t *sums) {
    for (int32_t input = 0; input < inputs; input += group) {
        for (int32_t lane = 0; lane < block; lane++, weights += group) {
            sums[lane] += vector[input] * weights[0] + vector[input + 1] * weights[1] + vector[input + 2] * weights[2]
                + vector[input + 3] * weights[3];
        }
    }
}

#endif

static void word_by_word(
    const uint8_t *vectors, int32_t stride, int32_t inputs, const int8_t *weights, int32_t outputs, int32_t *sums,
    int32_t words) {
    for (int32_t word = 0; word < words; word++) {
        for (int32_t output = 0; output < outputs; output += block) {
            add_block(
                vectors + (intptr_t)word * stride, inputs, weights + (intptr_t)output * inputs,
                sums + (intptr_t)word * outputs + output);
        }
    }
}

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

static inline int32_t four(const uint8_t *bytes) {
    int32_t value;
    memcpy(&value, bytes, sizeof value);
    return value;
}

// A few words, which share the weights that are loaded, and 64 outputs, which share the words' numbers.
__attribute__((target("avx512f,avx512vnni"), always_inline)) static inline void add_widest(
    const uint8_t *vectors, int32_t stride, int32_t inputs, const int8_t *weights, int32_t outputs, int32_t *sums,
    const int32_t words, const int32_t blocks) {
    intptr_t next = (intptr_t)block * inputs;
    __m512i total[4][4];
    for (int32_t word = 0; word < words; word++)
        for (int32_t part = 0; part < blocks; part++)
            total[word][part] = _mm512_loadu_si512(sums + word * outputs + part * block);
    for (int32_t input = 0; input < inputs; input += group) {
        __m512i by[4];
        for (int32_t part = 0; part < blocks; part++)
            by[part] = _mm512_loadu_si512(weights + part * next + input * block);
        for (int32_t word = 0; word < words; word++) {
            __m512i values = _mm512_set1_epi32(four(vectors + word * stride + input));
            for (int32_t part = 0; part < blocks; part++)
                total[word][part] = _mm512_dpbusd_epi32(total[word][part], values, by[part]);
        }
    }
    for (int32_t word = 0; word < words; word++)
        for (int32_t part = 0; part < blocks; part++)
            _mm512_storeu_si512(sums + word * outputs + part * block, total[word][part]);
}

__attribute__((target("avx512f,avx512vnni"), always_inline)) static inline void add_all_widest(
    const uint8_t *vectors, int32_t stride, int32_t inputs, const int8_t *weights, int32_t outputs, int32_t *sums,
    const int32_t words) {
    int32_t output = 0;
    for (; output + 4 * block <= outputs; output += 4 * block)
        add_widest(vectors, stride, inputs, weights + (intptr_t)output * inputs, outputs, sums + output, words, 4);
    for (; output < outputs; output += block)
        add_widest(vectors, stride, inputs, weights + (intptr_t)output * inputs, outputs, sums + output, words, 1);
}

__attribute__((target("avx512f,avx512vnni"))) static void widest(
    const uint8_t *vectors, int32_t stride, int32_t inputs, const int8_t *weights, int32_t outputs, int32_t *sums,
    int32_t words) {
    for (; words >= 4; words -= 4, vectors += 4 * (intptr_t)stride, sums += 4 * (intptr_t)outputs)
        add_all_widest(vectors, stride, inputs, weights, outputs, sums, 4);
    if (words == 3) add_all_widest(vectors, stride, inputs, weights, outputs, sums, 3);
    if (words == 2) add_all_widest(vectors, stride, inputs, weights, outputs, sums, 2);
    if (words == 1) add_all_widest(vectors, stride, inputs, weights, outputs, sums, 1);
}

// Products of pairs fit in 16 bits, because no number of a vector is larger than 127.
__attribute__((target("avx2"), always_inline)) static inline void add_all_wide(
    const uint8_t *vectors, int32_t stride, int32_t inputs, const int8_t *weights, int32_t outputs, int32_t *sums,
    const int32_t words) {
    const __m256i ones = _mm256_set1_epi16(1);
    for (int32_t output = 0; output < outputs; output += block) {
        int32_t *sum = sums + output;
        __m256i total[4][2];
        for (int32_t word = 0; word < words; word++)
            for (int32_t part = 0; part < 2; part++)
                total[word][part] = _mm256_loadu_si256((const __m256i *)(sum + word * outputs + 8 * part));
        for (int32_t input = 0; input < inputs; input += group, weights += block * group) {
            __m256i low = _mm256_loadu_si256((const __m256i *)weights);
            __m256i high = _mm256_loadu_si256((const __m256i *)(weights + 32));
            for (int32_t word = 0; word < words; word++) {
                __m256i values = _mm256_set1_epi32(four(vectors + word * stride + input));
                total[word][0] = _mm256_add_epi32(
                    total[word][0], _mm256_madd_epi16(_mm256_maddubs_epi16(values, low), ones));
                total[word][1] = _mm256_add_epi32(
                    total[word][1], _mm256_madd_epi16(_mm256_maddubs_epi16(values, high), ones));
            }
        }
        for (int32_t word = 0; word < words; word++)
            for (int32_t part = 0; part < 2; part++)
                _mm256_storeu_si256((__m256i *)(sum + word * outputs + 8 * part), total[word][part]);
    }
}

__attribute__((target("avx2"))) static void wide(
    const uint8_t *vectors, int32_t stride, int32_t inputs, const int8_t *weights, int32_t outputs, int32_t *sums,
    int32_t words) {
    for (; words >= 4; words -= 4, vectors += 4 * (intptr_t)stride, sums += 4 * (intptr_t)outputs)
        add_all_wide(vectors, stride, inputs, weights, outputs, sums, 4);
    if (words == 3) add_all_wide(vectors, stride, inputs, weights, outputs, sums, 3);
    if (words == 2) add_all_wide(vectors, stride, inputs, weights, outputs, sums, 2);
    if (words == 1) add_all_wide(vectors, stride, inputs, weights, outputs, sums, 1);
}

#endif

void wiredesk_byte_products(
    const uint8_t *vectors, int32_t stride, int32_t inputs, const int8_t *weights, int32_t outputs, int32_t *sums,
    int32_t words) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vnni")) return widest(vectors, stride, inputs, weights, outputs, sums, words);
    if (__builtin_cpu_supports("avx2")) return wide(vectors, stride, inputs, weights, outputs, sums, words);
#endif
    word_by_word(vectors, stride, inputs, weights, outputs, sums, words);
}

// A product and a sum that are rounded once would not be the same everywhere.
#pragma STDC FP_CONTRACT OFF

__attribute__((always_inline)) static inline void activate(
    const int32_t *sums, const int32_t *biases, const float *scales, uint8_t *outputs, int32_t count) {
    // Adding it leaves no bits behind the point.
    const float rounding = 12582912;
    for (int32_t index = 0; index < count; index++) {
        float scaled = (float)(sums[index] + biases[index]) * scales[index];
        scaled = scaled > 1000 ? 1000 : scaled < -1000 ? -1000 : scaled;
        int32_t value = (int32_t)((scaled + rounding) - rounding) + outputs[index];
        outputs[index] = (uint8_t)(value < 0 ? 0 : value > 127 ? 127 : value);
    }
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void activate_wide(
    const int32_t *sums, const int32_t *biases, const float *scales, uint8_t *outputs, int32_t count) {
    activate(sums, biases, scales, outputs, count);
}

#endif

void wiredesk_byte_activation(
    const int32_t *sums, const int32_t *biases, const float *scales, uint8_t *outputs, int32_t count) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return activate_wide(sums, biases, scales, outputs, count);
#endif
    activate(sums, biases, scales, outputs, count);
}
