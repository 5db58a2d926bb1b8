// Included once for each precision R.

static void LOCAL(pairs)(int ta, int tb, size_t count, size_t m, size_t n, size_t k) {
  R *a = LOCAL(numbers)(count * m * k, -1, 1), *b = LOCAL(numbers)(count * k * n, -1, 1);
  R *c = room(count * m * n, sizeof(R));
  NAME(products)(ta, tb, count, m, n, k, a, b, c);
  for (size_t p = 0; p < count; p++)
    for (size_t i = 0; i < m; i++)
      for (size_t j = 0; j < n; j++) {
        const R *x = a + p * m * k, *y = b + p * k * n;
        double sum = 0;
        for (size_t l = 0; l < k; l++)
          sum += (double)(ta ? x[l * m + i] : x[i * k + l]) * (tb ? y[j * k + l] : y[l * n + j]);
        compare("products", n, c[p * m * n + i * n + j], sum, TOLERANCE * (double)k);
      }
  free(a), free(b), free(c);
}

static void LOCAL(many_pairs)(void) {
  // On both sides of five rows, and of eight, sixteen and thirty-two columns.
  const size_t lengths[] = {1, 5, 9, 16, 41};
  for (int choice = 0; choice < 4 * 5 * 5 * 5; choice++)
    LOCAL(pairs)(choice & 1, choice >> 1 & 1, 2, lengths[choice / 4 % 5], lengths[choice / 20 % 5],
                 lengths[choice / 100]);
}
