#include "gazetteer.h"
#include "language_model.h"
#include "name_network.h"
#include "names.h"
