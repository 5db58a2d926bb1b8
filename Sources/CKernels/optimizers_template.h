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

typedef struct {
  R keep1, take1, keep2, take2, eta, inverse, eps;
} LOCAL(adam_rule);

static inline LOCAL(adam_rule) LOCAL(adam_rule_of)(double b1, double b2, double rate, double root,
                                                   double epsilon) {
  return (LOCAL(adam_rule)){b1, 1 - b1, b2, 1 - b2, rate, 1 / root, epsilon};
}

static inline R LOCAL(adam_step)(LOCAL(adam_rule) rule, R g, R *m, R *v) {
  R first = rule.keep1 * *m + rule.take1 * g;
  R second = rule.keep2 * *v + rule.take2 * (g * g);
  *m = first;
  *v = second;
  return rule.eta * first / (__builtin_elementwise_sqrt(second) * rule.inverse + rule.eps);
}

CK_CLONES void NAME(adam)(R *theta, const R *g, R *m, R *v, double b1, double b2, double rate,
                          double root, double epsilon, size_t n) {
  const LOCAL(adam_rule) rule = LOCAL(adam_rule_of)(b1, b2, rate, root, epsilon);
  for (size_t i = 0; i < n; i++) theta[i] -= LOCAL(adam_step)(rule, g[i], m + i, v + i);
}

// Adam's roots and quotients take longer than its numbers take to come from memory, so that a well
// read in the same loop costs next to nothing; in a loop before it, it cost two thirds of Adam.
CK_CLONES R NAME(adam_in_well)(R *restrict theta, const R *restrict g, const R *restrict weight,
                               const R *restrict centre, R *restrict m, R *restrict v, double b1,
                               double b2, double rate, double root, double epsilon, size_t n) {
  const LOCAL(adam_rule) rule = LOCAL(adam_rule_of)(b1, b2, rate, root, epsilon);
  R lane[CK_LANES] = {0}, total = 0;
  size_t i = 0;
  for (; i + CK_LANES <= n; i += CK_LANES)
    for (int j = 0; j < CK_LANES; j++) {
      R away = theta[i + j] - centre[i + j], pull = weight[i + j] * away;
      lane[j] += pull * away;
      theta[i + j] -= LOCAL(adam_step)(rule, g[i + j] + pull, m + i + j, v + i + j);
    }
  for (int j = 0; i < n; i++, j++) {
    R away = theta[i] - centre[i], pull = weight[i] * away;
    lane[j] += pull * away;
    theta[i] -= LOCAL(adam_step)(rule, g[i] + pull, m + i, v + i);
  }
  for (int j = 0; j < CK_LANES; j++) total += lane[j];
  return total / 2;
}
