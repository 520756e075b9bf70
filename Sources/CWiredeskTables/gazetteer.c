#include "gazetteer.h"

// C23, which this clang supports in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static _Alignas(8) const unsigned char table[] = {
#embed "gazetteer.bin"
};

const unsigned char *_Nonnull wiredesk_gazetteer_table(void) { return table; }
