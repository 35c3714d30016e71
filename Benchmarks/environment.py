"""Runs a script of this folder in a Python environment with what `requirements.txt` pins.

Usage: environment.py SCRIPT [ARGUMENT …]

The environment is made on first use, and anew when the pins change.
"""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

import folders

HERE = pathlib.Path(__file__).resolve().parent


def python():
    """The interpreter of the environment, which is made when it is absent or out of date."""
    pins = (HERE / "requirements.txt").read_bytes()
    wanted = hashlib.sha256(pins + sys.version.encode()).hexdigest()
    folder = folders.root() / "venv"
    mark = folder / "made-from"
    program = folder / "bin" / "python"
    if mark.exists() and mark.read_text() == wanted:
        return program
    print("making a Python environment for the benchmarks", flush=True)
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    steps = [
        [sys.executable, "-m", "venv", folder],
        [program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "--requirement", HERE / "requirements.txt"],
    ]
    for step in steps:
        if subprocess.run(step, check=False).returncode != 0:
            print("the environment needs python3 with venv (python3-venv) and a package index",
                  file=sys.stderr)
            sys.exit(69)
    mark.write_text(wanted)
    return program


def main():
    if len(sys.argv) < 2:
        print("usage: environment.py SCRIPT [ARGUMENT …]", file=sys.stderr)
        return 64
    program = str(python())
    os.execv(program, [program, str(HERE / sys.argv[1]), *sys.argv[2:]])


if __name__ == "__main__":
    sys.exit(main())
