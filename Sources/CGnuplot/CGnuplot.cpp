#include "CGnuplot.h"

#include <cerrno>
#include <cstdio>

#if __has_include(<gnuplot-iostream.h>)
#include <exception>

#include <gnuplot-iostream.h>

const char *cgnuplot_backend(void) { return "gnuplot-iostream"; }

int cgnuplot_write_file(const char *path, const char *bytes, size_t length) {
  // Nothing may leave here as a C++ exception: Swift could not catch it. The class itself raises
  // none when a write fails; the stream only turns bad, and errno still says why.
  int problem = 0;
  errno = 0;
  try {
    Gnuplot file(std::string(">") + path);
    file.write(bytes, static_cast<std::streamsize>(length));
    file.flush();
    // Read before the destructor runs, which tries to write once more.
    if (!file.good()) problem = errno != 0 ? errno : EIO;
  } catch (const std::exception &) {
    problem = errno != 0 ? errno : EIO;
  }
  return problem;
}

#else

const char *cgnuplot_backend(void) { return "stdio"; }

int cgnuplot_write_file(const char *path, const char *bytes, size_t length) {
  FILE *file = std::fopen(path, "wb");
  if (!file) return errno != 0 ? errno : EIO;
  errno = 0;
  bool whole = std::fwrite(bytes, 1, length, file) == length && std::fflush(file) == 0;
  int problem = errno;
  if (std::fclose(file) != 0 && whole) {
    whole = false;
    problem = errno;
  }
  return whole ? 0 : problem != 0 ? problem : EIO;
}

#endif
