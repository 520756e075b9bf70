#ifndef WIREDESK_LANGUAGE_MODEL_H
#define WIREDESK_LANGUAGE_MODEL_H

/// 2^14 rows of 48 bytes, made by Training/language: see LanguageModel.swift.
const unsigned char *_Nonnull wiredesk_language_model(void);

#endif
