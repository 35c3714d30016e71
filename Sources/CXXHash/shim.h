// Digests of bytes at the speed of memory.
#include <xxhash.h>
