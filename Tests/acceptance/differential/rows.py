"""Stages that keep, change or order rows; each adds itself to a pipeline in both languages."""

import re
from dataclasses import replace

from columns import ANY, NUMBERS, quoted
from expressions import Column


def where(p):
    among = p.random.random() < 0.15
    condition = p.expressions.among(0) if among else p.expressions.of("bool", 3)
    p.add(f"where {condition.peil}", f"SELECT * FROM {{s}} WHERE {condition.sql}")


def derive(p):
    kind, name = p.random.choice(["int", "num", "num", "text", "bool", "date"]), p.name()
    value = p.expressions.of(kind, 3)
    p.add(
        f"derive {name} = {value.peil}",
        f"SELECT *, {value.sql} AS {name} FROM {{s}}",
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
        peil, sql = p.random.choice(
            [
                (f"{x} div {by}", p.say("whole-division", a=x, b=by)),
                (f"{x} mod {by}", p.say("remainder-sign", a=x, b=by)),
            ]
        )
    elif column[0].raw:
        peil, sql = f"round({x}, {d})", p.say("decimal-rounding", a=x, d=d)
    else:
        peil, sql = f"abs({x})", f"abs({x})"
    p.add(
        f"derive {name} = {peil}",
        f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, column[0].type)],
    )


def power(p):
    """`^`, `ln`, `exp` and `log10` are rounded to 13 digits: within what floats may differ."""
    name, column = p.name(), p.some(1, 1, "int")
    if not column:
        return where(p)
    x = f"abs({column[0].name}) + 1"
    peil, sql = p.random.choice(
        [
            (f"({x}) ^ 0.5", f"pow({x}, 0.5)"),
            (f"ln({x})", f"ln({x})"),
            (f"log10({x})", f"log10({x})"),
            (f"exp(({x}) / 100)", f"exp(CAST({x} AS DOUBLE) / 100)"),
        ]
    )
    p.add(
        f"derive {name} = {peil}",
        f"SELECT *, {sql} AS {name} FROM {{s}}",
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
        f"SELECT {quoted(c.name for c in left)}, _o FROM {{s}}",
        left,
    )


def rename(p):
    old, new = p.random.choice(p.columns), p.name()
    columns = [replace(c, name=new) if c is old else c for c in p.columns]
    p.add(
        f"rename {new} = {old.name}", f"SELECT * RENAME ({old.name} AS {new}) FROM {{s}}", columns
    )


def sort(p):
    keys = [(column, p.random.random() < 0.5) for column in p.some(1, 3, *ANY)]
    if not keys:
        return where(p)
    items = ", ".join(p.ordered(column, down) for column, down in keys)
    p.add(
        "sort " + ", ".join(("-" if down else "") + column.name for column, down in keys),
        f"SELECT * REPLACE (row_number() OVER (ORDER BY {items}, _o) AS _o) FROM {{s}}",
    )


def sort_by_expression(p):
    kind = p.random.choice(["int", "text", "bool"])
    key, down = p.expressions.of(kind, 2), p.random.random() < 0.5
    # A key that is the same for every row is refused.
    if not any(re.search(rf"\b{re.escape(name)}\b", key.peil) for name in p.names):
        return sort(p)
    order = f"{p.expressions.order(kind, key.sql)} {'DESC' if down else 'ASC'} NULLS LAST"
    p.add(
        f"sort {'-' if down else ''}{key.peil}",
        f"SELECT * REPLACE (row_number() OVER (ORDER BY {order}, _o) AS _o) FROM {{s}}",
    )


def take(p):
    word, count = p.random.choice(["take", "skip"]), p.random.randint(0, 40)
    limit = f"LIMIT {count}" if word == "take" else f"OFFSET {count}"
    p.add(f"{word} {count}", f"SELECT * FROM {{s}} ORDER BY _o {limit}")


# As often as their kinds of fault are likely.
ALL = [
    where,
    where,
    derive,
    derive,
    derive_several,
    halves,
    power,
    select,
    drop,
    rename,
    sort,
    sort,
    sort_by_expression,
    take,
]
