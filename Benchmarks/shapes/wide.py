"""A wide table: 400 columns of which a query wants four, as in tables by neighbourhood."""

import numpy as np

from shapes.drawing import below, decimals, unit, write

ROWS = {"S": 500, "M": 25_000, "L": 250_000}
MEASURES = 396
REGIONS = 40


def make(shape, size, folder):
    """Writes the table: code, region, year, level and 396 measures, 5 % of them empty."""
    measure = np.arange(MEASURES)
    places = measure % 3

    def rows(first, last):
        texts = []
        for n in range(first, last):
            values = decimals(below(100_000, 31, n, measure), places, unit(32, n, measure) >= 0.05)
            region = int(below(REGIONS, 33, n))
            level = "wijk" if n % 4 else "stad"
            texts.append(f"BU{n:08},regio {region:02},{2015 + n % 10},{level},"
                         + ",".join(values) + "\n")
        return texts

    header = ",".join(["code", "region", "year", "level", *(f"v{n:03}" for n in measure)])
    write(folder / "wide.csv", header, ROWS[size], rows)
