"""The gallery in a browser: axe-core, and texts that keep within their figures."""

import pathlib

from program import ROOT, Failed

PAGE = ROOT / "reports" / "gallery" / "expected" / "gallery.html"
OUTSIDE = """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg =>
  [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBBox(), view = svg.viewBox.baseVal;
    return view.width && (box.x < -0.5 || box.x + box.width > view.width + 0.5);
  }).map(text => svg.id + ': ' + text.textContent))"""


def check(browser):
    """How many rules held; fails with the first that does not."""
    import axe_core_python

    script = pathlib.Path(axe_core_python.__file__).with_name("axe.min.js").read_text()
    passed = 0
    for width, scheme in [(800, "light"), (375, "dark")]:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        page = context.new_page()
        page.goto(PAGE.as_uri())
        outside = page.evaluate(OUTSIDE)
        if outside:
            raise Failed(f"{width} px: outside its figure: {outside[0]}")
        page.evaluate(script)
        found = page.evaluate("async () => await axe.run()")
        for rule in found["violations"]:
            place = rule["nodes"][0]["html"][:120]
            raise Failed(f"axe-core, {width} px, {scheme}: {rule['id']}: {rule['help']}: {place}")
        passed += len(found["passes"])
        context.close()
    return f"{passed} rules held on 2 screens"
