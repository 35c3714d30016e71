"""The tasks in SQL, each in the form that DuckDB runs fastest of those we tried."""

SERIES = "municipality_code, indicator_code"
DEFINITIVE = ("SELECT theme, municipality_code AS m, indicator_code AS i, year, value FROM "
              "{indicators} WHERE status = 'definitief' AND value IS NOT NULL")
YEARS = range(2010, 2025)
BY_YEAR = ", ".join(f'max(value) FILTER (WHERE year = {y}) AS "{y}"' for y in YEARS)

QUERIES = {
    "q1": "SELECT count(*) AS n FROM {indicators}",
    "q2": "SELECT count(value) AS n, avg(value) AS mean FROM {indicators} "
          "WHERE theme = 'Energie' AND year = 2020",
    "q3": "SELECT municipality_code, sum(value) AS total, count(value) AS n FROM {indicators} "
          "GROUP BY municipality_code ORDER BY municipality_code",
    "q4": "SELECT theme, year, count(value) AS n, avg(value) AS mean, min(value) AS lo, "
          "max(value) AS hi FROM {indicators} GROUP BY theme, year ORDER BY theme, year",
    # A join of the table with itself is faster here than lag() in a window.
    "q5": f"WITH d AS ({DEFINITIVE}) SELECT a.theme AS theme, a.year AS year, count(*) AS n, "
          "avg((a.value - b.value) / b.value * 100) AS mean_pct FROM d AS a "
          "JOIN (SELECT m, i, year + 1 AS next, value FROM d) AS b "
          "ON a.m = b.m AND a.i = b.i AND a.year = b.next "
          "GROUP BY a.theme, a.year ORDER BY a.theme, a.year",
    "q6": "WITH a AS (SELECT theme, municipality_code, avg(value) FILTER (WHERE year = 2019) AS x, "
          "avg(value) FILTER (WHERE year = 2024) AS y FROM {indicators} WHERE unit = '%' "
          "AND status = 'definitief' AND year IN (2019, 2024) GROUP BY theme, municipality_code), "
          "r AS (SELECT theme, municipality_code, y - x AS ch, row_number() OVER (PARTITION BY "
          "theme ORDER BY round(y - x, 6) DESC, municipality_code) AS rk FROM a "
          "WHERE x IS NOT NULL AND y IS NOT NULL) "
          "SELECT theme, rk, municipality_code, ch FROM r WHERE rk <= 5 ORDER BY theme, rk",
    "q7": "SELECT m.size_class AS size_class, i.year AS year, count(*) AS n, "
          "1000 * sum(i.value) / sum(m.population) AS rate FROM {indicators} AS i "
          "JOIN {municipalities} AS m ON i.municipality_code = m.code WHERE i.unit = 'aantal' "
          "AND i.status = 'definitief' AND i.value IS NOT NULL "
          "GROUP BY m.size_class, i.year ORDER BY m.size_class, i.year",
    "q8": f"SELECT {SERIES}, {BY_YEAR} FROM {{indicators}} WHERE theme = 'Energie' "
          f"AND status = 'definitief' GROUP BY {SERIES} ORDER BY {SERIES}",
    "q9": "SELECT province, quantile_cont(value, 0.1) AS p10, quantile_cont(value, 0.5) AS p50, "
          "quantile_cont(value, 0.9) AS p90 FROM {indicators} WHERE unit = '%' "
          "GROUP BY province ORDER BY province",
    "q10": f"SELECT {SERIES}, year, max(value) - min(value) AS spread, count(value) AS n "
           f"FROM {{indicators}} GROUP BY {SERIES}, year "
           f"ORDER BY round(max(value) - min(value), 6) DESC NULLS LAST, {SERIES}, year LIMIT 20",
    "q11": "SELECT theme, count(*) AS n FROM {indicators} WHERE indicator LIKE '%energie%' "
           "OR regexp_matches(indicator, 'jonger dan [0-9]+') GROUP BY theme ORDER BY theme",
    "q12": f"WITH d AS ({DEFINITIVE}), w AS (SELECT theme, year, value, "
           "max(CASE WHEN year = 2015 THEN value END) OVER (PARTITION BY m, i) AS base, "
           "avg(value) OVER (PARTITION BY m, i ORDER BY year RANGE BETWEEN 2 PRECEDING "
           "AND CURRENT ROW) AS ma FROM d) SELECT theme, year, count(*) AS n, "
           "avg(100 * value / base) AS idx, avg(ma) AS ma3 FROM w WHERE base IS NOT NULL "
           "GROUP BY theme, year ORDER BY theme, year",
    "q13": "SELECT i.theme AS theme, i.phase AS phase, count(*) AS n, sum(i.budget) AS total, "
           "1000 * sum(i.budget) / sum(m.population) AS rate FROM {initiatives} AS i "
           "JOIN {municipalities} AS m ON i.municipality_code = m.code "
           "WHERE regexp_matches(i.name, '(Zonne|Wind)(panelen|molens|park)') "
           "GROUP BY i.theme, i.phase ORDER BY i.theme, i.phase",
    "wide": "SELECT region, count(v200) AS n, avg(v200) AS mean, sum(v391) AS total FROM {wide} "
            "WHERE level = 'wijk' GROUP BY region ORDER BY region",
    "texts": "SELECT theme, count(*) AS n, max(length(text)) AS longest FROM {texts} "
             "WHERE text LIKE '%warmtenet%' OR regexp_matches(text, '1[0-9]*7 woningen') "
             "GROUP BY theme ORDER BY theme",
    "groups": "SELECT client, product, sum(amount) AS total, count(amount) AS n FROM {groups} "
              "GROUP BY client, product ORDER BY total DESC NULLS LAST, client, product LIMIT 20",
    "sparse": "SELECT person, provider, sum(amount) AS total, count(*) AS n FROM {sparse} "
              "GROUP BY person, provider ORDER BY total DESC NULLS LAST, person, provider LIMIT 20",
    "sparse_change": "WITH d AS (SELECT person, provider, year, sum(amount) AS amount "
                     "FROM {sparse} GROUP BY person, provider, year) "
                     "SELECT a.year AS year, count(*) AS n, avg(a.amount - b.amount) AS mean "
                     "FROM d AS a JOIN (SELECT person, provider, year + 1 AS next, amount FROM d) "
                     "AS b ON a.person = b.person AND a.provider = b.provider AND a.year = b.next "
                     "GROUP BY a.year ORDER BY a.year",
}

# With enumerations a text predicate is judged for each value once, and rows by their code.
ENUMERATED = {
    "q11": "SELECT theme, count(*) AS n FROM {indicators} WHERE indicator IN "
           "(SELECT v::indicator_t FROM "
           "(SELECT unnest(enum_range(NULL::indicator_t))::VARCHAR AS v) "
           "WHERE v LIKE '%energie%' OR regexp_matches(v, 'jonger dan [0-9]+')) "
           "GROUP BY theme ORDER BY theme",
}


def sql(query, tables, enumerated=False):
    """The text of a query; `tables` names the expression that stands for each table."""
    text = (ENUMERATED.get(query) if enumerated else None) or QUERIES[query]
    return text.format(**tables)


def from_files(names):
    """Tables that are read from their CSV files in the working folder."""
    return {name: f"read_csv('{name}.csv', header = true)" for name in names}
