"""The whole comparison: tables, pairs, results, and the intended differences."""

import duckdb

import comparison
import intended
import queries
import run_pairs
from tables import Tables


class Differential:
    """Compares pairs over tables of one seed."""

    def __init__(self, program, database, folder, seed):
        self.program = program
        self.database = database
        self.folder = folder
        self.seed = seed
        self.forms = intended.differences()
        self.differences = len(self.forms)
        self.faults = []
        # Intended differences of which no query shows a trace.
        self.idle = []
        tables = Tables(seed)
        tables.write(folder)
        tables.load(database, folder)

    def run(self, count):
        """Compares so many pairs; what differs is in `faults` and `idle`."""
        pairs, users = [], {name: [] for name in self.forms}
        for number in range(count):
            dialect = intended.Dialect(self.forms)
            seed = self.seed * 100_000 + number
            pairs.append(queries.pair(seed, dialect, self.database))
            for name in sorted(dialect.used):
                users[name].append(number)
        results = run_pairs.peil_results(
            self.program, queries.declarations(), [pair.peil for pair in pairs], self.folder
        )
        differing = {
            number for number, pair in enumerate(pairs) if self.differs(pair, results[number])
        }
        for name, numbers in users.items():
            if not any(
                self.shows(name, pairs[n], results[n]) for n in numbers if n not in differing
            ):
                self.idle.append(name)
        return self

    def differs(self, pair, result):
        """Whether the sides disagree, which is then told."""
        if isinstance(result, str):
            what = result
        else:
            try:
                rows = self.database.execute(pair.sql).fetchall()
            except duckdb.Error as error:
                raise RuntimeError(
                    f"seed {pair.seed}: {error}\n  {pair.peil}\n  {pair.sql}"
                ) from error
            what = comparison.difference(result, pair.columns, rows)
        if what:
            self.faults.append(f"seed {pair.seed}: {what}\n  {pair.peil}\n  {pair.sql}")
        return what is not None

    def shows(self, name, pair, result):
        """Whether ignoring a difference changes what SQL gives."""
        dialect = intended.Dialect(self.forms, ignored={name})
        plain = queries.pair(pair.seed, dialect, self.database)
        try:
            rows = self.database.execute(plain.sql).fetchall()
        except duckdb.Error:  # SQL stops where Peil has a missing value.
            return True
        return comparison.difference(result, plain.columns, rows) is not None
