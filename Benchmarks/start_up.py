"""Start-up time beside a peer: `peil -c 'indicators | take 1'` and `sqlite3 :memory: 'select 1'`.

Usage: start_up.py PEIL

The two run in turn, so that a busy machine slows both; the medians are compared. A ratio carries
over from one machine to another, milliseconds do not.
"""

import shutil
import statistics
import subprocess
import sys
import time

PAIRS = 20


def milliseconds(command):
    """How long a command takes from start to exit."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1000


def main():
    if len(sys.argv) != 2:
        print("usage: start_up.py PEIL", file=sys.stderr)
        return 64
    peer = shutil.which("sqlite3")
    if peer is None:
        print("absent: sqlite3: start-up time has nothing to stand beside")
        return 0
    ours = [sys.argv[1], "-c", "indicators | take 1"]
    theirs = [peer, ":memory:", "select 1"]
    # The first run of each reads the program from disk and does not count.
    milliseconds(ours)
    milliseconds(theirs)
    pairs = [(milliseconds(ours), milliseconds(theirs)) for _ in range(PAIRS)]
    mine = statistics.median(pair[0] for pair in pairs)
    other = statistics.median(pair[1] for pair in pairs)
    print(
        f"start-up, median of {PAIRS} pairs: peil {mine:.1f} ms, sqlite3 {other:.1f} ms, "
        f"ratio {mine / other:.2f} (aim: below 5)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
