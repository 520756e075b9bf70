#include "language_model.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char table[16384 * 48] = {
#embed "language.bin"
};

const unsigned char *wiredesk_language_model(void) { return table; }
