// Included once for each precision R: `count` images of `size` pixels, taken from a store of four,
// the last of which ends where the store does.

static void LOCAL(gather)(size_t count, size_t size) {
  const size_t stored = 4, n = count * size;
  uint8_t *pixels = room(stored * size, 1);
  ptrdiff_t *rows = room(count, sizeof *rows);
  int32_t *order = room(size, sizeof *order), *taps = room(4 * size, sizeof *taps);
  R *weights = LOCAL(numbers)(4 * size, 0, 0.25), *out = room(n, sizeof(R));
  R *image = room(size + 1, sizeof(R));
  double *plain = room(n, sizeof(double)), *permuted = room(n, sizeof(double));
  double *resampled = room(n, sizeof(double));
  for (size_t j = 0; j < stored * size; j++) pixels[j] = (uint8_t)number(0, 256);
  for (size_t i = 0; i < count; i++) rows[i] = (ptrdiff_t)(stored - 1 - i);
  // Place `size` stands for the background.
  for (size_t j = 0; j < size; j++) order[j] = (int32_t)(size - j);
  for (size_t j = 0; j < 4 * size; j++) taps[j] = (int32_t)number(0, (double)size + 1);
  for (size_t k = 0; k < n; k++) {
    const uint8_t *in = pixels + (size_t)rows[k / size] * size;
    size_t j = k % size;
    double sum = 0;
    for (size_t t = 0; t < 4; t++) {
      size_t from = (size_t)taps[t * size + j];
      sum += weights[t * size + j] * (from == size ? 0.0 : in[from]);
    }
    plain[k] = in[j] * 0.5 - 1;
    permuted[k] = (order[j] == (int32_t)size ? 0 : in[order[j]]) * 0.5 - 1;
    resampled[k] = sum * 0.5 - 1;
  }
  NAME(gather)(out, pixels, rows, count, size, (R)0.5, -1);
  LOCAL(compare_all)("gather", n, out, plain);
  NAME(gather_permuted)(out, pixels, rows, count, size, order, size, (R)0.5, -1, image);
  LOCAL(compare_all)("gather_permuted", n, out, permuted);
  NAME(gather_resampled)(out, pixels, rows, count, size, taps, weights, size, (R)0.5, -1, image);
  LOCAL(compare_all)("gather_resampled", n, out, resampled);
  free(pixels), free(rows), free(order), free(taps), free(weights), free(out), free(image);
  free(plain), free(permuted), free(resampled);
}
