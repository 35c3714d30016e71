"""Reports and saved analyses give the same bytes wherever and whenever they run."""

import pathlib
import tempfile

from program import ROOT, Absent, Failed

# Places as unlike as a program may meet: another zone and day, language and file mode. Each run
# hashes with a seed of its own: five of them show an order that comes from a hash.
PLACES = (
    ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"}, 0o022),
    ({"TZ": "America/Adak", "LC_ALL": "nl_NL.UTF-8", "LANG": "tr_TR.UTF-8"}, 0o077),
    ({}, 0o022), ({}, 0o022), ({}, 0o022),
)


def tree(folder):
    """The bytes of every file below a folder, by path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rendered(peil, report, place):
    """What a report renders to in a new folder."""
    environment, umask = place
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / report.name
        peil.bytes(
            "report", report, "--out", out, folder=folder, environment=environment, umask=umask
        )
        return tree(out)


def check(peil):
    reports = sorted(path.parent for path in (ROOT / "reports").glob("*/report.md"))
    scripts = sorted((ROOT / "scripts").glob("*.peil"))
    if not reports and not scripts:
        raise Absent("neither reports/ nor scripts/ has anything to run")
    for report in reports:
        first, *others = (rendered(peil, report, place) for place in PLACES)
        if not first:
            raise Failed(f"reports/{report.name} renders to nothing")
        for other in others:
            differing = sorted(
                name for name in first.keys() | other.keys() if first.get(name) != other.get(name)
            )
            if differing:
                raise Failed(f"reports/{report.name} differs in {', '.join(differing)}")
    for script in scripts:
        with tempfile.TemporaryDirectory() as elsewhere:
            first = peil.bytes(script, folder=ROOT, environment=PLACES[0][0])
            second = peil.bytes(script, folder=elsewhere, environment=PLACES[1][0])
        if first != second:
            raise Failed(f"scripts/{script.name} differs between two runs")
    return f"reports: {len(reports)}, scripts: {len(scripts)}; the same bytes in {len(PLACES)} runs"
