// y[i] = f(x[i]) and z[i] = f(x[i], y[i]) over n contiguous numbers; the result may be an operand, but
// must not overlap one in part, for the loops are compiled as if no index met another's place.
#ifndef CK_ELEMENTWISE_H
#define CK_ELEMENTWISE_H

#include <stddef.h>

#define CK_DECLARE_ELEMENTWISE(R)                                                                 \
  void ck_add_##R(const R *x, const R *y, R *z, size_t n)                                         \
      __attribute__((swift_name("ck_add(_:_:_:_:)")));                                            \
  void ck_subtract_##R(const R *x, const R *y, R *z, size_t n)                                    \
      __attribute__((swift_name("ck_subtract(_:_:_:_:)")));                                       \
  void ck_multiply_##R(const R *x, const R *y, R *z, size_t n)                                    \
      __attribute__((swift_name("ck_multiply(_:_:_:_:)")));                                       \
  void ck_divide_##R(const R *x, const R *y, R *z, size_t n)                                      \
      __attribute__((swift_name("ck_divide(_:_:_:_:)")));                                         \
  /* z = x where gate > 0, else 0: a ReLU's derivative applied to a cotangent. */                 \
  void ck_gate_##R(const R *x, const R *gate, R *z, size_t n)                                     \
      __attribute__((swift_name("ck_gate(_:_:_:_:)")));                                           \
  /* y = factor x + term */                                                                       \
  void ck_affine_##R(const R *x, R factor, R term, R *y, size_t n)                                \
      __attribute__((swift_name("ck_affine(_:_:_:_:_:)")));                                       \
  /* y = y + factor x */                                                                          \
  void ck_axpy_##R(R factor, const R *x, R *y, size_t n)                                          \
      __attribute__((swift_name("ck_axpy(_:_:_:_:)")));                                           \
  void ck_square_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_square(_:_:_:)")));\
  void ck_sqrt_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_sqrt(_:_:_:)")));    \
  void ck_abs_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_abs(_:_:_:)")));      \
  void ck_sign_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_sign(_:_:_:)")));    \
  void ck_relu_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_relu(_:_:_:)")));    \
  void ck_exp_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_exp(_:_:_:)")));      \
  void ck_log_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_log(_:_:_:)")));      \
  void ck_tanh_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_tanh(_:_:_:)")));    \
  void ck_sigmoid_##R(const R *x, R *y, size_t n) __attribute__((swift_name("ck_sigmoid(_:_:_:)")));\
  R ck_sum_##R(const R *x, size_t n) __attribute__((swift_name("ck_sum(_:_:)")));                 \
  R ck_dot_##R(const R *x, const R *y, size_t n) __attribute__((swift_name("ck_dot(_:_:_:)")));   \
  R ck_squared_length_##R(const R *x, size_t n)                                                   \
      __attribute__((swift_name("ck_squared_length(_:_:)")));                                     \
  /* gradient += weight (theta - centre), and half the sum of weight (theta - centre)^2. */       \
  R ck_quadratic_##R(const R *theta, const R *weight, const R *centre, R *gradient, size_t n)     \
      __attribute__((swift_name("ck_quadratic(_:_:_:_:_:)")));

CK_DECLARE_ELEMENTWISE(float)
CK_DECLARE_ELEMENTWISE(double)

#endif
