"""What is written for the ecosystem is what its standards say, as validators of others see it.

- The description of the tables (CSV on the Web) and the tables themselves, by csvw.
- The run as a research object (RO-Crate 1.1, Process Run Crate 0.5), by roc-validator: every rule that
  is required. The words of RO-Crate that may occur are listed here, so that no network is needed.
- Both validators see a fault that is put in.
"""

import csv
import json
import pathlib
import shutil
import tempfile
import warnings

from program import ROOT, Absent, Failed

REPORTS = ["editie-2021", "gallery", "initiatieven", "monitor-2020", "nieuwegein", "overzicht"]
HEAD = "---\nlicense: https://creativecommons.org/licenses/by/4.0/\n"
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
SCHEMA = """CreateAction CreativeWork Dataset PropertyValue SoftwareApplication about contentSize
    datePublished description encodingFormat hasPart inLanguage instrument license mentions name object
    result softwareVersion value version""".split()
TERMS = {
    **{word: "http://schema.org/" + word for word in SCHEMA},
    "File": "http://schema.org/MediaObject",
    "conformsTo": "http://purl.org/dc/terms/conformsTo",
}


def check(peil):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import csvw
            from rocrate_validator import services
    except ImportError as fault:
        raise Absent(str(fault)) from None
    offline()
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(ROOT / "reports", f"{place}/reports")
        tables = 0
        for name in REPORTS:
            text = pathlib.Path(place, "reports", name, "report.md")
            lines = text.read_text(encoding="utf-8").removeprefix("---\n")
            dated = "" if "\ndate: " in "\n" + lines.split("\n---\n")[0] else "date: 2021\n"
            text.write_text(HEAD + dated + lines, encoding="utf-8")
            out = pathlib.Path(place, name)
            peil.bytes("report", text.parent, "--out", out, "--format", "html,csv,ro-crate")
            tables += described(csvw, out)
            crate(services, out)
        spoiled(csvw, services, out)
    return f"{tables} tables after CSVW and {len(REPORTS)} runs as RO-Crate are valid"


def faults_of_tables(csvw, out):
    try:
        group = csvw.CSVW(str(out / "tables/csv-metadata.json"), validate=True, strict=True)
    except ValueError as fault:
        return [str(fault)]
    return [] if group.is_valid else [str(said.message) for said in group.warnings] or ["not valid"]


def described(csvw, out):
    """How many tables are described; fails when one is not what its description says."""
    for fault in faults_of_tables(csvw, out):
        raise Failed(f"{out.name}: {fault}")
    tables = json.loads((out / "tables/csv-metadata.json").read_text(encoding="utf-8"))["tables"]
    files = {path.name for path in (out / "tables").glob("*.csv")}
    if {table["url"] for table in tables} != files:
        raise Failed(f"{out.name}: not every table is described")
    return len(tables)


def faults_of_crate(services, out):
    result = services.validate(
        services.ValidationSettings(rocrate_uri=out, profile_identifier="process-run-crate")
    )
    return [f"{issue.check.identifier}: {issue.message}" for issue in result.get_issues()]


def crate(services, out):
    for fault in faults_of_crate(services, out):
        raise Failed(f"{out.name}: {fault}")


def spoiled(csvw, services, out):
    """Puts a fault in each, which has to be seen."""
    described = json.loads((out / "tables/csv-metadata.json").read_text(encoding="utf-8"))
    table, column = next(
        (out / "tables" / table["url"], place)
        for table in described["tables"]
        for place, column in enumerate(table["tableSchema"]["columns"])
        if column["datatype"] in ("integer", "double")
    )
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][column] = "veel"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    if not faults_of_tables(csvw, out):
        raise Failed("csvw does not see a word where a number is described")
    metadata = out / "ro-crate-metadata.json"
    text = metadata.read_text(encoding="utf-8")
    metadata.write_text(text.replace('"datePublished"', '"datumVanUitgave"'), encoding="utf-8")
    if not faults_of_crate(services, out):
        raise Failed("roc-validator does not see that the date is gone")


def offline():
    """Answers for the context of RO-Crate with the words listed above."""
    import rdflib.plugins.shared.jsonld.context as reading
    from rocrate_validator.utils.http import HttpRequester

    words = {"@context": TERMS}
    usual = reading.source_to_json

    def source_to_json(source, *arguments, **options):
        if source == CONTEXT:
            return words, None
        return usual(source, *arguments, **options)

    class Answer:
        status_code = 200
        headers = {"Content-Type": "application/ld+json"}

        def json(self):
            return words

        def raise_for_status(self):
            return None

    def get(_requester, url, **_options):
        if url != CONTEXT:
            raise Failed(f"roc-validator asks for {url}")
        return Answer()

    reading.source_to_json = source_to_json
    HttpRequester.get = get
