"""Stages over any table: each adds itself to a pipeline, in both languages."""

from dataclasses import replace

from expressions import Column

NUMBERS = ("int", "num")
KEYS = ("text", "int", "bool", "date", "label")
ANY = ("int", "num", "text", "bool", "date", "big", "period", "label")
MEASURES = ("int", "num", "big")


def quoted(names):
    return ", ".join(f'"{name}"' for name in names)


def where(p):
    condition = p.expressions.of("bool", 3)
    p.add(f"where {condition.peil}", f"SELECT * FROM {{s}} WHERE {condition.sql}")


def derive(p):
    kind, name = p.random.choice(["int", "num", "num", "text", "bool", "date"]), p.name()
    value = p.expressions.of(kind, 3)
    p.add(
        f"derive {name} = {value.peil}", f"SELECT *, {value.sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, kind)],
    )


def derive_several(p):
    """A later item uses an earlier one."""
    first = p.expressions.of("num", 2)
    a, b = p.name(), p.name()
    p.add(
        f"derive {a} = {first.peil}, {b} = {a} * 2 + 1",
        f"SELECT *, {a} * 2 + 1 AS {b} FROM (SELECT *, {first.sql} AS {a} FROM {{s}})",
        p.columns + [Column(a, "num"), Column(b, "num")],
    )


def halves(p):
    """Rounding and whole division of measures, where their rules show."""
    name, column = p.name(), p.some(1, 1, *NUMBERS)
    if not column:
        return where(p)
    x, d = column[0].name, p.random.randint(0, 2)
    if column[0].type == "int":
        by = p.random.choice([2, 3, 7, -4])
        peil, sql = p.random.choice([
            (f"{x} div {by}", p.say("whole-division", a=x, b=by)),
            (f"{x} mod {by}", p.say("remainder-sign", a=x, b=by)),
        ])
    elif column[0].raw:
        peil, sql = f"round({x}, {d})", p.say("decimal-rounding", a=x, d=d)
    else:
        peil, sql = f"abs({x})", f"abs({x})"
    p.add(
        f"derive {name} = {peil}", f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, column[0].type)],
    )


def power(p):
    """`^`, `ln`, `exp` and `log10` are rounded to 13 digits: within what floats may differ."""
    name, column = p.name(), p.some(1, 1, "int")
    if not column:
        return where(p)
    x = f"abs({column[0].name}) + 1"
    peil, sql = p.random.choice([
        (f"({x}) ^ 0.5", f"pow({x}, 0.5)"), (f"ln({x})", f"ln({x})"), (f"log10({x})", f"log10({x})"),
        (f"exp(({x}) / 100)", f"exp(CAST({x} AS DOUBLE) / 100)"),
    ])
    p.add(
        f"derive {name} = {peil}", f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
    )


def select(p):
    kept = p.some(2, 6, *ANY, exact=False)
    if not kept:
        return where(p)
    columns = quoted(c.name for c in kept)
    p.add("select " + ", ".join(c.name for c in kept), f"SELECT {columns}, _o FROM {{s}}", kept)


def drop(p):
    gone = p.some(1, 2, *ANY, exact=False)
    left = [c for c in p.columns if c not in gone]
    if len(left) < 2 or len(left) == len(p.columns):
        return where(p)
    p.add(
        "drop " + ", ".join(c.name for c in gone),
        f"SELECT {quoted(c.name for c in left)}, _o FROM {{s}}", left,
    )


def rename(p):
    old, new = p.random.choice(p.columns), p.name()
    columns = [replace(c, name=new) if c is old else c for c in p.columns]
    p.add(f"rename {new} = {old.name}", f"SELECT * RENAME ({old.name} AS {new}) FROM {{s}}", columns)


def sort(p):
    keys = [(column, p.random.random() < 0.5) for column in p.some(1, 3, *ANY)]
    if not keys:
        return where(p)
    items = ", ".join(p.ordered(column, down) for column, down in keys)
    p.add(
        "sort " + ", ".join(("-" if down else "") + column.name for column, down in keys),
        f"SELECT * REPLACE (row_number() OVER (ORDER BY {items}, _o) AS _o) FROM {{s}}",
    )


def take(p):
    word, count = p.random.choice(["take", "skip"]), p.random.randint(0, 40)
    limit = f"LIMIT {count}" if word == "take" else f"OFFSET {count}"
    p.add(f"{word} {count}", f"SELECT * FROM {{s}} ORDER BY _o {limit}")


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
        forms += [(f"{f}({name})", f"{f}({name})", column.type, column.exact) for f in ("min", "max")]
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
    ] + ([] if column.type == "big" else [
        (f"median({name})", f"median({name})", "num", False),
        (f"quantile({name}, {part})", f"quantile_cont({name}, {part})", "num", False),
        (f"sd({name})", f"stddev_samp({name})", "num", False),
        (f"variance({name})", f"var_samp({name})", "num", False),
    ])


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
        "summarise " + ", ".join(f"{r[0]} = {r[1]}" for r in results)
        + (" by " + ", ".join(c.name for c in keys) if keys else ""),
        f"SELECT {names}, row_number() OVER (ORDER BY {order}) AS _o FROM "
        f"(SELECT {grouped} FROM {{s}} {by})",
        [Column(c.name, c.type, measure=False) for c in keys] + [Column(r[0], r[3], r[4]) for r in results],
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
        [Column(c.name, c.type, measure=False) for c in keys] + [Column(c.name, kind(c), exact[c]) for c in measures],
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


