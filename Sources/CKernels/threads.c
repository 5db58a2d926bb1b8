#include "include/threads.h"

#include <dlfcn.h>
#include <pthread.h>
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

// What a compiler makes of `#pragma omp parallel`, by name for the reasons above.
static void (*parallel)(void (*)(void *), void *, unsigned, unsigned);
static int (*team_number)(void), (*team_size)(void);

static void look_up(void) {
  team_number = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_thread_num");
  team_size = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_num_threads");
  if (team_number && team_size)
    parallel = (void (*)(void (*)(void *), void *, unsigned, unsigned))dlsym(RTLD_DEFAULT,
                                                                             "GOMP_parallel");
}

struct work {
  void *context;
  void (*body)(void *context, int number, int size);
};

static void join(void *data) {
  const struct work *work = data;
  ck_prepare_thread();
  work->body(work->context, team_number(), team_size());
}

int ck_team(int threads, void *context, void (*body)(void *context, int number, int size)) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, look_up);
  if (!parallel) return 0;
  struct work work = {context, body};
  parallel(join, &work, (unsigned)threads, 0);
  return 1;
}
