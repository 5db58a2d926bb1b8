#include "include/threads.h"

#include <dlfcn.h>
#include <stddef.h>

// The setting is OpenMP's own and belongs to the calling thread. It is looked up by name because
// the headers of Debian's compiler are not those of Swift's, and because oneDNN can be built on
// other thread libraries.
void ck_single_thread(void) {
  static _Thread_local int done = 0;
  if (done) return;
  done = 1;
  void (*set_num_threads)(int) = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
  if (set_num_threads != NULL) set_num_threads(1);
}
