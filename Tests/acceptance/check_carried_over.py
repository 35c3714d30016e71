"""Figures the edition of 2020 carried over, among them those of indicators 5 and 24."""

from program import Failed, equal

QUERY = 'indicators | where edition = 2020 and status = "carried_over"'


def check(peil):
    rows = peil.rows(QUERY)
    by_number = {str(row["number"]): row for row in rows}
    for number in ("5", "24"):
        if number not in by_number:
            raise Failed(f"indicator {number} is not among {sorted(by_number)}")
        for name in ("source", "period"):
            if not by_number[number].get(name):
                raise Failed(f"indicator {number} has no {name}")
    equal({row["status"] for row in rows}, {"carried_over"}, "status")
    named = (f"{number} ({by_number[number]['period']})" for number in ("5", "24"))
    return f"{len(rows)} figures, among them " + " and ".join(named) + ", each with its source"
