"""Every report verifies against what it is expected to be; a digit of data that changes is shown."""

import pathlib
import shutil
import subprocess
import tempfile

from program import ROOT, Failed


def verify(peil, report, *arguments):
    """Exit code and output of `peil verify`."""
    done = subprocess.run(
        [peil.path, "verify", str(report), *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )
    return done.returncode, done.stdout + done.stderr


def check(peil):
    reports = sorted(path.parent for path in (ROOT / "reports").glob("*/report.md"))
    for report in reports:
        code, said = verify(peil, report)
        if code != 0:
            raise Failed(f"reports/{report.name}: {said.strip()}")
    with tempfile.TemporaryDirectory() as place:
        report = pathlib.Path(place) / "proef"
        report.mkdir()
        (report / "report.md").write_text(
            '---\ntitle: Proef\n---\n\n```peil a\ncsv "a.csv"\n```\n', encoding="utf-8"
        )
        (report / "a.csv").write_text("naam,aantal\nx,1536\ny,12\n", encoding="utf-8")
        edition = pathlib.Path(place) / "uit"
        peil.bytes("report", report, "--out", edition)
        code, said = verify(peil, report, "--against", str(edition))
        if code != 0:
            raise Failed(f"the same data does not verify: {said.strip()}")
        (report / "a.csv").write_text("naam,aantal\nx,1537\ny,12\n", encoding="utf-8")
        code, said = verify(peil, report, "--against", str(edition))
        if code != 1 or "1.536" not in said or "1.537" not in said:
            raise Failed(f"a changed digit gives exit {code}: {said.strip()}")
    return f"{len(reports)} reports verify, and a changed digit is shown"
