"""Recorded figures drawn by four renderers, the gallery under axe-core, and every saved form.

- Without their texts, librsvg, resvg, Chromium and WeasyPrint draw each figure alike: each colour
  takes the same box within one pixel, and at most one pixel in a hundred is off by more than a
  tenth.
- With their texts, in Chromium and Open Sans, no text of a figure runs over another or leaves it.
- axe-core finds nothing in the gallery, on a light wide screen and on a dark narrow one.
- Every query of the gallery gives the same drawing in another folder and locale, and a Vega-Lite
  specification that its schema accepts.
"""

import shutil
import tempfile

from figures import alike, gallery, queries, texts
from program import ROOT, Absent, Failed

GOLDEN = ROOT / "Tests" / "GraphicsTests" / "Golden"
WANTED = ["altair", "axe_core_python", "numpy", "PIL", "playwright", "pypdfium2", "resvg_py",
          "weasyprint"]


def check(peil):
    absent = [name for name in WANTED if not importable(name)]
    absent += [name for name in ["chromium", "rsvg-convert", "fc-list"] if not shutil.which(name)]
    if absent:
        raise Absent(", ".join(absent))
    figures = {path.stem: path.read_text() for path in sorted(GOLDEN.glob("*.svg"))}
    if len(figures) < 80:
        raise Failed(f"only {len(figures)} figures are recorded in {GOLDEN}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        try:
            worst = alike.compare(figures, browser)
            count = texts.check(figures, browser)
            rules = gallery.check(browser)
        finally:
            browser.close()
    with tempfile.TemporaryDirectory() as folder:
        saved = queries.check(peil, folder)
    return (
        f"{len(figures)} figures alike in 4 renderers ({worst}), {count} texts apart; "
        f"axe-core: {rules}; {saved}"
    )


def importable(name):
    try:
        __import__(name)
    except (ImportError, OSError):
        return False
    return True
