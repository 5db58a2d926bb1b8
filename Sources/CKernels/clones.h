#ifndef CK_CLONES_H
#define CK_CLONES_H

// Given on the command line by the harness that tries each instruction set by itself.
#ifndef CK_CLONES
#if defined(__x86_64__) && defined(__linux__)
#define CK_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define CK_CLONES
#endif
#endif

// A product and a sum keep their own roundings, so that the clones agree bit for bit.
#pragma STDC FP_CONTRACT OFF

#endif
