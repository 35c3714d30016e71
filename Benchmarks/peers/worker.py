"""One Python engine in a process of its own; the working folder holds the tables.

Usage: worker.py polars cold QUERY ANSWER THREADS
       worker.py duckdb|polars warm TABLE,… THREADS

Cold reads the files, writes the answer and ends. Warm loads the tables and then obeys lines of
standard input: `time QUERY` answers with the seconds the query took, result in memory and nothing
printed; `answer QUERY FILE` writes the answer and says `done`.
"""

import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))


class DuckDB:
    """DuckDB with enumerations for columns of few texts."""

    def __init__(self, tables, threads):
        import duckdb

        from peers import duckdb_sql
        from tasks import CATEGORIES
        self.sql = duckdb_sql.sql
        self.tables = {name: name for name in tables}
        self.session = duckdb.connect(config={"threads": threads})
        columns = {}
        for table, file in duckdb_sql.from_files(tables).items():
            self.session.execute(f"CREATE TABLE read_{table} AS SELECT * FROM {file}")
            for column, kind in CATEGORIES[table].items():
                values = f"SELECT DISTINCT {column} AS v FROM read_{table}"
                columns.setdefault(kind, []).append(values)
        for kind, selects in columns.items():
            values = " UNION ".join(selects)
            self.session.execute(f"CREATE TYPE {kind}_t AS ENUM "
                                 f"(SELECT v FROM ({values}) WHERE v IS NOT NULL ORDER BY v)")
        for table in tables:
            casts = ", ".join(f"{c}::{kind}_t AS {c}" for c, kind in CATEGORIES[table].items())
            self.session.execute(
                f"CREATE TABLE {table} AS SELECT * REPLACE ({casts}) FROM read_{table}")
            self.session.execute(f"DROP TABLE read_{table}")

    def run(self, query):
        return self.session.sql(self.sql(query, self.tables, enumerated=True)).to_arrow_table()

    def write(self, query, path):
        text = self.sql(query, self.tables, enumerated=True)
        self.session.execute(f"COPY ({text}) TO '{path}' (HEADER, DELIMITER ',')")


class Polars:
    """Polars with categories for columns of few texts, or lazily from files when cold."""

    def __init__(self, tables, threads, cold=False):
        os.environ["POLARS_MAX_THREADS"] = str(threads)
        import polars

        from peers.polars_expressions import QUERIES, scan
        from tasks import CATEGORIES
        self.queries = QUERIES
        self.tables = {}
        for table in tables:
            self.tables[table] = scan(table)
            if not cold:
                kept = self.tables[table].collect().with_columns(
                    polars.col(c).cast(polars.Categorical) for c in CATEGORIES[table])
                self.tables[table] = kept.lazy()

    def run(self, query):
        return self.queries[query](self.tables).collect()

    def write(self, query, path):
        self.run(query).write_csv(path)


def main():
    engine, mode = sys.argv[1:3]
    if mode == "cold":
        query, answer, threads = sys.argv[3:6]
        from tasks import CATEGORIES
        tables = [name for name in CATEGORIES if os.path.exists(f"{name}.csv")]
        Polars(tables, int(threads), cold=True).write(query, answer)
        return
    tables, threads = sys.argv[3].split(","), int(sys.argv[4])
    started = time.perf_counter()
    made = {"duckdb": DuckDB, "polars": Polars}[engine](tables, threads)
    print(time.perf_counter() - started, flush=True)
    for line in sys.stdin:
        words = line.split(maxsplit=2)
        if words[0] == "answer":
            made.write(words[1], words[2].strip())
            print("done", flush=True)
            continue
        started = time.perf_counter()
        result = made.run(words[1])
        seconds = time.perf_counter() - started
        del result
        print(seconds, flush=True)


if __name__ == "__main__":
    main()
