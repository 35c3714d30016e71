"""A monitor in long form: indicators of municipalities, by edition; municipalities; initiatives.

Each yearly edition has the provisional figures of the year before and the definitive ones of two
years before, so the years of a series lie far apart. About 3 % of the rows are absent and 4 % of
the values empty. Three shapes are made of it: `monitor`, `missing` with 60 % of the values empty,
and `unsorted` with the rows in no order.
"""

import numpy as np

from shapes.drawing import below, decimals, draw, field, unit, write

# Municipalities, indicators and initiatives of a size; 31 rows for each of the first two.
SIZES = {"S": (12, 28, 1_000), "M": (342, 97, 100_000), "L": (342, 972, 1_000_000)}
EDITIONS = range(2011, 2027)
FIRST_YEAR = 2010
YEARS = range(FIRST_YEAR, 2025)

PROVINCES = ["Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg",
             "Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland"]
THEMES = ["Bevolking", "Bestuur en organisatie", "Economie", "Energie", "Gezondheid",
          "Klimaat en natuur", "Onderwijs", "Sociaal domein", "Sport, cultuur en recreatie",
          "Veiligheid", "Verkeer en vervoer", "Wonen en leefomgeving"]
NAMED = ["'s-Gravenhage", "Súdwest-Fryslân", "Nuenen, Gerwen en Nederwetten", "Bergen (NH.)",
         "Bergen (L.)", "Utrecht", "Krimpen aan den IJssel", "Noardeast-Fryslân"]
FRONTS = ["Ooster", "Wester", "Noorder", "Zuider", "Nieuw", "Oud", "Hoog", "Laag", "Midden",
          "Groot", "Klein", "Berg", "Dijk", "Veen", "Water", "Meer", "Eik", "Linden", "Zand",
          "Heide"]
ENDS = ["veen", "dijk", "wijk", "dorp", "burg", "hout", "dam", "meer", "berg", "horst", "beek",
        "stede", "land", "kerk", "rode", "lo", "waard", "zijl"]
# Unit, decimals, lowest level, width of the levels.
UNITS = [("%", 1, 6, 60), ("aantal", 0, 40, 860), ("euro", 0, 900, 59_000),
         ("per 1.000", 2, 2, 118), ("index", 2, 60, 80)]
SUBJECTS = ["huishoudens", "inwoners", "woningen", "bedrijven", "leerlingen", "ouderen",
            "jongeren", "zonnepanelen", "laadpalen", "warmtepompen", "banen", "vrijwilligers"]
TRAITS = ["met laag inkomen", "met energielabel A", "zonder startkwalificatie",
          "jonger dan 18 jaar", "jonger dan 27 jaar", "ouder dan 65 jaar",
          "in een corporatiewoning", "met hernieuwbare energie", "met bijstand, totaal",
          "met \"goed\" ervaren gezondheid", "totaal, mannen en vrouwen"]
PHASES = ["idee", "verkenning", "uitvoering", "afgerond", "gestopt"]
ORGANISATIONS = ["gemeente", "bewonersinitiatief", "coöperatie", "stichting", "bedrijf"]
ACTIVITIES = ["Zonnepanelen op", "Windpark", "Buurttuin", "Warmtenet", "Deelauto's in",
              "Repair café", "Samen \"energiek\" in", "Isolatieactie", "Voedselbos",
              "Zonnepark", "Windmolens bij", "Buurtbus", "Wijkteam"]


