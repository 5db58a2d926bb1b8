// Every C kernel, in both precisions, against a plain loop, on blocks of exactly the size that the
// kernel is told, so that a sanitizer sees a read or a write beyond them. Sizes stand on both sides
// of a vector's 16 lanes. Prints one checksum of every number that the kernels gave, which must not
// depend on the instruction set (those of a product that skips zeros do). Run by `make test-sanitize`.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../Sources/CKernels/include/CKernels.h"
#include "../../Sources/CKernels/template.h"

static int failures = 0;
static unsigned state = 1;
static uint64_t checksum = UINT64_C(14695981039346656037);

// Between `low` and `high`, the same in every run.
static double number(double low, double high) {
  state = state * 1664525u + 1013904223u;
  return low + (high - low) * (state >> 8) / 16777216.0;
}

// `count` objects of `size` bytes and not a byte more.
static void *room(size_t count, size_t size) {
  void *p = malloc(count * size);
  if (!p && count > 0) {
    fputs("out of memory\n", stderr);
    exit(2);
  }
  return p;
}

static void compare(const char *kernel, size_t size, double found, double expected,
                    double tolerance) {
  uint64_t bits;
  memcpy(&bits, &found, sizeof bits);
  // The sign of a NaN means nothing.
  checksum = (checksum ^ (isnan(found) ? 0 : bits)) * UINT64_C(1099511628211);
  if (fabs(found - expected) <= tolerance || (isnan(found) && isnan(expected)) ||
      found == expected)
    return;
  failures++;
  printf("%s at size %zu: %.17g instead of %.17g\n", kernel, size, found, expected);
}

#define R float
#include "buffers.h"
#include "elementwise.h"
#include "gather.h"
#include "optimizers.h"
#include "products.h"
#include "rows.h"
#include "sparse.h"
#undef R
#define R double
#include "buffers.h"
#include "elementwise.h"
#include "gather.h"
#include "optimizers.h"
#include "products.h"
#include "rows.h"
#include "sparse.h"
#undef R

int main(void) {
  const size_t sizes[] = {0, 1, 15, 16, 17, 1000};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    elementwise_float(sizes[i]), elementwise_double(sizes[i]);
    optimizers_float(sizes[i]), optimizers_double(sizes[i]);
    for (size_t rows = 0; rows <= 3; rows++) {
      rows_float(rows, sizes[i]), rows_double(rows, sizes[i]);
      gather_float(rows, sizes[i]), gather_double(rows, sizes[i]);
    }
  }
  specials_float(), specials_double();
  products_float(), products_double();
  many_pairs_float(), many_pairs_double();
  sparse_products_float(), sparse_products_double();
  ck_keep_freed_memory();
  ck_restore_subnormals(ck_flush_subnormals());
  ck_limit_openmp(ck_limit_openmp(1));
  if (failures > 0) printf("%d numbers are wrong\n", failures);
  printf("%016llx\n", (unsigned long long)checksum);
  return failures > 0;
}
