"""Stages that make a row of each group."""

from dataclasses import replace

from columns import KEYS, MEASURES, NUMBERS, quoted
from expressions import Column
from rows import where


def distinct(p):
    keys = p.some(1, 3, *KEYS)
    if not keys:
        return where(p)
    order = ", ".join(p.ordered(column) for column in keys)
    p.add(
        "distinct " + ", ".join(c.name for c in keys),
        f"SELECT *, row_number() OVER (ORDER BY {order}) AS _o FROM "
        f"(SELECT DISTINCT {quoted(c.name for c in keys)} FROM {{s}})",
        [replace(c, measure=False) for c in keys],
    )


def aggregate(p, column):
    """An aggregate of a column: Peil, SQL, the result's type and whether its bits are known."""
    name, known = column.name, f"FILTER ({column.name} IS NOT NULL)"
    forms = [
        (f"count({name})", f"count({name})", "int", True),
        (f"count_distinct({name})", f"count(DISTINCT {name})", "int", True),
        ("count()", "count(*)", "int", True),
    ]
    if column.type == "text":
        order = p.expressions.order("text", name)
        forms += [
            (f"min({name})", f"first({name} ORDER BY {order}) {known}", "text", True),
            (f"max({name})", f"first({name} ORDER BY {order} DESC) {known}", "text", True),
        ]
    if column.type == "date" or column.type in MEASURES:
        forms += [
            (f"{f}({name})", f"{f}({name})", column.type, column.exact) for f in ("min", "max")
        ]
    if column.type in NUMBERS or column.type == "big" and column.raw:
        forms += statistics(p, column)
    return p.random.choice(forms)


def total(p, column, window=""):
    """The sum of a column in SQL."""
    if column.type == "int":
        return f"CAST(sum({column.name}){window} AS BIGINT)"
    if column.raw:
        return p.say("exact-sum", a=column.name, w=window)
    return f"fsum({column.name}){window}"  # within TOLERANCE: no `big`


def statistics(p, column):
    name, exact = column.name, column.type == "int" or column.raw
    part = p.random.choice(["0", "0.1", "0.25", "0.5", "0.9", "1"])
    mean = f"CAST({total(p, column)} AS DOUBLE) / nullif(count({name}), 0)"
    return [
        (f"sum({name})", total(p, column), column.type, exact),
        (f"sum({name})", total(p, column), column.type, exact),
        (f"mean({name})", mean, "big" if column.type == "big" else "num", exact),
    ] + (
        []
        if column.type == "big"
        else [
            (f"median({name})", f"median({name})", "num", False),
            (f"quantile({name}, {part})", f"quantile_cont({name}, {part})", "num", False),
            (f"sd({name})", f"stddev_samp({name})", "num", False),
            (f"variance({name})", f"var_samp({name})", "num", False),
        ]
    )


def summarise(p):
    keys = p.some(0, 3, *KEYS)
    targets = [c for c in p.columns if c not in keys and c.type != "cell"]
    if not targets:
        return distinct(p)
    results = []
    for column in [p.random.choice(targets) for _ in range(p.random.randint(1, 4))]:
        peil, sql, kind, exact = aggregate(p, column)
        results.append((p.name(), peil, sql, kind, exact))
    # Without keys there is one row, also of an empty table.
    order = ", ".join(p.ordered(column) for column in keys) or "1"
    names = quoted([c.name for c in keys] + [r[0] for r in results])
    grouped = ", ".join([c.name for c in keys] + [f"{r[2]} AS {r[0]}" for r in results])
    by = f"GROUP BY {quoted(c.name for c in keys)}" if keys else ""
    p.add(
        "summarise "
        + ", ".join(f"{r[0]} = {r[1]}" for r in results)
        + (" by " + ", ".join(c.name for c in keys) if keys else ""),
        f"SELECT {names}, row_number() OVER (ORDER BY {order}) AS _o FROM "
        f"(SELECT {grouped} FROM {{s}} {by})",
        [Column(c.name, c.type, measure=False) for c in keys]
        + [Column(r[0], r[3], r[4]) for r in results],
    )


