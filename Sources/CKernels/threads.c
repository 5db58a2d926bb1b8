#include "include/threads.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

static void flush_subnormal_numbers(void) {
#if defined(__x86_64__)
  // Bits 6 and 15 of the control register: read subnormal numbers as zero, write zero for them.
  __builtin_ia32_ldmxcsr(__builtin_ia32_stmxcsr() | 0x8040u);
#elif defined(__aarch64__)
  uint64_t control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  __asm__ volatile("msr fpcr, %0" : : "r"(control | (UINT64_C(1) << 24)));
#endif
}

void ck_prepare_thread(void) {
  static _Thread_local int done = 0;
  if (done) return;
  done = 1;
  flush_subnormal_numbers();
  // Looked up by name because the headers of Debian's compiler are not those of Swift's, and because
  // oneDNN can be built on other thread libraries.
  void (*set_num_threads)(int) = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
  if (set_num_threads != NULL) set_num_threads(1);
}

struct team {
  void *context;
  void (*work)(void *context, int number, int size);
  int (*number)(void), (*size)(void);
};

static void join(void *data) {
  const struct team *team = data;
  ck_prepare_thread();
  team->work(team->context, team->number(), team->size());
}

int ck_team(int threads, void *context, void (*work)(void *context, int number, int size)) {
  // What a compiler makes of `#pragma omp parallel`, by name for the reasons above.
  static void (*parallel)(void (*)(void *), void *, unsigned, unsigned);
  static int (*number)(void), (*size)(void);
  static int looked = 0;
  if (!__atomic_load_n(&looked, __ATOMIC_ACQUIRE)) {
    // Two threads may both look: they find the same.
    number = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_thread_num");
    size = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_num_threads");
    parallel = (void (*)(void (*)(void *), void *, unsigned, unsigned))dlsym(RTLD_DEFAULT,
                                                                             "GOMP_parallel");
    __atomic_store_n(&looked, 1, __ATOMIC_RELEASE);
  }
  if (!parallel || !number || !size) return 0;
  struct team team = {context, work, number, size};
  parallel(join, &team, (unsigned)threads, 0);
  return 1;
}
