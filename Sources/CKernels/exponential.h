#ifndef CK_EXPONENTIAL_H
#define CK_EXPONENTIAL_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

// e^x with a relative error below 2e-7 from -87 to 88, 0 below and infinity above: x = n ln 2 + r
// with |r| <= ln 2 / 2, a polynomial in r, and n put straight into the exponent. Written without
// branches so that it vectorises, which libm's does not. A NaN is bounded to -87 first, for its
// conversion to a whole number would be undefined.
static inline float exp_float(float x) {
  float bounded = x > -87.0f ? (x < 88.0f ? x : 88.0f) : -87.0f;
  float n = (bounded * 1.44269504f + 12582912.0f) - 12582912.0f;  // rounds to nearest
  float r = (bounded - n * 0.693359375f) + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  int32_t bits = ((int32_t)n + 127) << 23;
  float scale;
  memcpy(&scale, &bits, sizeof scale);
  float y = p * scale;
  y = x < -87.0f ? 0.0f : y;
  y = x > 88.0f ? INFINITY : y;
  return x == x ? y : x;
}

static inline double exp_double(double x) { return exp(x); }

#endif
