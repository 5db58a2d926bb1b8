// Included once for each precision R. A figure may be off by TOLERANCE of the largest expected one,
// or of 1 where all are smaller.
#define TOLERANCE (sizeof(R) == 4 ? 1e-6 : 1e-13)

static R *LOCAL(numbers)(size_t n, double low, double high) {
  R *x = room(n, sizeof(R));
  for (size_t i = 0; i < n; i++) x[i] = (R)number(low, high);
  return x;
}

static void LOCAL(compare_all)(const char *kernel, size_t n, const R *found,
                               const double *expected) {
  double scale = 1;
  for (size_t i = 0; i < n; i++)
    if (isfinite(expected[i]) && fabs(expected[i]) > scale) scale = fabs(expected[i]);
  for (size_t i = 0; i < n; i++) compare(kernel, n, found[i], expected[i], TOLERANCE * scale);
}
