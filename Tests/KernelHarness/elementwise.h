// Included once for each precision R. Each kernel also runs in place, as the engine lets it.

#define MAP1(name, low, high, expression)                       \
  {                                                             \
    R *x = LOCAL(numbers)(n, low, high), *y = room(n, sizeof(R)); \
    double *expected = room(n, sizeof(double));                 \
    for (size_t i = 0; i < n; i++) {                            \
      double v = x[i];                                          \
      expected[i] = (expression);                               \
    }                                                           \
    NAME(name)(x, y, n);                                        \
    LOCAL(compare_all)(#name, n, y, expected);                  \
    NAME(name)(x, x, n);                                        \
    LOCAL(compare_all)(#name " in place", n, x, expected);      \
    free(x), free(y), free(expected);                           \
  }

#define MAP2(name, expression)                                                           \
  {                                                                                      \
    R *x = LOCAL(numbers)(n, -2, 2), *y = LOCAL(numbers)(n, 0.5, 2), *z = room(n, sizeof(R)); \
    for (size_t i = 0; i < n; i += 2) y[i] = -y[i];                                      \
    double *expected = room(n, sizeof(double));                                          \
    for (size_t i = 0; i < n; i++) {                                                     \
      double a = x[i], b = y[i];                                                         \
      expected[i] = (expression);                                                        \
    }                                                                                    \
    NAME(name)(x, y, z, n);                                                              \
    LOCAL(compare_all)(#name, n, z, expected);                                           \
    NAME(name)(x, y, x, n);                                                              \
    LOCAL(compare_all)(#name " in place", n, x, expected);                               \
    free(x), free(y), free(z), free(expected);                                           \
  }

static void LOCAL(maps)(size_t n) {
  MAP2(add, a + b)
  MAP2(subtract, a - b)
  MAP2(multiply, a *b)
  MAP2(divide, a / b)
  MAP2(gate, b > 0 ? a : 0)
  MAP1(square, -2, 2, v *v)
  MAP1(sqrt, 0, 2, sqrt(v))
  MAP1(abs, -2, 2, fabs(v))
  MAP1(sign, -2, 2, (v > 0) - (v < 0))
  MAP1(relu, -2, 2, v > 0 ? v : 0)
  MAP1(exp, -10, 2, exp(v))
  MAP1(log, 0.1, 9, log(v))
  MAP1(tanh, -3, 3, tanh(v))
  MAP1(sigmoid, -9, 9, 1 / (1 + exp(-v)))
}

static void LOCAL(elementwise)(size_t n) {
  LOCAL(maps)(n);
  R *x = LOCAL(numbers)(n, -1, 1), *y = LOCAL(numbers)(n, -1, 1), *z = room(n, sizeof(R));
  R *weight = LOCAL(numbers)(n, 0, 1);
  double *affine = room(n, sizeof(double)), *axpy = room(n, sizeof(double));
  double *pulled = room(n, sizeof(double)), sum = 0, dot = 0, well = 0;
  for (size_t i = 0; i < n; i++) {
    double away = (double)x[i] - y[i];
    affine[i] = 3 * x[i] - 1;
    axpy[i] = y[i] + 0.5 * x[i];
    pulled[i] = affine[i] + weight[i] * away;
    sum += x[i];
    dot += (double)x[i] * y[i];
    well += weight[i] * away * away / 2;
  }
  compare("sum", n, NAME(sum)(x, n), sum, TOLERANCE * (double)(n + 1));
  compare("dot", n, NAME(dot)(x, y, n), dot, TOLERANCE * (double)(n + 1));
  NAME(affine)(x, 3, -1, z, n);
  LOCAL(compare_all)("affine", n, z, affine);
  compare("quadratic", n, NAME(quadratic)(x, weight, y, z, n), well, TOLERANCE * (double)(n + 1));
  LOCAL(compare_all)("quadratic's gradient", n, z, pulled);
  NAME(axpy)((R)0.5, x, y, n);
  LOCAL(compare_all)("axpy", n, y, axpy);
  free(x), free(y), free(z), free(weight), free(affine), free(axpy), free(pulled);
}

// Infinities, NaN, zeros and numbers that overflow go through every function of one number.
static void LOCAL(specials)(void) {
  const R values[] = {(R)NAN, (R)INFINITY, (R)-INFINITY, 0, (R)-0.0, 1000, -1000, 88, -87};
  const size_t n = sizeof values / sizeof *values;
  void (*const maps[])(const R *, R *, size_t) = {
      NAME(square), NAME(sqrt), NAME(abs),  NAME(sign),   NAME(relu),
      NAME(exp),    NAME(log),  NAME(tanh), NAME(sigmoid)};
  R y[sizeof values / sizeof *values];
  for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) maps[i](values, y, n);
  NAME(exp)(values, y, n);
  for (size_t i = 0; i < 7; i++) {
    double limit = exp((double)values[i]);
    compare("exp of a special number", i, y[i], sizeof(R) == 4 ? (double)(float)limit : limit, 0);
  }
  NAME(tanh)(values, y, n);
  for (size_t i = 0; i < 7; i++)
    compare("tanh of a special number", i, y[i], tanh((double)values[i]), 0);
}

#undef MAP1
#undef MAP2
