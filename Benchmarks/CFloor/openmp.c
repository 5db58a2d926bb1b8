#define _GNU_SOURCE
#include "openmp.h"

#include <dlfcn.h>

typedef int (*get)(void);
typedef void (*set)(int);
typedef void (*region)(void (*body)(void *), void *data, unsigned threads, unsigned flags);

int cf_threads(void) {
  get threads = (get)dlsym(RTLD_DEFAULT, "omp_get_max_threads");
  return threads ? threads() : 1;
}

void cf_set_threads(int count) {
  set threads = (set)dlsym(RTLD_DEFAULT, "omp_set_num_threads");
  if (threads) threads(count);
}

struct loop {
  void (*body)(void *, size_t, size_t);
  void *context;
  size_t count;
  get number, total;
};

static void piece(void *data) {
  const struct loop *loop = data;
  size_t number = (size_t)loop->number(), total = (size_t)loop->total();
  loop->body(loop->context, loop->count * number / total, loop->count * (number + 1) / total);
}

void cf_parallel(void (*body)(void *context, size_t first, size_t last), void *context,
                 size_t count) {
  struct loop loop = {body, context, count, (get)dlsym(RTLD_DEFAULT, "omp_get_thread_num"),
                      (get)dlsym(RTLD_DEFAULT, "omp_get_num_threads")};
  region parallel = (region)dlsym(RTLD_DEFAULT, "GOMP_parallel");
  if (parallel && loop.number && loop.total)
    parallel(piece, &loop, 0, 0);
  else
    body(context, 0, count);
}
