"""Stages that compare a row with the others of its group."""

from columns import ANY, MEASURES, NUMBERS, quoted
from expressions import Column
from groups import total
from rows import where


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
        f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
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
        (
            f"lag({anything.name}, {steps}, order: {order.name})",
            f"lag({anything.name}, {steps}) {rows}",
            anything.type,
        ),
        (
            f"lead({anything.name}, {steps}, order: {order.name})",
            f"lead({anything.name}, {steps}) {rows}",
            anything.type,
        ),
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
        f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, kind, exact)],
    )


def within_groups(p):
    """Aggregates inside the row's group, in an expression with the row."""
    value = [c for c in p.some(1, 4, *NUMBERS) if c.type == "int" or c.raw]
    group = p.some(1, 2, "text", "bool")
    if not value or not group:
        return where(p)
    value, name = value[0], p.name()
    over = f" OVER (PARTITION BY {quoted(c.name for c in group)})"
    whole, known = total(p, value, over), f"count({value.name}){over}"
    peil, sql = p.random.choice(
        [
            (
                f"{value.name} - mean({value.name})",
                f"{value.name} - CAST({whole} AS DOUBLE) / nullif({known}, 0)",
            ),
            (f"{value.name} * count({value.name})", f"{value.name} * {known}"),
            (f"sum({value.name}) / count()", f"CAST({whole} AS DOUBLE) / count(*){over}"),
        ]
    )
    p.add(
        f"derive {name} = {peil} by " + ", ".join(c.name for c in group),
        f"SELECT *, {sql} AS {name} FROM {{s}}",
        p.columns + [Column(name, "num", exact=False)],
    )


ALL = [top, top, share, rank, window, window, within_groups]
