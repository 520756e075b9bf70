#include "encodings.h"
#include "gazetteer.h"
#include "language_model.h"
#include "names.h"
