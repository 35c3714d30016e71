"""Many groups: keys that form a full grid, and keys of which few combinations occur.

`groups` has 100.000 clients by 50 products at L, 5 million groups, two rows in each on average.
`sparse` has persons and providers by the million and a row or two for a pair: a grid of them
would not fit in any memory.
"""

import numpy as np

from shapes.drawing import below, unit, write

ROWS = {"S": 10_000, "M": 1_000_000, "L": 10_000_000}
PRODUCTS = 50


def grid(size, folder):
    """Writes client, product and amount."""
    count = ROWS[size]
    cells = count // 2

    def rows(first, last):
        n = np.arange(first, last)
        cell = below(cells, 51, n)
        return [f"C{c // PRODUCTS:07},{c % PRODUCTS},{amount if lot >= 3 else ''}\n"
                for c, amount, lot in zip(
                    cell.tolist(), below(100_000, 52, n).tolist(), below(100, 53, n).tolist())]

    write(folder / "groups.csv", "client,product,amount", count, rows)


def sparse(size, folder):
    """Writes person, provider, year and amount; a pair returns in the years after its first."""
    count = ROWS[size]

    def rows(first, last):
        n = np.arange(first, last)
        pair = n // 4
        # One in seven rows lies outside the run of years of its pair: a gap.
        year = 2018 + n % 4 + np.where(unit(61, n) < 1 / 7, 4, 0)
        person, provider = below(count // 3, 62, pair), below(count // 20, 63, pair)
        return [f"P{p:08},A{a:07},{y},{amount}\n" for p, a, y, amount in zip(
            person.tolist(), provider.tolist(), year.tolist(), below(90_000, 64, n).tolist())]

    write(folder / "sparse.csv", "person,provider,year,amount", count, rows)


def make(shape, size, folder):
    """Writes the table of one of the two shapes."""
    {"groups": grid, "sparse": sparse}[shape](size, folder)
