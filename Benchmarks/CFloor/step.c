#include <stdlib.h>

#include "include/CFloor.h"
#include "openmp.h"
#include "passes.h"
#include "product.h"

// A layer's weights and biases in theta, and their gradients at the same places in g.
struct layer {
  size_t in, out;
  float *w, *b, *gw, *gb;
};

struct cf_step {
  cf_work work;
  size_t count;
  float *theta, *g, *m, *v;
  struct layer first, second, third;
  float *x, *h1, *h2, *scores, *d1, *d2;
};

// Numbers within +-1/30, the same in every run.
static float *numbers(size_t count, int zero) {
  float *p = aligned_alloc(64, (count * sizeof(float) + 63) / 64 * 64);
  unsigned state = 1;
  for (size_t i = 0; p && i < count; i++) {
    state = state * 1664525u + 1013904223u;
    p[i] = zero ? 0 : ((float)(state >> 8) / 8388608.0f - 1.0f) / 30.0f;
  }
  return p;
}

static struct layer layer(cf_step *s, size_t *place, size_t in, size_t out) {
  size_t w = *place, b = w + in * out;
  *place = b + out;
  return (struct layer){in, out, s->theta + w, s->theta + b, s->g + w, s->g + b};
}

cf_step *cf_make(cf_work work) {
  size_t n = work.batch, d = work.inputs, h = work.hidden, c = work.outputs;
  cf_step *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  s->work = work;
  s->count = (d + 1) * h + (h + 1) * h + (h + 1) * c;
  float **rooms[] = {&s->theta, &s->g,      &s->m,  &s->v,  &s->x,
                     &s->h1,    &s->h2,     &s->d1, &s->d2, &s->scores};
  size_t counts[] = {s->count, s->count, s->count, s->count, n * d,
                     n * h,    n * h,    n * h,    n * h,    n * c};
  int enough = 1;
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
    enough &= (*rooms[i] = numbers(counts[i], rooms[i] == &s->m || rooms[i] == &s->v)) != NULL;
  if (!enough) {
    cf_free(s);
    return NULL;
  }
  size_t place = 0;
  s->first = layer(s, &place, d, h);
  s->second = layer(s, &place, h, h);
  s->third = layer(s, &place, h, c);
  return s;
}

void cf_free(cf_step *s) {
  float *rooms[] = {s->theta, s->g, s->m, s->v, s->x, s->h1, s->h2, s->d1, s->d2, s->scores};
  for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) free(rooms[i]);
  free(s);
}

static void forward(const cf_step *s, const struct layer *l, const float *x, float *y) {
  cf_product('N', 'N', s->work.batch, l->out, l->in, x, l->w, y);
}

static void weights(const cf_step *s, const struct layer *l, const float *x, const float *dy) {
  cf_product('T', 'N', l->in, l->out, s->work.batch, x, dy, l->gw);
}

static void back(const cf_step *s, const struct layer *l, const float *dy, float *dx) {
  cf_product('N', 'T', s->work.batch, l->in, l->out, dy, l->w, dx);
}

// The rate is zero: weights that learnt the same batch over and over would take the gradients to
// denormals, which are slow.
static void descend(void *context, size_t first, size_t last) {
  cf_step *s = context;
  size_t count = last - first;
  if (s->work.adam)
    cf_adam(s->theta + first, s->g + first, s->m + first, s->v + first, 0, count);
  else
    cf_descend(s->theta + first, s->g + first, 0, count);
}

static void step(cf_step *s, int fused) {
  size_t n = s->work.batch, h = s->work.hidden, c = s->work.outputs;
  forward(s, &s->first, s->x, s->h1);
  if (fused) cf_bias_relu(s->h1, s->first.b, n, h);
  forward(s, &s->second, s->h1, s->h2);
  if (fused) cf_bias_relu(s->h2, s->second.b, n, h);
  forward(s, &s->third, s->h2, s->scores);
  if (fused) cf_softmax_loss(s->scores, s->third.b, s->third.gb, n, c);
  weights(s, &s->third, s->h2, s->scores);
  back(s, &s->third, s->scores, s->d2);
  if (fused) cf_gate_sum(s->d2, s->h2, s->second.gb, n, h);
  weights(s, &s->second, s->h1, s->d2);
  back(s, &s->second, s->d2, s->d1);
  if (fused) cf_gate_sum(s->d1, s->h1, s->first.gb, n, h);
  weights(s, &s->first, s->x, s->d1);
  if (fused && s->work.threads > 1) cf_parallel(descend, s, s->count);
  if (fused && s->work.threads <= 1) descend(s, 0, s->count);
}

static void run(cf_step *s, size_t count, int fused) {
  int before = cf_threads();
  cf_set_threads(s->work.threads);
  for (size_t i = 0; i < count; i++) step(s, fused);
  cf_set_threads(before);
}

void cf_products(cf_step *s, size_t count) { run(s, count, 0); }
void cf_fused(cf_step *s, size_t count) { run(s, count, 1); }
