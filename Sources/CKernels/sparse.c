#include "include/sparse.h"

#include <stdint.h>

#include "template.h"

int ck_sparse_width(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f")) return 8;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 6;
#endif
  return 0;
}

// Unlike the other kernels, these take a product and a sum in one rounding, for half the time: their bits are
// the processor's own, as a library's product is.
#pragma STDC FP_CONTRACT ON

// Rows of c in one go, and of b: lists of nonzeros, sums, and a strip of b stay in the first cache.
#define ROWS 128
#define DEPTH 64

#define R float
#include "sparse_template.h"
#undef R
#define R double
#include "sparse_template.h"
#undef R
