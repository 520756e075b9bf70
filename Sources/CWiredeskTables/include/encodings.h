#ifndef WIREDESK_ENCODINGS_H
#define WIREDESK_ENCODINGS_H

/// Costs of characters after one another, 4-byte aligned; Training/encodings/train.py makes the table and says how it
/// is laid out.
const unsigned char *_Nonnull wiredesk_encodings_table(void);

#endif
