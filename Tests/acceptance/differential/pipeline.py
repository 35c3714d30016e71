"""A pipeline as it grows: the text of its stages, and the SQL queries that mean the same.

Every SQL step has the columns of the Peil table at that place and `_o`, the place of each row, so
the order of the result is compared too where the language defines one.
"""

from expressions import Column, Expressions
from tables import COLUMNS


class Pipeline:
    """Stages so far, and the columns they leave."""

    def __init__(self, source, random, dialect, database, declared=False):
        self.random = random
        self.say = dialect
        self.database = database
        self.peil = [source if declared else f'csv "{source}.csv"']
        self.columns = [
            Column(name, kind, raw=kind in ("num", "big"), measure=name != "jaar")
            for name, kind, _ in COLUMNS[source]
        ]
        self.steps = [f"SELECT * FROM {source}"]
        self.fresh = 0

    @property
    def expressions(self):
        return Expressions(self.random, self.say, self.columns)

    @property
    def names(self):
        return [column.name for column in self.columns]

    @property
    def last(self):
        """The name of the newest step."""
        return f"s{len(self.steps) - 1}"

    def add(self, peil, sql, columns=None):
        """Adds a stage; in `sql` the step before it is `{s}`."""
        self.steps.append(sql.replace("{s}", self.last))
        self.peil.append(peil)
        if columns is not None:
            self.columns = columns

    @property
    def is_pivoted(self):
        """Names as data has them are no words of a query: hardly anything may follow."""
        return any(column.type == "cell" for column in self.columns)

    def name(self):
        """A column name not in use."""
        self.fresh += 1
        return f"c{self.fresh}"

    def some(self, low, high, *kinds, exact=True):
        """Some columns, each once, of the types named."""
        fitting = [c for c in self.columns if c.type in kinds and (c.exact or not exact)]
        count = min(len(fitting), self.random.randint(low, high))
        return self.random.sample(fitting, count)

    def ordered(self, column, descending=False, at=""):
        """An item of ORDER BY: missing comes last in either direction."""
        order = self.expressions.order(column.type, at + column.name)
        return f"{order} {'DESC' if descending else 'ASC'} NULLS LAST"

    def with_steps(self, select):
        """A query over the steps."""
        steps = ", ".join(f"s{index} AS ({step})" for index, step in enumerate(self.steps))
        return f"WITH {steps} {select}"

    @property
    def sql(self):
        names = ", ".join(f'"{name}"' for name in self.names)
        return self.with_steps(f"SELECT {names} FROM {self.last} ORDER BY _o")

    def values(self, column):
        """The distinct values of a column as SQL sees them now, missing last."""
        distinct = f"SELECT DISTINCT {column.name} FROM {self.last}"
        query = f"SELECT * FROM ({distinct}) ORDER BY {self.ordered(column)}"
        return [row[0] for row in self.database.execute(self.with_steps(query)).fetchall()]

    @property
    def text(self):
        return " | ".join(self.peil)
