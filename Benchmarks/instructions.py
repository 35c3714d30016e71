"""Counts the instructions of a kernel with callgrind, and compares them with those on record.

Usage: instructions.py PEIL [--record]

A count hardly moves on a busy machine, where a time does. A kernel is a statement over loaded
tables that runs ten times; what starting and loading take is subtracted. The exit code is 1 when a
count grew by more than 5 %. Without valgrind nothing is counted, which is said.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import environment
import folders

HERE = pathlib.Path(__file__).resolve().parent
RECORD = HERE / "instructions.tsv"
TIMES = 10
GROWTH = 1.05
LOAD = ['let ind = csv "indicators.csv"', 'let mun = csv "municipalities.csv"',
        'let ini = csv "initiatives.csv"']
KERNELS = {
    "filter": 'ind | where theme = "Energie" and year = 2020 | summarise n = count(value)',
    "derive": "ind | derive x = round(value / population * 1000, 1) | summarise x = max(x)",
    "group_few": "ind | summarise mean = mean(value), hi = max(value) by theme, year | take 1",
    "group_many": "ind | summarise hi = max(value) by municipality_code, indicator_code, year"
                  " | take 1",
    "first_of_many": "ind | summarise spread = max(value) - min(value) by municipality_code,"
                     " indicator_code, year | sort -round(spread, 6) | take 20",
    "quantile": "ind | summarise x = quantile(value, 0.9) by province | take 1",
    "yoy": 'ind | where status = "definitief" | derive x = growth(value)'
           " by municipality_code, indicator_code | summarise n = count(x)",
    "rolling": 'ind | where status = "definitief" | derive x = rolling_mean(value, 3, at_least: 1)'
               " by municipality_code, indicator_code | summarise n = count(x)",
    "sort": "ind | sort -value, municipality_code | skip 9000 | take 1",
    "top": "ind | top 5 by value within theme | take 1",
    "join": "ind | join (mun | select code, size_class) on municipality_code = code"
            " | count by size_class",
    "pivot": 'ind | where status = "definitief" | select municipality_code, indicator_code, year,'
             " value | pivot value by year | take 1",
    "join_inner": 'ind | where unit = "aantal" and value is not missing | select municipality_code,'
                  " theme | join (mun | select code, population) on municipality_code = code"
                  " kind inner | summarise x = sum(population) by theme",
    "matches": 'ini | where matches(name, "(Zonne|Wind)(panelen|park)") | summarise n = count()',
    "write_csv": "ind | take 500",
}


def without_debugging(program, folder):
    """A copy without debugging information, of which valgrind cannot read all that Swift writes."""
    copy = folder / "peil"
    for tool in (["objcopy", "--strip-debug"], ["llvm-objcopy", "--strip-debug"]):
        if shutil.which(tool[0]):
            subprocess.run([*tool, program, copy], check=True)
            return copy
    return program


def count(program, statements, folder):
    """The instructions of a script from start to exit."""
    with tempfile.TemporaryDirectory() as place:
        script = "\n".join(statements)
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={place}/out", program,
             "--quiet", "--format", "csv", "-c", script],
            cwd=folder, env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, errors="replace", check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        said = [line for line in done.stderr.splitlines() if "error" in line] or ["nothing said"]
        print(f"instructions: exit {done.returncode}: {said[0]}", file=sys.stderr)
        sys.exit(1)
    return int(found[1])


def counted(program, folder):
    """The instructions of start-up, of loading, and of one run of each kernel."""
    start = count(program, ["print 1"], folder)
    loaded = count(program, LOAD, folder)
    yield "start", start
    yield "read_csv", loaded - start
    for name, statement in KERNELS.items():
        yield name, (count(program, LOAD + [statement] * TIMES, folder) - loaded) // TIMES


def recorded():
    """The counts on record, by kernel."""
    if not RECORD.exists():
        return {}
    lines = RECORD.read_text(encoding="utf-8").splitlines()[1:]
    return {name: int(number) for name, number in (line.split("\t") for line in lines)}


def main():
    record = sys.argv[2:] == ["--record"]
    if len(sys.argv) != 2 and not record:
        print("usage: instructions.py PEIL [--record]", file=sys.stderr)
        return 64
    if shutil.which("valgrind") is None:
        print("absent: valgrind: no instructions were counted")
        return 0
    subprocess.run([environment.python(), HERE / "generate.py", "monitor", "S"],
                   stdout=subprocess.DEVNULL, check=True)
    data, before, now, grown = folders.data("monitor", "S"), recorded(), {}, []
    with tempfile.TemporaryDirectory() as place:
        program = without_debugging(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(place))
        for name, number in counted(program, data):
            now[name] = number
            old = before.get(name)
            change = f"{(number / old - 1) * 100:+.1f} %" if old else "not on record"
            print(f"{name:12} {number:12,} {change}", flush=True)
            if not old or number > old * GROWTH:
                grown.append(name)
    if record:
        rows = "".join(f"{name}\t{number}\n" for name, number in now.items())
        RECORD.write_text("kernel\tinstructions\n" + rows, encoding="utf-8")
        return 0
    gone = [name for name in before if name not in now]
    if grown or gone:
        print(f"instructions: grown, or not on record: {' '.join(grown + gone)}; when that is "
              "meant: make bench-instructions RECORD=1", file=sys.stderr)
        return 1
    print(f"instructions: {len(now)} kernels, none grew by more than 5 %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
