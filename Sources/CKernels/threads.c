#include "include/threads.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

uint64_t ck_flush_subnormals(void) {
#if defined(__x86_64__)
  // Bits 6 and 15 of the control register: read subnormal numbers as zero, write zero for them.
  uint32_t control = __builtin_ia32_stmxcsr();
  if ((control & 0x8040u) != 0x8040u) __builtin_ia32_ldmxcsr(control | 0x8040u);
  return control;
#elif defined(__aarch64__)
  uint64_t control, flush = UINT64_C(1) << 24;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  if (!(control & flush)) __asm__ volatile("msr fpcr, %0" : : "r"(control | flush));
  return control;
#else
  return 0;
#endif
}

void ck_restore_subnormals(uint64_t before) {
#if defined(__x86_64__)
  // The other bits stay as they are now: they hold the exceptions that have been raised meanwhile.
  uint32_t control = __builtin_ia32_stmxcsr(), wanted = (control & ~0x8040u) | (before & 0x8040u);
  if (control != wanted) __builtin_ia32_ldmxcsr(wanted);
#elif defined(__aarch64__)
  uint64_t control, flush = UINT64_C(1) << 24;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  uint64_t wanted = (control & ~flush) | (before & flush);
  if (control != wanted) __asm__ volatile("msr fpcr, %0" : : "r"(wanted));
#else
  (void)before;
#endif
}

// OpenMP's functions, and what a compiler makes of `#pragma omp parallel`: by name, because the headers of
// Debian's compiler are not those of Swift's, and because oneDNN can be built on other thread libraries.
static void (*parallel)(void (*)(void *), void *, unsigned, unsigned);
static int (*team_number)(void), (*team_size)(void), (*get_max_threads)(void);
static void (*set_num_threads)(int);

static void look_up(void) {
  get_max_threads = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_max_threads");
  set_num_threads = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_num_threads");
  team_number = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_thread_num");
  team_size = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_num_threads");
  if (team_number && team_size)
    parallel = (void (*)(void (*)(void *), void *, unsigned, unsigned))dlsym(RTLD_DEFAULT,
                                                                             "GOMP_parallel");
}

static void look_up_once(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, look_up);
}

int ck_limit_openmp(int threads) {
  look_up_once();
  if (!get_max_threads || !set_num_threads) return threads;
  int before = get_max_threads();
  if (before != threads) set_num_threads(threads);
  return before;
}

struct work {
  void *context;
  void (*body)(void *context, int number, int size);
};

static void join(void *data) {
  const struct work *work = data;
  // The team's threads may be a host's as well.
  uint64_t before = ck_flush_subnormals();
  work->body(work->context, team_number(), team_size());
  ck_restore_subnormals(before);
}

int ck_team(int threads, void *context, void (*body)(void *context, int number, int size)) {
  look_up_once();
  if (!parallel) return 0;
  struct work work = {context, body};
  parallel(join, &work, (unsigned)threads, 0);
  return 1;
}
