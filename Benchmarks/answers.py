"""Whether two engines give the same answer."""

import csv

# Sums of floats may differ in their last digits between engines; nothing else may.
RELATIVE, ABSOLUTE = 1e-9, 1e-8


def read(path):
    """The rows of an answer, as dictionaries of texts."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    """The number a text stands for, or None."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def differs(keys, mine, other):
    """What differs between two answers in one line, or None when they are equal.

    Rows are matched by their keys, not by place: engines sort texts by different rules.
    """
    if len(mine) != len(other):
        return f"{len(mine)} rows, not {len(other)}"
    if mine and set(mine[0]) != set(other[0]):
        return f"columns {', '.join(mine[0])}, not {', '.join(other[0])}"

    def key(row):
        return tuple(row[name] for name in keys)

    wanted = {key(row): row for row in other}
    if len(wanted) != len(other):
        return "keys that occur twice"
    for row in mine:
        match = wanted.pop(key(row), None)
        if match is None:
            return f"a row {key(row)} that the other answer does not have"
        for name, text in row.items():
            if text == match[name] or name in keys:
                continue
            a, b = number(text), number(match[name])
            if a is None or b is None or abs(a - b) > ABSOLUTE + RELATIVE * max(abs(a), abs(b)):
                return f"{name} at {key(row)}: {text or 'missing'}, not {match[name] or 'missing'}"
    return None
