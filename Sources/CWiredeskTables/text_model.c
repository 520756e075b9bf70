#include "text_model.h"

// C23, which this clang supports in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char keeping[] = {
#embed "text-keeping.txt"
    , 0};

static const unsigned char title[] = {
#embed "text-title.txt"
    , 0};

static const unsigned char byline[] = {
#embed "text-byline.txt"
    , 0};

const unsigned char *_Nonnull wiredesk_text_model_keeping(void) { return keeping; }
const unsigned char *_Nonnull wiredesk_text_model_title(void) { return title; }
const unsigned char *_Nonnull wiredesk_text_model_byline(void) { return byline; }
