"""Every note, source and footnote of a report survives in every format."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

from program import Absent, Failed

REPORT = """---
title: Noten blijven
edition: Editie 2020
date: 2020-07-03
license: https://creativecommons.org/licenses/by/4.0/
footer: Een voetregel onder alles.
formats: html, md, xlsx, csv, ro-crate, docx, odt, pdf
---

## Cijfers

Er zijn er veel.[^telling] Er zijn er ook weinig.[^tweede]

```peil tabel
population | where province = "Flevoland" | sum inhabitants by name, year | yoy inhabitants
```

```peil figuur
indicators | where indicator = "bewonersinitiatieven"
  | derive m = "Monitor " ++ text(edition)
  | bars value by m note "Deels beter geteld." title "Initiatieven" source "Eigen telling van NLZVE"
```

[^telling]: De telling is van NLZVE en niet volledig.

[^tweede]: Een tweede noot met een getal: {{ 1536.25 : 1 }}.
"""


def squeezed(text):
    """A text without what a format may break lines and words with."""
    return "".join(text.split()).replace("\u00ad", "")


def said(path):
    """The text of a document."""
    ending = path.suffix
    if ending in (".html", ".md", ".json"):
        return path.read_text(encoding="utf-8")
    if ending == ".xlsx":
        import openpyxl

        book = openpyxl.load_workbook(path)
        return "\n".join(
            str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None
        )
    if ending in (".docx", ".odt"):
        done = subprocess.run(
            ["pandoc", "--to", "plain", "--wrap", "none", str(path)],
            capture_output=True, text=True, check=True,
        )
        return done.stdout
    import pypdf

    reader = pypdf.PdfReader(path)
    if reader.metadata is None or "/StructTreeRoot" not in reader.trailer["/Root"]:
        raise Failed("the pdf is not tagged")
    return "\n".join(page.extract_text() for page in reader.pages)


def check(peil):
    here = pathlib.Path(sys.executable).parent
    path = f"{here}{os.pathsep}{os.environ['PATH']}"
    for name in ("pandoc", "weasyprint"):
        if shutil.which(name, path=path) is None:
            raise Absent(f"{name} is not there: docx, odt and pdf cannot be looked at")
    with tempfile.TemporaryDirectory() as place:
        report = pathlib.Path(place) / "noten"
        report.mkdir()
        (report / "report.md").write_text(REPORT, encoding="utf-8")
        editions = []
        for zone in ("UTC", "Pacific/Kiritimati"):
            out = pathlib.Path(place) / zone.replace("/", "-")
            peil.bytes("report", report, "--out", out, environment={"PATH": path, "TZ": zone})
            editions.append(out)
        first, second = editions
        for file in sorted(item for item in first.rglob("*") if item.is_file()):
            name = file.relative_to(first)
            if file.read_bytes() != (second / name).read_bytes():
                raise Failed(f"{name} is another file in another zone and at another time")
        content = json.loads((first / "content.json").read_text(encoding="utf-8"))
        wanted = ["Een voetregel onder alles.", *content["footnotes"]]
        for result in content["results"]:
            wanted += [result["source"], *result["notes"]]
        wanted = [text for text in wanted if text]
        if len(wanted) < 6:
            raise Failed(f"the report has no more than {wanted}")
        files = {
            "html": "noten.html", "md": "noten.md", "xlsx": "noten.xlsx", "docx": "noten.docx",
            "odt": "noten.odt", "pdf": "noten.pdf", "csv": "tables/csv-metadata.json",
        }
        lost = []
        for format_name, name in files.items():
            text = squeezed(said(first / name))
            for words in wanted:
                if format_name == "csv" and words.startswith("Een voetregel"):
                    continue
                if squeezed(words) not in text:
                    lost.append(f"{format_name}: {words}")
        if lost:
            raise Failed("; ".join(lost))
        with zipfile.ZipFile(first / "noten.docx") as archive:
            document = archive.read("word/document.xml").decode("utf-8")
            about = archive.read("docProps/core.xml").decode("utf-8")
            pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
        for part in ('descr="Figuur 1', "<w:tblHeader", "<w:footnoteReference"):
            if part not in document:
                raise Failed(f"the document of Word has no {part}")
        for part in ("<dc:title>Noten blijven<", "2020-07-03T00:00:00Z", "nl-NL"):
            if part not in about:
                raise Failed(f"what the document of Word says of itself has no {part}")
        if not pictures:
            raise Failed("the document of Word has no picture")
        with zipfile.ZipFile(first / "noten.odt") as archive:
            document = archive.read("content.xml").decode("utf-8")
            about = archive.read("meta.xml").decode("utf-8")
            pictures = [name for name in archive.namelist() if name.startswith("Pictures/")]
        for part in ("<table:table-header-rows>", 'text:note-class="footnote"', "Figuur 1"):
            if part not in document:
                raise Failed(f"the document of OpenDocument has no {part}")
        for part in ("<dc:title>Noten blijven<", "2020-07-03T00:00:00Z"):
            if part not in about:
                raise Failed(f"what the document of OpenDocument says of itself has no {part}")
        if not pictures:
            raise Failed("the document of OpenDocument has no picture")
    return f"{len(wanted)} notes, sources and footnotes in {len(files)} formats"
