// Products whose left operand is full of zeros, as images are and what a ReLU leaves.
#ifndef CK_SPARSE_H
#define CK_SPARSE_H

#include <stddef.h>

// How many vectors of 16 numbers the sums of a row may take: as many as this processor's registers hold. 0
// where a library's dense product is the faster one, for want of wide vectors.
int ck_sparse_width(void);

#define CK_DECLARE_SPARSE(R)                                                                      \
  /* How many of n numbers are zero. */                                                           \
  size_t ck_zeros_##R(const R *x, size_t n) __attribute__((swift_name("ck_zeros(_:_:)")));        \
  /* c [m, n] = op(a) [m, k] b [k, n], row-major, rows of a `lda` apart, b and c contiguous; op   \
     transposes if ta is set. n is 16 at least. The zeros of a are skipped, so what they meet in  \
     b does not matter, not even where it is not finite. Each number of c is summed in the order  \
     of k, so it has the same bits in whatever parts c is computed. */                            \
  void ck_sparse_product_##R(int ta, size_t m, size_t n, size_t k, const R *a, size_t lda,        \
                             const R *b, R *c)                                                    \
      __attribute__((swift_name("ck_sparse_product(_:_:_:_:_:_:_:_:)")));

CK_DECLARE_SPARSE(float)
CK_DECLARE_SPARSE(double)

#endif
