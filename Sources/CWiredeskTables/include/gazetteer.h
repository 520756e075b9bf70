#ifndef WIREDESK_GAZETTEER_H
#define WIREDESK_GAZETTEER_H

/// Names and common words, 8-byte aligned; Training/gazetteer/build.py makes the table and says how it is laid out.
const unsigned char *_Nonnull wiredesk_gazetteer_table(void);

#endif
