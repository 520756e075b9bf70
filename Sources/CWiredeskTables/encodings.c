#include "encodings.h"

// C23, which this clang supports in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static _Alignas(4) const unsigned char table[] = {
#embed "encodings.bin"
};

const unsigned char *_Nonnull wiredesk_encodings_table(void) { return table; }
