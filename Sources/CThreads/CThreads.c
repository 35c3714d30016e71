#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "CThreads.h"

#include <unistd.h>

#ifdef __GLIBC__

#include <sched.h>

_Static_assert(sizeof(ct_processors) == sizeof(cpu_set_t), "a set of the C library");

bool ct_begin_elsewhere(pthread_attr_t *attributes, ct_processors *usable) {
  cpu_set_t *all = (cpu_set_t *)usable;
  int own = sched_getcpu();
  if (own < 0 || own >= CPU_SETSIZE || sched_getaffinity(0, sizeof *all, all) != 0) return false;
  cpu_set_t others = *all;
  CPU_CLR(own, &others);
  if (CPU_COUNT(&others) == 0) return false;
  return pthread_attr_setaffinity_np(attributes, sizeof others, &others) == 0;
}

int ct_count(void) {
  cpu_set_t all;
  if (sched_getaffinity(0, sizeof all, &all) == 0 && CPU_COUNT(&all) > 0) return CPU_COUNT(&all);
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (int)count : 1;
}

void ct_use(const ct_processors *usable) {
  pthread_setaffinity_np(pthread_self(), sizeof *usable, (const cpu_set_t *)usable);
}

#else

bool ct_begin_elsewhere(pthread_attr_t *attributes, ct_processors *usable) {
  (void)attributes;
  (void)usable;
  return false;
}

int ct_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (int)count : 1;
}

void ct_use(const ct_processors *usable) { (void)usable; }

#endif
