#ifndef WIREDESK_BLOCK_MODEL_H
#define WIREDESK_BLOCK_MODEL_H

/// The weights of the two looks at a page's blocks, ended by NUL; TreeEnsemble.swift says how they are written and
/// Training/reading makes them.
const unsigned char *_Nonnull wiredesk_block_model_first(void);
const unsigned char *_Nonnull wiredesk_block_model_second(void);

#endif
