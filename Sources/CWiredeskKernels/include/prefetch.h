#ifndef WIREDESK_PREFETCH_H
#define WIREDESK_PREFETCH_H

/// Has the processor fetch a cache line that is soon to be read.
static inline void wiredesk_prefetch(const void *_Nonnull line) { __builtin_prefetch(line); }

#endif
