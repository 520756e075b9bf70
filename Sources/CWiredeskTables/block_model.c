#include "block_model.h"

// C23, which this clang supports in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static _Alignas(4) const unsigned char first[] = {
#embed "block-first.bin"
};

static _Alignas(4) const unsigned char second[] = {
#embed "block-second.bin"
};

const unsigned char *_Nonnull wiredesk_block_model_first(void) { return first; }
const unsigned char *_Nonnull wiredesk_block_model_second(void) { return second; }
