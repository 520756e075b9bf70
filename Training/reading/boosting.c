// Gradient boosting (Friedman, 2001) of trees that ask the same of all rows on a level (Kohavi, 1994).
//
// What each level asks is the best of a few questions drawn at random (extremely randomized trees; Geurts and others,
// 2006), and each tree learns from the rows with the largest gradients and a draw of the others (GOSS; Ke and others,
// 2017). boosting.py builds and calls it.

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { sample = 2000, deepest = 8 };

typedef struct {
    int32_t rows, features, trees, depth;
    float rate, lambda;
    // Shares of the features that a level draws, of the rows with the largest gradients, and of the rows besides.
    float asked, largest, others;
    float base;
    uint64_t seed;
} settings;

static uint32_t draw(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 32);
}

static uint32_t below(uint64_t *state, uint32_t count) { return (uint32_t)(((uint64_t)draw(state) * count) >> 32); }

static int chance(uint64_t *state, float share) { return draw(state) < (uint32_t)(share * 4294967040.0f); }

static int ascending(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

// The magnitude that the given share of the rows exceeds, as a sample has it.
static float quantile(const float *gradients, int32_t rows, float share, uint64_t *state) {
    float drawn[sample];
    for (int index = 0; index < sample; index++) drawn[index] = fabsf(gradients[below(state, (uint32_t)rows)]);
    qsort(drawn, sample, sizeof(float), ascending);
    return drawn[(int)(sample * (1 - share))];
}

// `columns` holds the rows' numbers feature by feature; `cuts` the least numbers that may be asked for, those of a
// feature from `first_cuts` on. `known` holds probabilities. Writes what each level asks and what each leaf adds.
void fit(
    const settings *options, const uint8_t *columns, const float *known, const float *weights, const uint8_t *cuts,
    const int32_t *first_cuts, int32_t *asked_features, uint8_t *asked_cuts, float *leaves) {
    int32_t rows = options->rows, depth = options->depth, leaf_count = 1 << depth;
    uint64_t state = options->seed * 0x9E3779B97F4A7C15u + 12345;
    double *scores = malloc((size_t)rows * sizeof(double));
    float *gradients = malloc((size_t)rows * sizeof(float)), *curvatures = malloc((size_t)rows * sizeof(float));
    float *chosen_gradients = malloc((size_t)rows * sizeof(float));
    float *chosen_curvatures = malloc((size_t)rows * sizeof(float));
    int32_t *chosen = malloc((size_t)rows * sizeof(int32_t));
    uint8_t *places = malloc((size_t)rows), *numbers = malloc((size_t)rows);
    for (int32_t row = 0; row < rows; row++) scores[row] = options->base;
    for (int32_t tree = 0; tree < options->trees; tree++) {
        for (int32_t row = 0; row < rows; row++) {
            double probability = 1 / (1 + exp(-scores[row]));
            gradients[row] = weights[row] * (float)(known[row] - probability);
            curvatures[row] = weights[row] * (float)(probability * (1 - probability));
        }
        float limit = quantile(gradients, rows, options->largest, &state);
        float kept = options->others / (1 - options->largest);
        int32_t count = 0;
        for (int32_t row = 0; row < rows; row++) {
            int is_large = fabsf(gradients[row]) >= limit;
            if (!is_large && !chance(&state, kept)) continue;
            float factor = is_large ? 1 : 1 / kept;
            chosen[count] = row;
            chosen_gradients[count] = gradients[row] * factor;
            chosen_curvatures[count] = curvatures[row] * factor;
            places[count] = 0;
            count++;
        }
        for (int32_t level = 0; level < depth; level++) {
            double best = -1;
            int32_t best_feature = 0;
            uint8_t best_cut = 255;
            for (int32_t feature = 0; feature < options->features; feature++) {
                int32_t possible = first_cuts[feature + 1] - first_cuts[feature];
                if (possible == 0 || !chance(&state, options->asked)) continue;
                const uint8_t *column = columns + (size_t)feature * (size_t)rows;
                uint8_t cut = cuts[first_cuts[feature] + (int32_t)below(&state, (uint32_t)possible)];
                float sums[1 << deepest][2] = {{0}};
                for (int32_t index = 0; index < count; index++) {
                    int place = places[index] << 1 | (column[chosen[index]] >= cut);
                    sums[place][0] += chosen_gradients[index];
                    sums[place][1] += chosen_curvatures[index];
                }
                double gain = 0;
                for (int place = 0; place < 2 << level; place++) {
                    gain += (double)sums[place][0] * sums[place][0] / (sums[place][1] + options->lambda);
                }
                if (gain > best) {
                    best = gain;
                    best_feature = feature;
                    best_cut = cut;
                }
            }
            asked_features[tree * depth + level] = best_feature;
            asked_cuts[tree * depth + level] = best_cut;
            const uint8_t *column = columns + (size_t)best_feature * (size_t)rows;
            for (int32_t index = 0; index < count; index++) {
                places[index] = (uint8_t)(places[index] << 1 | (column[chosen[index]] >= best_cut));
            }
        }
        double sums[1 << deepest][2] = {{0}};
        for (int32_t index = 0; index < count; index++) {
            sums[places[index]][0] += chosen_gradients[index];
            sums[places[index]][1] += chosen_curvatures[index];
        }
        float *values = leaves + tree * leaf_count;
        for (int leaf = 0; leaf < leaf_count; leaf++) {
            values[leaf] = (float)(options->rate * sums[leaf][0] / (sums[leaf][1] + options->lambda));
        }
        memset(numbers, 0, (size_t)rows);
        for (int32_t level = 0; level < depth; level++) {
            const uint8_t *column = columns + (size_t)asked_features[tree * depth + level] * (size_t)rows;
            uint8_t cut = asked_cuts[tree * depth + level];
            for (int32_t row = 0; row < rows; row++) numbers[row] = (uint8_t)(numbers[row] << 1 | (column[row] >= cut));
        }
        for (int32_t row = 0; row < rows; row++) scores[row] += values[numbers[row]];
    }
    free(scores);
    free(gradients);
    free(curvatures);
    free(chosen_gradients);
    free(chosen_curvatures);
    free(chosen);
    free(places);
    free(numbers);
}
