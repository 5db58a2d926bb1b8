// The least work that one training step of a perceptron inputs-hidden-hidden-outputs with ReLU can
// be done with: its matrix products, and between them as few element-wise passes as will do, each
// written for this one network. No engine that differentiates whatever it is given can be faster.
#ifndef CFLOOR_H
#define CFLOOR_H

#include <stddef.h>

typedef struct {
  size_t batch, inputs, hidden, outputs;
  // Nonzero: the step is Adam's; zero: plain gradient descent's.
  int adam;
  // How many threads oneDNN, and Adam's pass, may use.
  int threads;
} cf_work;

typedef struct cf_step cf_step;

// Weights, data and room for everything between; NULL when memory is short.
cf_step *cf_make(cf_work work);
void cf_free(cf_step *step);

// The matrix products of `count` steps and nothing else.
void cf_products(cf_step *step, size_t count);

// `count` whole steps: the products, biases, ReLU, softmax, their derivatives and the optimiser.
void cf_fused(cf_step *step, size_t count);

#endif
