#ifndef CK_PASSES_H
#define CK_PASSES_H

#include <stddef.h>

// The counter of passes over θ. It is off unless a thread asks for it: then each operation that reads or writes as
// many numbers as θ has, or a multiple, adds them up on that thread.

typedef struct {
  /// How many numbers θ has; 0 while nothing is counted.
  size_t length;
  /// How many numbers have been passed over.
  size_t numbers;
} ck_pass_counter;

/// How many threads count.
extern int ck_threads_counting;

static inline int ck_passes_are_counted(void) {
  return __atomic_load_n(&ck_threads_counting, __ATOMIC_RELAXED) != 0;
}

/// Replaces this thread's counter, and returns the one before.
ck_pass_counter ck_exchange_pass_counter(ck_pass_counter counter);

/// Adds an operation on `count` numbers of a block of `whole`, if that is as long as θ or a multiple.
void ck_count_pass(size_t count, size_t whole);

#endif
