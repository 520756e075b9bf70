#ifndef WIREDESK_NAME_NETWORK_H
#define WIREDESK_NAME_NETWORK_H

/// The weights of the name tagger's network, 64-byte aligned; NameNetworkModel.swift says how they are laid out and
/// Training/name-tagger makes them.
const unsigned char *_Nonnull wiredesk_name_network_table(void);

#endif
