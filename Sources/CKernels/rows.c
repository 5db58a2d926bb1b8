#include "include/rows.h"

#include "exponential.h"
#include "template.h"

static inline float log_of_float(float x) { return logf(x); }
static inline double log_of_double(double x) { return log(x); }

#define R float
#include "rows_template.h"
#undef R
#define R double
#include "rows_template.h"
#undef R
