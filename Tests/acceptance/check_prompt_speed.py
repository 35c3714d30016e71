"""How quick the prompt is: the first Tab on 18.000 values, and the echo of a key in a long entry.

The limits are 50 ms and 10 ms on a machine that does nothing else. Others may be busy on this one:
what is judged is the time that the program itself computes, and on the clock the best of several
tries against four times the limit. What was seen is told.
"""

import os
import pathlib
import select
import statistics
import tempfile
import time

from program import Absent, Failed

TRIES = 5
VALUES = 18_000
LINES = 40
FIRST_TAB = 50
ECHO = 10
SLACK = 4


def begun(peil, home):
    from terminal.screen import Terminal

    environment = {
        "HOME": str(home), "PATH": os.environ.get("PATH", ""), "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null", "PEIL_PAGER": "cat",
    }
    terminal = Terminal([peil.path], 100, 50, home, environment)
    terminal.until(lambda: terminal.lines()[-1:] == ["peil>"], "a prompt must come")
    return terminal


def computed(terminal):
    """Milliseconds that all threads of the program computed so far; nil where that is not told."""
    tasks = pathlib.Path(f"/proc/{terminal.process}/task")
    if not tasks.exists():
        return None
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e6


def milliseconds(terminal, keys, text):
    """The time on the clock and that of computing, until the program writes a text."""
    before = computed(terminal)
    written = b""
    start = time.perf_counter()
    terminal.write(keys)
    while text not in written:
        if time.perf_counter() - start > 30:
            raise Failed(f"nothing came of {keys!r} but {written!r}")
        if select.select([terminal.master], [], [], 0.1)[0]:
            written += os.read(terminal.master, 65536)
    taken = (time.perf_counter() - start) * 1000
    work = taken if before is None else computed(terminal) - before
    # The screen is kept only when the clock has stopped: that takes longer than the program.
    terminal.stream.feed(written)
    return taken, work


def first_tab(peil, home):
    terminal = begun(peil, home)
    try:
        terminal.write(b't | where area = "')
        terminal.until(lambda: "".join(terminal.lines()).endswith('area = "'), "the query")
        terminal.settle(0.1)
        return milliseconds(terminal, b"\t", b"more: type on")
    finally:
        terminal.close()


def echoes(peil, home):
    """The times of keys typed at the end of an entry of forty lines, each waited for."""
    terminal = begun(peil, home)
    try:
        stages = "".join(
            f'  where inhabitants > {row} and province = "Utrecht" |\n' for row in range(LINES - 2))
        entry = f"population |\n{stages}  take 2"
        terminal.write(b"\x1b[200~" + entry.encode() + b"\x1b[201~")
        terminal.until(lambda: "take 2" in "".join(terminal.lines()[-1:]), "the entry")
        terminal.settle(0.1)
        times = []
        for letter in "abcdefghij" * 3:
            times.append(milliseconds(terminal, letter.encode(), letter.encode()))
            terminal.settle(0.01)
        return times
    finally:
        terminal.close()


def check(peil):
    try:
        import pyte  # noqa: F401
    except ImportError:
        raise Absent("the Python package pyte is not there") from None
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        rows = "".join(f"Buurt {row:05} Oost,2022,{row}\n" for row in range(VALUES))
        (home / "areas.csv").write_text("area,year,value\n" + rows, encoding="utf-8")
        (home / ".peilrc").write_text('let t = csv "areas.csv"\n', encoding="utf-8")
        (home / ".peilrc").chmod(0o600)
        tabs = [first_tab(peil, home) for _ in range(TRIES)]
        keys = echoes(peil, home)
    seen = []
    for times, limit, what in (
        (tabs, FIRST_TAB, f"first Tab on {VALUES} values"),
        (keys, ECHO, f"echo of a key in {LINES} lines"),
    ):
        clock = [taken for taken, _ in times]
        work = statistics.median(work for _, work in times)
        told = (
            f"{what} {statistics.median(clock):.1f} ms (best {min(clock):.1f}, "
            f"computing {work:.1f}; limit {limit})")
        if min(clock) > limit * SLACK or work > limit:
            raise Failed(told)
        seen.append(told)
    return ", ".join(seen)
