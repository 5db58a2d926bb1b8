#pragma STDC FP_CONTRACT OFF

// Vectors of a fixed number of lanes, whatever the processor has: every number of c is summed in the order of
// k by itself, so all instruction sets give the same bits. Blocks of rows and columns are of a size known to
// the compiler, for their sums to stay in registers.
typedef R LOCAL(eight) __attribute__((vector_size(8 * sizeof(R)), aligned(sizeof(R))));
typedef R LOCAL(sixteen) __attribute__((vector_size(16 * sizeof(R)), aligned(sizeof(R))));

#define CK_BLOCK static inline __attribute__((always_inline)) void

// `rows` rows of c, `vectors` vectors of type V wide. Number (i, l) of op(a) lies at a[i * row + l * step].
#define BLOCK(name, V)                                                                            \
  CK_BLOCK LOCAL(name)(int rows, int vectors, size_t n, size_t k, const R *a, size_t row,         \
                       size_t step, const R *b, R *c) {                                           \
    const size_t lanes = sizeof(V) / sizeof(R);                                                   \
    V sum[5][2];                                                                                  \
    for (int i = 0; i < rows; i++)                                                                \
      for (int j = 0; j < vectors; j++) sum[i][j] = (V){0};                                       \
    for (size_t l = 0; l < k; l++, b += n)                                                        \
      for (int j = 0; j < vectors; j++) {                                                         \
        V right = *(const V *)(b + (size_t)j * lanes);                                            \
        for (int i = 0; i < rows; i++) sum[i][j] += a[(size_t)i * row + l * step] * right;        \
      }                                                                                           \
    for (int i = 0; i < rows; i++)                                                                \
      for (int j = 0; j < vectors; j++)                                                           \
        *(V *)(c + (size_t)i * n + (size_t)j * lanes) = sum[i][j];                                \
  }

BLOCK(block_of_eights, LOCAL(eight))
BLOCK(block_of_sixteens, LOCAL(sixteen))

// `rows` rows of c over all n columns.
CK_BLOCK LOCAL(band)(int rows, size_t n, size_t k, const R *a, size_t row, size_t step, const R *b,
                     R *c) {
  size_t j = 0;
  for (; j + 32 <= n; j += 32)
    LOCAL(block_of_sixteens)(rows, 2, n, k, a, row, step, b + j, c + j);
  for (; j + 16 <= n; j += 16)
    LOCAL(block_of_sixteens)(rows, 1, n, k, a, row, step, b + j, c + j);
  for (; j + 8 <= n; j += 8) LOCAL(block_of_eights)(rows, 1, n, k, a, row, step, b + j, c + j);
  for (; j < n; j++)
    for (int i = 0; i < rows; i++) {
      R sum = 0;
      for (size_t l = 0; l < k; l++) sum += a[(size_t)i * row + l * step] * b[l * n + j];
      c[(size_t)i * n + j] = sum;
    }
}

CK_BLOCK LOCAL(one_product)(size_t m, size_t n, size_t k, const R *a, size_t row, size_t step,
                            const R *b, R *c) {
  size_t i = 0;
  for (; i + 5 <= m; i += 5) LOCAL(band)(5, n, k, a + i * row, row, step, b, c + i * n);
  for (; i < m; i++) LOCAL(band)(1, n, k, a + i * row, row, step, b, c + i * n);
}

// to [8 columns, 8 rows], their rows `wide` apart, = from [8, 8], rows `apart`, transposed: pairs, then
// quarters, then halves are interleaved.
CK_BLOCK LOCAL(transpose_eight)(const R *from, size_t apart, R *to, size_t wide) {
  LOCAL(eight) x[8], y[8];
  for (int i = 0; i < 8; i++) x[i] = *(const LOCAL(eight) *)(from + (size_t)i * apart);
  for (int i = 0; i < 8; i += 2) {
    y[i] = __builtin_shufflevector(x[i], x[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    y[i + 1] = __builtin_shufflevector(x[i], x[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (int half = 0; half < 8; half += 4)
    for (int i = half; i < half + 2; i++) {
      x[i] = __builtin_shufflevector(y[i], y[i + 2], 0, 1, 8, 9, 4, 5, 12, 13);
      x[i + 2] = __builtin_shufflevector(y[i], y[i + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  for (int i = 0; i < 4; i++) {
    y[i] = __builtin_shufflevector(x[i], x[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    y[i + 4] = __builtin_shufflevector(x[i], x[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
  for (int i = 0; i < 8; i++) *(LOCAL(eight) *)(to + (size_t)i * wide) = y[i];
}

// to [columns, rows] = from [rows, columns] transposed.
CK_BLOCK LOCAL(transpose)(const R *from, size_t rows, size_t columns, R *to) {
  size_t i = 0;
  for (; i + 8 <= rows; i += 8) {
    size_t j = 0;
    for (; j + 8 <= columns; j += 8)
      LOCAL(transpose_eight)(from + i * columns + j, columns, to + j * rows + i, rows);
    for (; j < columns; j++)
      for (size_t k = i; k < i + 8; k++) to[j * rows + k] = from[k * columns + j];
  }
  for (; i < rows; i++)
    for (size_t j = 0; j < columns; j++) to[j * rows + i] = from[i * columns + j];
}

// c [m] = a [m, k] b [k], each row's sum in eight lanes.
CK_BLOCK LOCAL(dots)(size_t m, size_t k, const R *a, const R *b, R *c) {
  for (size_t i = 0; i < m; i++, a += k) {
    LOCAL(eight) sum = {0};
    size_t l = 0;
    for (; l + 8 <= k; l += 8)
      sum += *(const LOCAL(eight) *)(a + l) * *(const LOCAL(eight) *)(b + l);
    R total = 0;
    for (int lane = 0; lane < 8; lane++) total += sum[lane];
    for (; l < k; l++) total += a[l] * b[l];
    c[i] = total;
  }
}

CK_CLONES void NAME(products)(int ta, int tb, size_t count, size_t m, size_t n, size_t k,
                              const R *a, const R *b, R *c) {
  size_t size_a = m * k, size_b = k * n, size_c = m * n;
  R columns[CK_SMALL_MATRIX];
  for (size_t i = 0; i < count; i++, a += size_a, b += size_b, c += size_c) {
    // A vector is its own transpose, and a single column of c is one row of its transpose: vectors lie along
    // rows.
    if (n == 1 && ta) {
      LOCAL(one_product)(1, m, k, b, k, 1, a, c);
    } else if (n == 1) {
      LOCAL(dots)(m, k, a, b, c);
    } else {
      if (tb && k > 1) LOCAL(transpose)(b, n, k, columns);
      LOCAL(one_product)(m, n, k, a, ta ? 1 : k, ta ? m : 1, tb && k > 1 ? columns : b, c);
    }
  }
}

#undef CK_BLOCK
#undef BLOCK
