/* Processors that threads may use, and begin on. */

#ifndef CTHREADS_H
#define CTHREADS_H

#include <pthread.h>
#include <stdbool.h>

#pragma clang assume_nonnull begin

/* A set of processors, as the C library keeps it. */
typedef struct ct_processors {
  unsigned long bits[16];
} ct_processors;

/* Lets a thread with these attributes begin on another processor than the one that runs this, and
   gives all that this thread may use: the new one calls `ct_use` with them when it begins. False,
   with nothing changed, where there is no other processor or that cannot be asked for. */
bool ct_begin_elsewhere(pthread_attr_t *attributes, ct_processors *usable);

/* How many processors this thread may use; at least 1. */
int ct_count(void);

/* Lets this thread use these processors. */
void ct_use(const ct_processors *usable);

#pragma clang assume_nonnull end

#endif
