"""The queries of the gallery: the same drawing anywhere, and forms that others can read."""

import json
import pathlib
import re

from program import ROOT, Failed


def check(peil, folder):
    """What was seen; fails for a drawing that differs or a specification that is not sound."""
    import altair

    report = (ROOT / "reports" / "gallery" / "report.md").read_text()
    pairs = re.findall(r"^```\n([^\n]+)\n```\n\n```peil \w+\n([^\n]+)\n```$", report, re.M)
    run = [query for _, query in pairs]
    blocks = len(re.findall(r"^```peil ", report, re.M))
    if any(shown != query for shown, query in pairs) or not 12 <= len(run) == blocks:
        raise Failed("the gallery does not show the queries it runs")
    folder = pathlib.Path(folder)
    sound = 0
    for query in run:
        here = peil.bytes("-c", query, "--format", "svg")
        away = peil.bytes(
            "-c", query, "--format", "svg", folder=folder,
            environment={"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kolkata"},
        )
        if here != away:
            raise Failed(f"drawn differently elsewhere: {query}")
        peil.bytes("-c", query + ' | save "figure.vl.json"', folder=folder)
        specification = json.loads((folder / "figure.vl.json").read_text())
        try:
            altair.Chart.from_dict(specification)
        except Exception as error:
            first = str(error).strip().splitlines()[0]
            raise Failed(f"no sound Vega-Lite: {first}: {query}") from error
        sound += 1
    return f"{len(run)} queries drawn alike elsewhere, {sound} as Vega-Lite"
