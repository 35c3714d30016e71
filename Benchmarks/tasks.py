"""The tasks: what each asks, of which data, and what identifies a row of its answer."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Task:
    """A question that every engine answers.

    `query` names the text in `queries` and in each peer; several tasks may ask the same of data of
    another shape. `keys` are the columns that identify a row; all others are numbers.
    """
    name: str
    title: str
    keys: tuple
    shape: str = "monitor"
    query: str = ""

    @property
    def text(self):
        """The name of the query."""
        return self.query or self.name


# The tables of a shape, by file name without extension.
TABLES = {
    "monitor": ("indicators", "municipalities", "initiatives"),
    "missing": ("indicators", "municipalities", "initiatives"),
    "unsorted": ("indicators", "municipalities", "initiatives"),
    "wide": ("wide",), "texts": ("texts",), "groups": ("groups",), "sparse": ("sparse",),
}

# Columns with few distinct texts, that a peer keeps as enumeration or categories when warm;
# columns of one name on the right share their values, so that they join as they are.
CATEGORIES = {
    "indicators": {"municipality_code": "code", "municipality": "name", "province": "province",
                   "theme": "theme", "indicator_code": "indicator_code", "indicator": "indicator",
                   "edition": "edition", "unit": "unit", "status": "status"},
    "municipalities": {"code": "code", "name": "name", "province": "province",
                       "size_class": "size_class"},
    "initiatives": {"municipality_code": "code", "theme": "theme", "phase": "phase",
                    "organisation_type": "organisation_type"},
    "wide": {"region": "region", "level": "level"},
    "texts": {"theme": "theme"},
    "groups": {"client": "client"},
    "sparse": {"person": "person", "provider": "provider"},
}

SERIES = ("municipality_code", "indicator_code")
TASKS = [
    Task("q1", "count the rows", ()),
    Task("q2", "filter theme and year, mean", ()),
    Task("q3", "sum by municipality", ("municipality_code",)),
    Task("q4", "count, mean, min and max by theme and year", ("theme", "year")),
    Task("q5", "year-over-year growth of each series, averaged by theme and year",
         ("theme", "year")),
    Task("q6", "five largest changes 2019-2024 in each theme", ("theme", "rk")),
    Task("q7", "join municipalities, rate by size and year", ("size_class", "year")),
    Task("q8", "years to columns for one theme", SERIES),
    Task("q9", "quantiles by province", ("province",)),
    Task("q10", "twenty largest revisions of all series and years", (*SERIES, "year")),
    Task("q11", "text contains or matches a pattern, count by theme", ("theme",)),
    Task("q12", "index and three-year mean of each series, averaged", ("theme", "year")),
    Task("q13", "pattern on names, join, budget per inhabitant", ("theme", "phase")),
    Task("wide", "4 of 400 columns", ("region",), "wide"),
    Task("texts", "long texts: contains or matches a pattern", ("theme",), "texts"),
    Task("groups", "groups for each two rows (5 million at L), twenty largest",
         ("client", "product"), "groups"),
    Task("sparse", "keys that form no grid, twenty largest", ("person", "provider"), "sparse"),
    Task("sparse-change", "change over a year within keys that form no grid", ("year",), "sparse",
         "sparse_change"),
    Task("missing-q4", "q4 with 60 % of the values missing", ("theme", "year"), "missing", "q4"),
    Task("missing-q5", "q5 with 60 % of the values missing", ("theme", "year"), "missing", "q5"),
    Task("missing-q12", "q12 with 60 % of the values missing", ("theme", "year"), "missing", "q12"),
    Task("unsorted-q4", "q4 with rows in no order", ("theme", "year"), "unsorted", "q4"),
    Task("unsorted-q5", "q5 with rows in no order", ("theme", "year"), "unsorted", "q5"),
    Task("unsorted-q10", "q10 with rows in no order", (*SERIES, "year"), "unsorted", "q10"),
]
