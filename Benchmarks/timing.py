"""How long a command takes from start to exit, and the most memory it had."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LIMIT = 600  # Seconds after which a command is given up.
cores = 2  # How many each engine may use; set once, before any is started.


class Broken(Exception):
    """A program failed, or gave no answer; what it said, in one line."""


def keep_to_cores():
    """Keeps this process and all it starts to so many cores, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


@contextlib.contextmanager
def limited():
    """Gives up what takes longer than the limit; costs nothing while it runs."""
    def stop(*_):
        raise Broken(f"no answer within {LIMIT} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def run(command, folder=None, answer=None):
    """The seconds a command takes; its standard output goes to `answer` or nowhere."""
    output = open(answer, "wb") if answer else subprocess.DEVNULL
    with tempfile.TemporaryFile() as said:
        try:
            # No timeout of its own: with one Python looks for the end in steps of up to 50 ms.
            with limited():
                started = time.perf_counter()
                done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL,
                                      stdout=output, stderr=said, check=False)
                seconds = time.perf_counter() - started
        finally:
            if answer:
                output.close()
        if done.returncode != 0:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines()
            raise Broken(f"exit {done.returncode}: {lines[0] if lines else 'without a word'}")
    return seconds


def peak(command, folder=None, answer=None):
    """The most memory of a command in MB, or None where GNU time is not there.

    The system counts what the starting process had towards its child; GNU time is small.
    """
    program = shutil.which("time") if sys.platform == "linux" else None
    if program is None:
        run(command, folder, answer)
        return None
    with tempfile.TemporaryDirectory() as place:
        report = pathlib.Path(place) / "peak"
        run([program, "-f", "%M", "-o", report, *command], folder, answer)
        return int(report.read_text().split()[-1]) / 1024


class Others:
    """How much of the machine others used since this was made: a busy machine makes poor ratios."""

    def __init__(self):
        self.started = self.now()

    @staticmethod
    def now():
        """Seconds on the clock, of all processors busy, and of what this process started."""
        busy = None
        statistics = pathlib.Path("/proc/stat")
        if statistics.exists():
            user, nice, system, _, _, irq, soft, stolen = (
                int(word) for word in statistics.read_text().split("\n", 1)[0].split()[1:9])
            ticks = user + nice + system + irq + soft + stolen
            busy = ticks / os.sysconf("SC_CLK_TCK")
        return time.perf_counter(), busy, sum(os.times()[:4])

    def share(self):
        """The part from 0 to 1, or None where the system does not say."""
        (wall, busy, own), (wall0, busy0, own0) = self.now(), self.started
        if busy is None:
            return None
        return max(0, (busy - busy0 - (own - own0)) / ((wall - wall0) * os.cpu_count()))
