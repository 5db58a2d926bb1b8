typedef R LOCAL(vector) __attribute__((vector_size(16 * sizeof(R)), aligned(sizeof(R))));

CK_CLONES size_t NAME(zeros)(const R *x, size_t n) {
  size_t zeros = 0;
  for (size_t i = 0; i < n; i++) zeros += x[i] == 0;
  return zeros;
}

// The nonzeros of some rows of op(a), row after row: row i has those from start[i] on.
typedef struct {
  R value[ROWS * DEPTH];
  uint16_t row_of_b[ROWS * DEPTH];
  uint32_t start[ROWS + 1];
} LOCAL(nonzeros);

// Number (i, l) of op(a) lies at a[i * row + l * step]. Every number is written, and the next one over it if
// it is zero: a branch would be guessed wrongly half of the time.
static inline __attribute__((always_inline)) void LOCAL(collect)(
    size_t rows, size_t depth, const R *a, size_t row, size_t step, LOCAL(nonzeros) *found) {
  uint32_t count = 0;
  for (size_t i = 0; i < rows; i++) {
    found->start[i] = count;
    const R *x = a + i * row;
    for (size_t l = 0; l < depth; l++, x += step) {
      found->value[count] = *x;
      found->row_of_b[count] = (uint16_t)l;
      count += *x != 0;
    }
  }
  found->start[rows] = count;
}

// Adds to `vectors` vectors of each row of c, or writes them if `first` is set. The last of them begins at
// column `last`, where it may overlap the one before: both then hold the same sums.
static inline __attribute__((always_inline)) void LOCAL(strip)(
    int vectors, size_t rows, size_t n, const LOCAL(nonzeros) *a, const R *b, R *c, size_t last,
    int first) {
#define COLUMN(j) ((j) == vectors - 1 ? last : (size_t)(j) * 16)
  for (size_t i = 0; i < rows; i++, c += n) {
    LOCAL(vector) sum[8];
    for (int j = 0; j < vectors; j++)
      sum[j] = first ? (LOCAL(vector)){0} : *(const LOCAL(vector) *)(c + COLUMN(j));
    for (uint32_t e = a->start[i]; e < a->start[i + 1]; e++) {
      const R *right = b + a->row_of_b[e] * n;
      for (int j = 0; j < vectors; j++)
        sum[j] += a->value[e] * *(const LOCAL(vector) *)(right + COLUMN(j));
    }
    for (int j = 0; j < vectors; j++) *(LOCAL(vector) *)(c + COLUMN(j)) = sum[j];
  }
#undef COLUMN
}

CK_CLONES void NAME(sparse_product)(int ta, size_t m, size_t n, size_t k, const R *a, size_t lda,
                                    const R *b, R *c) {
  LOCAL(nonzeros) found;
  size_t row = ta ? 1 : lda, step = ta ? lda : 1;
  int width = ck_sparse_width();
  size_t widest = width > 0 ? (size_t)width : 1, vectors = (n + 15) / 16;
  size_t strips = (vectors + widest - 1) / widest;
  for (size_t i = 0; i < m; i += ROWS) {
    size_t rows = m - i < ROWS ? m - i : ROWS;
    for (size_t l = 0; l < k; l += DEPTH) {
      size_t depth = k - l < DEPTH ? k - l : DEPTH;
      LOCAL(collect)(rows, depth, a + i * row + l * step, row, step, &found);
      for (size_t s = 0; s < strips; s++) {
        // Strips of nearly one width, so that none is so narrow that its last vector overlaps another's.
        size_t begin = vectors * s / strips, wide = vectors * (s + 1) / strips - begin;
        size_t column = begin * 16, last = (wide - 1) * 16;
        if (column + last + 16 > n) last = n - 16 - column;
        const R *right = b + l * n + column;
        R *sums = c + i * n + column;
#define STRIP(w) \
  case w: LOCAL(strip)(w, rows, n, &found, right, sums, last, l == 0); break;
        switch (wide) { STRIP(1) STRIP(2) STRIP(3) STRIP(4) STRIP(5) STRIP(6) STRIP(7) STRIP(8) }
#undef STRIP
      }
    }
  }
}
