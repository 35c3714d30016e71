"""Runs every check of this folder against a built program.

Usage: run.py PEIL

A check is a file `check_*.py` with a function `check(peil)`: it returns what it saw in one line,
raises `Failed` with what is wrong, or `Absent` with what it needs and does not find. Each prints
one line; the exit code is 1 when any failed.
"""

import importlib
import pathlib
import sys

from program import Absent, Failed, Program


def main():
    if len(sys.argv) != 2:
        print("usage: run.py PEIL", file=sys.stderr)
        return 64
    peil = Program(sys.argv[1])
    counts = {"held": 0, "failed": 0, "absent": 0}
    folder = pathlib.Path(__file__).parent
    for path in sorted(folder.glob("check_*.py")):
        name = path.stem.removeprefix("check_")
        try:
            outcome, line = "held", importlib.import_module(path.stem).check(peil)
        except Absent as absent:
            outcome, line = "absent", str(absent)
        except Failed as failed:
            outcome, line = "failed", str(failed)
        counts[outcome] += 1
        print(f"{outcome:6}  {name}: {line}", flush=True)
    print("acceptance: " + ", ".join(f"{count} {outcome}" for outcome, count in counts.items()))
    return 1 if counts["failed"] or not counts["held"] else 0


if __name__ == "__main__":
    sys.exit(main())
