#include "language_model.h"

// C23, which this clang supports in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char table[16384 * 48] = {
#embed "language.bin"
};

const unsigned char *_Nonnull wiredesk_language_model(void) { return table; }
