typedef R LOCAL(vector) __attribute__((vector_size(16 * sizeof(R)), aligned(sizeof(R))));
typedef _Bool LOCAL(truths) __attribute__((ext_vector_type(16)));

CK_CLONES size_t NAME(zeros)(const R *x, size_t n) {
  size_t zeros = 0;
  for (size_t i = 0; i < n; i++) zeros += x[i] == 0;
  return zeros;
}

// Which of 16 numbers are not zero: a bit each, the first the lowest.
static inline __attribute__((always_inline)) uint32_t LOCAL(which)(const R *x) {
  LOCAL(truths) is = __builtin_convertvector(*(const LOCAL(vector) *)x != 0, LOCAL(truths));
  uint16_t bits;
  __builtin_memcpy(&bits, &is, sizeof bits);
  return bits;
}

// For each row of op(a) which of its numbers are not zero, a bit each. Number (i, l) lies at a[i * row + l * step];
// either `row` or `step` is 1, and vectors run along that one.
static inline __attribute__((always_inline)) void LOCAL(find)(size_t rows, size_t depth, const R *a,
                                                              size_t row, size_t step,
                                                              uint32_t *nonzeros) {
  size_t i = 0;
  if (step != 1)
    for (; i + 16 <= rows; i += 16) {
      uint32_t bits[16] = {0};
      for (size_t l = 0; l < depth; l++)
        for (size_t j = 0; j < 16; j++) bits[j] |= (uint32_t)(a[i + j + l * step] != 0) << l;
      __builtin_memcpy(nonzeros + i, bits, sizeof bits);
    }
  for (; i < rows; i++) {
    uint32_t bits = 0;
    size_t l = 0;
    if (step == 1)
      for (; l + 16 <= depth; l += 16) bits |= LOCAL(which)(a + i * row + l) << l;
    for (; l < depth; l++) bits |= (uint32_t)(a[i * row + l * step] != 0) << l;
    nonzeros[i] = bits;
  }
}

// Adds to `vectors` vectors of each row of c, or writes them if `first` is set. The last of them begins at
// column `last`, where it may overlap the one before: both then hold the same sums.
static inline __attribute__((always_inline)) void LOCAL(strip)(
    int vectors, size_t rows, size_t n, const uint32_t *nonzeros, const R *a, size_t row,
    size_t step, const R *b, R *c, size_t last, int first) {
#define COLUMN(j) ((j) == vectors - 1 ? last : (size_t)(j) * 16)
  for (size_t i = 0; i < rows; i++, a += row, c += n) {
    LOCAL(vector) sum[WIDEST];
    for (int j = 0; j < vectors; j++)
      sum[j] = first ? (LOCAL(vector)){0} : *(const LOCAL(vector) *)(c + COLUMN(j));
    for (uint32_t left = nonzeros[i]; left; left &= left - 1) {
      size_t l = (size_t)__builtin_ctz(left);
      const R *right = b + l * n;
      for (int j = 0; j < vectors; j++)
        sum[j] += a[l * step] * *(const LOCAL(vector) *)(right + COLUMN(j));
    }
    for (int j = 0; j < vectors; j++) *(LOCAL(vector) *)(c + COLUMN(j)) = sum[j];
  }
#undef COLUMN
}

CK_FUSED_CLONES void NAME(sparse_product)(int ta, size_t m, size_t n, size_t k, const R *a,
                                          size_t lda, const R *b, R *c) {
  uint32_t nonzeros[ROWS];
  size_t row = ta ? 1 : lda, step = ta ? lda : 1;
  int width = ck_sparse_width();
  size_t widest = width > 0 ? (size_t)width : 1, vectors = (n + 15) / 16;
  size_t strips = (vectors + widest - 1) / widest;
  for (size_t i = 0; i < m; i += ROWS) {
    size_t rows = m - i < ROWS ? m - i : ROWS;
    for (size_t l = 0; l < k; l += DEPTH) {
      size_t depth = k - l < DEPTH ? k - l : DEPTH;
      const R *left = a + i * row + l * step;
      LOCAL(find)(rows, depth, left, row, step, nonzeros);
      for (size_t s = 0; s < strips; s++) {
        // Strips of nearly one width, so that none is so narrow that its last vector overlaps another's.
        size_t begin = vectors * s / strips, wide = vectors * (s + 1) / strips - begin;
        size_t column = begin * 16, last = (wide - 1) * 16;
        if (column + last + 16 > n) last = n - 16 - column;
        const R *right = b + l * n + column;
        R *sums = c + i * n + column;
#define STRIP(w)                                                                                \
  case w: LOCAL(strip)(w, rows, n, nonzeros, left, row, step, right, sums, last, l == 0); break;
        switch (wide) {
          STRIP(1) STRIP(2) STRIP(3) STRIP(4) STRIP(5) STRIP(6) STRIP(7)
          STRIP(8) STRIP(9) STRIP(10) STRIP(11) STRIP(12) STRIP(13)
        }
#undef STRIP
      }
    }
  }
}
