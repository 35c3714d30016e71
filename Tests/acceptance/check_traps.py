"""The trap table: every cell of a year-over-year, with reasons and coverage."""

import re

from program import Failed, shared

QUERY = (
    'csv "traps.csv" | where theme = "X" | sum value by municipality, year | yoy value'
)


def wanted_cells(text):
    """Column names and rows of the table in a Markdown text."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    names = [re.sub(r" \(.*\)$", "", name) for name in table[0]]
    return names, table[2:]


def seen_cell(row, name):
    """A cell of a JSON row, written as the expected table writes it."""
    value = row[name]
    reason = row.get("_missing", {}).get(name)
    if value is None:
        return f"missing: {reason}"
    if reason is not None:
        raise Failed(f"{name} has the value {value!r} and the reason {reason}")
    if isinstance(value, (int, float)):
        value = f"{round(value, 6):.6f}".rstrip("0").rstrip(".")
    coverage = row.get("_coverage", {}).get(name)
    return f"{value} (coverage {coverage[0]}/{coverage[1]})" if coverage else value


def check(peil):
    folder = shared("fixtures")
    names, wanted = wanted_cells((folder / "traps.expected.md").read_text(encoding="utf-8"))
    rows = peil.rows(QUERY, folder=folder)
    if len(rows) != len(wanted):
        raise Failed(f"{len(rows)} rows, not {len(wanted)}")
    wrong = []
    for row, cells in zip(rows, wanted):
        columns = [name for name in row if not name.startswith("_")]
        if columns != names:
            raise Failed(f"columns {columns}, not {names}")
        for name, cell in zip(names, cells):
            seen = seen_cell(row, name)
            if seen != cell:
                wrong.append(f"{cells[0]} {cells[1]} {name} is `{seen}`, not `{cell}`")
    if wrong:
        raise Failed(f"{len(wrong)} cells differ: " + "; ".join(wrong))
    return f"{len(wanted)} rows, {len(wanted) * len(names)} cells are as expected"
