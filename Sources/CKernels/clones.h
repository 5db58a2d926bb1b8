#ifndef CK_CLONES_H
#define CK_CLONES_H

// Given on the command line by the harness that tries each instruction set by itself.
#ifndef CK_CLONES
#if defined(__x86_64__) && defined(__linux__)
#define CK_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
// For products and sums in one rounding, which "avx2" does not promise.
#define CK_FUSED_CLONES __attribute__((target_clones("avx512f", "fma", "default")))
#else
#define CK_CLONES
#endif
#endif
#ifndef CK_FUSED_CLONES
#define CK_FUSED_CLONES CK_CLONES
#endif

// A product and a sum keep their own roundings, so that the clones agree bit for bit.
#pragma STDC FP_CONTRACT OFF

#endif
