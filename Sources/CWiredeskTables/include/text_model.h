#ifndef WIREDESK_TEXT_MODEL_H
#define WIREDESK_TEXT_MODEL_H

/// The weights that find the article in a page's text, and its title and its byline, ended by NUL; TreeEnsemble.swift says
/// how they are written and Training/reading-text makes them.
const unsigned char *_Nonnull wiredesk_text_model_keeping(void);
const unsigned char *_Nonnull wiredesk_text_model_title(void);
const unsigned char *_Nonnull wiredesk_text_model_byline(void);

#endif
