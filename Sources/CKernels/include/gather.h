// From the bytes of stored images to the numbers of a batch: number = byte * scale + shift.
#ifndef CK_GATHER_H
#define CK_GATHER_H

#include <stddef.h>
#include <stdint.h>

#define CK_DECLARE_GATHER(R)                                                                      \
  /* out [count, size] = the images at `rows` of pixels [*, size], pixel by pixel. */             \
  void ck_gather_##R(R *out, const uint8_t *pixels, const ptrdiff_t *rows, size_t count,          \
                     size_t size, R scale, R shift)                                               \
      __attribute__((swift_name("ck_gather(_:_:_:_:_:_:_:)")));                                   \
  /* out [count, width] = the same with output j showing pixel order[j]; the number `size`        \
     stands for the background, byte 0. `image` is room for size + 1 numbers. */                  \
  void ck_gather_permuted_##R(R *out, const uint8_t *pixels, const ptrdiff_t *rows,               \
                              size_t count, size_t size, const int32_t *order, size_t width,      \
                              R scale, R shift, R *image)                                         \
      __attribute__((swift_name("ck_gather_permuted(_:_:_:_:_:_:_:_:_:_:)")));                    \
  /* out [count, width] = the same with output j a weighted mean of four pixels, taps and         \
     weights [4, width]. */                                                                       \
  void ck_gather_resampled_##R(R *out, const uint8_t *pixels, const ptrdiff_t *rows,              \
                               size_t count, size_t size, const int32_t *taps, const R *weights,  \
                               size_t width, R scale, R shift, R *image)                          \
      __attribute__((swift_name("ck_gather_resampled(_:_:_:_:_:_:_:_:_:_:_:)")));

CK_DECLARE_GATHER(float)
CK_DECLARE_GATHER(double)

#endif
