#include "product.h"

#ifdef __APPLE__
#define ACCELERATE_NEW_LAPACK
#include <Accelerate/Accelerate.h>

void cf_product(char ta, char tb, size_t m, size_t n, size_t k, const float *a, const float *b,
                float *c) {
  cblas_sgemm(CblasRowMajor, ta == 'T' ? CblasTrans : CblasNoTrans,
              tb == 'T' ? CblasTrans : CblasNoTrans, (int)m, (int)n, (int)k, 1, a,
              (int)(ta == 'T' ? m : k), b, (int)(tb == 'T' ? k : n), 0, c, (int)n);
}
#else
#include <oneapi/dnnl/dnnl.h>

void cf_product(char ta, char tb, size_t m, size_t n, size_t k, const float *a, const float *b,
                float *c) {
  dnnl_sgemm(ta, tb, (dnnl_dim_t)m, (dnnl_dim_t)n, (dnnl_dim_t)k, 1, a,
             (dnnl_dim_t)(ta == 'T' ? m : k), b, (dnnl_dim_t)(tb == 'T' ? k : n), 0, c,
             (dnnl_dim_t)n);
}
#endif
