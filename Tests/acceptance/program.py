"""The program under check, and where the tree and its neighbours lie."""

import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Failed(Exception):
    """What is wrong, in one line."""


class Absent(Exception):
    """What a check needs and does not find, in one line."""


def shared(name):
    """A file or folder beside the project, which is no part of it."""
    for folder in (os.environ.get("PEIL_SHARED"), ROOT.parent / "shared"):
        if folder and (pathlib.Path(folder) / name).exists():
            return (pathlib.Path(folder) / name).resolve()
    raise Absent(f"../shared/{name} is not there (PEIL_SHARED may name the folder)")


class Program:
    """Runs `peil`."""

    def __init__(self, path):
        self.path = str(pathlib.Path(path).resolve())

    def bytes(self, *arguments, folder=ROOT, environment=None, umask=-1):
        """What it writes to standard output. Fails when it exits with another code than 0."""
        done = subprocess.run(
            [self.path, *arguments],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            umask=umask,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise Failed(
                f"`peil {' '.join(map(str, arguments))}` exits with {done.returncode}: "
                + (said[0] if said else "without a word")
            )
        return done.stdout

    def rows(self, query, folder=ROOT):
        """The rows a query gives, as the JSON format writes them."""
        return json.loads(self.bytes("--format", "json", "-c", query, folder=folder))


def equal(seen, wanted, what):
    """Fails when two values differ."""
    if seen != wanted:
        raise Failed(f"{what}: {seen!r}, not {wanted!r}")
