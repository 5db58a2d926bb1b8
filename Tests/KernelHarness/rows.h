// Included once for each precision R.

// Softmax and log-sum-exp over the columns first..<last.
static void LOCAL(softmaxes)(size_t rows, size_t columns, size_t first, size_t last) {
  size_t n = rows * columns;
  R *x = LOCAL(numbers)(n, -3, 3), *y = LOCAL(numbers)(n, 5, 6), *log_sum = room(rows, sizeof(R));
  double *softmax = room(n, sizeof(double)), *logs = room(rows, sizeof(double));
  for (size_t i = 0; i < rows; i++) {
    double sum = 0;
    for (size_t j = first; j < last; j++) sum += exp(x[i * columns + j]);
    logs[i] = log(sum);
    for (size_t j = 0; j < columns; j++)
      softmax[i * columns + j] = j < first || j >= last ? 0 : exp(x[i * columns + j]) / sum;
  }
  NAME(softmax)(x, y, rows, columns, first, last);
  LOCAL(compare_all)("softmax", n, y, softmax);
  NAME(log_sum_exp)(x, log_sum, rows, columns, first, last);
  LOCAL(compare_all)("log_sum_exp", rows, log_sum, logs);
  free(x), free(y), free(log_sum), free(softmax), free(logs);
}

static void LOCAL(rows)(size_t rows, size_t columns) {
  size_t n = rows * columns;
  R *x = LOCAL(numbers)(n, -1, 1), *row = LOCAL(numbers)(columns, -1, 1);
  R *y = room(n, sizeof(R)), *sums = room(columns, sizeof(R));
  double *added = room(n, sizeof(double)), *totals = calloc(columns + 1, sizeof(double));
  for (size_t k = 0; k < n; k++) {
    added[k] = (double)x[k] + row[k % columns];
    totals[k % columns] += x[k];
  }
  NAME(sum_rows)(x, sums, rows, columns);
  LOCAL(compare_all)("sum_rows", columns, sums, totals);
  NAME(add_row)(x, row, y, rows, columns);
  LOCAL(compare_all)("add_row", n, y, added);
  NAME(add_row)(x, row, x, rows, columns);
  LOCAL(compare_all)("add_row in place", n, x, added);
  free(x), free(row), free(y), free(sums), free(added), free(totals);
  if (columns == 0) return;
  LOCAL(softmaxes)(rows, columns, 0, columns);
  LOCAL(softmaxes)(rows, columns, columns / 2, columns);
  LOCAL(softmaxes)(rows, columns, 0, columns / 2 + 1);
}

// Rows of a and b lie `gap` further apart than they are long; the last ends where its block does.
static void LOCAL(product)(int ta, int tb, size_t m, size_t n, size_t k, size_t gap) {
  size_t rows_a = ta ? k : m, lda = (ta ? m : k) + gap, rows_b = tb ? n : k;
  size_t ldb = (tb ? k : n) + gap, ldc = n + gap;
  R *a = LOCAL(numbers)(rows_a * lda - gap, -1, 1), *b = LOCAL(numbers)(rows_b * ldb - gap, -1, 1);
  R *c = LOCAL(numbers)(m * ldc - gap, -1, 1);
  NAME(product)(ta, tb, m, n, k, a, lda, b, ldb, c, ldc);
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) {
      double sum = 0;
      for (size_t l = 0; l < k; l++)
        sum += (double)(ta ? a[l * lda + i] : a[i * lda + l]) *
               (tb ? b[j * ldb + l] : b[l * ldb + j]);
      compare("product", n, c[i * ldc + j], sum, TOLERANCE * (double)k);
    }
  free(a), free(b), free(c);
}

static void LOCAL(products)(void) {
  const size_t lengths[] = {1, 15, 16, 17};
  for (int choice = 0; choice < 4 * 4 * 4 * 8; choice++)
    LOCAL(product)(choice & 1, choice >> 1 & 1, lengths[choice >> 3 & 3], lengths[choice >> 5 & 3],
                   lengths[choice >> 7 & 3], choice >> 2 & 1);
}
