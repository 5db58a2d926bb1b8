#include "include/sparse.h"

#include <stdint.h>

#include "template.h"

// Vectors of sums in the registers: a sum waits four cycles for the one before it, so eight could not keep two
// units at work. As wide as AVX-512 has registers for, and so that 400 columns are two strips.
#define WIDEST 13

int ck_sparse_width(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f")) return WIDEST;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 6;
#endif
  return 0;
}

// Unlike the other kernels, these take a product and a sum in one rounding, for half the time. Each number of c is
// summed in the order of k: the two instruction sets give the same bits.
#pragma STDC FP_CONTRACT ON

// Rows of c in one go, and of b, as many as a word has bits: a strip of b stays in the first cache.
#define ROWS 128
#define DEPTH 32

#define R float
#include "sparse_template.h"
#undef R
#define R double
#include "sparse_template.h"
#undef R