def top(p):
    value = p.some(1, 1, *MEASURES)
    if not value:
        return where(p)
    word, count = p.random.choice(["top", "bottom"]), p.random.randint(1, 6)
    within = [c for c in p.some(0, 2, "text", "bool") if c not in value]
    group = f"PARTITION BY {quoted(c.name for c in within)}" if within else ""
    by = p.ordered(value[0], word == "top")
    place = p.say("top-ties", p=group, o=by)
    order = ", ".join([p.ordered(column) for column in within] + [by, "_o"])
    p.add(
        f"{word} {count} by {value[0].name}"
        + (" within " + ", ".join(c.name for c in within) if within else ""),
        f"SELECT * REPLACE (row_number() OVER (ORDER BY {order}) AS _o) FROM {{s}} "
        f"WHERE {value[0].name} IS NOT NULL QUALIFY {place} <= {count}",
    )


def share(p):
    value = [c for c in p.some(1, 4, *MEASURES) if c.measure and (c.type == "int" or c.raw)]
    if not value:
        return where(p)
    value, level = value[0], p.some(0, 1, "text", "bool")
    group = f" OVER (PARTITION BY {level[0].name})" if level else " OVER ()"
    name = f"{value.name}_share"
    if name in p.names:
        return where(p)
    whole = total(p, value, group)
    sql = f"CASE WHEN {whole} <> 0 THEN CAST({value.name} AS DOUBLE) / {whole} * 100 END"
    p.add(
        f"share {value.name}" + (f" of {level[0].name}" if level else ""),
        f"SELECT *, {sql} AS {name} FROM {{s}}", p.columns + [Column(name, "num", exact=False)],
    )


def rank(p):
    value = p.some(1, 1, *MEASURES)
    if not value or f"{value[0].name}_rank" in p.names:
        return where(p)
    value, within, up = value[0], p.some(0, 2, "text", "bool"), p.random.random() < 0.3
    group = f"PARTITION BY {quoted(c.name for c in within)}" if within else ""
    place = f"rank() OVER ({group} ORDER BY {p.ordered(value, not up)})"
    p.add(
        f"rank {'-' if up else ''}{value.name}"
        + (" within " + ", ".join(c.name for c in within) if within else ""),
        f"SELECT *, {p.say('rank-missing', a=value.name, r=place)} AS {value.name}_rank FROM {{s}}",
        p.columns + [Column(f"{value.name}_rank", "int")],
    )


def window(p):
    """Row-based windows and aggregates inside groups: `derive … by`."""
    value, order = p.some(1, 1, *NUMBERS), p.some(1, 1, *ANY)
    if not value or not order:
        return where(p)
    value, order, group = value[0], order[0], p.some(0, 2, "text", "bool")
    over = f"PARTITION BY {quoted(c.name for c in group)}" if group else ""
    rows = f"OVER ({over} ORDER BY {p.ordered(order)}, _o)"
    places = p.ordered(value, True)
    steps, name = p.random.randint(1, 3), p.name()
    anything = p.some(1, 1, *NUMBERS, "text", "bool", "date", exact=False)[0]
    forms = [
        (f"lag({anything.name}, {steps}, order: {order.name})", f"lag({anything.name}, {steps}) {rows}", anything.type),
        (f"lead({anything.name}, {steps}, order: {order.name})", f"lead({anything.name}, {steps}) {rows}", anything.type),
        (f"row_number(order: {order.name})", f"row_number() {rows}", "int"),
    ]
    for f in ("rank", "dense_rank"):
        place = f"{f}() OVER ({over} ORDER BY {places})"
        forms.append((f"{f}({value.name})", p.say("rank-missing", a=value.name, r=place), "int"))
    if group:
        forms += [
            (f"max({value.name})", f"max({value.name}) OVER ({over})", value.type),
            ("count()", f"count(*) OVER ({over})", "int"),
        ]
    peil, sql, kind = p.random.choice(forms)
    exact = anything.exact or not peil.startswith("l")
    p.add(
        f"derive {name} = {peil}" + (" by " + ", ".join(c.name for c in group) if group else ""),
        f"SELECT *, {sql} AS {name} FROM {{s}}", p.columns + [Column(name, kind, exact)],
    )


PLAIN = [where, where, derive, derive, derive_several, halves, power, select, drop, rename, sort, sort, take]
ALL = PLAIN + [
    distinct, summarise, summarise, summarise, aggregate_verb, aggregate_verb, count_by, top, top,
    share, rank, window, window,
]
