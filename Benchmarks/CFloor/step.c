#include <stdlib.h>
#include <string.h>

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
  struct layer first, second, third;
  float *theta, *g, *m, *v, *x, *h1, *h2, *scores, *d1, *d2;
  float *block;
};

// Room for `count` numbers, from `end` floats on into a step's block.
//
// Each begins at its own place within a page: a load waits for an earlier store to the same place in
// another page, taking it for the same address, and Adam's pass runs through four arrays in step.
static float *room(const cf_step *s, size_t *end, size_t count, unsigned number) {
  const size_t page = 4096 / sizeof(float);
  size_t start = (*end + page - 1) / page * page + number % 8 * page / 8;
  *end = start + count;
  return s->block ? s->block + start : NULL;
}

// Lays out everything; gives how many floats that takes. Weights come before biases, so that all
// matrices begin on a cache line.
static size_t lay_out(cf_step *s) {
  size_t n = s->work.batch, d = s->work.inputs, h = s->work.hidden, c = s->work.outputs, end = 0;
  s->count = (d + 1) * h + (h + 1) * h + (h + 1) * c;
  float **rooms[] = {&s->theta, &s->g,  &s->m,  &s->v,  &s->x,
                     &s->h1,    &s->h2, &s->d1, &s->d2, &s->scores};
  size_t counts[] = {s->count, s->count, s->count, s->count, n * d,
                     n * h,    n * h,    n * h,    n * h,    n * c};
  for (unsigned i = 0; i < sizeof counts / sizeof *counts; i++)
    *rooms[i] = room(s, &end, counts[i], i);
  if (!s->block) return end;
  size_t w2 = d * h, w3 = w2 + h * h, b1 = w3 + h * c, b2 = b1 + h, b3 = b2 + h;
  s->first = (struct layer){d, h, s->theta, s->theta + b1, s->g, s->g + b1};
  s->second = (struct layer){h, h, s->theta + w2, s->theta + b2, s->g + w2, s->g + b2};
  s->third = (struct layer){h, c, s->theta + w3, s->theta + b3, s->g + w3, s->g + b3};
  return end;
}

// Fills `p` with numbers within +-1/30, the same in every run.
static void fill(float *p, size_t count, unsigned state) {
  for (size_t i = 0; i < count; i++) {
    state = state * 1664525u + 1013904223u;
    p[i] = ((float)(state >> 8) / 8388608.0f - 1.0f) / 30.0f;
  }
}

cf_step *cf_make(cf_work work) {
  cf_step *s = calloc(1, sizeof *s);
  if (!s) return NULL;
  s->work = work;
  size_t bytes = (lay_out(s) * sizeof(float) + 4095) / 4096 * 4096;
  s->block = aligned_alloc(4096, bytes);
  if (!s->block) {
    free(s);
    return NULL;
  }
  lay_out(s);
  memset(s->block, 0, bytes);
  fill(s->theta, s->count, 1);
  fill(s->x, work.batch * work.inputs, 2);
  return s;
}

void cf_free(cf_step *s) {
  free(s->block);
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
