// The element-wise passes of the fused floor.
#ifndef CF_PASSES_H
#define CF_PASSES_H

#include <stddef.h>

// x[i][j] = max(x[i][j] + bias[j], 0)
void cf_bias_relu(float *x, const float *bias, size_t rows, size_t columns);

// x[i] = (softmax(x[i] + bias) - one-hot(i mod columns)) / rows, the loss's derivative;
// bias_gradient = its sum over the rows.
void cf_softmax_loss(float *x, const float *bias, float *bias_gradient, size_t rows,
                     size_t columns);

// d = 0 where h = 0, ReLU's derivative; bias_gradient = the sum of d over the rows.
void cf_gate_sum(float *d, const float *h, float *bias_gradient, size_t rows, size_t columns);

void cf_adam(float *theta, const float *g, float *m, float *v, float rate, size_t count);
void cf_descend(float *theta, const float *g, float rate, size_t count);

#endif
