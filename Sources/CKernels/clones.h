#ifndef CK_CLONES_H
#define CK_CLONES_H

#if defined(__x86_64__) && defined(__linux__)
#define CK_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define CK_CLONES
#endif

// A product and a sum keep their own roundings, so that the clones agree bit for bit.
#pragma STDC FP_CONTRACT OFF

#endif
