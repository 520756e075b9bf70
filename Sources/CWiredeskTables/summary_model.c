#include "summary_model.h"

// C23, which this clang supports in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char sets[] = {
#embed "summary-sets.txt"
    , 0};

const unsigned char *_Nonnull wiredesk_summary_model_sets(void) { return sets; }
