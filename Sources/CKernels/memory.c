#include "include/memory.h"

// Any header of the C library says which library it is; without one the test below is never true.
#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void ck_keep_freed_memory(void) {
#if defined(__GLIBC__)
  // 32 MiB is the most that glibc takes; it ignores more.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}
