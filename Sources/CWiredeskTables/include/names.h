#ifndef WIREDESK_NAMES_H
#define WIREDESK_NAMES_H

/// The weights of the name tagger, 64-byte aligned; NameTaggerModel.swift says how they are laid out and Training/name-tagger
/// makes them.
const unsigned char *_Nonnull wiredesk_names_table(void);

#endif
