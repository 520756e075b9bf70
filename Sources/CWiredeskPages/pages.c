#include "CWiredeskPages.h"

// C23, which this clang supports in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char report_style[] = {
#embed "report.css"
    , 0};

static const char page[] = {
#embed "playground.html"
    , 0};

static const char style[] = {
#embed "playground.css"
    , 0};

static const char script[] = {
#embed "playground.js"
    , 0};

static const char ferry[] = {
#embed "../../Examples/ferry.html"
    , 0};

static const char bakery[] = {
#embed "../../Examples/bakery.txt"
    , 0};

static const char windpark[] = {
#embed "../../Examples/windpark.de.html"
    , 0};

static const char maktaba[] = {
#embed "../../Examples/maktaba.ar.html"
    , 0};

static const char letters[] = {
#embed "../../Examples/letters.txt"
    , 0};

const char *_Nonnull wiredesk_report_style(void) { return report_style; }
const char *_Nonnull wiredesk_playground_page(void) { return page; }
const char *_Nonnull wiredesk_playground_style(void) { return style; }
const char *_Nonnull wiredesk_playground_script(void) { return script; }
const char *_Nonnull wiredesk_example_ferry(void) { return ferry; }
const char *_Nonnull wiredesk_example_bakery(void) { return bakery; }
const char *_Nonnull wiredesk_example_windpark(void) { return windpark; }
const char *_Nonnull wiredesk_example_maktaba(void) { return maktaba; }
const char *_Nonnull wiredesk_example_letters(void) { return letters; }
