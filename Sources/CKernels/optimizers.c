#include "include/optimizers.h"

#include "template.h"

#define R float
#include "optimizers_template.h"
#undef R
#define R double
#include "optimizers_template.h"
#undef R
