"""Ctrl-C at the prompt stops what runs within 100 ms, ten times of ten, and `_` stays.

Once in a query over many rows, once in the middle of reading a file of 1 GB. The limit holds on a
machine that does nothing else; here the slowest may take four times as much, and the median must
keep it. A run that was done before the key came is no try: the next key comes sooner.
"""

import os
import pathlib
import statistics
import tempfile
import time

from program import Absent, Failed

TRIES = 10
LIMIT = 100
SLACK = 4
# Times that a run may be done before the key, for all tries of a query together.
EARLY = 20
# About 120 MB and 1 GB.
ROWS = {"a query": 6_000_000, "reading a file": 48_000_000}
QUERIES = {
    "a query": 'csv "large.csv" | sort -value, key | derive x = value * 2 | top 3 by x within place',
    "reading a file": 'csv "large.csv" | sum value by place',
}


def large(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write("key,year,place,value\n")
        block = "".join(f"k{row},{2000 + row % 20},p{row % 400},{row % 9973}\n" for row in range(20000))
        for _ in range(rows // 20000):
            file.write(block)


def stopped(terminal, query, pause):
    """Milliseconds between Ctrl-C and the prompt; None when the query was done before it."""
    terminal.write(query.encode() + b"\r")
    # What the terminal echoes when the entry is left is all that comes before the result.
    terminal.until(lambda: query[-20:] in "".join(terminal.lines()), "the query")
    end = time.monotonic() + pause
    while time.monotonic() < end:
        terminal.read(0.01)
    if terminal.lines()[-1:] == ["peil>"]:
        return None
    start = time.perf_counter()
    terminal.write(b"\x03")
    terminal.until(lambda: terminal.lines()[-1:] == ["peil>"], "the prompt must come back")
    return (time.perf_counter() - start) * 1000


def clean(terminal):
    terminal.write(b"\x0c")
    terminal.until(lambda: terminal.lines() == ["peil>"], "an empty screen")


def tries(terminal, what, file, whole):
    """The milliseconds of each try; `whole` is about how long the query takes, in seconds."""
    times = []
    done = 0
    while len(times) < TRIES:
        clean(terminal)
        # Another time of change: what an earlier run read is read again.
        os.utime(file, (len(times) + done, len(times) + done))
        # Early and late in the run.
        taken = stopped(terminal, QUERIES[what], whole * (0.1 + 0.05 * len(times)))
        if taken is None:
            done += 1
            if done > EARLY:
                raise Failed(f"{what} is done before a key can come, in less than {whole:.3f} s")
            whole *= 0.8
            continue
        times.append(taken)
        clean(terminal)
        terminal.write(b"| select year\r")
        terminal.until(
            lambda: "2020" in terminal.lines() and terminal.lines()[-1:] == ["peil>"],
            f"`_` must be as it was after Ctrl-C in {what}")
    return times


def check(peil):
    try:
        import pyte  # noqa: F401
    except ImportError:
        raise Absent("the Python package pyte is not there") from None
    from check_prompt_speed import begun

    seen = []
    for what, rows in ROWS.items():
        with tempfile.TemporaryDirectory() as name:
            home = pathlib.Path(name)
            large(home / "large.csv", rows)
            start = time.monotonic()
            peil.bytes("-c", QUERIES[what], folder=home)
            whole = min(time.monotonic() - start, 2)
            terminal = begun(peil, home)
            try:
                terminal.write(b"population | where province = \"Utrecht\" | take 1 | select year\r")
                terminal.until(lambda: "2020" in terminal.lines(), "a first result")
                times = tries(terminal, what, home / "large.csv", whole)
            finally:
                terminal.close()
        if statistics.median(times) > LIMIT or max(times) > LIMIT * SLACK:
            raise Failed(
                f"{what} takes {statistics.median(times):.0f} ms to stop, "
                f"{max(times):.0f} at most; the limit is {LIMIT}")
        seen.append(f"{what} {statistics.median(times):.0f} ms (slowest {max(times):.0f})")
    return f"{TRIES} of {TRIES} each: " + ", ".join(seen) + "; `_` intact"
