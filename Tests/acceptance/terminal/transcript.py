"""Sessions at the prompt written down: keys in, screen out. A file each in `transcripts`.

A line begins with what it is about:

    size 60 12          columns and rows; before the program starts
    with NAME=VALUE     a variable of its environment; before it starts
    arguments TEXT      words of the command line; before it starts
    file PATH           a file in the working folder, or ~/PATH; its lines follow, indented
    large ROWS PATH     a file of so many rows: key, year, place, value
    pipe PATH           a pipe that nobody writes to
    mode 000 PATH       the permissions of a file or folder
    keys pop<Tab>       keys, sent at once; `<Run>` is Return, and waits for the next prompt
    screen              what must come to stand on the screen: lines that start with `|`
    prompt              an empty prompt must come
    cursor 0 6          where the cursor must be by then: row and column from 0
    colours             letters below cells of the line above that must have a colour
    graphics            the terminal shows pictures, and says so; before the program starts
    pictures 1          how many pictures it must have shown by then, each a whole PNG
    shows TEXT          a text that must come on the screen
    lacks TEXT          a text that is not there
    resize 40 12        another size
    signal HUP          a signal to the program
    hangup              the terminal goes away: the program must end
    session NAME        go to another session in the same folder and home, begun when new
    ends 0              the program must end with this code, the terminal as it found it

Nothing depends on time: what must come is waited for.
"""

import os
import pathlib
import signal

from program import Failed
from terminal.keys import bytes_of
from terminal.screen import Terminal

COLOURS = {"red": "r", "green": "g", "brown": "y", "blue": "b", "magenta": "m", "cyan": "c"}


