#pragma STDC FP_CONTRACT OFF

// The result may be written over an operand, and a loop whose arrays may overlap is compiled to go
// number by number where they do. Each index reads and writes its own place alone: it need not.
// (A double's exponential is the C library's, which goes number by number: no need to warn of it.)
#pragma clang diagnostic ignored "-Wpass-failed"
#define CK_OWN_PLACE _Pragma("clang loop vectorize(assume_safety)")

#define MAP1(name, expression)                              \
  CK_CLONES void NAME(name)(const R *x, R *y, size_t n) {   \
    CK_OWN_PLACE                                            \
    for (size_t i = 0; i < n; i++) {                        \
      R v = x[i];                                           \
      y[i] = (expression);                                  \
    }                                                       \
  }

#define MAP2(name, expression)                                          \
  CK_CLONES void NAME(name)(const R *x, const R *y, R *z, size_t n) {   \
    CK_OWN_PLACE                                                        \
    for (size_t i = 0; i < n; i++) {                                    \
      R a = x[i], b = y[i];                                             \
      z[i] = (expression);                                              \
    }                                                                   \
  }

MAP2(add, a + b)
MAP2(subtract, a - b)
MAP2(multiply, a *b)
MAP2(divide, a / b)
MAP2(gate, b > 0 ? a : (R)0)

MAP1(square, v *v)
MAP1(sqrt, __builtin_elementwise_sqrt(v))
MAP1(abs, __builtin_elementwise_abs(v))
MAP1(sign, (R)((v > 0) - (v < 0)))
MAP1(relu, v > 0 ? v : (v == v ? (R)0 : v))
MAP1(exp, LOCAL(exp)(v))
MAP1(log, __builtin_elementwise_log(v))
MAP1(tanh, LOCAL(tanh)(v))
MAP1(sigmoid, (R)1 / ((R)1 + LOCAL(exp)(-v)))

CK_CLONES void NAME(affine)(const R *x, R factor, R term, R *y, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = factor * x[i] + term;
}

CK_CLONES void NAME(axpy)(R factor, const R *x, R *y, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] += factor * x[i];
}

static inline R LOCAL(lanes_total)(const R *lane) {
  R total = 0;
  for (int j = 0; j < CK_LANES; j++) total += lane[j];
  return total;
}

CK_CLONES R NAME(sum)(const R *x, size_t n) {
  R lane[CK_LANES] = {0};
  size_t i = 0;
  for (; i + CK_LANES <= n; i += CK_LANES)
    for (int j = 0; j < CK_LANES; j++) lane[j] += x[i + j];
  for (int j = 0; i < n; i++, j++) lane[j] += x[i];
  return LOCAL(lanes_total)(lane);
}

CK_CLONES R NAME(dot)(const R *x, const R *y, size_t n) {
  R lane[CK_LANES] = {0};
  size_t i = 0;
  for (; i + CK_LANES <= n; i += CK_LANES)
    for (int j = 0; j < CK_LANES; j++) lane[j] += x[i + j] * y[i + j];
  for (int j = 0; i < n; i++, j++) lane[j] += x[i] * y[i];
  return LOCAL(lanes_total)(lane);
}

// One sum waits four cycles for the one before it: four times the lanes keep up with the cache.
CK_CLONES R NAME(squared_length)(const R *x, size_t n) {
  R lane[4 * CK_LANES] = {0}, total = 0;
  size_t i = 0;
  for (; i + 4 * CK_LANES <= n; i += 4 * CK_LANES)
    for (int j = 0; j < 4 * CK_LANES; j++) lane[j] += x[i + j] * x[i + j];
  for (int j = 0; i < n; i++, j++) lane[j] += x[i] * x[i];
  for (int j = 0; j < 4 * CK_LANES; j++) total += lane[j];
  return total;
}

// Without the promise that the gradient is apart, every 16 numbers are checked for overlap and their
// sum waits in memory: twice the time.
CK_CLONES R NAME(quadratic)(const R *theta, const R *weight, const R *centre,
                            R *restrict gradient, size_t n) {
  R lane[CK_LANES] = {0};
  size_t i = 0;
  for (; i + CK_LANES <= n; i += CK_LANES)
    for (int j = 0; j < CK_LANES; j++) {
      R away = theta[i + j] - centre[i + j], pull = weight[i + j] * away;
      gradient[i + j] += pull;
      lane[j] += pull * away;
    }
  for (int j = 0; i < n; i++, j++) {
    R away = theta[i] - centre[i], pull = weight[i] * away;
    gradient[i] += pull;
    lane[j] += pull * away;
  }
  return LOCAL(lanes_total)(lane) / 2;
}

#undef MAP1
#undef MAP2
