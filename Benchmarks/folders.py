"""Where generated data, the Python environment and answers lie: outside the tree."""

import os
import pathlib


def root():
    """The folder that `PEIL_BENCH` names, or one in the user's cache."""
    named = os.environ.get("PEIL_BENCH")
    if named:
        return pathlib.Path(named).resolve()
    cache = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    return pathlib.Path(cache) / "peil-bench"


def data(shape, size):
    """The folder with the tables of a shape in a size."""
    return root() / "data" / f"{shape}-{size}"


def work():
    """The folder for answers and what programs say; made when absent."""
    folder = root() / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
