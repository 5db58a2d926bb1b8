#pragma STDC FP_CONTRACT OFF

CK_CLONES void NAME(momentum)(R *theta, const R *g, R *velocity, R rate, R momentum, size_t n) {
  for (size_t i = 0; i < n; i++) {
    R v = momentum * velocity[i] + g[i];
    velocity[i] = v;
    theta[i] -= rate * v;
  }
}

CK_CLONES void NAME(adagrad)(R *theta, const R *g, R *sum, R rate, R epsilon, size_t n) {
  for (size_t i = 0; i < n; i++) {
    R s = sum[i] + g[i] * g[i];
    sum[i] = s;
    theta[i] -= rate * g[i] / (__builtin_elementwise_sqrt(s) + epsilon);
  }
}

CK_CLONES void NAME(rmsprop)(R *theta, const R *g, R *mean, R rate, R decay, R epsilon, size_t n) {
  for (size_t i = 0; i < n; i++) {
    R s = decay * mean[i] + (1 - decay) * (g[i] * g[i]);
    mean[i] = s;
    theta[i] -= rate * g[i] / (__builtin_elementwise_sqrt(s) + epsilon);
  }
}

CK_CLONES void NAME(adam)(R *theta, const R *g, R *m, R *v, R b1, R b2, R rate, R root, R epsilon,
                          size_t n) {
  R inverse = 1 / root;
  for (size_t i = 0; i < n; i++) {
    R first = b1 * m[i] + (1 - b1) * g[i];
    R second = b2 * v[i] + (1 - b2) * (g[i] * g[i]);
    m[i] = first;
    v[i] = second;
    theta[i] -= rate * first / (__builtin_elementwise_sqrt(second) * inverse + epsilon);
  }
}
