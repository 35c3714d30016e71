"""Pairs of queries by seed."""

import random

import combine
import groups
import places
import rows
import series
from pipeline import Pipeline
from tables import DECLARED


class Pair:
    """A query in both languages."""

    def __init__(self, seed, pipeline):
        self.seed = seed
        self.peil = pipeline.text
        self.sql = pipeline.sql
        self.columns = pipeline.columns


def facts(r, dialect, database):
    """Stages over facts, with now and then another table beside them."""
    pipeline = Pipeline("feiten", r, dialect, database)
    for _ in range(r.randint(0, 2)):
        r.choice(rows.ALL)(pipeline)
    if r.random() < 0.35:
        r.choice(combine.ALL)(pipeline)
    for _ in range(r.randint(1, 4)):
        if not pipeline.is_pivoted:
            r.choice(rows.ALL + groups.ALL + places.ALL)(pipeline)
    return pipeline


def facts_over_time(r, dialect, database):
    """`first` and `last` of rows that share periods, some without one: then as the rows stand."""
    pipeline = Pipeline("feiten", r, dialect, database)
    r.choice([rows.where, rows.sort, rows.derive])(pipeline)
    if pipeline.some(1, 1, "text"):
        series.ends_of_facts(pipeline)
    return pipeline


def turned(r, dialect, database):
    """A stage that turns or combines, and little else."""
    pipeline = Pipeline("feiten", r, dialect, database)
    for _ in range(r.randint(0, 2)):
        r.choice([rows.where, rows.sort, rows.derive, rows.take])(pipeline)
    r.choice(combine.ALL)(pipeline)
    if r.random() < 0.4 and not pipeline.is_pivoted:
        r.choice(rows.ALL)(pipeline)
    return pipeline


def over_time(r, dialect, database):
    """Time functions over a declared series, then anything that keeps or takes rows."""
    pipeline = Pipeline(
        r.choice(["reeks", "reeks", "kwartalen"]), r, dialect, database, declared=True
    )
    for _ in range(r.randint(1, 3)):
        r.choice(series.ALL)(pipeline)
    match r.randrange(4):
        case 0:
            series.ends(pipeline)
        case 1:
            r.choice([rows.where, rows.sort, rows.take, places.rank, places.top])(pipeline)
        case _:
            pass
    return pipeline


def pair(seed, dialect, database):
    """The pair of a seed: the same words whatever differences the dialect ignores."""
    r = random.Random(f"query {seed}")
    make = r.choices([facts, turned, over_time, facts_over_time], [12, 4, 8, 1])[0]
    return Pair(seed, make(r, dialect, database))


def declarations():
    """Statements that come before all queries."""
    return list(DECLARED.values())
