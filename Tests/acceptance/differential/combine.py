"""Stages that put tables together or turn them: join, asof, append, pivot, unpivot."""

from dataclasses import replace

from columns import quoted
from expressions import Column
from groups import total
from rows import where

MANY_TO_ONE = [("enkel", "one"), ("veel", "many")]


def join(p):
    if "code" not in p.names or {"gewicht", "nummer", "naam", "sleutel"} & set(p.names):
        return where(p)
    table, match = p.random.choice(MANY_TO_ONE)
    kind = p.random.choice(["left", "left", "inner", "full", "semi", "anti"])
    added = {
        "enkel": [Column("gewicht", "num", raw=True), Column("naam", "text")],
        "veel": [Column("nummer", "int")],
    }[table]
    left = quoted(c.name for c in p.columns)
    right = quoted(c.name for c in added)
    peil = f'join (csv "{table}.csv") on code = sleutel kind {kind}' + (
        " match many" if match == "many" else ""
    )
    if kind in ("semi", "anti"):
        no = "NOT " if kind == "anti" else ""
        sql = (
            f"SELECT * FROM {{s}} WHERE {no}EXISTS (SELECT 1 FROM {table} r WHERE r.sleutel = code)"
        )
        return p.add(peil, sql)
    word = {"left": "LEFT JOIN", "inner": "JOIN", "full": "LEFT JOIN"}[kind]
    sql = (
        f"SELECT l.* EXCLUDE (_o), {right}, row_number() OVER (ORDER BY l._o, r._o) AS _o "
        f"FROM {{s}} l {word} {table} r ON l.code = r.sleutel"
    )
    if kind == "full":
        # Rows of the other table alone come after, with their key in the left's column.
        empty = ", ".join(
            "r.sleutel AS code" if c.name == "code" else f"NULL AS {c.name}" for c in p.columns
        )
        names = f"{left}, {right}"
        sql = (
            f"SELECT {names}, row_number() OVER (ORDER BY part, _o) AS _o FROM ("
            f"SELECT 1 AS part, {names}, _o FROM ({sql}) UNION ALL "
            f"SELECT 2 AS part, {empty}, {right}, r._o FROM {table} r "
            f"WHERE NOT EXISTS (SELECT 1 FROM {{s}} l WHERE l.code = r.sleutel))"
        )
    p.add(peil, sql, p.columns + added)


def join_periods(p):
    """A join on a key of two columns, the right side with names of its own."""
    if not {"code", "jaar"} <= set(p.names) or {"rn", "rx"} & set(p.names):
        return where(p)
    kind = p.random.choice(["left", "inner", "anti"])
    low = p.random.randint(2014, 2019)
    peil = f"join (reeks | where jaar >= {low} | rename rn = n, rx = x) on code, jaar kind {kind}"
    match = f"r.code = l.code AND r.jaar = l.jaar AND r.jaar >= {low}"
    if kind == "anti":
        sql = f"SELECT * FROM {{s}} l WHERE NOT EXISTS (SELECT 1 FROM reeks r WHERE {match})"
        return p.add(peil, sql)
    word = "LEFT JOIN" if kind == "left" else "JOIN"
    p.add(
        peil,
        f"SELECT l.* EXCLUDE (_o), r.n AS rn, r.x AS rx, l._o "
        f"FROM {{s}} l {word} reeks r ON {match}",
        p.columns + [Column("rn", "int"), Column("rx", "num", raw=True)],
    )


def join_sums(p):
    """A pipeline as the other table."""
    if "soort" not in p.names or "som" in p.names:
        return where(p)
    low = p.random.randint(-5, 30)
    p.add(
        f'join (csv "feiten.csv" | where n > {low} | summarise som = sum(m) by soort) on soort',
        f"SELECT l.* EXCLUDE (_o), r.som, l._o FROM {{s}} l LEFT JOIN (SELECT soort, "
        f"CAST(sum(m) AS BIGINT) AS som FROM feiten WHERE n > {low} GROUP BY soort) r "
        "ON l.soort = r.soort",
        p.columns + [Column("som", "int")],
    )


