/* The history in memory; the file is the owner's. */

#include "Internal.h"

void cr_history_limit(int entries) { stifle_history(entries); }

void cr_history_add(const char *text) { add_history(text); }
