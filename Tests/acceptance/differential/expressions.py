"""Random expressions of a type, in Peil and in SQL side by side."""

from dataclasses import dataclass

COMPARISONS = ["=", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True)
class Column:
    """A column of a pipeline: its name and type; `exact` when both sides have the same bits.

    Types are those of expressions, and some that only stages take: `big` amounts whose sums lose
    their cents in floats, `period`, `label` (a text of known values) and `cell` (pivoted).
    """

    name: str
    type: str
    exact: bool = True
    # Whether its decimals are those of the file, so that its exact sum is known to SQL.
    raw: bool = False
    # Whether Peil takes it for a measure: keys, time and attributes are none.
    measure: bool = True


@dataclass(frozen=True)
class Pair:
    """An expression in both languages."""

    peil: str
    sql: str
    exact: bool = True


class Expressions:
    """Draws expressions over the columns of a pipeline."""

    def __init__(self, random, dialect, columns):
        self.random = random
        self.say = dialect
        self.columns = columns

    def of(self, kind, depth=2):
        """An expression of a type: int, num, text, bool or date."""
        if depth <= 0 or self.random.random() < 0.2:
            return self.leaf(kind)
        return getattr(self, kind)(depth - 1)

    def leaf(self, kind):
        """A column of the type, or a literal."""
        fitting = [c for c in self.columns if c.type == kind and c.exact]
        if fitting and self.random.random() < 0.8:
            column = self.random.choice(fitting)
            return Pair(column.name, column.name)
        return self.literal(kind)

    def literal(self, kind):
        pick = self.random.choice
        if kind == "int":
            value = str(self.random.randint(0, 25))
            return Pair(value, f"CAST({value} AS BIGINT)")
        if kind == "num":
            value = pick(["0.5", "2.25", "10.125", "0.1", "33.3"])
            return Pair(value, f"CAST({value} AS DOUBLE)")
        if kind == "text":
            value = pick(["Gouda", "élan", "Élan", "zz", "r", "'s-Gravenhage", "k05", ""])
            return Pair(f'"{value}"', "'" + value.replace("'", "''") + "'")
        if kind == "date":
            value = f"{pick([2018, 2020, 2021])}-{pick(['01', '06', '11'])}-15"
            return Pair(f'date("{value}")', f"DATE '{value}'")
        value = pick(["true", "false"])
        return Pair(value, value)

    def int(self, depth):
        a, b = self.of("int", depth), self.of("int", depth)
        match self.random.randrange(12):
            case 0 | 1 | 2:
                op = self.random.choice("+-*")
                return Pair(f"({a.peil} {op} {b.peil})", f"({a.sql} {op} {b.sql})")
            case 3:
                return Pair(
                    f"({a.peil} div {b.peil})", self.say("whole-division", a=a.sql, b=b.sql)
                )
            case 4:
                return Pair(
                    f"({a.peil} mod {b.peil})", self.say("remainder-sign", a=a.sql, b=b.sql)
                )
            case 5:
                text = self.of("text", depth)
                return Pair(f"length({text.peil})", f"length({text.sql})")
            case 6:
                part, day = self.random.choice(["year", "month", "quarter", "day"]), self.of(
                    "date", depth
                )
                return Pair(f"{part}({day.peil})", f"CAST({part}({day.sql}) AS BIGINT)")
            case 7:
                f = self.random.choice(["least", "greatest"])
                return Pair(
                    f"{f}({a.peil}, {b.peil})", self.say("missing-least", f=f, a=a.sql, b=b.sql)
                )
            case 8:
                return Pair(f"abs({a.peil})", f"abs({a.sql})")
            case 9:
                return Pair(f"(-{a.peil})", f"(- {a.sql})")
            case _:
                return self.choice("int", depth)

    def num(self, depth):
        kind = self.random.choice(["num", "num", "int"])
        a, b = self.of("num", depth), self.of(kind, depth)
        match self.random.randrange(12):
            case 0 | 1 | 2:
                op = self.random.choice("+-*")
                return Pair(f"({a.peil} {op} {b.peil})", f"({a.sql} {op} {b.sql})")
            case 3 | 4:
                a = self.of(kind, depth)
                return Pair(
                    f"({a.peil} / {b.peil})", self.say("division-by-zero", a=a.sql, b=b.sql)
                )
            case 5:
                a, places = self.leaf("num"), self.random.randint(0, 2)
                return Pair(
                    f"round({a.peil}, {places})", self.say("decimal-rounding", a=a.sql, d=places)
                )
            case 6:
                return Pair(f"sqrt({a.peil})", self.say("out-of-domain", a=a.sql))
            case 7:
                f = self.random.choice(["floor", "ceil", "abs"])
                return Pair(f"{f}({a.peil})", f"{f}({a.sql})")
            case 8:
                low, high = sorted(self.random.sample(range(-9, 30), 2))
                held = f"least(greatest({a.sql}, {low}), {high})"
                sql = f"CASE WHEN {a.sql} IS NOT NULL THEN {held} END"
                return Pair(f"clamp({a.peil}, {low}, {high})", sql)
            case _:
                return self.choice("num", depth)

    def text(self, depth):
        a, b = self.of("text", depth), self.of("text", depth)
        match self.random.randrange(8):
            case 0:
                return Pair(f"({a.peil} ++ {b.peil})", f"({a.sql} || {b.sql})")
            case 1:
                f = self.random.choice(["upper", "lower", "trim"])
                return Pair(f"{f}({a.peil})", f"{f}({a.sql})")
            case 2:
                number = self.of("int", depth)
                return Pair(f"text({number.peil})", f"CAST({number.sql} AS VARCHAR)")
            case 3:
                pattern = self.random.choice(["[a-z]+", "^k(.)", "[0-9]", "(é|e)l"])
                group = 1 if "(" in pattern else 0
                sql = f"regexp_extract({a.sql}, '{pattern}', {group})"
                sql = f"CASE WHEN regexp_matches({a.sql}, '{pattern}') THEN {sql} END"
                return Pair(f'extract({a.peil}, "{pattern}")', sql)
            case 4:
                pattern, new = self.random.choice([("[aeé]", "-"), ("^k", "K"), ("o+", "0")])
                sql = f"regexp_replace({a.sql}, '{pattern}', '{new}', 'g')"
                return Pair(f'replace({a.peil}, "{pattern}", "{new}")', sql)
            case _:
                return self.choice("text", depth)

    def date(self, depth):
        return self.choice("date", depth)

    def bool(self, depth):
        match self.random.randrange(10):
            case 9:
                a, pattern = self.of("text", depth), self.random.choice(
                    ["^[EÉé]", "a.?", "(o|u)+d", "x{2}"]
                )
                return Pair(
                    f'matches({a.peil}, "{pattern}")', f"regexp_matches({a.sql}, '{pattern}')"
                )
            case 0 | 1:
                word = self.random.choice(["and", "or"])
                a, b = (self.of("bool", depth) for _ in range(2))
                held = [self.say("missing-holds", a=side.sql) for side in (a, b)]
                return Pair(f"({a.peil} {word} {b.peil})", f"({held[0]} {word} {held[1]})")
            case 2:
                a = self.of("bool", depth)
                return Pair(f"(not {a.peil})", f"(NOT {self.say('missing-holds', a=a.sql)})")
            case 3:
                kind = self.random.choice(["int", "num", "text", "bool", "date"])
                column = self.leaf(kind)
                no, word = self.random.choice([("", "IS NULL"), ("not ", "IS NOT NULL")])
                return Pair(f"({column.peil} is {no}missing)", f"({column.sql} {word})")
            case 4:
                return self.among(depth)
            case 5:
                f, a = self.random.choice(["contains", "starts_with", "ends_with"]), self.of(
                    "text", depth
                )
                part = self.random.choice(["a", "é", "go", "1", "k0"])
                return Pair(f'{f}({a.peil}, "{part}")', f"{f}({a.sql}, '{part}')")
            case _:
                return self.comparison(depth)

    def among(self, depth):
        """Membership of a list or of a range of both ends."""
        word, sign = self.random.choice([("in", ""), ("not in", "NOT ")])
        if self.random.random() < 0.4:
            a, (low, high) = self.of("int", depth), sorted(self.random.sample(range(-5, 30), 2))
            held = self.say("missing-order", a=a.sql, op="BETWEEN", b=f"{low} AND {high}")
            return Pair(f"({a.peil} {word} {low}..{high})", f"({sign}{held})")
        kind = self.random.choice(["int", "text"])
        a, entries = self.of(kind, depth), [self.literal(kind) for _ in range(3)]
        held = self.say("missing-among", a=a.sql, list=", ".join(e.sql for e in entries))
        return Pair(f"({a.peil} {word} [{', '.join(e.peil for e in entries)}])", f"({sign}{held})")

    def comparison(self, depth):
        kind = self.random.choice(["int", "int", "num", "text", "date", "bool"])
        # An integer is also compared with a number.
        other = "num" if kind == "int" and self.random.random() < 0.3 else kind
        a, b = self.of(kind, depth), self.of(other, depth)
        if kind == "date" and self.random.random() < 0.5:
            # A day is also written as the period it is.
            b = Pair("@2020-06-15", "DATE '2020-06-15'")
        op = self.random.choice(COMPARISONS[:2] if kind == "bool" else COMPARISONS)
        if op == "=":
            sql = self.say("missing-equals", a=a.sql, b=b.sql)
        elif op == "!=":
            sql = self.say("missing-differs", a=a.sql, b=b.sql)
        else:
            left, right = (self.order(kind, side.sql) for side in (a, b))
            sql = self.say("missing-order", a=left, op=op, b=right)
        return Pair(f"({a.peil} {op} {b.peil})", sql)

    def choice(self, kind, depth):
        """`if`, `case` or `??`."""
        a, b = self.of(kind, depth), self.of(kind, depth)
        match self.random.randrange(3):
            case 0:
                return Pair(f"({a.peil} ?? {b.peil})", f"coalesce({a.sql}, {b.sql})")
            case 1:
                c = self.of("bool", depth)
                return Pair(
                    f"(if {c.peil} then {a.peil} else {b.peil})",
                    f"CASE WHEN {c.sql} THEN {a.sql} ELSE {b.sql} END",
                )
            case _:
                c, d = (self.of("bool", depth) for _ in range(2))
                return Pair(
                    f"case({c.peil}, {a.peil}, {d.peil}, {b.peil}, else: missing)",
                    f"CASE WHEN {c.sql} THEN {a.sql} WHEN {d.sql} THEN {b.sql} END",
                )

    def order(self, kind, sql):
        """What a value is ordered by."""
        return self.say("text-order", a=sql) if kind in ("text", "label") else sql
