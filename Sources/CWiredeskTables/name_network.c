#include "name_network.h"

// C23, which this clang supports in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static _Alignas(64) const unsigned char table[] = {
#embed "name_network.bin"
};

const unsigned char *_Nonnull wiredesk_name_network_table(void) { return table; }
