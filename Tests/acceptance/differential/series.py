"""Time functions over declared series; SQL addresses periods by joining a table with itself."""

from columns import NUMBERS
from expressions import Column
from rows import where


def axis(p):
    """The key, the column time is told by in SQL, and the periods in a year."""
    return ("code", "_t", 4) if "kw" in p.names else ("code", "jaar", 1)


def measure(p):
    return p.random.choice([c for c in p.columns if c.type in NUMBERS and c.name in ("n", "x")])


def asked(p, m):
    """Filled cells are passed over by time functions unless one asks for them."""
    return ", filled: true" if f"{m.name}_filled" in p.names else ""


def yoy(p):
    key, time, year = axis(p)
    m = measure(p)
    new = [f"{m.name}_{part}" for part in ("prior", "change", "growth")]
    if new[0] in p.names:
        return where(p)
    growth = p.say("growth-base", a=f"l.{m.name}", b=f"r.{m.name}")
    p.add(
        # Filled cells are passed over unless one asks for them.
        f"yoy {m.name}" + (" filled true" if f"{m.name}_filled" in p.names else ""),
        f"SELECT l.*, r.{m.name} AS {new[0]}, "
        f"l.{m.name} - r.{m.name} AS {new[1]}, {growth} AS {new[2]} "
        f"FROM {{s}} l LEFT JOIN {{s}} r ON l.{key} = r.{key} AND r.{time} = l.{time} - {year}",
        p.columns
        + [Column(new[0], m.type), Column(new[1], m.type), Column(new[2], "num", exact=False)],
    )


def steps(p):
    """`prior`, `change` and `growth` some periods back."""
    key, time, _ = axis(p)
    m, back, name = measure(p), p.random.randint(1, 3), p.name()
    prior = p.say("prior-period", a=m.name, k=key, t=time, s=back)
    function = p.random.choice(["prior", "change", "growth"])
    sql = {
        "prior": prior,
        "change": f"{m.name} - {prior}",
        "growth": p.say("growth-base", a=m.name, b=prior),
    }[function]
    amount = f", {back}" if back > 1 else ""
    p.add(
        f"derive {name} = {function}({m.name}{amount}{asked(p, m)})",
        f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
    )


def based(p):
    """`index` and `at`: no other period takes the place of the one named."""
    key, time, _ = axis(p)
    m, name = measure(p), p.name()
    if time == "jaar":
        number = p.random.randint(2014, 2019)
        period = str(number)
    else:
        number = p.random.randint(2018 * 4 + 1, 2020 * 4)
        period = f"@{(number - 1) // 4}Q{(number - 1) % 4 + 1}"
    base = f"max({m.name}) FILTER ({time} = {number}) OVER (PARTITION BY {key})"
    level = f"CASE WHEN {base} > 0 THEN CAST({m.name} AS DOUBLE) / {base} * 100 END"
    peil, sql, name = p.random.choice(
        [
            (f"derive {name} = index({m.name}, base: {period}{asked(p, m)})", level, name),
            (f"derive {name} = at({m.name}, {period}{asked(p, m)})", base, name),
            (f"index {m.name} base {period}" + (" filled true" if asked(p, m) else ""), level, f"{m.name}_index"),
        ]
    )
    if name in p.names:
        return where(p)
    p.add(
        peil,
        f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
    )


def rolling(p):
    key, time, _ = axis(p)
    m, count, name = measure(p), p.random.randint(2, 4), p.name()
    least = p.random.choice([None, p.random.randint(1, count)])
    function = p.random.choice(["sum", "mean"])
    window = (
        f"(PARTITION BY {key} ORDER BY {time} RANGE BETWEEN {count - 1} PRECEDING AND CURRENT ROW)"
    )
    sql = p.say(
        "whole-window",
        a=m.name,
        f="sum" if function == "sum" else "avg",
        w=window,
        n=least or count,
    )
    p.add(
        f"derive {name} = rolling_{function}({m.name}, {count}"
        + (f", at_least: {least}" if least else "")
        + f"{asked(p, m)})",
        f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
    )


def cumulative(p):
    key, time, _ = axis(p)
    m, name = measure(p), p.name()
    sql = p.say("cumulative-missing", a=m.name, w=f"(PARTITION BY {key} ORDER BY {time})")
    p.add(
        f"derive {name} = cumulative({m.name}{asked(p, m)})",
        f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
    )


