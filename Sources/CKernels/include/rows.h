// Passes over the rows of a matrix x [rows, columns], row-major and contiguous.
#ifndef CK_ROWS_H
#define CK_ROWS_H

#include <stddef.h>
#include <stdint.h>

#define CK_DECLARE_ROWS(R)                                                                        \
  /* y = x + row, the row added to every row; y may be x. */                                      \
  void ck_add_row_##R(const R *x, const R *row, R *y, size_t rows, size_t columns)                \
      __attribute__((swift_name("ck_add_row(_:_:_:_:_:)")));                                      \
  /* y[j] = the sum over i of x[i][j] */                                                          \
  void ck_sum_rows_##R(const R *x, R *y, size_t rows, size_t columns)                             \
      __attribute__((swift_name("ck_sum_rows(_:_:_:_:)")));                                       \
  /* Each row's softmax over its columns first..<last; zero in the other columns. */              \
  void ck_softmax_##R(const R *x, R *y, size_t rows, size_t columns, size_t first, size_t last)   \
      __attribute__((swift_name("ck_softmax(_:_:_:_:_:_:)")));                                    \
  /* y[i] = log of the sum over columns first..<last of exp x[i][j], without overflow. */         \
  void ck_log_sum_exp_##R(const R *x, R *y, size_t rows, size_t columns, size_t first,            \
                          size_t last)                                                            \
      __attribute__((swift_name("ck_log_sum_exp(_:_:_:_:_:_:)")));                                \
  /* c = op(a) op(b), row-major; op transposes when its flag is set: the plain product for        \
     precisions or systems that have no better one. */                                            \
  void ck_product_##R(int ta, int tb, size_t m, size_t n, size_t k, const R *a, size_t lda,       \
                      const R *b, size_t ldb, R *c, size_t ldc)                                   \
      __attribute__((swift_name("ck_product(_:_:_:_:_:_:_:_:_:_:_:)")));

CK_DECLARE_ROWS(float)
CK_DECLARE_ROWS(double)

#endif
