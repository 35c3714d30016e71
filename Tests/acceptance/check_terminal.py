"""What users see at the prompt, key by key: transcripts replayed on a screen.

`PEIL_RECORD=1` writes the screens of all transcripts anew; look at the difference.
"""

import os
import pathlib
import tempfile

from program import Absent, Failed


def check(peil):
    try:
        import pyte  # noqa: F401
    except ImportError:
        raise Absent("the Python package pyte is not there") from None
    from terminal.transcript import replay

    folder = pathlib.Path(__file__).parent / "terminal" / "transcripts"
    count = replay(
        folder, peil, tempfile.TemporaryDirectory, bool(os.environ.get("PEIL_RECORD")))
    if not count:
        raise Failed("there is no transcript")
    return f"transcripts: {count}, on the screen as written"