class Transcript:
    def __init__(self, path, peil, home):
        self.path = path
        self.peil = peil
        self.home = home
        self.folder = home / "work"
        self.folder.mkdir()
        self.size = (80, 24)
        self.arguments = []
        self.environment = {
            "HOME": str(home), "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null",
            "PEIL_PAGER": "cat", "TMPDIR": str(home),
        }
        self.sessions = {}
        self.has_graphics = False
        self.current = "first"
        self.seen = 0

    @property
    def terminal(self):
        """The session; begun at its first key."""
        if self.current not in self.sessions:
            begun = Terminal(
                [self.peil.path, *self.arguments], *self.size, self.folder, self.environment)
            begun.has_graphics = self.has_graphics
            self.sessions[self.current] = begun
            # What is typed before is the shell's to echo.
            self.seen = 0
            self._prompt("", [], False, 0)
        return self.sessions[self.current]

    def place(self, name):
        return self.home / name[2:] if name.startswith("~/") else self.folder / name

    def run(self, recording=False):
        """Does what is written, and gives the text as it would be recorded."""
        lines = self.path.read_text(encoding="utf-8").split("\n")
        out = []
        try:
            index = 0
            while index < len(lines):
                line = lines[index]
                index += 1
                out.append(line)
                if not line or line.startswith("#"):
                    continue
                word, _, rest = line.partition(" ")
                body = []
                while index < len(lines) and lines[index][:1] in ("|", " "):
                    body.append(lines[index][1:])
                    index += 1
                number = len(out)
                out += getattr(self, f"_{word}", self._unknown)(rest, body, recording, number)
        finally:
            for session in self.sessions.values():
                session.close()
        return "\n".join(out)

    def _unknown(self, rest, body, recording, number):
        raise Failed(f"{self.path.name}:{number}: this line says nothing that is known")

    def _size(self, rest, body, recording, number):
        self.size = tuple(map(int, rest.split()))
        return []

    def _with(self, rest, body, recording, number):
        name, _, value = rest.partition("=")
        self.environment[name] = value.replace("~", str(self.home))
        return []

    def _arguments(self, rest, body, recording, number):
        self.arguments = rest.split()
        return []

    def _file(self, rest, body, recording, number):
        path = self.place(rest)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(line[1:] + "\n" for line in body), encoding="utf-8")
        path.chmod(0o755)
        return [" " + line for line in body]

    def _large(self, rest, body, recording, number):
        rows, name = rest.split()
        block = "".join(f"k{row},{2000 + row % 20},p{row % 400},{row % 9973}\n" for row in range(20000))
        with self.place(name).open("w", encoding="utf-8") as file:
            file.write("key,year,place,value\n")
            for _ in range(int(rows) // 20000):
                file.write(block)
        return []

    def _pipe(self, rest, body, recording, number):
        os.mkfifo(self.place(rest))
        return []

    def _mode(self, rest, body, recording, number):
        mode, name = rest.split()
        self.place(name).chmod(int(mode, 8))
        return []

    def _graphics(self, rest, body, recording, number):
        self.has_graphics = True
        return []

    def _pictures(self, rest, body, recording, number):
        shown = self.terminal.pictures
        self.terminal.until(
            lambda: len(shown) == int(rest), f"{self.path.name}:{number}: pictures must be shown")
        for picture in shown:
            if picture[:8] != b"\x89PNG\r\n\x1a\n" or picture[-8:-4] != b"IEND":
                raise Failed(f"{self.path.name}:{number}: a picture is no whole PNG")
        return []

    def _keys(self, rest, body, recording, number):
        pieces = rest.split("<Run>")
        for piece in pieces[:-1]:
            self._send(bytes_of(piece + "<Return>"))
            self._prompt("", [], False, number)
        self._send(bytes_of(pieces[-1]))
        return []

    def _send(self, keys):
        # What was there before says nothing about what the keys do.
        terminal = self.terminal
        while terminal.read(0):
            pass
        self.seen = terminal.taken
        if keys:
            terminal.write(keys)

    def _screen(self, rest, body, recording, number):
        if recording:
            self.terminal.settle()
        else:
            self.terminal.until(
                lambda: self.terminal.lines() == body,
                f"{self.path.name}:{number}: the screen must be\n" + "\n".join(body))
        return ["|" + line for line in self.terminal.lines()]

    def _prompt(self, rest, body, recording, number):
        terminal = self.terminal
        terminal.until(
            lambda: terminal.taken > self.seen
            and terminal.lines()[-1:] == ["peil>"] and terminal.cursor()[1] == 6,
            f"{self.path.name}:{number}: a prompt must come")
        return []

    def _cursor(self, rest, body, recording, number):
        wanted = tuple(map(int, rest.split()))
        if not recording:
            self.terminal.until(
                lambda: self.terminal.cursor() == wanted,
                f"{self.path.name}:{number}: the cursor must be at {wanted}, "
                f"not {self.terminal.cursor()}")
        return []

    def _colours(self, rest, body, recording, number):
        """The row of the cursor, or the one that is given, with a letter for each colour."""
        row = int(rest)
        seen = self._coloured(row)
        if not recording:
            self.terminal.until(
                lambda: self._coloured(row) == body[0],
                f"{self.path.name}:{number}: the colours of row {row} must be\n{body[0]}")
            seen = body[0]
        return ["|" + seen]

    def _coloured(self, row):
        cells = self.terminal.screen.buffer[row]
        letters = []
        for column in range(self.terminal.screen.columns):
            cell = cells[column]
            letters.append("R" if cell.reverse else COLOURS.get(cell.fg, "B" if cell.bold else " "))
        return "".join(letters).rstrip()

    def _shows(self, rest, body, recording, number):
        self.terminal.until(
            lambda: any(rest in line for line in self.terminal.lines()),
            f"{self.path.name}:{number}: `{rest}` must be shown")
        return []

    def _lacks(self, rest, body, recording, number):
        if any(rest in line for line in self.terminal.lines()):
            raise Failed(f"{self.path.name}:{number}: `{rest}` is shown")
        return []

    def _resize(self, rest, body, recording, number):
        self.terminal.resize(*map(int, rest.split()))
        return []

    def _signal(self, rest, body, recording, number):
        os.kill(self.terminal.process, getattr(signal, "SIG" + rest))
        return []

    def _hangup(self, rest, body, recording, number):
        terminal = self.terminal
        terminal.hang_up()
        terminal.until(terminal.ended, f"{self.path.name}:{number}: the program must end")
        return []

    def _session(self, rest, body, recording, number):
        self.current = rest
        return []

    def _ends(self, rest, body, recording, number):
        terminal = self.terminal
        terminal.until(terminal.ended, f"{self.path.name}:{number}: the program must end")
        while terminal.read(0.05):
            pass
        if terminal.code != int(rest):
            raise Failed(f"{self.path.name}:{number}: it ends with {terminal.code}, not {rest}")
        # What is killed cannot put anything back.
        if terminal.code != -signal.SIGKILL and not terminal.is_restored():
            raise Failed(f"{self.path.name}:{number}: the terminal is not as it was found")
        return []


def replay(folder, peil, home_of, recording):
    """Replays every transcript of a folder; gives how many there are."""
    paths = sorted(pathlib.Path(folder).glob("*.txt"))
    faults = []
    for path in paths:
        try:
            with home_of() as home:
                text = Transcript(path, peil, pathlib.Path(home)).run(recording)
        except Failed as fault:
            faults.append(str(fault))
            continue
        if recording:
            path.write_text(text, encoding="utf-8")
    if faults:
        raise Failed("\n".join(faults))
    return len(paths)
