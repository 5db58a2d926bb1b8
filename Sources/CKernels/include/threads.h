#ifndef CK_THREADS_H
#define CK_THREADS_H

#include <stdint.h>

// Lets this thread read numbers below the smallest normal one as zero, and write zero for them; returns
// what ck_restore_subnormals needs to leave the thread as it was.
//
// A unit that is off gets no gradient, so Adam's mean of it shrinks by a tenth a step until it is that
// small, and stays there for ever: a product with such a number takes a hundred times as long, and a
// step three times.
uint64_t ck_flush_subnormals(void);

// Treats such numbers as before the call of ck_flush_subnormals that returned `before`.
void ck_restore_subnormals(uint64_t before);

// Lets OpenMP start at most `threads` threads from this one; returns how many it might start before.
int ck_limit_openmp(int threads);

// Calls body(context, number, size) once on each of the `size` threads of a team, at most `threads`,
// and returns 1 when all are done. Returns 0, and calls nothing, where there is no OpenMP run-time.
int ck_team(int threads, void *context, void (*body)(void *context, int number, int size));

#endif
