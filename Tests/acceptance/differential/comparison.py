"""Results of both sides compared, value by value and in order."""

import datetime
import json
import math

# Floats may differ in their last digits: the sides add and divide in another order.
TOLERANCE = 1e-12


def plain(value):
    """A value of SQL as JSON has it."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


def agree(seen, wanted, exact):
    """Whether a cell of Peil is that of SQL."""
    if seen is None or wanted is None or isinstance(wanted, (bool, str)):
        return type(seen) is type(wanted) and seen == wanted
    if isinstance(seen, bool) or not isinstance(seen, (int, float)):
        return False
    if seen == wanted:
        return True
    if isinstance(seen, int) and isinstance(wanted, int) or not math.isfinite(wanted):
        return False
    return abs(seen - wanted) <= TOLERANCE * max(1.0, abs(seen), abs(wanted))


def difference(lines, columns, rows):
    """The first difference between the NDJSON lines of Peil and the rows of SQL, or nothing."""
    names = [column.name for column in columns]
    for number, (line, row) in enumerate(zip(lines, rows)):
        seen = {name: cell for name, cell in json.loads(line).items() if not name.startswith("_")}
        if list(seen) != names:
            return f"columns {list(seen)}, SQL has {names}"
        for column, wanted in zip(columns, map(plain, row)):
            if not agree(seen[column.name], wanted, column.exact):
                return f"row {number + 1} {column.name}: Peil {seen[column.name]!r}, SQL {wanted!r}"
    if len(lines) != len(rows):
        return f"{len(lines)} rows, SQL has {len(rows)}"
    return None
