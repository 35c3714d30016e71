"""Makes the data of the benchmarks: the same bytes for the same shape and size, on any machine.

Usage: generate.py SHAPE SIZE …
Shapes: monitor missing unsorted wide texts groups sparse. Sizes: S M L; a monitor has 10 thousand,
1 million or 10 million rows. What is there already is kept.
"""

import sys

import folders
from shapes import groups, monitor, texts, wide

# Raised when the bytes of a shape change, so that kept data is not taken for new.
VERSION = "1"
MAKERS = {"monitor": monitor, "missing": monitor, "unsorted": monitor, "wide": wide,
          "texts": texts, "groups": groups, "sparse": groups}


def ensure(shape, size):
    """The folder of a shape in a size, made when it is not there yet."""
    folder = folders.data(shape, size)
    mark = folder / "made"
    if not mark.exists() or mark.read_text() != VERSION:
        print(f"making {shape} {size}", file=sys.stderr, flush=True)
        MAKERS[shape].make(shape, size, folder)
        mark.write_text(VERSION)
    return folder


def main():
    pairs = list(zip(sys.argv[1::2], sys.argv[2::2]))
    if len(sys.argv) < 3 or any(s not in MAKERS or z not in "SML" for s, z in pairs):
        print("usage: generate.py SHAPE SIZE …", file=sys.stderr)
        return 64
    for shape, size in pairs:
        print(ensure(shape, size))
    return 0


if __name__ == "__main__":
    sys.exit(main())
