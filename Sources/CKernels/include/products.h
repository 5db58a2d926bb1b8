// Products of many pairs of small matrices, such as those of a meta-batch, where each task has weights of
// its own. A library's product is made for large matrices: at [10, 40] · [40, 40] it takes longer to choose
// and prepare its way than to multiply.
#ifndef CK_PRODUCTS_H
#define CK_PRODUCTS_H

#include <stddef.h>

// The most numbers that b may hold: a transposed b is laid out anew on the stack.
#define CK_SMALL_MATRIX 4096

#define CK_DECLARE_PRODUCTS(R)                                                                    \
  /* c[i] = op(a[i]) op(b[i]) for `count` pairs, one after the other in a, b and c: op(a) [m, k], \
     op(b) [k, n], row-major; op transposes when its flag is set. k n is at most                  \
     CK_SMALL_MATRIX, and so is m k. */                                                           \
  void ck_products_##R(int ta, int tb, size_t count, size_t m, size_t n, size_t k, const R *a,    \
                       const R *b, R *c) __attribute__((swift_name("ck_products(_:_:_:_:_:_:_:_:_:)")));

CK_DECLARE_PRODUCTS(float)
CK_DECLARE_PRODUCTS(double)

#endif
