"""Texts as a browser sets them: in the figure, and not over each other."""

import shutil
import subprocess

from program import Absent, Failed

BOXES = """() => [...document.querySelectorAll('text')].map(text => {
  const box = text.getBBox(), size = parseFloat(getComputedStyle(text).fontSize);
  const y = parseFloat(text.getAttribute('y'));
  return [text.textContent, box.x, box.x + box.width, y - size * 0.72, y + size * 0.2];
})"""


def check(figures, browser):
    """How many texts there are; fails for two that overlap, or one that leaves its figure.

    Characters outside Latin script are set in a font of the machine: the figure that has them is
    left to the rules of the program, which refuse them.
    """
    fonts = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True)
    if "Open Sans" not in fonts.stdout:
        raise Absent("the font Open Sans")
    page = browser.new_page(viewport={"width": 760, "height": 900})
    count = 0
    for name, svg in figures.items():
        if any(ord(letter) > 0x2FFF for letter in svg):
            continue
        page.set_content(f'<body style="margin:0">{svg[svg.index("<svg"):]}')
        width = 360 if name.endswith("-smal") else 720
        boxes = page.evaluate(BOXES)
        count += len(boxes)
        for index, (text, left, right, top, bottom) in enumerate(boxes):
            if left < -0.5 or right > width + 0.5:
                raise Failed(f"{name}: “{text}” leaves the figure in Chromium")
            for other, left2, right2, top2, bottom2 in boxes[index + 1 :]:
                apart = (
                    right <= left2 + 0.5
                    or right2 <= left + 0.5
                    or bottom <= top2 + 0.5
                    or bottom2 <= top + 0.5
                )
                if not apart:
                    raise Failed(f"{name}: “{text}” runs over “{other}” in Chromium")
    page.close()
    return count
