#include "include/products.h"

#include "template.h"

#define R float
#include "products_template.h"
#undef R
#define R double
#include "products_template.h"
#undef R
