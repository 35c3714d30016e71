/* The history, in memory and in a file. */

#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void cr_history_limit(int entries) { stifle_history(entries); }

void cr_history_add(const char *text) { add_history(text); }

int cr_history_count(void) { return history_length; }

const char *cr_history_entry(int index) {
  HIST_ENTRY *entry = history_get(history_base + index);
  return entry ? entry->line : NULL;
}

int cr_history_load(const char *path) { return read_history(path); }

int cr_history_append(const char *path) {
  int descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return errno;
  close(descriptor);
  return append_history(1, path);
}

/* Readline's own truncation counts lines, and may leave half an entry in front; a file that does
   not start with a time is read back line by line. */
int cr_history_rewrite(const char *path) { return write_history(path); }
