"""One program gives the same bytes as a file, as standard input, as -c, and the same tables at the
prompt; and a session of twenty steps that was saved gives its last result again."""

import os
import pathlib
import pty
import subprocess
import tempfile

from program import Failed, equal

PROGRAM = """\
let recent = population | where year in [2022, 2023]
def share_of(part, whole) = part / whole * 100
recent | sum inhabitants by province, year | yoy inhabitants | where year = 2023
recent | where municipality = "Súdwest-Fryslân"
print "done"
recent | top 3 by inhabitants | select municipality, inhabitants
"""

STEPS = [
    "def double(x) =", "  2 * x", "",
    "population",
    "| where year in [2021, 2022, 2023]",
    "| nonsense",
    "let recent = _",
    "_ | sum inhabitants by province, year",
    "| yoy inhabitants",
    "| where year = 2023",
    'let p = "Utrecht"',
    "recent | where province = $p",
    "| derive twice = double(inhabitants)",
    "| sort -twice",
    "| where boom > 1",
    "| take 5",
    "let top = _",
    "print 1 + 1",
    "top | select name, twice",
    "recent | sum inhabitants by year",
    "| derive d = double(inhabitants)",
    "| where year >= 2022",
    "| sort -year",
    ":save steps.peil",
]


def at_the_prompt(peil, lines, folder):
    """What a session that is typed on a plain terminal writes, its results going to a pipe."""
    master, slave = pty.openpty()
    environment = {
        "PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    program = subprocess.Popen(
        [peil.path], stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder,
        env=environment)
    os.close(slave)
    # Line by line: a terminal holds no more than a few thousand bytes that nobody has read.
    for line in lines:
        os.write(master, line.encode() + b"\n")
    os.write(master, b"\x04")
    out, _ = program.communicate(timeout=120)
    os.close(master)
    return out.decode()


def check(peil):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "program.peil").write_text(PROGRAM, encoding="utf-8")
        results = [
            subprocess.run(
                [peil.path, *arguments], input=given, cwd=folder, capture_output=True, check=False)
            for arguments, given in (
                (["program.peil"], b""), ([], PROGRAM.encode()), (["-c", PROGRAM], b""))
        ]
        for result, how in zip(results, ("as a file", "from standard input", "with -c")):
            equal(result.returncode, 0, f"the exit code {how}")
            equal(result.stdout, results[0].stdout, f"what is written {how}")
        shown = at_the_prompt(peil, PROGRAM.splitlines(), folder)
        for table in results[0].stdout.decode().split("\n\n"):
            if table.strip() not in shown:
                raise Failed(f"the prompt does not show this table:\n{table}")
        seen = at_the_prompt(peil, STEPS, folder)
        script = folder / "steps.peil"
        if not script.exists():
            raise Failed(f"nothing was saved; the session wrote\n{seen}")
        text = script.read_text(encoding="utf-8")
        if "boom" in text or "nonsense" in text:
            raise Failed("what failed was saved as well")
        equal(peil.bytes("fmt", "--check", script, folder=folder), b"", "what the layout lacks")
        again = peil.bytes(script, folder=folder).decode()
        last = again.rstrip("\n").split("\n\n")[-1]
        if not seen.rstrip("\n").endswith(last):
            raise Failed(f"the saved session ends in\n{last}\nand the session itself in\n{seen[-400:]}")
        return f"three ways the same {len(results[0].stdout)} bytes; {len(STEPS)} lines saved and rerun"
