#pragma STDC FP_CONTRACT OFF

CK_CLONES void NAME(momentum)(R *theta, const R *g, R *velocity, double rate, double momentum,
                              size_t n) {
  const R eta = rate, mu = momentum;
  for (size_t i = 0; i < n; i++) {
    R v = mu * velocity[i] + g[i];
    velocity[i] = v;
    theta[i] -= eta * v;
  }
}

CK_CLONES void NAME(adagrad)(R *theta, const R *g, R *sum, double rate, double epsilon, size_t n) {
  const R eta = rate, eps = epsilon;
  for (size_t i = 0; i < n; i++) {
    R s = sum[i] + g[i] * g[i];
    sum[i] = s;
    theta[i] -= eta * g[i] / (__builtin_elementwise_sqrt(s) + eps);
  }
}

CK_CLONES void NAME(rmsprop)(R *theta, const R *g, R *mean, double rate, double decay,
                             double epsilon, size_t n) {
  const R eta = rate, keep = decay, take = 1 - decay, eps = epsilon;
  for (size_t i = 0; i < n; i++) {
    R s = keep * mean[i] + take * (g[i] * g[i]);
    mean[i] = s;
    theta[i] -= eta * g[i] / (__builtin_elementwise_sqrt(s) + eps);
  }
}

CK_CLONES void NAME(adam)(R *theta, const R *g, R *m, R *v, double b1, double b2, double rate,
                          double root, double epsilon, size_t n) {
  const R keep1 = b1, take1 = 1 - b1, keep2 = b2, take2 = 1 - b2;
  const R eta = rate, inverse = 1 / root, eps = epsilon;
  for (size_t i = 0; i < n; i++) {
    R first = keep1 * m[i] + take1 * g[i];
    R second = keep2 * v[i] + take2 * (g[i] * g[i]);
    m[i] = first;
    v[i] = second;
    theta[i] -= eta * first / (__builtin_elementwise_sqrt(second) * inverse + eps);
  }
}
