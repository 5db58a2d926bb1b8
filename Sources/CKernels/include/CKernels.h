// The element-wise loops that Swift does not vectorise: those with a square root or a quotient,
// float sums, and fused passes over several vectors. Every kernel exists for float and for
// double; `swift_name` gives both one name, so Swift chooses by the type of its arguments.
//
// Each long loop is compiled for AVX-512, AVX2 and the baseline, and one is picked at start-up.
// Sums run in 16 fixed lanes and products are never contracted into fused multiply-adds, so all
// three give the same bits.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "elementwise.h"
#include "gather.h"
#include "memory.h"
#include "optimizers.h"
#include "passes.h"
#include "products.h"
#include "rows.h"
#include "sparse.h"
#include "threads.h"

#endif
