#ifndef CGNUPLOT_H
#define CGNUPLOT_H

// Writes gnuplot scripts and data files through gnuplot-iostream where its header is installed, and
// through plain stdio elsewhere. Only its file mode is used: a script that lies on disk stops at
// its first error and can be run again by hand, which commands sent down a pipe do not.

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// "gnuplot-iostream" or "stdio".
const char *cgnuplot_backend(void);

/// Writes `length` bytes into a new file at `path`. Returns 0 when every byte has reached the file
/// and it is closed, else the errno of what failed.
int cgnuplot_write_file(const char *path, const char *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
