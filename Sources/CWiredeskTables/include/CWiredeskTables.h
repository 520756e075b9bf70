#include "block_model.h"
#include "gazetteer.h"
#include "language_model.h"
#include "names.h"
