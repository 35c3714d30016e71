#ifndef C_MEMORY_H
#define C_MEMORY_H

#ifdef __linux__
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#endif

/// Keeps freed memory of up to `bytes` for what the program asks for next, where the C library
/// can be told to. All threads share it: what one freed, another may use.
static inline void cm_keep_freed(int bytes) {
#if defined(__linux__) && defined(M_TRIM_THRESHOLD)
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TRIM_THRESHOLD, bytes);
  mallopt(M_ARENA_MAX, 1);
#else
  (void)bytes;
#endif
}

#endif
