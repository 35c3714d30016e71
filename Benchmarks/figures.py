"""Figures, from the start of the program to the last byte of SVG: time, size, and their limits.

Usage: figures.py PEIL

A choropleth has 345 regions with as many points as the generalised boundaries of a year, invented
here: the same bytes on any machine. Each figure runs in turn with a query that does nothing, so that
what starting takes is known, and with a reading of the same boundaries by Python's json module, which
shows how busy the machine is. Exit code 1 when a figure is larger than its limit, or slower than its
limit on a machine where starting takes no more than 50 ms.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

TIMES = 15
COLUMNS, ROWS, HALVINGS, SIDE = 15, 23, 5, 12000
# A query, its most milliseconds without starting, its most bytes.
FIGURES = {
    "bars": ('csv "values.csv" | take 10 | bars v by code', 10, 20_000),
    "map, 345 shapes": ('csv "values.csv" | map v by code boundaries "shapes.geojson"', 150,
                        250_000),
    "map, 345 tiles": ("population | where year = 2022 | map inhabitants", 150, 250_000),
}
BUSY = 50


def noise(a, b, c):
    """A number from 0 to 1 that three whole numbers decide."""
    state = (a * 73856093 ^ b * 19349663 ^ c * 83492791) & (1 << 64) - 1
    state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & (1 << 64) - 1
    state = (state ^ state >> 27) * 0x94D049BB133111EB & (1 << 64) - 1
    return ((state ^ state >> 31) >> 11) / (1 << 53)


def corner(column, row):
    """A corner of the grid, moved, in metres of the Dutch grid."""
    return (50_000 + (column + (noise(column, row, 1) - 0.5) * 0.6) * SIDE,
            320_000 + (row + (noise(column, row, 2) - 0.5) * 0.6) * SIDE)


def border(start, end):
    """The ragged line between two corners."""
    line = [corner(*start), corner(*end)]
    for step in range(HALVINGS):
        finer = []
        for index, ((ax, ay), (bx, by)) in enumerate(zip(line, line[1:])):
            bend = (noise(start[0] * 31 + end[0], start[1] * 57 + end[1], step * 1009 + index)
                    - 0.5) * 0.2
            finer += [(ax, ay), ((ax + bx) / 2 - (by - ay) * bend,
                                 (ay + by) / 2 + (bx - ax) * bend)]
        line = finer + [line[-1]]
    return line


def shapes():
    """The regions as GeoJSON, and the number of their points."""
    features, points = [], 0
    for row in range(ROWS):
        for column in range(COLUMNS):
            south = border((column, row), (column + 1, row))
            east = border((column + 1, row), (column + 1, row + 1))
            north = border((column, row + 1), (column + 1, row + 1))[::-1]
            west = border((column, row), (column, row + 1))[::-1]
            ring = south + east[1:] + north[1:] + west[1:]
            points += len(ring)
            features.append({
                "type": "Feature", "properties": {"code": f"R{len(features):03}"},
                "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]}})
    return {"type": "FeatureCollection", "features": features}, points


def milliseconds(action):
    """What an action gives, and how long it took."""
    start = time.perf_counter()
    result = action()
    return result, (time.perf_counter() - start) * 1000


def draw(peil, query, folder):
    """The bytes of a figure."""
    done = subprocess.run([peil, "--quiet", "--format", "svg", "-c", query], cwd=folder,
                          capture_output=True, check=False)
    if done.returncode != 0 or not done.stdout.endswith(b"</svg>\n"):
        sys.exit(f"figures: {query}: exit {done.returncode}: {done.stderr.decode()[:300]}")
    return done.stdout


def main():
    if len(sys.argv) != 2:
        print("usage: figures.py PEIL", file=sys.stderr)
        return 64
    peil = pathlib.Path(sys.argv[1]).resolve()
    over = []
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        collection, points = shapes()
        text = json.dumps(collection)
        (folder / "shapes.geojson").write_text(text, encoding="utf-8")
        rows = "".join(f"R{index:03},{index * 7919 % 345 / 4}\n" for index in range(345))
        (folder / "values.csv").write_text("code,v\n" + rows, encoding="utf-8")
        times = {name: [] for name in ["start", "json", *FIGURES]}
        sizes = {}
        for _ in range(TIMES):
            _, spent = milliseconds(lambda: subprocess.run(
                [peil, "-c", "print 1"], cwd=folder, capture_output=True, check=True))
            times["start"].append(spent)
            times["json"].append(milliseconds(lambda: json.loads(text))[1])
            for name, (query, _, _) in FIGURES.items():
                svg, spent = milliseconds(lambda query=query: draw(peil, query, folder))
                times[name].append(spent)
                sizes[name] = len(svg)
    median = {name: statistics.median(all_times) for name, all_times in times.items()}
    print(f"starting {median['start']:.1f} ms; json.loads of {len(text) // 1000} kB of boundaries "
          f"({points} points) {median['json']:.1f} ms")
    for name, (_, most, largest) in FIGURES.items():
        spent = median[name] - median["start"]
        print(f"{name:16} {median[name]:6.1f} ms with starting, {spent:6.1f} ms without "
              f"(limit {most}), {sizes[name]:7} bytes (limit {largest}), "
              f"{spent / median['json']:.2f} of json.loads")
        if sizes[name] > largest or spent > most and median["start"] <= BUSY:
            over.append(name)
    if over:
        print("figures: over the limit: " + ", ".join(over), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
