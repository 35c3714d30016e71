"""The intended differences of `intended.md`, by name, and SQL that keeps or ignores them."""

import pathlib
import re

PATH = pathlib.Path(__file__).with_name("intended.md")


def differences():
    """The two ways to write each difference, by name."""
    found = {}
    for section in PATH.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, body = section.split("\n", 1)
        forms = dict(re.findall(r"^- (peil|plain): `(.+)`$", body, re.MULTILINE))
        if set(forms) != {"peil", "plain"} or not body.lstrip().startswith(
            ("Section", "Reference")
        ):
            raise ValueError(f"intended.md: {name} lacks its rule or one of its forms")
        found[name] = forms
    return found


class Dialect:
    """Writes SQL as Peil means it, but for the differences that are `ignored`."""

    def __init__(self, forms, ignored=frozenset()):
        self.forms = forms
        self.ignored = ignored
        # Names asked for, in no order that matters.
        self.used = set()

    def __call__(self, name, **parts):
        self.used.add(name)
        form = self.forms[name]["plain" if name in self.ignored else "peil"]
        return form.format(**parts)
