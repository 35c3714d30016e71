"""A municipality that grew by a redivision is not compared with what it was before."""

from program import Failed, equal

QUERY = 'population | where municipality = "Purmerend" | yoy inhabitants'


def check(peil):
    rows = {row["year"]: row for row in peil.rows(QUERY)}
    # A year is written as its number or as its text.
    years = {int(str(year)): row for year, row in rows.items()}
    equal(sorted(years), [2020, 2021, 2022, 2023], "years of Purmerend")
    seen = years[2022]
    for name in ("inhabitants_change", "inhabitants_growth"):
        equal(seen[name], None, f"{name} of 2022")
        equal(seen.get("_missing", {}).get(name), "not_comparable", f"reason of {name} of 2022")
    for year in (2021, 2023):
        if years[year]["inhabitants_growth"] is None:
            raise Failed(f"{year} has no growth, though the area stayed as it was")
    return "2022 is not_comparable, 2021 and 2023 have their growth"
