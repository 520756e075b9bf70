#ifndef WIREDESK_BLOCK_TEXT_H
#define WIREDESK_BLOCK_TEXT_H

#include <stdint.h>

/// What a block of text has of each kind of byte or character.
typedef struct {
    /// Bytes that continue a character.
    int32_t continuations;
    int32_t spaces;
    /// Commas and semicolons, the ideographic and full-width comma too.
    int32_t commas;
    int32_t digits;
    /// Capitals of ASCII, and those behind a space or at the start.
    int32_t capitals;
    int32_t initials;
    /// `|`, bullets and middle dots.
    int32_t separators;
    int32_t at_signs;
    /// Full stops, exclamation and question marks before a space or at the end, and ideographic full stops.
    int32_t sentence_ends;
    /// Words written, and those of them that begin among the first `reach` bytes, a multiple of 32.
    int32_t words;
    int32_t early_words;
} wiredesk_block_text;

/// Counts the bytes of each kind in the text from `start` to `end`, and writes a hash of each of its words.
///
/// A word is a stretch of letters, digits, `@` and bytes beyond ASCII; a character of three bytes or more from U+3000 on
/// is a word by itself. Its hash looks at its first and last eight bytes and its length, without regard to the case of
/// letters of ASCII. At most (end - start) words are written.
///
/// In C because the counting takes instructions of AVX2 that Swift has no name for; it asks the processor whether it has
/// them, and says the same without.
///
/// - Parameter size: bytes of the text that may be read, `end` at least.
void wiredesk_read_block(
    const uint8_t *_Nonnull text, int64_t size, int64_t start, int64_t end, int64_t reach,
    wiredesk_block_text *_Nonnull found, uint32_t *_Nonnull words);

/// The same without AVX2, for tests.
void wiredesk_read_block_portable(
    const uint8_t *_Nonnull text, int64_t size, int64_t start, int64_t end, int64_t reach,
    wiredesk_block_text *_Nonnull found, uint32_t *_Nonnull words);

#endif
