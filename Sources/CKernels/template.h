// A `*_template.h` is included once for each precision: R is the type, NAME(add) is ck_add_float.
#ifndef CK_TEMPLATE_H
#define CK_TEMPLATE_H

#include <stddef.h>

#include "clones.h"

#define CK_JOIN2(a, b) a##_##b
#define CK_JOIN(a, b) CK_JOIN2(a, b)
#define NAME(f) CK_JOIN(ck_##f, R)
#define LOCAL(f) CK_JOIN(f, R)
#define CK_LANES 16

#endif
