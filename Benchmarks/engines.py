"""The engines that are compared: how each is started cold, and asked warm."""

import pathlib
import re
import subprocess
import sys
import time

import folders
import timing
from peers import duckdb_sql
from tasks import TABLES
from timing import Broken

HERE = pathlib.Path(__file__).resolve().parent


def said(command):
    """The first line of what a command says."""
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[0]


class Session:
    """A process that has loaded the tables of a shape and answers until it is closed."""

    def __init__(self, command, folder):
        self.log = open(folders.work() / "stderr.txt", "w+b")
        self.process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.log)

    def send(self, line):
        """Sends a line; a closed pipe shows when its answer is read."""
        try:
            self.process.stdin.write(line.encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def line(self):
        """The next line of output."""
        line = self.process.stdout.readline()
        if not line:
            raise self.end()
        return line.decode("utf-8", "replace").rstrip("\n")

    def end(self):
        """What is wrong with a process that says nothing more."""
        self.log.seek(0)
        lines = self.log.read().decode("utf-8", "replace").strip().splitlines()
        errors = [text for text in lines if "error" in text.lower()] or lines[-1:]
        return Broken(errors[0] if errors else "it ended without a word")

    def memory(self):
        """The most memory so far in MB, or None where the system does not say."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return None
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        return int(found[1]) / 1024 if found else None

    def close(self):
        """Ends the process."""
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        self.log.close()


class WorkerSession(Session):
    """A Python engine; times are taken inside, with the result in memory and nothing printed."""

    def __init__(self, engine, shape, folder):
        super().__init__([sys.executable, HERE / "peers" / "worker.py", engine, "warm",
                          ",".join(TABLES[shape]), str(timing.cores)], folder)
        self.load = float(self.line())

    def seconds(self, query):
        """The time of one run."""
        self.send(f"time {query}")
        return float(self.line())

    def answer(self, query, path):
        """Writes the answer to a file."""
        self.send(f"answer {query} {path}")
        self.line()


class PeilSession(Session):
    """`peil --lines`: the time has reading, checking and printing in it, as at the prompt."""

    def __init__(self, program, shape, folder):
        super().__init__([program, "--lines", "--quiet", "--format", "csv"], folder)
        self.marks = 0
        self.ask("")
        started = time.perf_counter()
        for table in TABLES[shape]:
            self.ask(f'let loaded_{table} = csv "{table}.csv"')
        self.load = time.perf_counter() - started

    def ask(self, statement):
        """The bytes a statement gives, with empty lines before the mark that ends it."""
        self.marks += 1
        mark = f"mark {self.marks}"
        self.send(f'{statement}\nprint "{mark}"')
        # In large pieces: what Python does with each line is no time of Peil's.
        text, ending = bytearray(), f"{mark}\n".encode()
        while not (text == ending or text.endswith(b"\n" + ending)):
            piece = self.process.stdout.read1(1 << 20)
            if not piece:
                raise self.end()
            text += piece
        return text[:-len(ending)]

    def statement(self, query):
        """The query on one line, over the loaded tables."""
        text = " ".join(peil_query(query).split())
        return re.sub(r'csv "(\w+)\.csv"', r"loaded_\1", text)

    def seconds(self, query):
        """The time of one run."""
        statement = self.statement(query)
        started = time.perf_counter()
        self.ask(statement)
        return time.perf_counter() - started

    def answer(self, query, path):
        """Writes the answer to a file."""
        lines = self.ask(self.statement(query)).splitlines(keepends=True)
        pathlib.Path(path).write_bytes(b"".join(line for line in lines if line.strip()))


def peil_query(query):
    """The text of a query in Peil."""
    return (HERE / "queries" / f"{query}.peil").read_text(encoding="utf-8")


class Peil:
    """The program under test."""
    name = "Peil"

    def __init__(self, program):
        self.program = str(pathlib.Path(program).resolve())

    def version(self):
        return said([self.program, "--version"])

    def cold(self, query, tables, answer):
        """The command of a query from file, and the file that takes its output."""
        return [self.program, "--quiet", "--format", "csv", "-c", peil_query(query)], answer

    def warm(self, shape, folder):
        """A session with the tables loaded."""
        return PeilSession(self.program, shape, folder)


class DuckDB:
    """DuckDB: its program when cold, since that starts sooner; its library when warm."""
    name = "DuckDB"

    def __init__(self):
        self.program = duckdb_program()

    def version(self):
        import duckdb
        return f"{duckdb.__version__}, program {said([self.program, '--version']).split()[0]}"

    def cold(self, query, tables, answer):
        text = duckdb_sql.sql(query, duckdb_sql.from_files(tables))
        return [self.program, "-init", "/dev/null", "-csv", "-nullvalue", "", "-c",
                f"SET threads = {timing.cores}; {text}"], answer

    def warm(self, shape, folder):
        return WorkerSession("duckdb", shape, folder)


class Polars:
    """Polars, lazily from files when cold and with categories when warm."""
    name = "Polars"

    def version(self):
        import polars
        return polars.__version__

    def cold(self, query, tables, answer):
        return [sys.executable, HERE / "peers" / "worker.py", "polars", "cold", query, answer,
                str(timing.cores)], None

    def warm(self, shape, folder):
        return WorkerSession("polars", shape, folder)


def duckdb_program():
    """The program inside the package, without the Python that would start it."""
    import duckdb_cli
    return str(pathlib.Path(duckdb_cli.__file__).parent / "duckdb")
