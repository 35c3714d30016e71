"""Runs the tasks in Peil beside DuckDB and Polars, cold and warm, and prints the ratios.

Usage: run.py PEIL [--size S|M|L] [--repeat N] [--tasks NAME,…]
              [--threads 1|2] [--only cold|warm|answers]

Answers are compared first: an engine that differs, or has none, fails the task, and the exit code
is 1. A whole run writes `RESULTS.md`; a part of it only prints.
"""

import argparse
import itertools
import pathlib
import sys

import folders
import results
import start_up
import timing
from answers import differs, read
from engines import DuckDB, Peil, Polars, duckdb_program
from generate import ensure
from results import median, ratio, shown
from tasks import TABLES, TASKS

LOADS = 3  # How often each engine loads the tables of a shape.
SHORT = 0.3  # Seconds that the runs of a quick query fill, at most 30 of them.


class Measured:
    """The runs of the engines in one task."""

    def __init__(self, engines):
        self.fault = None
        self.cold, self.warm = {e.name: [] for e in engines}, {e.name: [] for e in engines}
        self.memory = {}


def compare(task, engines, files):
    """Raises what differs between the answers of the engines and that of the first peer."""
    wanted = read(files[engines[1].name])
    for engine in engines:
        difference = differs(task.keys, read(files[engine.name]), wanted)
        if difference:
            raise timing.Broken(f"{engine.name} differs from {engines[1].name}: {difference}")


def in_turns(calls, repeat):
    """Calls each function in turn, the first in another place each round; the seconds of each."""
    if repeat == 0:
        return {name: [] for name in calls}
    first = {name: call() for name, call in calls.items()}
    times = max(repeat, min(30, int(SHORT / max(first.values()))))
    runs = {name: [] for name in calls}
    names = list(calls)
    for turn in range(times):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            runs[name].append(calls[name]())
    return runs


def cold(task, engines, folder, repeat, measured):
    """Compares and times processes from file to answer."""
    files = {e.name: folders.work() / f"cold-{e.name}.csv" for e in engines}
    calls = {}
    for engine in engines:
        files[engine.name].unlink(missing_ok=True)
        command, output = engine.cold(task.text, TABLES[task.shape], files[engine.name])
        try:
            measured.memory[engine.name] = timing.peak(command, folder, output)
        except timing.Broken as broken:
            raise timing.Broken(f"{engine.name}: {broken}") from None
        calls[engine.name] = lambda c=command, o=output: timing.run(c, folder, o)
    compare(task, engines, files)
    measured.cold = in_turns(calls, repeat)


def warm(task, engines, sessions, repeat, measured):
    """Compares and times queries on loaded tables."""
    files = {e.name: folders.work() / f"warm-{e.name}.csv" for e in engines}
    for engine in engines:
        try:
            with timing.limited():
                sessions[engine.name].answer(task.text, files[engine.name])
        except timing.Broken as broken:
            raise timing.Broken(f"{engine.name}: {broken}") from None
    compare(task, engines, files)
    calls = {e.name: lambda s=sessions[e.name]: settled(s, task.text) for e in engines}
    measured.warm = in_turns(calls, repeat)


def settled(session, query):
    """The time of a query right after another run of it: threads of the engine before are awake for
    a while, and hold the processors and their caches."""
    session.seconds(query)
    return session.seconds(query)


def show(title, measured, engines):
    """Prints what was measured of a task, as it comes."""
    if measured.fault:
        print(f"{title:14} FAILED  {measured.fault}", flush=True)
        return
    if not measured.cold["Peil"] and not measured.warm["Peil"]:
        print(f"{title:14} equal", flush=True)
        return
    for mode in ("cold", "warm"):
        mine, *others = [median(getattr(measured, mode)[e.name]) for e in engines]
        if mine:
            peers = "  ".join(f"{e.name} {shown(t)} ({ratio(mine, t)})"
                              for e, t in zip(engines[1:], others))
            print(f"{title:14} {mode}  Peil {shown(mine)}  {peers}", flush=True)


