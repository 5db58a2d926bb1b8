#ifndef CK_THREADS_H
#define CK_THREADS_H

// Prepares the calling thread for arithmetic; free after the first call on a thread.
//
// Numbers below the smallest normal one become zero. A unit that is off gets no gradient, so Adam's
// mean of it shrinks by a tenth a step until it is that small, and stays there for ever: a product
// with such a number takes a hundred times as long, and a step three times.
//
// Products called from this thread stay on it: the OpenMP run-time behind oneDNN is told so.
void ck_prepare_thread(void);

// Calls body(context, number, size) once on each of the `size` threads of a team, at most `threads`,
// and returns 1 when all are done. Returns 0, and calls nothing, where there is no OpenMP run-time.
int ck_team(int threads, void *context, void (*body)(void *context, int number, int size));

#endif
