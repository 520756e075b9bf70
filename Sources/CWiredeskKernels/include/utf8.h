#ifndef WIREDESK_UTF8_H
#define WIREDESK_UTF8_H

#include <stddef.h>
#include <stdint.h>

/// How many bytes at the start are known to be whole, valid UTF-8 characters, or ASCII ones where the processor has no
/// vectors for more; further bytes may or may not be valid.
///
/// In C for its vectors of bytes.
size_t wiredesk_utf8_prefix(const uint8_t *_Nonnull bytes, size_t count);

#endif
