"""Queries run by one process of Peil, and by one of DuckDB."""

import subprocess


def peil_results(program, statements, queries, folder):
    """The NDJSON lines of each query, or the text of its fault.

    A fault ends the process; the queries behind it are given to the next.
    """
    results = []
    while len(results) < len(queries):
        rest = queries[len(results) :]
        lines = list(statements)
        for query in rest:
            lines += ['print "#"', query]
        done = subprocess.run(
            [program, "--lines", "--quiet", "--format", "ndjson"],
            cwd=folder,
            check=False,
            input="\n".join(lines) + "\n",
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        parts = done.stdout.split("#\n")[1:]
        found = [[line for line in part.splitlines() if line] for part in parts]
        if done.returncode != 0:
            if not found:
                raise RuntimeError(done.stderr.strip())
            found[-1] = f"exit {done.returncode}: {done.stderr.strip()}"
        results += found
    return results
