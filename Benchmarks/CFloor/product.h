// c [m, n] = op(a) op(b), row-major and contiguous; op transposes where the letter is 'T'.
#ifndef CF_PRODUCT_H
#define CF_PRODUCT_H

#include <stddef.h>

void cf_product(char ta, char tb, size_t m, size_t n, size_t k, const float *a, const float *b,
                float *c);

#endif
