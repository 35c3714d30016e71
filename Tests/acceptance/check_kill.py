"""A run that is killed at a random moment leaves a whole edition, and the next run succeeds."""

import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time

from program import ROOT, Failed

# Kills that are tried; the moments differ from run to run, and their seed is told.
KILLS = 20


def whole(folder):
    """The digests of the files of an edition; fails when it is not one edition from one run."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    wanted = {output["path"]: output["sha256"] for output in manifest["outputs"]}
    for path, digest in wanted.items():
        if hashlib.sha256((folder / path).read_bytes()).hexdigest() != digest:
            raise Failed(f"{path} is not the file its manifest names")
    found = {
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
    }
    if found != set(wanted) | {"manifest.json"}:
        raise Failed(f"files of two runs stand together: {sorted(found ^ set(wanted))}")
    return wanted


def check(peil):
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        report = place / "monitor-2020"
        shutil.copytree(ROOT / "reports" / "monitor-2020", report)
        text = (report / "report.md").read_text(encoding="utf-8")
        out = place / "uit" / "monitor"
        command = [peil.path, "report", str(report), "--out", str(out), "--quiet"]

        def edit(number):
            (report / "report.md").write_text(f"{text}\n\nUitgave {number}.\n", encoding="utf-8")

        edit(0)
        started = time.monotonic()
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        length = time.monotonic() - started
        stood = whole(out)
        killed = 0
        for number in range(1, KILLS + 1):
            edit(number)
            if number % 3 == 0:
                shutil.rmtree(place / "uit" / ".monitor.peil" / "cache", ignore_errors=True)
            run = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            time.sleep(moments.uniform(0, length * 1.1))
            os.kill(run.pid, signal.SIGKILL)
            if run.wait() == -signal.SIGKILL:
                killed += 1
            try:
                stood = whole(out)
            except (Failed, OSError, ValueError) as fault:
                raise Failed(f"after kill {number} (seed {seed}): {fault}") from fault
        if killed == 0:
            raise Failed(f"no run was killed (seed {seed})")
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        if f"Uitgave {KILLS}." not in (out / "monitor-2020.md").read_text(encoding="utf-8"):
            raise Failed("the run after the kills did not publish")
        if whole(out) == stood and killed == KILLS:
            raise Failed("the run after the kills changed nothing")
        left = sorted(path.name for path in (place / "uit" / ".monitor.peil").iterdir())
        if left != ["cache", "lock"]:
            raise Failed(f"the run after the kills left {left}")
    return f"{killed} of {KILLS} runs killed, the edition whole after each"
