"""Figures keep to their limits of size, and of time on a machine that is not busy."""

import subprocess
import sys

from program import ROOT, Failed


def check(peil):
    script = ROOT / "Benchmarks" / "figures.py"
    done = subprocess.run(
        [sys.executable, script, peil.path], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Failed((done.stderr.strip().splitlines() or ["without a word"])[-1])
    return "; ".join(" ".join(line.split()) for line in done.stdout.strip().splitlines())
