#ifndef WIREDESK_HTML_TAGS_H
#define WIREDESK_HTML_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A name of one to sixteen bytes in a table: its first and its last eight bytes in lower case as little-endian words,
/// zeros where a shorter name has no more. With its length that is exact. A slot whose value is 0 is empty.
typedef struct {
    uint64_t first;
    uint64_t last;
    uint8_t count;
    uint8_t value;
} wiredesk_html_name;

/// Tables are open-addressing, of so many slots, and never full.
enum { wiredesk_html_name_slots = 512 };

/// Puts a name of one to sixteen bytes into a table; its value is not 0.
void wiredesk_add_html_name(
    wiredesk_html_name *_Nonnull table, const uint8_t *_Nonnull name, size_t count, uint8_t value);

/// The value of the name that stands at the range, whatever the case of its letters, 0 when it is not in the table.
uint8_t wiredesk_html_name_value(
    const wiredesk_html_name *_Nonnull table, const uint8_t *_Nonnull bytes, size_t count, size_t start, size_t end);

/// An attribute as it stands in the input: offsets, character references not resolved.
typedef struct {
    int32_t nameStart;
    int32_t nameEnd;
    int32_t valueStart;
    int32_t valueEnd;
    /// By the table of attributes, 0 for a name that it lacks.
    uint8_t nameValue;
} wiredesk_html_attribute;

/// Reads tags: what to read with, and what was read of the last one.
typedef struct {
    const uint8_t *_Nullable bytes;
    size_t count;
    const wiredesk_html_name *_Nonnull tags;
    const wiredesk_html_name *_Nonnull attributeNames;
    /// Room for attributes; those past it are left out.
    wiredesk_html_attribute *_Nonnull attributes;
    size_t capacity;

    size_t nameStart;
    size_t nameEnd;
    size_t attributeCount;
    /// Bit `n` is set where an attribute's value by the table is `n`. Values are below 32.
    uint32_t attributeValues;
    /// By the table of tags, 0 for a name that it lacks.
    uint8_t nameValue;
    bool isSelfClosing;
} wiredesk_html_tag_reader;

/// Reads a tag's name, which begins at the offset, and its attributes (HTML 13.2.5.8, 13.2.5.32 to 13.2.5.40). Gives
/// the offset after the ">", or 0 where the input ends first.
///
/// In C for its vectors of bytes, and to be one loop in registers.
size_t wiredesk_read_html_tag(wiredesk_html_tag_reader *_Nonnull reader, size_t start);

#endif
