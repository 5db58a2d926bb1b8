// One step of an optimiser over n weights: one fused pass. Names follow the papers; all state is
// updated in place.
#ifndef CK_OPTIMIZERS_H
#define CK_OPTIMIZERS_H

#include <stddef.h>

#define CK_DECLARE_OPTIMIZERS(R)                                                                  \
  /* velocity = momentum velocity + g; theta -= rate velocity */                                  \
  void ck_momentum_##R(R *theta, const R *g, R *velocity, R rate, R momentum, size_t n)           \
      __attribute__((swift_name("ck_momentum(_:_:_:_:_:_:)")));                                   \
  /* sum += g^2; theta -= rate g / (sqrt(sum) + epsilon) */                                       \
  void ck_adagrad_##R(R *theta, const R *g, R *sum, R rate, R epsilon, size_t n)                  \
      __attribute__((swift_name("ck_adagrad(_:_:_:_:_:_:)")));                                    \
  /* mean = decay mean + (1 - decay) g^2; theta -= rate g / (sqrt(mean) + epsilon) */             \
  void ck_rmsprop_##R(R *theta, const R *g, R *mean, R rate, R decay, R epsilon, size_t n)        \
      __attribute__((swift_name("ck_rmsprop(_:_:_:_:_:_:_:)")));                                  \
  /* m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2;                                              \
     theta -= rate m / (sqrt(v) / root + epsilon), rate = alpha / (1 - b1^t),                     \
     root = sqrt(1 - b2^t): the bias corrections are the caller's. */                             \
  void ck_adam_##R(R *theta, const R *g, R *m, R *v, R b1, R b2, R rate, R root, R epsilon,       \
                   size_t n) __attribute__((swift_name("ck_adam(_:_:_:_:_:_:_:_:_:_:)")));

CK_DECLARE_OPTIMIZERS(float)
CK_DECLARE_OPTIMIZERS(double)

#endif
