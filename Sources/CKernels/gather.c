#include "include/gather.h"

#include "template.h"

#define R float
#include "gather_template.h"
#undef R
#define R double
#include "gather_template.h"
#undef R
