#ifndef WIREDESK_PAGE_TEXT_H
#define WIREDESK_PAGE_TEXT_H

#include <stddef.h>
#include <stdint.h>

/// How a character counts in a page's text: one that is seen, one of Unicode's spaces, or none at all.
typedef enum : uint8_t { wiredesk_seen, wiredesk_space, wiredesk_invisible } wiredesk_look;

/// How the character at the offset counts that has more than one byte.
wiredesk_look wiredesk_look_at(const uint8_t *_Nonnull bytes, size_t start, size_t end);

/// Where the stretch ends that can be copied as it stands: characters that are seen, single spaces between them, no
/// character reference. Bytes up to the limit, which is no less than the end, can be read too.
///
/// In C for its vectors of bytes.
size_t wiredesk_end_of_plain_text(const uint8_t *_Nonnull bytes, size_t start, size_t end, size_t limit);

/// The first byte at or after the offset that is no white space or control character of ASCII, or the
/// end. Bytes up to the limit can be read too.
size_t wiredesk_end_of_blanks(const uint8_t *_Nonnull bytes, size_t start, size_t end, size_t limit);

#endif
