#ifndef WIREDESK_PAGES_H
#define WIREDESK_PAGES_H

// Texts in UTF-8, each ended by NUL.

/// How an article's report looks: the style sheet of `analyze --format html` and of the playground.
const char *_Nonnull wiredesk_report_style(void);

/// The playground: its page with places for the rest, what its style adds to the report's, and its script.
const char *_Nonnull wiredesk_playground_page(void);
const char *_Nonnull wiredesk_playground_style(void);
const char *_Nonnull wiredesk_playground_script(void);

/// Articles to try it on, the repository's examples.
const char *_Nonnull wiredesk_example_ferry(void);
const char *_Nonnull wiredesk_example_bakery(void);
const char *_Nonnull wiredesk_example_windpark(void);
const char *_Nonnull wiredesk_example_maktaba(void);
const char *_Nonnull wiredesk_example_letters(void);

#endif