def asof(p):
    """The nearest row of the same or an earlier year, at most so many years back."""
    if not {"code", "jaar"} <= set(p.names) or {"prijs", "jaar_asof"} & set(p.names):
        return where(p)
    years = p.random.randint(0, 4)
    near = (
        "FROM prijzen r WHERE r.sleutel = l.code AND r.jaar <= l.jaar "
        f"AND r.jaar >= l.jaar - {years} "
        "ORDER BY r.jaar DESC LIMIT 1"
    )
    p.add(
        f'join (csv "prijzen.csv") on code = sleutel asof jaar max {years}',
        f"SELECT l.* EXCLUDE (_o), (SELECT r.prijs {near}) AS prijs, "
        f"(SELECT r.jaar {near}) AS jaar_asof, l._o FROM {{s}} l",
        p.columns + [Column("prijs", "num", raw=True), Column("jaar_asof", "int", measure=False)],
    )


def append(p):
    """Rows of a part of the facts, by name; a column that is not there is missing."""
    shared = [c for c in p.columns if c.name in ("code", "soort", "n", "m", "x", "ok", "dag")]
    if not shared:
        return where(p)
    low = p.random.randint(-5, 25)
    names = quoted(c.name for c in shared)
    p.add(
        f'append (csv "feiten.csv" | where n > {low} | select {", ".join(c.name for c in shared)})',
        "SELECT * EXCLUDE (_o, part), row_number() OVER (ORDER BY part, _o) AS _o FROM ("
        f"SELECT *, 1 AS part FROM {{s}} UNION ALL BY NAME "
        f"SELECT {names}, _o, 2 AS part FROM feiten WHERE n > {low})",
    )


def pivot(p):
    """Sums by two keys, with a column for each value of the second."""
    keys = p.some(2, 2, "text", "bool")
    value = [c for c in p.some(1, 3, "int", "num") if c.type == "int" or c.raw]
    if len(keys) < 2 or not value:
        return where(p)
    (key, across), value = keys, value[0]
    values = p.values(across)
    names = [
        "missing" if v is None else str(v).lower() if across.type == "bool" else v for v in values
    ]
    # A name that is empty or taken would need another spelling.
    if not values or "" in names or set(names) & set(p.names) or len(set(names)) < len(names):
        return where(p)

    def test(v):
        literal = "NULL" if v is None else "'" + str(v).replace("'", "''") + "'"
        return f"{across.name} IS NOT DISTINCT FROM {literal}"

    cells = ", ".join(
        f'any_value({value.name}) FILTER ({test(v)}) AS "{name}"' for v, name in zip(values, names)
    )
    p.add(
        f"sum {value.name} by {key.name}, {across.name} | pivot {value.name} by {across.name}",
        f"SELECT *, row_number() OVER (ORDER BY {p.ordered(key)}) AS _o FROM "
        f"(SELECT {key.name}, {cells} FROM (SELECT {key.name}, {across.name}, "
        f"{total(p, value)} AS {value.name} FROM {{s}} GROUP BY ALL) GROUP BY {key.name})",
        [Column(key.name, key.type)] + [Column(f'"{n}"', value.type, exact=False) for n in names],
    )
    p.columns = [Column(c.name.strip('"'), "cell", exact=False) for c in p.columns]


def unpivot(p):
    numbers = [c for c in p.columns if c.type in ("int", "num") and c.name != "jaar"]
    if len(numbers) < 2 or {"maat", "waarde"} & set(p.names):
        return where(p)
    turned = p.random.sample(numbers, p.random.randint(2, min(3, len(numbers))))
    kept = [c for c in p.columns if c not in turned]
    kind = "num" if any(c.type == "num" for c in turned) else "int"
    cast = "DOUBLE" if kind == "num" else "BIGINT"
    cells = ", ".join(f"CAST({c.name} AS {cast}) AS {c.name}" for c in turned)
    place = " ".join(f"WHEN '{c.name}' THEN {i}" for i, c in enumerate(turned))
    others = "".join(f"{c.name}, " for c in kept)
    p.add(
        f"unpivot {', '.join(c.name for c in turned)} as maat, waarde",
        f"SELECT * EXCLUDE (_o), row_number() OVER (ORDER BY _o, CASE maat {place} END) AS _o "
        f"FROM (SELECT {others}_o, {cells} FROM {{s}}) UNPIVOT {p.say('unpivot-missing')} "
        f"(waarde FOR maat IN ({quoted(c.name for c in turned)}))",
        [replace(c, measure=False) for c in kept]
        + [
            Column("maat", "label", measure=False),
            Column("waarde", kind, all(c.exact for c in turned)),
        ],
    )


ALL = [join, join, join_periods, join_sums, asof, append, pivot, unpivot]
