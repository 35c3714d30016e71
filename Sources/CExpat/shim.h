// The parser of XML that hands over one element at a time.
#include <expat.h>
