// The parser of GitHub flavoured Markdown and its extensions: tables, strikethrough, autolinks.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
