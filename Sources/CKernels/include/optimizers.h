// One step of an optimiser over n weights: one fused pass. Names follow the papers; all state is
// updated in place. Settings are doubles in both precisions: 1 - b2 in float is off by 5e-5 of its
// value at b2 = 0.999, and Adam's first step with it.
#ifndef CK_OPTIMIZERS_H
#define CK_OPTIMIZERS_H

#include <stddef.h>

#define CK_DECLARE_OPTIMIZERS(R)                                                                  \
  /* velocity = momentum velocity + g; theta -= rate velocity */                                  \
  void ck_momentum_##R(R *theta, const R *g, R *velocity, double rate, double momentum, size_t n) \
      __attribute__((swift_name("ck_momentum(_:_:_:_:_:_:)")));                                   \
  /* sum += g^2; theta -= rate g / (sqrt(sum) + epsilon) */                                       \
  void ck_adagrad_##R(R *theta, const R *g, R *sum, double rate, double epsilon, size_t n)        \
      __attribute__((swift_name("ck_adagrad(_:_:_:_:_:_:)")));                                    \
  /* mean = decay mean + (1 - decay) g^2; theta -= rate g / (sqrt(mean) + epsilon) */             \
  void ck_rmsprop_##R(R *theta, const R *g, R *mean, double rate, double decay, double epsilon,   \
                      size_t n) __attribute__((swift_name("ck_rmsprop(_:_:_:_:_:_:_:)")));        \
  /* m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2;                                              \
     theta -= rate m / (sqrt(v) / root + epsilon), rate = alpha / (1 - b1^t),                     \
     root = sqrt(1 - b2^t): the bias corrections are the caller's. */                             \
  void ck_adam_##R(R *theta, const R *g, R *m, R *v, double b1, double b2, double rate,           \
                   double root, double epsilon, size_t n)                                         \
      __attribute__((swift_name("ck_adam(_:_:_:_:_:_:_:_:_:_:)")));                               \
  /* the same along g + weight (theta - centre); gives sum weight (theta - centre)^2 / 2, theta as \
     it was. The arrays lie apart. */                                                             \
  R ck_adam_in_well_##R(R *theta, const R *g, const R *weight, const R *centre, R *m, R *v,       \
                        double b1, double b2, double rate, double root, double epsilon, size_t n) \
      __attribute__((swift_name("ck_adam_in_well(_:_:_:_:_:_:_:_:_:_:_:_:)")));

CK_DECLARE_OPTIMIZERS(float)
CK_DECLARE_OPTIMIZERS(double)

#endif
