"""Generated tables: as CSV files for Peil, and loaded from the same files into DuckDB."""

import random

GROUPS = [
    "Élan",
    "elan",
    "Zürich",
    "'s-Gravenhage",
    "Gouda",
    "goes",
    "Coevorden",
    "cöln",
    "'t Zand",
]
KINDS = ["rood", "groen", "blauw"]
QUARTERS = [f"{year}Q{quarter}" for year in range(2018, 2022) for quarter in range(1, 5)]

# Name, Peil type, SQL type and role of each column, by table.
COLUMNS = {
    "feiten": [
        ("code", "text", "VARCHAR"),
        ("groep", "text", "VARCHAR"),
        ("soort", "text", "VARCHAR"),
        ("jaar", "int", "BIGINT"),
        ("n", "int", "BIGINT"),
        ("m", "int", "BIGINT"),
        ("x", "num", "DOUBLE"),
        ("bedrag", "big", "DOUBLE"),
        ("ok", "bool", "BOOLEAN"),
        ("dag", "date", "DATE"),
    ],
    "enkel": [
        ("sleutel", "text", "VARCHAR"),
        ("gewicht", "num", "DOUBLE"),
        ("naam", "text", "VARCHAR"),
    ],
    "veel": [("sleutel", "text", "VARCHAR"), ("nummer", "int", "BIGINT")],
    "prijzen": [
        ("sleutel", "text", "VARCHAR"),
        ("jaar", "int", "BIGINT"),
        ("prijs", "num", "DOUBLE"),
    ],
    "reeks": [
        ("code", "text", "VARCHAR"),
        ("jaar", "int", "BIGINT"),
        ("n", "int", "BIGINT"),
        ("x", "num", "DOUBLE"),
    ],
    "kwartalen": [
        ("code", "text", "VARCHAR"),
        ("kw", "period", "VARCHAR"),
        ("n", "int", "BIGINT"),
        ("x", "num", "DOUBLE"),
    ],
}

# How a table is declared to Peil where its series matter.
DECLARED = {
    "reeks": 'data reeks = csv "reeks.csv" key code time jaar measure n: amount, x: amount',
    "kwartalen": 'data kwartalen = csv "kwartalen.csv" key code time kw '
    "measure n: amount, x: amount types kw: period",
}


class Tables:
    """Rows by table, made from a seed."""

    def __init__(self, seed):
        self.random = random.Random(f"tables {seed}")
        codes = [f"k{number:02}" for number in range(14)]
        self.rows = {
            "feiten": [self.fact(codes) for _ in range(90)],
            "enkel": [
                (code, self.decimal(2, 0, 900), self.random.choice(GROUPS))
                for code in codes[3:] + ["elders", "k99"]
            ],
            "veel": [
                (self.maybe(self.random.choice(codes[:9] + ["elders"])), self.whole(-9, 30))
                for _ in range(24)
            ],
            "prijzen": [
                (code, year, self.decimal(2, 1, 99))
                for code in codes[:10]
                for year in range(2015, 2024)
                if self.random.random() < 0.45
            ],
            "reeks": [
                (code, year, self.maybe(self.whole(-6, 60)), self.maybe(self.decimal(1, 0, 50)))
                for code in codes[:8]
                for year in range(2014, 2024)
                if self.random.random() < 0.75
            ],
            "kwartalen": [
                (code, quarter, self.maybe(self.whole(0, 40)), self.maybe(self.decimal(2, -9, 50)))
                for code in codes[:5]
                for quarter in QUARTERS
                if self.random.random() < 0.8
            ],
        }
        for name in ("enkel", "veel", "prijzen", "reeks", "kwartalen"):
            self.random.shuffle(self.rows[name])

    def maybe(self, value, part=0.12):
        return None if self.random.random() < part else value

    def whole(self, low, high):
        return self.random.randint(low, high)

    def decimal(self, places, low, high):
        return f"{self.random.randint(low * 10**places, high * 10**places) / 10**places:.{places}f}"

    def fact(self, codes):
        # Sums of these lose their cents unless they are exact.
        amount = self.random.choice(
            ["9007199254740.25", "-9007199254740.25", "0.1", "0.2", "17.35"]
        )
        # Halves that binary floats miss.
        halves = self.random.choice(["1.005", "-1.015", "8.345"])
        thousandths = halves if self.random.random() < 0.2 else self.decimal(3, -50, 50)
        day = f"{self.whole(2018, 2022)}-{self.whole(1, 12):02}-{self.whole(1, 28):02}"
        return (
            self.maybe(self.random.choice(codes)),
            self.maybe(self.random.choice(GROUPS)),
            self.random.choice(KINDS),
            self.maybe(self.whole(2016, 2022), 0.05),
            self.maybe(self.whole(-20, 40)),
            self.whole(0, 6),
            self.maybe(thousandths),
            amount,
            self.maybe(self.random.choice(["true", "false"])),
            self.maybe(day),
        )

    def write(self, folder):
        """Writes every table as a CSV file."""
        for name, rows in self.rows.items():
            lines = [",".join(column[0] for column in COLUMNS[name])]
            lines += [",".join("" if cell is None else str(cell) for cell in row) for row in rows]
            (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def load(self, database, folder):
        """Reads the files into tables of the same name; `_o` is the place of a row."""
        for name, columns in COLUMNS.items():
            types = ", ".join(f"'{column}': '{kind}'" for column, _, kind in columns)
            extra = (
                ", CAST(kw[1:4] AS INTEGER) * 4 + CAST(kw[6:6] AS INTEGER) AS _t"
                if name == "kwartalen"
                else ""
            )
            database.execute(
                f"CREATE TABLE {name} AS SELECT *{extra}, row_number() OVER () AS _o FROM "
                f"read_csv('{folder / name}.csv', header = true, auto_detect = false, "
                f"delim = ',', quote = '\"', nullstr = '', columns = {{{types}}})"
            )
