#include "passes.h"

#include <stdint.h>
#include <string.h>

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define CLONES
#endif

// What -ffast-math allows, for this file alone: a floor need not give the same bits everywhere.
#pragma float_control(precise, off)

CLONES void cf_bias_relu(float *restrict x, const float *restrict bias, size_t rows,
                         size_t columns) {
  for (size_t i = 0; i < rows; i++, x += columns)
    for (size_t j = 0; j < columns; j++) {
      float z = x[j] + bias[j];
      x[j] = z > 0 ? z : 0;
    }
}

// e^x for x <= 0: 2^n times a polynomial in what is left, without branches, so that it vectorises.
static inline float exponential(float x) {
  float t = (x < -87.0f ? -87.0f : x) * 1.44269504f;
  float n = __builtin_elementwise_floor(t), r = t - n;
  float p = 1.8775767e-3f;
  p = p * r + 8.9893397e-3f;
  p = p * r + 5.5826318e-2f;
  p = p * r + 2.4015361e-1f;
  p = p * r + 6.9315308e-1f;
  p = p * r + 9.9999994e-1f;
  int32_t bits = ((int32_t)n + 127) << 23;
  float scale;
  memcpy(&scale, &bits, sizeof scale);
  return p * scale;
}

CLONES void cf_softmax_loss(float *restrict x, const float *restrict bias,
                            float *restrict bias_gradient, size_t rows, size_t columns) {
  for (size_t i = 0; i < rows; i++) {
    float *row = x + i * columns, top = -1e30f;
    for (size_t j = 0; j < columns; j++) {
      row[j] += bias[j];
      top = row[j] > top ? row[j] : top;
    }
    for (size_t j = 0; j < columns; j++) row[j] -= top;
  }
  for (size_t k = 0; k < rows * columns; k++) x[k] = exponential(x[k]);
  memset(bias_gradient, 0, columns * sizeof(float));
  for (size_t i = 0; i < rows; i++) {
    float *row = x + i * columns, sum = 0;
    for (size_t j = 0; j < columns; j++) sum += row[j];
    float share = 1 / (sum * (float)rows);
    for (size_t j = 0; j < columns; j++) row[j] *= share;
    row[i % columns] -= 1 / (float)rows;
    for (size_t j = 0; j < columns; j++) bias_gradient[j] += row[j];
  }
}

CLONES void cf_gate_sum(float *restrict d, const float *restrict h, float *restrict bias_gradient,
                        size_t rows, size_t columns) {
  memset(bias_gradient, 0, columns * sizeof(float));
  for (size_t i = 0; i < rows; i++, d += columns, h += columns)
    for (size_t j = 0; j < columns; j++) {
      float kept = h[j] > 0 ? d[j] : 0;
      d[j] = kept;
      bias_gradient[j] += kept;
    }
}

CLONES void cf_adam(float *restrict theta, const float *restrict g, float *restrict m,
                    float *restrict v, float rate, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float first = 0.9f * m[i] + 0.1f * g[i], second = 0.999f * v[i] + 0.001f * g[i] * g[i];
    m[i] = first;
    v[i] = second;
    theta[i] -= rate * first / (__builtin_elementwise_sqrt(second) + 1e-8f);
  }
}

CLONES void cf_descend(float *restrict theta, const float *restrict g, float rate, size_t count) {
  for (size_t i = 0; i < count; i++) theta[i] -= rate * g[i];
}
