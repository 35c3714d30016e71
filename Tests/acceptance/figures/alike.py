"""Figures without their texts, drawn by four renderers and compared by pixels and boxes."""

import io
import re
import subprocess

from program import Failed

# A tenth of the range of a channel, and one pixel in a hundred.
FAR = 25
SHARE = 0.01
# Pixels for each pixel of a figure, as in the PNG of `save`.
SCALE = 2
# How many figures stand in one picture of the browser, which has a largest size.
BATCH = 8


def compare(figures, browser):
    """The largest share of pixels that differ; fails for a figure that is not drawn alike."""
    import numpy

    bare = {name: re.sub(r"<text[^>]*>.*?</text>", "", svg) for name, svg in figures.items()}
    printed = weasyprint_images(bare)
    shown = chromium_images(bare, browser)
    worst = (0.0, "")
    for name, svg in bare.items():
        drawn = {
            "resvg": resvg_image(svg),
            "Chromium": shown[name],
            "WeasyPrint": printed[name],
        }
        first = librsvg_image(svg)
        # A sloping line is blended differently by each, so a colour of lines has no sure box.
        lines = set(re.findall(r'stroke="(#[0-9a-f]{6})"', svg))
        colours = sorted(set(re.findall(r'fill="(#[0-9a-f]{6})"', svg)) - lines - {"#ffffff"})
        plain = packed(first)
        boxes = {colour: box(plain, colour) for colour in colours}
        for renderer, image in drawn.items():
            if image.shape != first.shape:
                raise Failed(f"{name}: {renderer} draws {image.shape}, librsvg {first.shape}")
            off = numpy.maximum(image, first) - numpy.minimum(image, first)
            far = (off.max(axis=2) > FAR).mean()
            worst = max(worst, (far, f"{name}, {renderer}"))
            if far > SHARE:
                raise Failed(f"{name}: {far:.2%} of the pixels of {renderer} are off")
            plain = packed(image)
            for colour, wanted in boxes.items():
                found = box(plain, colour)
                if not near(wanted, found):
                    raise Failed(f"{name}: {colour} is at {found} in {renderer}, not at {wanted}")
    return f"at most {worst[0]:.2%} of the pixels off: {worst[1]}"


def near(one, other):
    """Whether two boxes are the same within a pixel; one of lines that blend has none."""
    if one is None or other is None:
        return True
    return all(abs(a - b) <= SCALE for a, b in zip(one, other))


def box(image, colour):
    """Left, top, right and bottom of the pixels of a colour; none when there are few of them.

    A pixel counts with two neighbours on all sides: a blended edge of one colour may look like
    another.
    """
    import numpy

    here = image == int(colour[1:], 16)
    rows, columns = numpy.flatnonzero(here.any(axis=1)), numpy.flatnonzero(here.any(axis=0))
    if len(rows) == 0:
        return None
    top, left = rows[0], columns[0]
    here = here[top : rows[-1] + 1, left : columns[-1] + 1]
    for _ in (1, 2):
        here = here[1:-1] & here[:-2] & here[2:]
        here = here[:, 1:-1] & here[:, :-2] & here[:, 2:]
    rows, columns = numpy.nonzero(here)
    if len(rows) < 30:
        return None
    found = (columns.min() + left, rows.min() + top, columns.max() + left, rows.max() + top)
    return tuple(int(place) + 2 for place in found)


def packed(image):
    """The three channels of each pixel as one number."""
    import numpy

    channels = image.astype(numpy.uint32)
    return channels[:, :, 0] << 16 | channels[:, :, 1] << 8 | channels[:, :, 2]


def pixels(data):
    """The pixels of a PNG on white paper."""
    import numpy
    from PIL import Image

    image = Image.open(io.BytesIO(data)).convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return numpy.asarray(paper.convert("RGB"))


def librsvg_image(svg):
    done = subprocess.run(["rsvg-convert", "-z", str(SCALE)], input=svg.encode(), capture_output=True, check=True)
    return pixels(done.stdout)


def resvg_image(svg):
    import resvg_py

    data = resvg_py.svg_to_bytes(svg_string=svg, zoom=SCALE, skip_system_fonts=True)
    return pixels(bytes(data))


def chromium_images(figures, browser):
    """Figures below each other, a few in each picture, cut apart again."""
    page = browser.new_page(viewport={"width": 720, "height": 900}, device_scale_factor=SCALE)
    names, images = list(figures), {}
    for start in range(0, len(names), BATCH):
        batch = names[start : start + BATCH]
        bodies = [figures[name][figures[name].index("<svg") :] for name in batch]
        page.set_content(
            "<style>body { margin: 0 } svg { display: block }</style>" + "".join(bodies)
        )
        whole, top = pixels(page.screenshot(full_page=True)), 0
        for name, body in zip(batch, bodies):
            width, height = size(body)
            images[name] = whole[top : top + height * SCALE, : width * SCALE]
            top += height * SCALE
    page.close()
    return images


def size(svg):
    """Width and height of a figure, whole pixels."""
    return tuple(int(text) for text in re.search(r'width="(\d+)" height="(\d+)"', svg).groups())


def weasyprint_images(figures):
    """All figures in one document, a page for each of its own size."""
    import numpy
    import pypdfium2
    from weasyprint import HTML

    style, body = "body { margin: 0 } svg { display: block }", ""
    for index, svg in enumerate(figures.values()):
        width, height = size(svg)
        style += f"@page p{index} {{ size: {width}px {height}px; margin: 0 }}"
        body += f'<div style="page: p{index}">{svg[svg.index("<svg"):]}</div>'
    document = pypdfium2.PdfDocument(HTML(string=f"<style>{style}</style>{body}").write_pdf())
    images = {}
    for name, page in zip(figures, document):
        # A pixel of CSS is three quarters of a point.
        bitmap = page.render(scale=SCALE * 4 / 3, no_smoothtext=True)
        images[name] = numpy.asarray(bitmap.to_pil().convert("RGB"))
    if len(images) != len(figures) or len(document) != len(figures):
        raise Failed(f"WeasyPrint made {len(document)} pages of {len(figures)} figures")
    return images
