"""What is printed, and the page that keeps it: ratios only."""

import pathlib
import statistics

PAGE = pathlib.Path(__file__).resolve().parent / "RESULTS.md"
HEAD = """# Results

Written by `make bench`; do not edit. Ratios of one run on one machine: Peil's time or peak memory
divided by the peer's, below 1 where Peil needs less. Every answer was equal to the peers' before
anything was timed. Medians of runs in turns, two threads each unless a heading says one.

*Cold* is a process from CSV file to written answer. *Warm* is the query on loaded tables, right
after another run of it: Peil reads, checks and prints it over a pipe, as at the prompt, while the
peers are timed inside their process and print nothing; their texts are enumerations or categories.
Memory is the peak of the cold run; of `load` that of the process after it.
"""


def median(values):
    """The median, or None of nothing."""
    return statistics.median(values) if values else None


def ratio(mine, other):
    """Mine divided by the other's, in as many digits as a busy machine supports."""
    if not mine or not other:
        return "–"
    value = mine / other
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def shown(seconds):
    """A time for the terminal."""
    if seconds is None:
        return "–"
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def table(head, rows):
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def sections(text):
    """The parts of the page below each heading of the second level, by heading."""
    parts = text.split("\n## ")[1:]
    return {part.split("\n", 1)[0]: part.split("\n", 1)[1].strip("\n") for part in parts}


def keep(heading, body):
    """Writes a section of the page anew and leaves the others as they are."""
    kept = sections(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    kept[heading] = body.strip("\n")
    order = sorted(kept, key=lambda name: (name.startswith("Size"), -"SML".find(name[5:6]), name))
    text = HEAD + "".join(f"\n## {name}\n\n{kept[name]}\n" for name in order)
    PAGE.write_text(text, encoding="utf-8")
