#ifndef WIREDESK_SYMMETRIC_TREES_H
#define WIREDESK_SYMMETRIC_TREES_H

#include <stdint.h>

/// Rows that are scored at once, and how far before them the rows begin that trees may ask.
#define WIREDESK_TREE_LANES 32
#define WIREDESK_TREE_REACH 8
/// From one column of numbers to the next, in bytes.
#define WIREDESK_COLUMN_STRIDE 480
#define WIREDESK_TREE_DEPTH 6

/// A question to a row: whether the bits of a number that `mask` leaves are `least` or more.
typedef struct {
    /// Where the number is from the first column's `WIREDESK_TREE_REACH` rows before the one that is asked.
    uint16_t offset;
    uint8_t mask;
    uint8_t least;
} wiredesk_tree_test;

/// A tree that asks all rows of a level the same (Kohavi, 1994): the answers, as bits, are the leaf's number. The first
/// answer is the number's lowest bit.
typedef struct {
    wiredesk_tree_test tests[WIREDESK_TREE_DEPTH];
    int8_t leaves[1 << WIREDESK_TREE_DEPTH];
} wiredesk_tree;

/// The sums of what the trees say of 32 rows.
///
/// The rows' numbers are bytes that stand in columns. In C because it takes an instruction that looks up sixteen values
/// at once (`pshufb`), which Swift has no name for, and asks the processor whether it has AVX2.
///
/// - Parameter rows: the first column from `WIREDESK_TREE_REACH` before the first of the 32 rows on.
void wiredesk_score_rows(
    const uint8_t *_Nonnull rows, const wiredesk_tree *_Nonnull trees, int32_t count, int16_t *_Nonnull sums);

/// The same without AVX2, for tests.
void wiredesk_score_rows_portable(
    const uint8_t *_Nonnull rows, const wiredesk_tree *_Nonnull trees, int32_t count, int16_t *_Nonnull sums);

#endif
