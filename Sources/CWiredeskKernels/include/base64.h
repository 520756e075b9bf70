#ifndef WIREDESK_BASE64_H
#define WIREDESK_BASE64_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Decodes so many groups of four characters of base 64 (RFC 4648, section 4), none of them padding, into three bytes
/// each. False when a character is none of the alphabet; what was written then means nothing.
///
/// In C for its vectors of bytes: a page is decoded in a twentieth of the time that it takes to read it.
bool wiredesk_base64_decode(const uint8_t *_Nonnull text, size_t groups, uint8_t *_Nonnull output);

#endif
