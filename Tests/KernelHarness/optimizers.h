// Included once for each precision R: one step of each rule from the same state; the last is Adam in a well.

static void LOCAL(optimizers)(size_t n) {
  enum { momentum, adagrad, rmsprop, adam, adam_in_well, rules };
  const char *const names[] = {"momentum", "adagrad", "rmsprop", "adam", "adam_in_well"};
  for (int rule = 0; rule < rules; rule++) {
    R *theta = LOCAL(numbers)(n, -1, 1), *g = LOCAL(numbers)(n, -1, 1);
    R *m = LOCAL(numbers)(n, -1, 1), *v = LOCAL(numbers)(n, 0.1, 1);
    double *moved = room(n, sizeof(double)), *state1 = room(n, sizeof(double));
    double *state2 = room(n, sizeof(double));
    R *weight = LOCAL(numbers)(n, 0, 1), *centre = LOCAL(numbers)(n, -1, 1);
    double well = 0, value = 0;
    for (size_t i = 0; i < n; i++) {
      double gi = g[i], step = 0;
      state1[i] = m[i];
      state2[i] = v[i];
      switch (rule) {
        case momentum:
          step = 0.1 * (state1[i] = 0.9 * m[i] + gi);
          break;
        case adagrad:
          step = 0.1 * gi / (sqrt(state2[i] = v[i] + gi * gi) + 1e-8);
          break;
        case rmsprop:
          step = 0.1 * gi / (sqrt(state2[i] = 0.9 * v[i] + (1 - 0.9) * gi * gi) + 1e-8);
          break;
        default:
          if (rule == adam_in_well) {
            double away = theta[i] - centre[i];
            gi += weight[i] * away;
            well += weight[i] * away * away / 2;
          }
          state1[i] = 0.9 * m[i] + (1 - 0.9) * gi;
          state2[i] = 0.999 * v[i] + (1 - 0.999) * gi * gi;
          step = 0.1 * state1[i] / (sqrt(state2[i]) / 0.5 + 1e-8);
      }
      moved[i] = theta[i] - step;
    }
    switch (rule) {
      case momentum: NAME(momentum)(theta, g, m, 0.1, 0.9, n); break;
      case adagrad: NAME(adagrad)(theta, g, v, 0.1, 1e-8, n); break;
      case rmsprop: NAME(rmsprop)(theta, g, v, 0.1, 0.9, 1e-8, n); break;
      case adam: NAME(adam)(theta, g, m, v, 0.9, 0.999, 0.1, 0.5, 1e-8, n); break;
      default:
        value = NAME(adam_in_well)(theta, g, weight, centre, m, v, 0.9, 0.999, 0.1, 0.5, 1e-8, n);
    }
    LOCAL(compare_all)(names[rule], n, theta, moved);
    LOCAL(compare_all)(names[rule], n, m, state1);
    LOCAL(compare_all)(names[rule], n, v, state2);
    compare(names[rule], n, value, well, 1e-5 * (1 + well));
    free(weight), free(centre);
    free(theta), free(g), free(m), free(v), free(moved), free(state1), free(state2);
  }
}
