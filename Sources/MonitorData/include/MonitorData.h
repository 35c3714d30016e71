#ifndef PEIL_MONITOR_DATA_H
#define PEIL_MONITOR_DATA_H

#include <stddef.h>

/// A built-in dataset: its declaration in the language and its rows, both as UTF-8 text.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull declaration;
  size_t declaration_length;
  const unsigned char *_Nonnull rows;
  size_t rows_length;
} monitor_dataset;

/// How many built-in datasets there are.
size_t monitor_dataset_count(void);

/// The dataset at an index below the count; they are sorted by name.
monitor_dataset monitor_dataset_at(size_t index);

#endif
