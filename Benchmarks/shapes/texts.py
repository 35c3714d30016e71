"""Long texts: descriptions of 200 to 2.000 bytes, no two alike, with quotes and line ends."""

import numpy as np

from shapes.drawing import below, field, write

ROWS = {"S": 1_000, "M": 50_000, "L": 500_000}
THEMES = ["Energie", "Wonen", "Zorg", "Verkeer", "Natuur", "Sport"]
PARTS = ["de gemeente legt een warmtenet aan", "bewoners delen hun auto's", "er komen {} woningen",
         "het plan \"Groen in de wijk\" begint", "in {} is het budget verhoogd",
         "de coöperatie telt {} leden", "op het dak liggen {} zonnepanelen",
         "wethouder en raad zijn het eens", "na overleg, onder voorbehoud,", "er is één café",
         "de subsidie loopt af", "ouderen wonen langer thuis", "het park trekt bezoekers",
         "de bus rijdt vaker", "een school verhuist", "de dijk wordt versterkt"]


def make(shape, size, folder):
    """Writes the table: number, theme and text."""
    def rows(first, last):
        texts = []
        for n in range(first, last):
            count = 6 + int(below(55, 41, n))
            parts = below(len(PARTS), 42, n, np.arange(count)).tolist()
            # A warmtenet in few texts only: a filter that keeps everything shows little.
            words = [PARTS[part or 1 + n % 15] if n % 9 else PARTS[part] for part in parts]
            text = ". ".join(words).replace("{}", str(n))
            if n % 5 == 0:
                text = text.replace(". ", ".\n", 1)
            texts.append(f"{n},{THEMES[int(below(len(THEMES), 43, n))]},{field(text)}\n")
        return texts

    write(folder / "texts.csv", "id,theme,text", ROWS[size], rows)