class Monitor:
    """The municipalities and indicators of a size, and the tables made of them."""

    def __init__(self, size, shape):
        self.municipalities, self.indicators, self.initiatives = SIZES[size]
        self.shape = shape
        number = np.arange(self.municipalities)
        self.codes = [f"GM{3 + 5 * n + n % 4:04}" for n in number.tolist()]
        made = [f"{front}{end}" for end in ENDS for front in FRONTS]
        self.names = (NAMED + made)[:self.municipalities]
        self.provinces = below(len(PROVINCES), 1, number)
        self.inhabitants = 1_500 + below(9_000, 2, number) * (1 + below(9, 3, number) ** 2)
        number = np.arange(self.indicators)
        # The first is a percentage at every size; of all, four in ten are.
        self.units = np.array([0, 0, 1, 3, 4, 0, 1, 2, 0, 1])[
            np.where(number == 0, 0, below(10, 4, number))]
        _, places, low, width = (np.array(part) for part in zip(*UNITS))
        self.places = places[self.units]
        self.levels = low[self.units] + width[self.units] * unit(5, number) ** 2
        self.trends = 0.06 * (unit(6, number) - 0.5)
        self.blocks = [block for edition in EDITIONS
                       for block in ((edition, edition - 2), (edition, edition - 1))
                       if block[1] >= FIRST_YEAR]

    def names_of_indicators(self):
        """The fields theme, code and name of each indicator."""
        texts = []
        for n in range(self.indicators):
            subject = SUBJECTS[int(below(len(SUBJECTS), 7, n))]
            trait = TRAITS[int(below(len(TRAITS), 8, n))]
            name = f"Aandeel {subject} {trait}" if self.units[n] == 0 else f"{subject} {trait}"
            texts.append(f"{field(THEMES[n % len(THEMES)])},IND{n * 7 + 11:05},{field(name)}")
        return texts

    def write_indicators(self, path):
        """The long table: twelve columns, a row for each figure in an edition."""
        cells = np.arange(len(self.blocks) * self.indicators * self.municipalities)
        cells = cells[unit(9, cells) >= 0.03]
        if self.shape == "unsorted":
            cells = cells[np.argsort(draw(10, cells), kind="stable")]
        municipality = [f"{code},{field(name)},{PROVINCES[province]},"
                        for code, name, province in zip(self.codes, self.names, self.provinces)]
        indicator = self.names_of_indicators()
        block = [f",{year},E{edition}," for edition, year in self.blocks]
        status = [",definitief," if year == edition - 2 else ",voorlopig,"
                  for edition, year in self.blocks]
        years = np.array([year for _, year in self.blocks])
        final = np.array([year == edition - 2 for edition, year in self.blocks])
        units = [UNITS[kind][0] for kind in self.units]
        empty = 0.6 if self.shape == "missing" else 0.04

        def rows(first, last):
            cell = cells[first:last]
            m = cell % self.municipalities
            i = cell // self.municipalities % self.indicators
            b = cell // (self.municipalities * self.indicators)
            year = years[b]
            # Level, municipality, trend, year, and what a provisional figure is off.
            value = (self.levels[i] * (0.8 + 0.4 * unit(11, i, m))
                     * (1 + self.trends[i] * (year - FIRST_YEAR))
                     * (0.96 + 0.08 * unit(12, i, m, year)))
            value = np.where(self.units[i] == 1, value * self.inhabitants[m] / 10_000, value)
            value = np.where(final[b], value, value * (0.98 + 0.04 * unit(13, cell)))
            top = np.where(self.units[i] == 0, 100.0, 1e15)
            scaled = np.rint(np.clip(value, 0.5, top) * np.power(10.0, self.places[i]))
            people = self.inhabitants[m] * (1000 + 4 * (year - FIRST_YEAR)) // 1000
            texts = decimals(scaled.astype(np.int64), self.places[i], unit(14, cell) >= empty)
            return [f"{municipality[m]}{indicator[i]}{block[b]}{text},{units[i]}{status[b]}{n}\n"
                    for m, i, b, text, n in zip(
                        m.tolist(), i.tolist(), b.tolist(), texts, people.tolist())]

        write(path, "municipality_code,municipality,province,theme,indicator_code,indicator,year,"
              "edition,value,unit,status,population", len(cells), rows)

    def write_municipalities(self, path):
        """A row for each municipality."""
        bounds = [(100_000, "G40+"), (50_000, "groot"), (20_000, "middelgroot"), (0, "klein")]

        def rows(first, last):
            return [
                f"{self.codes[n]},{field(self.names[n])},{PROVINCES[self.provinces[n]]},"
                f"{next(name for bound, name in bounds if self.inhabitants[n] >= bound)},"
                f"{self.inhabitants[n]}\n" for n in range(first, last)]

        write(path, "code,name,province,size_class,population", self.municipalities, rows)

    def write_initiatives(self, path):
        """Initiatives with names that hardly repeat; 8 % have no budget."""
        def rows(first, last):
            n = np.arange(first, last)
            activity, place = below(len(ACTIVITIES), 21, n), below(self.municipalities, 22, n)
            columns = (below(400, 23, n), below(len(THEMES), 24, n), 2010 + below(15, 25, n),
                       below(len(PHASES), 26, n), 50 * (1 + below(60, 27, n) ** 2),
                       below(100, 28, n), below(len(ORGANISATIONS), 29, n))
            texts = []
            for n, a, m, area, theme, year, phase, budget, lot, kind in zip(
                    range(first + 1, last + 1), activity.tolist(), place.tolist(),
                    *(column.tolist() for column in columns)):
                name = field(f"{ACTIVITIES[a]} {self.names[m]}, wijk {area}")
                texts.append(
                    f"{n},{name},{self.codes[m]},{field(THEMES[theme])},{year},{PHASES[phase]},"
                    f"{budget if lot >= 8 else ''},{ORGANISATIONS[kind]}\n")
            return texts

        write(path, "id,name,municipality_code,theme,start_year,phase,budget,organisation_type",
              self.initiatives, rows)


def make(shape, size, folder):
    """Writes the three tables of a shape in a size."""
    monitor = Monitor(size, shape)
    monitor.write_indicators(folder / "indicators.csv")
    monitor.write_municipalities(folder / "municipalities.csv")
    monitor.write_initiatives(folder / "initiatives.csv")
