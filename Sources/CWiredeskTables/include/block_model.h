#ifndef WIREDESK_BLOCK_MODEL_H
#define WIREDESK_BLOCK_MODEL_H

/// The trees of the two looks at a page's blocks; SymmetricTrees.swift says how they are written and
/// Training/reading makes them.
const unsigned char *_Nonnull wiredesk_block_model_first(void);
const unsigned char *_Nonnull wiredesk_block_model_second(void);

#endif
