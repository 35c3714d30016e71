"""Threads never show, wrong numbers of them are refused, and Ctrl-C ends a run at once with 130."""

import os
import pathlib
import pty
import random
import signal
import subprocess
import tempfile
import time

from program import Failed, equal

QUERIES = [
    'csv "large.csv" | sum value by place, year',
    'csv "large.csv" | sort -value, place | take 5',
    'csv "large.csv" | summarise v = sum(value) by key, year | derive p = prior(v) | take 5',
    'csv "large.csv" | top 3 by value within place | derive x = value * 2',
    'csv "large.csv" | save "copy.csv"',
    'csv "large.csv"',
]
WRONG = ["0", "-1", "1e9", "1000000000", "two", "", "2.5", "1025", "99999999999999999999"]


def large(folder, rows):
    chance = random.Random(7)
    with open(folder / "large.csv", "w", encoding="utf-8") as file:
        file.write("key,year,place,value\n")
        for row in range(rows):
            file.write(
                f"k{row // 20},{2000 + row % 20},p{chance.randrange(400)},{chance.randrange(10**6)}\n"
            )


def interrupted(peil, query, folder, delay):
    """Seconds between the signal and the end, or nil when the run was done before it."""
    run = subprocess.Popen(
        [peil.path, "-c", query],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        # Where the checks run in the background the signal is ignored, and that is inherited.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    time.sleep(delay)
    begin = time.monotonic()
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    took = time.monotonic() - begin
    if run.returncode == 0:
        return None
    # Before it catches the signal a program ends by it, which a shell calls 130 too.
    if run.returncode not in (130, -signal.SIGINT):
        raise Failed(f"`{query}` exits with {run.returncode}: {said.decode()[:200]}")
    left = [path.name for path in folder.iterdir() if path.name.endswith(".new")]
    equal(left, [], f"left behind by `{query}`")
    return took


def progress(peil, query, folder):
    """What standard error shows when it is a terminal, and standard output beside it."""
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    run = subprocess.Popen(
        [peil.path, "-c", query],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=slave,
        stdin=subprocess.DEVNULL,
        env=environment,
    )
    os.close(slave)
    output, shown = run.stdout.read(), b""
    try:
        while piece := os.read(master, 65536):
            shown += piece
    except OSError:
        pass
    run.wait()
    os.close(master)
    return shown, output


def check(peil):
    for wrong in WRONG:
        done = subprocess.run(
            [peil.path, f"--threads={wrong}", "-c", "print 1"], capture_output=True, check=False
        )
        equal((done.returncode, done.stdout), (64, b""), f"--threads={wrong}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        large(folder, 1_500_000)
        for query in QUERIES[:4]:
            one = peil.bytes("--threads", "1", "-c", query, folder=folder)
            for threads in ("2", "7"):
                many = peil.bytes("--threads", threads, "-c", query, folder=folder)
                equal(many == one, True, f"`{query}` on {threads} threads")
        chance = random.Random(11)
        delays = [
            interrupted(peil, query, folder, chance.uniform(0.02, 0.5))
            for query in QUERIES
            for _ in range(6)
        ]
        stopped = sorted(delay for delay in delays if delay is not None)
        if len(stopped) < len(QUERIES):
            raise Failed(f"only {len(stopped)} runs were still at work")
        if stopped[-1] > 2:
            raise Failed(f"a run went on for {stopped[-1]:.2f} s")
        shown, output = progress(peil, QUERIES[5], folder)
        equal(output, peil.bytes("-c", QUERIES[5], folder=folder), "results beside a progress line")
        if shown and not shown.endswith(b"\r\x1b[K"):
            raise Failed(f"a progress line stays behind: {shown[-80:]!r}")
    middle, longest = stopped[len(stopped) // 2], stopped[-1]
    return (
        f"{len(stopped)} runs stopped within {longest * 1000:.0f} ms, half within "
        f"{middle * 1000:.0f} ms; progress {'shown' if shown else 'not needed'}"
    )
