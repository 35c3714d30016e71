"""Random queries give what DuckDB gives, but for the differences that are written down."""

import os
import pathlib
import sys
import tempfile

from program import Absent, Failed

sys.path.insert(0, str(pathlib.Path(__file__).parent / "differential"))

# Another seed makes other tables and queries.
SEED = int(os.environ.get("PEIL_SEED", "1"))
PAIRS = 600


def check(peil):
    try:
        import duckdb
    except ImportError:
        raise Absent("the Python package duckdb is not there (see requirements.txt)") from None
    from differential import Differential

    with tempfile.TemporaryDirectory() as folder:
        pairs = Differential(peil.path, duckdb.connect(), pathlib.Path(folder), SEED)
        try:
            found = pairs.run(PAIRS)
        except RuntimeError as error:
            raise Failed(str(error)) from None
    if found.faults:
        raise Failed(
            f"{len(found.faults)} of {PAIRS} pairs differ\n" + "\n\n".join(found.faults[:5])
        )
    if found.idle:
        raise Failed("intended differences that no longer occur: " + ", ".join(found.idle))
    return f"{PAIRS} pairs agree; {found.differences} intended differences, each seen to occur"
