"""Start-up time beside sqlite3: told, not judged, since it is the machine's as well as ours."""

import subprocess
import sys

from program import ROOT, Absent, Failed


def check(peil):
    script = ROOT / "Benchmarks" / "start_up.py"
    done = subprocess.run(
        [sys.executable, script, peil.path], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Failed((done.stderr.strip().splitlines() or ["without a word"])[-1])
    line = done.stdout.strip()
    if line.startswith("absent: "):
        raise Absent(line.removeprefix("absent: "))
    return line
