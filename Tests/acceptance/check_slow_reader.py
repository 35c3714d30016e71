"""A reader gets every byte however slowly it takes them, and may stop at any time."""

import pathlib
import signal
import subprocess
import tempfile
import time

from program import Failed, equal

ROWS = 60_000
# Bytes taken at once, over and over: none at a multiple of what a pipe or a buffer holds.
PIECES = (777, 1, 65_537, 4_099, 13)
FORMATS = ("csv", "tsv", "json", "ndjson", "md")


def started(peil, folder, form, errors=subprocess.DEVNULL):
    """A run that writes all rows to a pipe."""
    return subprocess.Popen(
        [peil.path, "--format", form, "-c", 'csv "rows.csv"'], cwd=folder,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, bufsize=0,
        # A shell that puts the checks in the background lets them ignore Ctrl-C, and so the program.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def taken_slowly(run):
    """All that a run writes, taken in small pieces with pauses at first, then in larger ones."""
    text = bytearray()
    count = 0
    while piece := run.stdout.read(PIECES[count % len(PIECES)] if count < 400 else 200_003):
        text += piece
        count += 1
        if count % 100 == 0 and count <= 400:
            time.sleep(0.02)
    return bytes(text)


def check(peil):
    with tempfile.TemporaryDirectory() as folder:
        with open(pathlib.Path(folder) / "rows.csv", "w", encoding="utf-8") as file:
            file.write("number,amount,name\n")
            file.writelines(
                f"{row},{row * 7 % 1000}.{row % 100:02},\"naam {row}, é\"\n" for row in range(ROWS)
            )
        for form in FORMATS:
            whole = peil.bytes("--format", form, "-c", 'csv "rows.csv"', folder=folder)
            if whole.count(b"naam ") != ROWS:
                raise Failed(f"{form}: {whole.count(b'naam ')} rows of {ROWS}")
            run = started(peil, folder, form)
            if taken_slowly(run) != whole:
                raise Failed(f"{form}: other bytes when they are taken slowly")
            equal(run.wait(), 0, f"{form}: the exit code of a run read slowly")
        # A reader that goes away, as `head` does, is no fault.
        with tempfile.TemporaryFile() as errors:
            run = started(peil, folder, "csv", errors)
            run.stdout.read(100)
            run.stdout.close()
            code = run.wait(timeout=20)
            errors.seek(0)
            said = errors.read()
        if code not in (0, -signal.SIGPIPE, 128 + signal.SIGPIPE) or said:
            raise Failed(f"a reader that goes away: exit {code}, {said!r}")
        # One that takes nothing keeps nobody from ending the run.
        run = started(peil, folder, "csv")
        time.sleep(0.5)
        if run.poll() is not None:
            raise Failed("a run ended though nobody took what it wrote")
        run.send_signal(signal.SIGINT)
        try:
            code = run.wait(timeout=20)
        except subprocess.TimeoutExpired:
            run.kill()
            raise Failed("a run that waits for its reader goes on after SIGINT") from None
        finally:
            run.stdout.close()
        if code not in (130, -signal.SIGINT):
            raise Failed(f"a run ended by SIGINT exits with {code}")
    return f"{len(FORMATS)} formats of {ROWS} rows, the same bytes; one reader left, one took nothing"
