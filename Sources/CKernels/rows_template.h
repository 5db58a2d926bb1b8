#pragma STDC FP_CONTRACT OFF

CK_CLONES void NAME(add_row)(const R *x, const R *row, R *y, size_t rows, size_t columns) {
  for (size_t i = 0; i < rows; i++, x += columns, y += columns) {
#pragma clang loop vectorize(assume_safety)  // y may be x
    for (size_t j = 0; j < columns; j++) y[j] = x[j] + row[j];
  }
}

CK_CLONES void NAME(sum_rows)(const R *x, R *y, size_t rows, size_t columns) {
  memset(y, 0, columns * sizeof(R));
  for (size_t i = 0; i < rows; i++)
    for (size_t j = 0; j < columns; j++) y[j] += x[i * columns + j];
}

static inline R LOCAL(largest)(const R *x, size_t first, size_t last) {
  R largest = x[first];
  for (size_t j = first + 1; j < last; j++) largest = x[j] > largest ? x[j] : largest;
  return largest;
}

CK_CLONES void NAME(softmax)(const R *x, R *y, size_t rows, size_t columns, size_t first,
                             size_t last) {
  if (last - first < columns) memset(y, 0, rows * columns * sizeof(R));
  for (size_t i = 0; i < rows; i++, x += columns, y += columns) {
    R top = LOCAL(largest)(x, first, last), sum = 0;
    for (size_t j = first; j < last; j++) y[j] = LOCAL(exp)(x[j] - top);
    for (size_t j = first; j < last; j++) sum += y[j];
    for (size_t j = first; j < last; j++) y[j] /= sum;
  }
}

void NAME(log_sum_exp)(const R *x, R *y, size_t rows, size_t columns, size_t first, size_t last) {
  for (size_t i = 0; i < rows; i++, x += columns) {
    R top = LOCAL(largest)(x, first, last), sum = 0;
    for (size_t j = first; j < last; j++) sum += LOCAL(exp)(x[j] - top);
    y[i] = top + LOCAL(log_of)(sum);
  }
}

CK_CLONES void NAME(product)(int ta, int tb, size_t m, size_t n, size_t k, const R *a, size_t lda,
                             const R *b, size_t ldb, R *c, size_t ldc) {
  for (size_t i = 0; i < m; i++) {
    R *row = c + i * ldc;
    memset(row, 0, n * sizeof(R));
    for (size_t l = 0; l < k; l++) {
      R factor = ta ? a[l * lda + i] : a[i * lda + l];
      if (tb)
        for (size_t j = 0; j < n; j++) row[j] += factor * b[j * ldb + l];
      else
        for (size_t j = 0; j < n; j++) row[j] += factor * b[l * ldb + j];
    }
  }
}
