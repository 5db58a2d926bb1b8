#pragma STDC FP_CONTRACT OFF

// An image is first widened into `image`, which stays in the first-level cache, and reordering
// reads numbers from there: processors have vector instructions that gather numbers, not bytes.

// Images lie far apart and a processor looks ahead within a page only, so each is asked for some
// images before it is read.
static inline void LOCAL(ask_for)(const uint8_t *pixels, const ptrdiff_t *rows, size_t i,
                                  size_t count, size_t size) {
  if (i >= count) return;
  const uint8_t *image = pixels + rows[i] * (ptrdiff_t)size;
  for (size_t j = 0; j < size; j += 64) __builtin_prefetch(image + j);
}

CK_CLONES void NAME(gather)(R *restrict out, const uint8_t *restrict pixels,
                            const ptrdiff_t *restrict rows, size_t count, size_t size, R scale,
                            R shift) {
  for (size_t i = 0; i < 4; i++) LOCAL(ask_for)(pixels, rows, i, count, size);
  for (size_t i = 0; i < count; i++, out += size) {
    LOCAL(ask_for)(pixels, rows, i + 4, count, size);
    const uint8_t *restrict in = pixels + rows[i] * (ptrdiff_t)size;
    for (size_t j = 0; j < size; j++) out[j] = (R)in[j] * scale + shift;
  }
}

CK_CLONES void NAME(gather_permuted)(R *restrict out, const uint8_t *restrict pixels,
                                     const ptrdiff_t *restrict rows, size_t count, size_t size,
                                     const int32_t *restrict order, size_t width, R scale,
                                     R shift, R *restrict image) {
  image[size] = shift;
  for (size_t i = 0; i < count; i++, out += width) {
    const uint8_t *restrict in = pixels + rows[i] * (ptrdiff_t)size;
    for (size_t j = 0; j < size; j++) image[j] = (R)in[j] * scale + shift;
    for (size_t j = 0; j < width; j++) out[j] = image[order[j]];
  }
}

CK_CLONES void NAME(gather_resampled)(R *restrict out, const uint8_t *restrict pixels,
                                      const ptrdiff_t *restrict rows, size_t count, size_t size,
                                      const int32_t *restrict t, const R *restrict w, size_t width,
                                      R scale, R shift, R *restrict image) {
  const int32_t *t1 = t + width, *t2 = t1 + width, *t3 = t2 + width;
  const R *w1 = w + width, *w2 = w1 + width, *w3 = w2 + width;
  image[size] = 0;
  for (size_t i = 0; i < count; i++, out += width) {
    const uint8_t *restrict in = pixels + rows[i] * (ptrdiff_t)size;
    for (size_t j = 0; j < size; j++) image[j] = (R)in[j];
    for (size_t j = 0; j < width; j++) {
      R sum = w[j] * image[t[j]] + w1[j] * image[t1[j]] + w2[j] * image[t2[j]] +
              w3[j] * image[t3[j]];
      out[j] = sum * scale + shift;
    }
  }
}
