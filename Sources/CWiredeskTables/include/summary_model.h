#ifndef WIREDESK_SUMMARY_MODEL_H
#define WIREDESK_SUMMARY_MODEL_H

/// The weights that compare sets of sentences, ended by NUL; TreeEnsemble.swift says how they are written and
/// Training/summary makes them.
const unsigned char *_Nonnull wiredesk_summary_model_sets(void);

#endif
