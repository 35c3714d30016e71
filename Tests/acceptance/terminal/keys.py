"""The keys of a transcript as the bytes that a terminal sends."""

import re

NAMED = {
    "Tab": b"\t", "S-Tab": b"\x1b[Z", "Return": b"\r", "Esc": b"\x1b", "Backspace": b"\x7f",
    "Up": b"\x1b[A", "Down": b"\x1b[B", "Right": b"\x1b[C", "Left": b"\x1b[D",
    "Home": b"\x1b[H", "End": b"\x1b[F", "Delete": b"\x1b[3~", "lt": b"<",
    "Paste": b"\x1b[200~", "/Paste": b"\x1b[201~", "Newline": b"\n", "CR": b"\r",
}


def bytes_of(text):
    """`pop<Tab>` as bytes; `<C-x>` and `<M-x>` are Ctrl and Alt."""

    def key(match):
        name = match[1]
        if name in NAMED:
            return NAMED[name].decode("latin-1")
        if re.fullmatch(r"C-.", name):
            return chr(ord(name[2]) & 0x1F)
        if re.fullmatch(r"M-.", name):
            return "\x1b" + name[2]
        raise ValueError(f"no key <{name}>")

    parts = re.split(r"(<[^<>]+>)", text)
    return b"".join(
        re.sub(r"<([^<>]+)>", key, part).encode("latin-1") if part.startswith("<") else part.encode()
        for part in parts
    )