def shape_of(shape, tasks, engines, options):
    """Measures the tasks of a shape; gives what was measured by name of the task."""
    folder, done = ensure(shape, options.size), {}
    for task in tasks:
        done[task.name] = Measured(engines)
        if options.only != "warm":
            try:
                cold(task, engines, folder, options.repeat, done[task.name])
            except timing.Broken as broken:
                done[task.name].fault = f"cold: {broken}"
        if options.only == "cold":
            show(task.name, done[task.name], engines)
    if options.only == "cold":
        return done
    sessions, loads = {}, {e.name: [] for e in engines}
    try:
        if options.repeat > 0:
            # In turns too: the first to load gets memory that the system has to find.
            for engine in engines * (LOADS - 1):
                with timing.limited():
                    session = engine.warm(shape, folder)
                loads[engine.name].append(session.load)
                session.close()
        for task in tasks:
            measured = done[task.name]
            try:
                for engine in engines:
                    if engine.name not in sessions:
                        with timing.limited():
                            sessions[engine.name] = engine.warm(shape, folder)
                if "load" not in done:
                    loaded = done["load"] = Measured(engines)
                    loaded.warm = {name: loads[name] + [s.load] for name, s in sessions.items()}
                    loaded.memory = {name: s.memory() for name, s in sessions.items()}
                    show(f"{shape}: load", loaded, engines)
                warm(task, engines, sessions, options.repeat, measured)
            except timing.Broken as broken:
                measured.fault = measured.fault or f"warm: {broken}"
                for session in sessions.values():
                    session.close()
                sessions.clear()
            show(task.name, measured, engines)
    finally:
        for session in sessions.values():
            session.close()
    loaded = done.pop("load", None)
    if loaded:
        done[f"load {shape}"] = loaded
    return done


def beside_start_up(peil, repeat):
    """The table of start-up time and memory; sqlite3 and DuckDB's program are the peers."""
    folder, rows = ensure("monitor", "S"), []
    for title, *commands in start_up.cases(peil.program, duckdb_program()):
        mine, *others = start_up.in_turn(commands, max(4 * repeat, 20), folder)
        memory, *theirs = [timing.peak(command, folder) for command in commands]
        rows.append([title, *(ratio(mine, t) for t in others), *(ratio(memory, m) for m in theirs)])
        times = ", ".join(f"{t:.1f}" for t in (mine, *others))
        peaks = ", ".join(f"{m or 0:.0f}" for m in (memory, *theirs))
        print(f"{title}: Peil, sqlite3, DuckDB {times} ms; peak {peaks} MB", flush=True)
    return results.table(
        ["what", "time: sqlite3", "DuckDB", "memory: sqlite3", "DuckDB"], rows)


def page(done, engines):
    """The table of ratios of all tasks."""
    titles = {task.name: task.title for task in TASKS}
    peers = engines[1:]
    head = ["task", *(f"{kind} {e.name}" for kind in ("cold:", "warm:", "memory:") for e in peers)]
    rows = []
    for name, measured in done.items():
        cells = []
        for figures in (measured.cold, measured.warm):
            mine = median(figures["Peil"])
            cells += [ratio(mine, median(figures[e.name])) for e in peers]
        cells += [ratio(measured.memory.get("Peil"), measured.memory.get(e.name)) for e in peers]
        if measured.fault:
            cells = ["failed"] + [""] * (len(cells) - 1)
        rows.append([f"{name}: {titles.get(name, 'all tables into memory')}", *cells])
    return results.table(head, rows)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peil", type=pathlib.Path)
    parser.add_argument("--size", choices="SML", default="M")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, choices=[1, 2], default=2)
    parser.add_argument("--tasks", default="")
    parser.add_argument("--only", choices=["cold", "warm", "answers"])
    options = parser.parse_args()
    known = {task.name for task in TASKS}
    named = [name for name in options.tasks.split(",") if name]
    if unknown := [name for name in named if name not in known]:
        parser.error(f"no task {', '.join(unknown)}; there are {' '.join(t.name for t in TASKS)}")
    if options.repeat < 5:
        parser.error("a median of fewer than 5 says little")
    if options.only == "answers":
        options.repeat = 0
    options.whole = not named and not options.only
    options.named = named or [task.name for task in TASKS]
    return options


def main():
    options = arguments()
    timing.cores = options.threads
    timing.keep_to_cores()
    others = timing.Others()
    engines = [Peil(options.peil), DuckDB(), Polars()]
    versions = ", ".join(f"{engine.name} {engine.version()}" for engine in engines)
    print(f"{versions}; size {options.size}", flush=True)
    chosen = [task for task in TASKS if task.name in options.named]
    if options.whole:
        results.keep("Start-up and memory", beside_start_up(engines[0], options.repeat))
    done = {}
    for shape, tasks in itertools.groupby(chosen, key=lambda task: task.shape):
        done |= shape_of(shape, list(tasks), engines, options)
    if options.whole:
        share = others.share()
        used = f"; others used {share:.0%} of the machine" if share is not None else ""
        text = f"{versions}; at least {options.repeat} runs{used}.\n\n{page(done, engines)}"
        one = ", one thread" if timing.cores == 1 else ""
        results.keep(f"Size {options.size}{one}", text)
    failed = [name for name, measured in done.items() if measured.fault]
    print(f"bench: {len(done) - len(failed)} held, {len(failed)} failed"
          + (f": {' '.join(failed)}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
