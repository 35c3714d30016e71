"""A workbook that another program wrote gives the rows of the csv with the same figures."""

import datetime
import pathlib
import random
import tempfile

from program import Absent, Failed

NAMES = ["code", "jaar", "aantal", "deel", "dag", "naam"]


def figures(seed):
    """Rows of every type of cell, the same on every run."""
    chance = random.Random(seed)
    first = datetime.date(1900, 3, 1)
    for number in range(2000):
        yield [
            f"GM{chance.randrange(2000):04}",
            chance.randrange(1950, 2030),
            None if chance.random() < 0.1 else chance.randrange(-(10**12), 10**12),
            # Of sixteen digits and more the other program would write other ones.
            chance.choice([round(chance.random(), 12), chance.randrange(10**6) / 100, number / 1e9]),
            first + datetime.timedelta(days=chance.randrange(50000)),
            chance.choice(["'s-Gravenhage", 'a "b"', "x;y", "<&>", "Súdwest", "twee\nregels"]),
        ]


def delimited(value):
    """A value as csv writes it."""
    text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
    return '"' + text.replace('"', '""') + '"'


def check(peil):
    try:
        import openpyxl
    except ImportError:
        raise Absent("openpyxl is not there") from None
    cells = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for seed, is_1904 in ((1, False), (2, True)):
            book = openpyxl.Workbook()
            if is_1904:
                book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
            sheet = book.active
            sheet.title = "Cijfers"
            rows = [row for row in figures(seed) if not is_1904 or row[4].year > 1904]
            for row in [NAMES, *rows]:
                sheet.append(row)
            book.create_sheet("Leeg")
            book.save(folder / "b.xlsx")
            lines = [";".join(map(delimited, row)) for row in [NAMES, *rows]]
            (folder / "b.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
            wanted = peil.rows('csv "b.csv" decimal "."', folder=folder)
            seen = peil.rows('xlsx "b.xlsx"', folder=folder)
            if len(seen) != len(rows) or len(wanted) != len(rows):
                raise Failed(f"{len(seen)} rows of xlsx, {len(wanted)} of csv, not {len(rows)}")
            for number, (left, right) in enumerate(zip(seen, wanted), start=2):
                if left != right:
                    raise Failed(f"row {number} is {left}, not {right}")
            cells += len(rows) * len(NAMES)
    return f"{cells} cells, counted from 1900 and from 1904, are those of the csv"
