#ifndef WIREDESK_SYMMETRIC_TREES_H
#define WIREDESK_SYMMETRIC_TREES_H

#include <stdint.h>

/// Rows that are scored at once.
#define WIREDESK_TREE_LANES 32
/// From one column of numbers to the next, in bytes.
#define WIREDESK_COLUMN_STRIDE 320
#define WIREDESK_TREE_DEPTH 6

/// A question to a row: whether the bits of its number that `mask` leaves are `least` or more.
typedef struct {
    uint8_t column;
    /// Which row's number, from the one that asks.
    int8_t shift;
    uint8_t mask;
    uint8_t least;
} wiredesk_tree_test;

/// A tree that asks all rows of a level the same (Kohavi, 1994): the answers, as bits, are the leaf's number. The first
/// four answers are the number's lowest bits, from the lowest up.
typedef struct {
    wiredesk_tree_test tests[WIREDESK_TREE_DEPTH];
    int8_t leaves[1 << WIREDESK_TREE_DEPTH];
} wiredesk_tree;

/// The sums of what the trees say of 32 rows.
///
/// The rows' numbers are bytes that stand in columns. In C because it takes an instruction that looks up sixteen values
/// at once (`pshufb`), which Swift has no name for, and asks the processor whether it has AVX2.
///
/// - Parameter row: the first row's number in the first column.
void wiredesk_score_rows(
    const uint8_t *_Nonnull row, const wiredesk_tree *_Nonnull trees, int32_t count, int16_t *_Nonnull sums);

/// The same without AVX2, for tests.
void wiredesk_score_rows_portable(
    const uint8_t *_Nonnull row, const wiredesk_tree *_Nonnull trees, int32_t count, int16_t *_Nonnull sums);

#endif
