#ifndef WIREDESK_JSON_TEXT_H
#define WIREDESK_JSON_TEXT_H

#include <stddef.h>
#include <stdint.h>

/// The first byte at or after an offset that has to be escaped in a JSON string (RFC 8259, section 7), or the number of
/// bytes: quotation marks, backslashes, controls, and DEL, which we escape too.
///
/// In C for its vectors of bytes.
size_t wiredesk_first_json_special(const uint8_t *_Nonnull bytes, size_t start, size_t count);

#endif
