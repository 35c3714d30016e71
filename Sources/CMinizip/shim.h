// Reading and, for tests, writing of zip archives.
#include <minizip/unzip.h>
#include <minizip/zip.h>
