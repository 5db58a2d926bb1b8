#include "include/passes.h"

int ck_threads_counting = 0;

static _Thread_local ck_pass_counter counter;

ck_pass_counter ck_exchange_pass_counter(ck_pass_counter new) {
  ck_pass_counter old = counter;
  int change = (new.length != 0) - (old.length != 0);
  if (change != 0) __atomic_fetch_add(&ck_threads_counting, change, __ATOMIC_RELAXED);
  counter = new;
  return old;
}

void ck_count_pass(size_t count, size_t whole) {
  if (counter.length != 0 && whole != 0 && whole % counter.length == 0) counter.numbers += count;
}