def cagr(p):
    key, time, year = axis(p)
    if year > 1:
        return cumulative(p)
    m, name = measure(p), p.name()
    first, last = sorted(p.random.sample(range(2014, 2023), 2))
    a, b = (f"max({m.name}) FILTER ({time} = {t}) OVER (PARTITION BY {key})" for t in (first, last))
    p.add(
        f"derive {name} = cagr({m.name}, from: {first}, to: {last}{asked(p, m)})",
        f"SELECT *, CASE WHEN {a} > 0 AND {b} >= 0 THEN (pow(CAST({b} AS DOUBLE) / {a}, "
        f"1.0 / {last - first}) - 1) * 100 END AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
    )


def complete(p):
    """A row for each key and year; only at the start, for what stands beside is then missing."""
    key, time, year = axis(p)
    if year > 1 or len(p.columns) > 4:
        return steps(p)
    first = p.random.randint(2013, 2020)
    last = first + p.random.randint(0, 5)
    p.add(
        f"complete code, jaar in {first}..{last}",
        f"SELECT code, jaar, n, x, row_number() OVER (ORDER BY code, jaar) AS _o FROM "
        f"(SELECT DISTINCT code FROM {{s}}) CROSS JOIN "
        f"(SELECT unnest(range({first}, {last} + 1)) AS jaar) "
        f"FULL JOIN {{s}} USING (code, jaar)",
    )


def fill(p):
    """A straight line, or a copy, between two known periods of a series."""
    key, time, year = axis(p)
    column = next(c for c in p.columns if c.name == "x")
    if "x_filled" in p.names or year > 1:
        return rolling(p)
    rows = f"(PARTITION BY {key} ORDER BY {time} ROWS BETWEEN"
    before, after = (
        f"{rows} UNBOUNDED PRECEDING AND 1 PRECEDING)",
        f"{rows} 1 FOLLOWING AND UNBOUNDED FOLLOWING)",
    )
    low, high = (
        f"last_value(x IGNORE NULLS) OVER {before}",
        f"first_value(x IGNORE NULLS) OVER {after}",
    )
    t = f"CASE WHEN x IS NOT NULL THEN {time} END"
    begin, end = f"max({t}) OVER {before}", f"min({t}) OVER {after}"
    method, sql = p.random.choice(
        [
            ("linear", f"{low} + ({high} - {low}) * ({time} - {begin}) / ({end} - {begin})"),
            ("previous", f"CASE WHEN {high} IS NOT NULL THEN {low} END"),
            ("next", f"CASE WHEN {low} IS NOT NULL THEN {high} END"),
        ]
    )
    p.add(
        f"fill x: {method}",
        f"SELECT * REPLACE (coalesce(x, {sql}) AS x), "
        f"x IS NULL AND {low} IS NOT NULL AND {high} IS NOT NULL "
        f"AS x_filled FROM {{s}}",
        [Column("x", "num", exact=False) if c is column else c for c in p.columns]
        + [Column("x_filled", "bool")],
    )


def ends(p):
    """`first` and `last` are those of the earliest and latest period with a value."""
    key, time, _ = axis(p)
    m, a, b = measure(p), p.name(), p.name()
    p.add(
        f"summarise {a} = first({m.name}), {b} = last({m.name}) by {key}",
        f"SELECT *, row_number() OVER (ORDER BY {key}) AS _o FROM (SELECT {key}, "
        f"first({m.name} ORDER BY {time}) FILTER ({m.name} IS NOT NULL) AS {a}, "
        f"last({m.name} ORDER BY {time}) FILTER ({m.name} IS NOT NULL) AS {b} "
        f"FROM {{s}} GROUP BY {key})",
        [Column(key, "text"), Column(a, m.type), Column(b, m.type)],
    )


def ends_of_facts(p):
    """Rows without a time count after the others, rows of one period in their order."""
    key, a, b = p.some(1, 1, "text")[0], p.name(), p.name()
    known = "FILTER (n IS NOT NULL)"
    p.add(
        f"summarise {a} = first(n), {b} = last(n) by {key.name}",
        f"SELECT *, row_number() OVER (ORDER BY {p.ordered(key)}) AS _o FROM (SELECT {key.name}, "
        f"first(n ORDER BY jaar NULLS LAST, _o) {known} AS {a}, "
        f"first(n ORDER BY jaar DESC NULLS LAST, _o DESC) {known} AS {b} "
        f"FROM {{s}} GROUP BY {key.name})",
        [Column(key.name, key.type), Column(a, "int"), Column(b, "int")],
    )


ALL = [
    cagr,
    complete,
    complete,
    fill,
    fill,
    yoy,
    yoy,
    steps,
    steps,
    steps,
    based,
    based,
    rolling,
    rolling,
    cumulative,
]
