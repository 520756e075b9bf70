#ifndef WIREDESK_TREE_ENSEMBLE_H
#define WIREDESK_TREE_ENSEMBLE_H

#include <stdint.h>

/// Rows that are scored at once, and leaves of a tree at most.
#define WIREDESK_ENSEMBLE_LANES 8
#define WIREDESK_ENSEMBLE_LEAVES 32

/// A split: a number goes left up to the threshold.
typedef struct {
    float threshold;
    int32_t tree;
    /// The tree's leaves that are left for a row that goes right, the leftmost the lowest bit.
    uint32_t right;
} wiredesk_tree_split;

/// The splits that look at one number, those of low thresholds first.
typedef struct {
    int32_t index;
    int32_t first;
    int32_t end;
} wiredesk_tree_feature;

/// Trees in the form that `wiredesk_score_ensemble` takes.
typedef struct {
    const wiredesk_tree_split *_Nonnull splits;
    const wiredesk_tree_feature *_Nonnull features;
    int32_t feature_count;
    /// What each tree adds, leaf by leaf from the left, so many to a tree as it may have.
    const float *_Nonnull values;
    int32_t trees;
    /// After each so many trees a row whose score is beyond `certain`, up or down, keeps it.
    int32_t checkpoints;
    float certain;
} wiredesk_ensemble;

/// The scores of eight rows: for each the sum of its leaves, tree by tree.
///
/// No tree is walked. Every split that sends a row to the right strikes out the leaves on its left, and the first leaf
/// that is left is the row's (QuickScorer; Lucchese and others, 2015). In C for its vectors, which are AVX2's where the
/// processor has it; it says the same without.
///
/// - Parameters:
///   - rows: the rows side by side, eight numbers for each feature.
///   - left: room for eight numbers for each tree.
void wiredesk_score_ensemble(
    const wiredesk_ensemble *_Nonnull ensemble, const float *_Nonnull rows, uint32_t *_Nonnull left,
    float *_Nonnull scores);

/// The same without AVX2, for tests.
void wiredesk_score_ensemble_portable(
    const wiredesk_ensemble *_Nonnull ensemble, const float *_Nonnull rows, uint32_t *_Nonnull left,
    float *_Nonnull scores);

#endif
