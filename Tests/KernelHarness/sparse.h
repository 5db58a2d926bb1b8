// Included once for each precision R.

// Against a plain loop; its bits are the processor's own and stay out of the checksum.
static void LOCAL(sparse)(int ta, size_t m, size_t n, size_t k, double share) {
  R *a = LOCAL(numbers)(m * k, -1, 1), *b = LOCAL(numbers)(k * n, -1, 1);
  R *c = room(m * n, sizeof(R));
  size_t zeros = 0;
  for (size_t i = 0; i < m * k; i++) {
    if (number(0, 1) > share) a[i] = 0;
    zeros += a[i] == 0;
  }
  if (NAME(zeros)(a, m * k) != zeros) failures++, printf("zeros at size %zu\n", m * k);
  NAME(sparse_product)(ta, m, n, k, a, ta ? m : k, b, c);
  const uint64_t bits = checksum;
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) {
      double sum = 0;
      for (size_t l = 0; l < k; l++) sum += (double)(ta ? a[l * m + i] : a[i * k + l]) * b[l * n + j];
      compare("sparse_product", n, c[i * n + j], sum, TOLERANCE * (double)k);
    }
  checksum = bits;
  free(a), free(b), free(c);
}

static void LOCAL(sparse_products)(void) {
  // On both sides of a vector's 16 columns, of one strip's 13 vectors, of 128 rows and of a depth of 32.
  const size_t rows[] = {1, 10, 128, 131}, columns[] = {16, 17, 100, 208, 209, 400};
  const size_t depths[] = {1, 32, 33, 200};
  for (int choice = 0; choice < 2 * 4 * 6 * 4; choice++)
    LOCAL(sparse)(choice & 1, rows[choice / 2 % 4], columns[choice / 8 % 6], depths[choice / 48],
                  choice % 3 == 0 ? 0 : 0.4);
}
