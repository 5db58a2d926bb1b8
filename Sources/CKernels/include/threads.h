#ifndef CK_THREADS_H
#define CK_THREADS_H

// Tells the OpenMP run-time behind oneDNN, once a thread, that products called from this thread
// stay on it. Does nothing where oneDNN was built without OpenMP.
void ck_single_thread(void);

#endif
