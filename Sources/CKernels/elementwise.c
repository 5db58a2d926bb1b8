#include "include/elementwise.h"

#include "exponential.h"
#include "template.h"

// Near zero (1 - e^-2x) / (1 + e^-2x) cancels, so a polynomial takes over there.
static inline float tanh_float(float x) {
  float magnitude = x < 0 ? -x : x, e = exp_float(-2.0f * magnitude);
  float far = (1.0f - e) / (1.0f + e);
  float s = x * x;
  float p = -5.70498872745e-3f;
  p = p * s + 2.06390887954e-2f;
  p = p * s - 5.37397155531e-2f;
  p = p * s + 1.33314422036e-1f;
  p = p * s - 3.33332819422e-1f;
  float near = p * s * x + x;
  return magnitude < 0.625f ? near : (x < 0 ? -far : far);
}

static inline double tanh_double(double x) { return tanh(x); }

#define R float
#include "elementwise_template.h"
#undef R
#define R double
#include "elementwise_template.h"
#undef R
