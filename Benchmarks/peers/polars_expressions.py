"""The tasks in Polars, each in the form that runs fastest of those we tried."""

import polars as pl
from polars import col

SERIES = ["municipality_code", "indicator_code"]
YEARS = range(2010, 2025)
VALUES = {"indicators": {"value": pl.Float64}, "wide": {"v200": pl.Float64, "v391": pl.Float64},
          "groups": {"amount": pl.Int64}, "initiatives": {"budget": pl.Int64}}


def scan(table):
    """A lazy table over the CSV file in the working folder."""
    return pl.scan_csv(f"{table}.csv", schema_overrides=VALUES.get(table))


def text(name):
    """A column as text, to sort by: categories sort by their place in the dictionary."""
    return col(name).cast(pl.String)


def total(name):
    """The sum of the known values; Polars gives 0 for none, where there is nothing known."""
    return pl.when(col(name).count() > 0).then(col(name).sum())


def definitive(t):
    """Definitive figures that are known."""
    return (t["indicators"].filter(col("status") == "definitief", col("value").is_not_null())
            .select("theme", "municipality_code", "indicator_code", "year", "value"))


def among(table, name, condition):
    """Rows whose text meets a condition: of categories each is judged once."""
    if table.collect_schema()[name] == pl.String:
        return table.filter(condition(col(name)))
    values = table.select(name).unique().with_columns(text(name).alias("as_text"))
    return table.join(values.filter(condition(col("as_text"))), on=name, how="semi")


def q1(t):
    return t["indicators"].select(n=pl.len())


def q2(t):
    return (t["indicators"].filter(col("theme") == "Energie", col("year") == 2020)
            .select(n=col("value").count(), mean=col("value").mean()))


def q3(t):
    return (t["indicators"].group_by("municipality_code")
            .agg(total=total("value"), n=col("value").count()).sort(text("municipality_code")))


def q4(t):
    return (t["indicators"].group_by("theme", "year")
            .agg(n=col("value").count(), mean=col("value").mean(), lo=col("value").min(),
                 hi=col("value").max()).sort(text("theme"), "year"))


def q5(t):
    d = definitive(t)
    before = d.select(*SERIES, col("year") + 1, base="value")
    return (d.join(before, on=[*SERIES, "year"]).group_by("theme", "year")
            .agg(n=pl.len(), mean_pct=((col("value") - col("base")) / col("base") * 100).mean())
            .sort(text("theme"), "year"))


def q6(t):
    def of(year):
        return col("value").filter(col("year") == year).mean()
    return (t["indicators"].filter(col("unit") == "%", col("status") == "definitief",
                                   col("year").is_in([2019, 2024]))
            .group_by("theme", "municipality_code").agg(x=of(2019), y=of(2024)).drop_nulls()
            .select("theme", "municipality_code", ch=col("y") - col("x"))
            .sort(text("theme"), col("ch").round(6), text("municipality_code"),
                  descending=[False, True, False])
            .with_columns(rk=pl.int_range(1, pl.len() + 1).over("theme")).filter(col("rk") <= 5)
            .select("theme", "rk", "municipality_code", "ch"))


def q7(t):
    sizes = t["municipalities"].select("code", "size_class", people="population")
    return (t["indicators"].filter(col("unit") == "aantal", col("status") == "definitief",
                                   col("value").is_not_null())
            .select("municipality_code", "year", "value")
            .join(sizes, left_on="municipality_code", right_on="code")
            .group_by("size_class", "year")
            .agg(n=pl.len(), rate=1000 * col("value").sum() / col("people").sum())
            .sort(text("size_class"), "year"))


def q8(t):
    return (t["indicators"].filter(col("theme") == "Energie", col("status") == "definitief")
            .group_by(SERIES)
            .agg(col("value").filter(col("year") == year).max().alias(str(year)) for year in YEARS)
            .sort(text(SERIES[0]), text(SERIES[1])))


def q9(t):
    def part(p):
        return col("value").quantile(p, interpolation="linear")
    return (t["indicators"].filter(col("unit") == "%", col("value").is_not_null())
            .group_by("province").agg(p10=part(0.1), p50=part(0.5), p90=part(0.9))
            .sort(text("province")))


def q10(t):
    return (t["indicators"].group_by(*SERIES, "year")
            .agg(spread=col("value").max() - col("value").min(), n=col("value").count())
            .sort(col("spread").round(6), text(SERIES[0]), text(SERIES[1]), "year",
                  descending=[True, False, False, False], nulls_last=True).head(20))


def q11(t):
    return (among(t["indicators"], "indicator",
                  lambda x: x.str.contains("energie", literal=True)
                  | x.str.contains("jonger dan [0-9]+"))
            .group_by("theme").agg(n=pl.len()).sort(text("theme")))


def q12(t):
    d = definitive(t).sort(*SERIES, "year")

    def earlier(rows):
        same = ((col(SERIES[0]) == col(SERIES[0]).shift(rows))
                & (col(SERIES[1]) == col(SERIES[1]).shift(rows))
                & (col("year").shift(rows) >= col("year") - 2))
        return pl.when(same).then(col("value").shift(rows))
    rolled = d.with_columns(ma=pl.mean_horizontal("value", earlier(1), earlier(2)))
    base = d.filter(col("year") == 2015).select(*SERIES, base="value")
    return (rolled.join(base, on=SERIES).group_by("theme", "year")
            .agg(n=pl.len(), idx=(100 * col("value") / col("base")).mean(), ma3=col("ma").mean())
            .sort(text("theme"), "year"))


def q13(t):
    people = t["municipalities"].select("code", people="population")
    return (t["initiatives"].filter(col("name").str.contains("(Zonne|Wind)(panelen|molens|park)"))
            .join(people, left_on="municipality_code", right_on="code").group_by("theme", "phase")
            .agg(n=pl.len(), total=total("budget"),
                 rate=1000 * total("budget") / col("people").sum())
            .sort(text("theme"), text("phase")))


def wide(t):
    return (t["wide"].filter(col("level") == "wijk").group_by("region")
            .agg(n=col("v200").count(), mean=col("v200").mean(), total=total("v391"))
            .sort(text("region")))


def texts(t):
    return (t["texts"].filter(col("text").str.contains("warmtenet", literal=True)
                              | col("text").str.contains("1[0-9]*7 woningen"))
            .group_by("theme").agg(n=pl.len(), longest=col("text").str.len_chars().max())
            .sort(text("theme")))


def groups(t):
    return (t["groups"].group_by("client", "product")
            .agg(total=total("amount"), n=col("amount").count())
            .sort(col("total"), text("client"), "product", descending=[True, False, False],
                  nulls_last=True).head(20))


def sparse(t):
    return (t["sparse"].group_by("person", "provider").agg(total=col("amount").sum(), n=pl.len())
            .sort(col("total"), text("person"), text("provider"),
                  descending=[True, False, False]).head(20))


def sparse_change(t):
    keys = ["person", "provider", "year"]
    d = t["sparse"].group_by(keys).agg(col("amount").sum())
    before = d.select("person", "provider", col("year") + 1, base="amount")
    return (d.join(before, on=keys).group_by("year")
            .agg(n=pl.len(), mean=(col("amount") - col("base")).mean()).sort("year"))


QUERIES = {made.__name__: made for made in (
    q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, wide, texts, groups, sparse,
    sparse_change)}
