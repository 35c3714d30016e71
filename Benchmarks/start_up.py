"""Start-up beside peers: time and peak memory of a query that hardly does anything.

Usage: start_up.py PEIL

The programs run in turn, so that a busy machine slows all; the medians are compared. A ratio
carries over from one machine to another, milliseconds do not. Needs nothing but sqlite3.
"""

import shutil
import statistics
import sys

import timing

PAIRS = 20
# What sqlite3 does to answer the same from a file; DuckDB reads one by itself.
IMPORT = ".import --csv indicators.csv t"
BY_THEME = "select theme, avg(value) from {} group by theme order by theme"


def in_turn(commands, times, folder=None):
    """The median milliseconds of commands that run in turn; a first run does not count."""
    for command in commands:
        timing.run(command, folder)
    rounds = [[timing.run(command, folder) for command in commands] for _ in range(times)]
    return [statistics.median(column) * 1000 for column in zip(*rounds)]


def cases(peil, duckdb):
    """What is measured: a title, and the commands of Peil, sqlite3 and DuckDB."""
    duck = [duckdb, "-init", "/dev/null", "-csv", "-c"]
    return [
        ("a query over a built-in dataset, beside `select 1`",
         [peil, "-c", "indicators | take 1"], ["sqlite3", ":memory:", "select 1"],
         [*duck, "select 1"]),
        ("a mean by theme of a file of 10.000 rows",
         [peil, "--format", "csv", "-c", 'csv "indicators.csv" | mean value by theme'],
         ["sqlite3", "-csv", ":memory:", IMPORT, BY_THEME.format("t")],
         [*duck, BY_THEME.format("'indicators.csv'")]),
    ]


def main():
    if len(sys.argv) != 2:
        print("usage: start_up.py PEIL", file=sys.stderr)
        return 64
    peer = shutil.which("sqlite3")
    if peer is None:
        print("absent: sqlite3: start-up time has nothing to stand beside")
        return 0
    _, ours, theirs, _ = cases(sys.argv[1], "")[0]
    mine, other = in_turn([ours, theirs], PAIRS)
    print(
        f"start-up, median of {PAIRS} pairs: peil {mine:.1f} ms, sqlite3 {other:.1f} ms, "
        f"ratio {mine / other:.2f} (aim: below 5)"
    )
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except timing.Broken as broken:
        print(broken, file=sys.stderr)
        sys.exit(1)
