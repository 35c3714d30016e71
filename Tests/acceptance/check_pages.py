"""Every page of reports/ in a browser: axe-core, and nothing that falls off screen or paper.

- axe-core finds nothing, on a wide light screen, a narrow dark one and on paper.
- The page itself never scrolls sideways, nor does a table of a report on a phone; on paper no table and
  no figure is wider than the text.
- What a table or figure is called stands with it: every table has a caption, every figure a name.
"""

import pathlib
import shutil
import tempfile

from program import ROOT, Absent, Failed

# Width, colours and medium; paper is A4 without its margins.
SCREENS = [(1200, "light", "screen"), (360, "dark", "screen"), (643, "light", "print")]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TOO_WIDE = """() => {
  const main = document.querySelector('main').getBoundingClientRect();
  return [...document.querySelectorAll('main table, main svg, main img, main pre')]
    .filter(part => part.getBoundingClientRect().width > 0)
    .filter(part => part.getBoundingClientRect().right > main.right + 20)
    .map(part => (part.id || part.tagName) + ' ' + part.textContent.slice(0, 40))
}"""
SCROLLS = """() => {
  document.querySelectorAll('details').forEach(part => { part.open = true; });
  return [...document.querySelectorAll('main .tabel')]
    .filter(table => table.scrollWidth > table.clientWidth)
    .map(table => 'a table scrolls sideways: ' + table.textContent.trim().slice(0, 40))
}"""
NAMELESS = """() => [
  ...[...document.querySelectorAll('table[id]')].filter(t => !t.caption?.textContent),
  ...[...document.querySelectorAll('figure')].filter(f => !f.getAttribute('aria-label')),
].map(part => part.outerHTML.slice(0, 80))"""


def check(peil):
    if not shutil.which("chromium"):
        raise Absent("chromium")
    try:
        import axe_core_python
        from playwright.sync_api import sync_playwright
    except ImportError as fault:
        raise Absent(str(fault)) from None
    script = pathlib.Path(axe_core_python.__file__).with_name("axe.min.js").read_text()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        for report in sorted((ROOT / "reports").glob("*/report.md")):
            name = report.parent.name
            peil.bytes("report", report.parent, "--out", f"{place}/{name}", "--format", "html")
        pages = sorted(pathlib.Path(place).glob("[!.]*/**/*.html"))
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        try:
            rules = sum(look(browser, page, script) for page in pages)
        finally:
            browser.close()
    if len(pages) < 15:
        raise Failed(f"only {len(pages)} pages were made")
    return f"{len(pages)} pages on {len(SCREENS)} screens and papers, axe-core: {rules} rules held"


def look(browser, file, script):
    """How many rules of axe-core held; fails with the first thing that is wrong."""
    held = 0
    for width, scheme, medium in SCREENS:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        page = context.new_page()
        page.emulate_media(media=medium, color_scheme=scheme)
        page.goto(file.as_uri())
        where = f"{file.name}, {medium} of {width} px, {scheme}"
        sideways = page.evaluate(SIDEWAYS)
        if sideways > 0:
            raise Failed(f"{where}: the page is {sideways} px too wide")
        found = page.evaluate(TOO_WIDE) if medium == "print" else []
        found += page.evaluate(NAMELESS)
        if width < 500:
            found += page.evaluate(SCROLLS)
        if found:
            raise Failed(f"{where}: {found[0]}")
        page.evaluate(script)
        result = page.evaluate("async () => await axe.run()")
        for rule in result["violations"]:
            place = rule["nodes"][0]["html"][:120]
            raise Failed(f"{where}: {rule['id']}: {rule['help']}: {place}")
        held += len(result["passes"])
        context.close()
    return held