def aggregate_verb(p):
    """`sum x by k`: the column keeps its name."""
    keys = p.some(1, 2, "text", "bool")
    measures = p.some(1, 3, *MEASURES)
    measures = [c for c in measures if c not in keys and (c.type != "big" or c.raw)]
    if not keys or not measures:
        return where(p)
    verb = p.random.choice(["sum", "min", "max", "count", "mean"])

    def sql(c):
        if verb == "mean":
            return f"CAST({total(p, c)} AS DOUBLE) / nullif(count({c.name}), 0)"
        return total(p, c) if verb == "sum" else f"{verb}({c.name})"

    def kind(c):
        if verb == "mean":
            return "big" if c.type == "big" else "num"
        return "int" if verb == "count" else c.type

    exact = {c: verb in ("min", "max", "count") or c.type == "int" or c.raw for c in measures}
    order = ", ".join(p.ordered(column) for column in keys)
    inner = ", ".join([c.name for c in keys] + [f"{sql(c)} AS {c.name}" for c in measures])
    p.add(
        f"{verb} " + ", ".join(c.name for c in measures) + " by " + ", ".join(c.name for c in keys),
        f"SELECT *, row_number() OVER (ORDER BY {order}) AS _o FROM (SELECT {inner} FROM {{s}} "
        f"GROUP BY {quoted(c.name for c in keys)})",
        [Column(c.name, c.type, measure=False) for c in keys]
        + [Column(c.name, kind(c), exact[c]) for c in measures],
    )


def weighted_mean(p):
    """A row without a weight does not count, and weights of nothing give nothing."""
    value = [c for c in p.some(1, 3, *NUMBERS) if c.name != "m"]
    if "m" not in p.names or not value:
        return where(p)
    value, keys, name = value[0], [c for c in p.some(0, 2, "text", "bool")], p.name()
    known = f"FILTER ({value.name} IS NOT NULL)"
    sql = f"fsum(CAST({value.name} AS DOUBLE) * m) {known} / nullif(sum(m) {known}, 0)"
    order = ", ".join(p.ordered(column) for column in keys) or "1"
    inner = ", ".join([c.name for c in keys] + [f"{sql} AS {name}"])
    by = f"GROUP BY {quoted(c.name for c in keys)}" if keys else ""
    p.add(
        f"summarise {name} = mean({value.name}, weight: m)"
        + (" by " + ", ".join(c.name for c in keys) if keys else ""),
        f"SELECT *, row_number() OVER (ORDER BY {order}) AS _o "
        f"FROM (SELECT {inner} FROM {{s}} {by})",
        [Column(c.name, c.type, measure=False) for c in keys] + [Column(name, "num", exact=False)],
    )


def totals(p):
    """The total row comes after the rows of the one key."""
    value = [c for c in p.some(1, 3, *MEASURES) if c.type == "int" or c.raw]
    key = p.some(1, 1, "text")
    if not value or not key:
        return where(p)
    value, key, name = value[0], key[0], p.name()
    p.add(
        f"summarise {name} = sum({value.name}) by {key.name} with totals",
        f"SELECT {key.name}, {name}, "
        f"row_number() OVER (ORDER BY part, {p.ordered(key)}) AS _o FROM ("
        f"SELECT 1 AS part, {key.name}, {total(p, value)} AS {name} FROM {{s}} GROUP BY {key.name} "
        f"UNION ALL SELECT 2, 'Totaal', {total(p, value)} FROM {{s}} HAVING count(*) > 0)",
        # Totals beside their parts: later stages would leave them out.
        [Column(key.name, "cell"), Column(name, "cell")],
    )


def count_by(p):
    keys = p.some(1, 2, *KEYS)
    if not keys or "count" in p.names:
        return where(p)
    order = ", ".join(p.ordered(column) for column in keys)
    names = quoted(c.name for c in keys)
    p.add(
        "count by " + ", ".join(c.name for c in keys),
        f"SELECT *, row_number() OVER (ORDER BY {order}) AS _o FROM "
        f"(SELECT {names}, count(*) AS count FROM {{s}} GROUP BY {names})",
        [Column(c.name, c.type, measure=False) for c in keys] + [Column("count", "int")],
    )


ALL = [
    distinct,
    summarise,
    summarise,
    summarise,
    aggregate_verb,
    aggregate_verb,
    count_by,
    weighted_mean,
    totals,
]
