// The OpenMP run-time behind oneDNN, looked up by name: Swift's compiler has no headers for it, and
// other builds of oneDNN, and Accelerate, bring none.
#ifndef CF_OPENMP_H
#define CF_OPENMP_H

#include <stddef.h>

// How many threads a region started from this thread gets; 1 without OpenMP.
int cf_threads(void);
void cf_set_threads(int count);

// Calls body(context, first, last) for pieces of 0..<count, one on each of OpenMP's own threads:
// threads besides those would compete with them, for they wait by spinning.
void cf_parallel(void (*body)(void *context, size_t first, size_t last), void *context,
                 size_t count);

#endif
