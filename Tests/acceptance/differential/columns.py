"""Types by what may be done with them, and names as SQL lists them."""

NUMBERS = ("int", "num")
KEYS = ("text", "int", "bool", "date", "label")
ANY = ("int", "num", "text", "bool", "date", "big", "period", "label")
MEASURES = ("int", "num", "big")


def quoted(names):
    return ", ".join(f'"{name}"' for name in names)
