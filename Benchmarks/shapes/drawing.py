"""Numbers that look drawn by lot and are the same everywhere, and the way tables are written."""

import os

import numpy as np

GOLDEN = 0x9E3779B97F4A7C15
CHUNK = 200_000


def draw(purpose, *keys):
    """A 64-bit number for each combination of keys: a chain of splitmix64 finalisers.

    No generator with a state: a value hangs on its keys alone, so neither the order of drawing
    nor a version of numpy changes a byte.
    """
    state = np.uint64(purpose * GOLDEN % 2**64)
    with np.errstate(over="ignore"):
        for key in keys:
            state = (state ^ np.asarray(key).astype(np.uint64)) + np.uint64(GOLDEN)
            state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            state = state ^ (state >> np.uint64(31))
    return state


def below(limit, purpose, *keys):
    """A whole number from 0 up to, not including, the limit."""
    return (draw(purpose, *keys) % np.uint64(limit)).astype(np.int64)


def unit(purpose, *keys):
    """A number from 0 up to 1, made of 53 bits."""
    return (draw(purpose, *keys) >> np.uint64(11)).astype(np.float64) / 2.0**53


def field(text):
    """A CSV field, quoted only where it must be."""
    if any(sign in text for sign in ',"\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


# The part behind the point for 0, 1 and 2 decimals, at `FRACTION_AT[decimals] + rest`.
FRACTIONS = [""] + [f".{n}" for n in range(10)] + [f".{n:02}" for n in range(100)]
FRACTION_AT = np.array([0, 1, 11])


def decimals(scaled, places, known):
    """Texts of whole numbers scaled by 10 ^ places; an empty text where not known."""
    power = np.power(10, places)
    fractions = FRACTION_AT[places] + scaled % power
    return [
        f"{whole}{FRACTIONS[fraction]}" if there else ""
        for whole, fraction, there in zip(
            (scaled // power).tolist(), fractions.tolist(), known.tolist())
    ]


def write(path, header, count, rows):
    """Writes a table in chunks; `rows(first, last)` gives the texts of a range of rows.

    The file appears when it is whole, so an interrupted run leaves none behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    with open(partial, "w", encoding="utf-8", newline="") as file:
        file.write(header + "\n")
        for first in range(0, count, CHUNK):
            file.writelines(rows(first, min(first + CHUNK, count)))
    os.replace(partial, path)
