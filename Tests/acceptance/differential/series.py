"""Time functions over declared series; SQL addresses periods by joining a table with itself."""

from expressions import Column
from stages import NUMBERS, where


def axis(p):
    """The key, the column time is told by in SQL, and the periods in a year."""
    return ("code", "_t", 4) if "kw" in p.names else ("code", "jaar", 1)


def measure(p):
    return p.random.choice([c for c in p.columns if c.type in NUMBERS and c.name in ("n", "x")])


def yoy(p):
    key, time, year = axis(p)
    m = measure(p)
    new = [f"{m.name}_{part}" for part in ("prior", "change", "growth")]
    if new[0] in p.names:
        return where(p)
    growth = p.say("growth-base", a=f"l.{m.name}", b=f"r.{m.name}")
    p.add(
        f"yoy {m.name}",
        f"SELECT l.*, r.{m.name} AS {new[0]}, l.{m.name} - r.{m.name} AS {new[1]}, {growth} AS {new[2]} "
        f"FROM {{s}} l LEFT JOIN {{s}} r ON l.{key} = r.{key} AND r.{time} = l.{time} - {year}",
        p.columns + [Column(new[0], m.type), Column(new[1], m.type), Column(new[2], "num", exact=False)],
    )


def steps(p):
    """`prior`, `change` and `growth` some periods back."""
    key, time, _ = axis(p)
    m, back, name = measure(p), p.random.randint(1, 3), p.name()
    prior = p.say("prior-period", a=m.name, k=key, t=time, s=back)
    function = p.random.choice(["prior", "change", "growth"])
    sql = {
        "prior": prior, "change": f"{m.name} - {prior}",
        "growth": p.say("growth-base", a=m.name, b=prior),
    }[function]
    amount = p.random.choice([f", {back}"]) if back > 1 else ""
    p.add(
        f"derive {name} = {function}({m.name}{amount})", f"SELECT *, {sql} AS {name} FROM {{s}}",
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
    peil, sql, name = p.random.choice([
        (f"derive {name} = index({m.name}, base: {period})", level, name),
        (f"derive {name} = at({m.name}, {period})", base, name),
        (f"index {m.name} base {period}", level, f"{m.name}_index"),
    ])
    if name in p.names:
        return where(p)
    p.add(peil, f"SELECT *, {sql} AS {name} FROM {{s}}", p.columns + [Column(name, "num", exact=False)])


def rolling(p):
    key, time, _ = axis(p)
    m, count, name = measure(p), p.random.randint(2, 4), p.name()
    least = p.random.choice([None, p.random.randint(1, count)])
    function = p.random.choice(["sum", "mean"])
    window = f"(PARTITION BY {key} ORDER BY {time} RANGE BETWEEN {count - 1} PRECEDING AND CURRENT ROW)"
    sql = p.say(
        "whole-window", a=m.name, f="sum" if function == "sum" else "avg", w=window, n=least or count,
    )
    p.add(
        f"derive {name} = rolling_{function}({m.name}, {count}" + (f", at_least: {least})" if least else ")"),
        f"SELECT *, {sql} AS {name} FROM {{s}}", p.columns + [Column(name, "num", exact=False)],
    )


def cumulative(p):
    key, time, _ = axis(p)
    m, name = measure(p), p.name()
    sql = p.say("cumulative-missing", a=m.name, w=f"(PARTITION BY {key} ORDER BY {time})")
    p.add(
        f"derive {name} = cumulative({m.name})", f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
    )


def ends(p):
    """`first` and `last` are those of the earliest and latest period with a value."""
    key, time, _ = axis(p)
    m, a, b = measure(p), p.name(), p.name()
    p.add(
        f"summarise {a} = first({m.name}), {b} = last({m.name}) by {key}",
        f"SELECT *, row_number() OVER (ORDER BY {key}) AS _o FROM (SELECT {key}, "
        f"first({m.name} ORDER BY {time}) FILTER ({m.name} IS NOT NULL) AS {a}, "
        f"last({m.name} ORDER BY {time}) FILTER ({m.name} IS NOT NULL) AS {b} FROM {{s}} GROUP BY {key})",
        [Column(key, "text"), Column(a, m.type), Column(b, m.type)],
    )


ALL = [yoy, yoy, steps, steps, steps, based, based, rolling, rolling, cumulative]
