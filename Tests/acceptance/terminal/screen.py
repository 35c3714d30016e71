"""A program on a pseudo-terminal, and what its user sees, cell by cell."""

import base64
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

from program import Failed

# How long anything may take on a machine that is busy with something else.
LIMIT = 30
# What is sent to a terminal beside text: the graphics protocol of kitty, and the question what the
# terminal is, which every terminal answers.
GRAPHICS = re.compile(rb"\x1b_G(.*?)\x1b\\", re.DOTALL)
IDENTITY = b"\x1b[c"


class Terminal:
    """A program that runs on a screen of its own."""

    def __init__(self, command, columns, rows, folder, environment):
        import pyte

        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.code = None
        # Bytes that the program wrote so far.
        self.taken = 0
        # Whether it shows pictures, those it has shown, and what of one came so far.
        self.has_graphics = False
        self.pictures = []
        self.picture = ""
        self.held = b""
        # As a shell makes it: a session with the terminal as its own.
        self.master, slave = pty.openpty()
        self._size(columns, rows)
        self.before = termios.tcgetattr(slave)
        self.process = os.fork()
        if self.process == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in range(3):
                os.dup2(slave, descriptor)
            os.closerange(3, 256)
            os.chdir(folder)
            for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGTSTP):
                signal.signal(number, signal.SIG_DFL)
            os.execve(command[0], command, environment)
        # Kept open, so that the terminal can be asked how the program left it.
        self.slave = slave

    def _size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def write(self, data):
        os.write(self.master, data)

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self._size(columns, rows)
        os.kill(self.process, signal.SIGWINCH)

    def read(self, seconds):
        """Takes in what the program wrote; false when it wrote nothing in that time."""
        if self.master is None:
            time.sleep(seconds)
            return False
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        if data:
            self.taken += len(data)
            self.stream.feed(self.answered(data))
        return bool(data)

    def answered(self, data):
        """What is left to show of what came in, when questions are answered and pictures taken."""
        data = self.held + data
        for content in GRAPHICS.findall(data):
            keys, _, payload = content.decode("ascii").partition(";")
            keys = dict(pair.split("=") for pair in keys.split(","))
            if keys.get("a") == "q":
                if self.has_graphics:
                    self.write(f"\x1b_Gi={keys['i']};OK\x1b\\".encode())
                continue
            self.picture += payload
            if keys.get("m") != "1":
                self.pictures.append(base64.b64decode(self.picture, validate=True))
                self.picture = ""
        data = GRAPHICS.sub(b"", data)
        for _ in range(data.count(IDENTITY)):
            self.write(b"\x1b[?62;c")
        data = data.replace(IDENTITY, b"")
        # The rest of a picture is still to come.
        start = data.find(b"\x1b_")
        self.held = data[start:] if start >= 0 else b""
        return data[:start] if start >= 0 else data

    def ended(self):
        """Whether the program ended; `code` is its exit code, or minus the signal."""
        if self.code is None:
            found, status = os.waitpid(self.process, os.WNOHANG)
            if found:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def lines(self):
        """The screen, without spaces at the ends of lines and empty lines at its end."""
        lines = [line.rstrip() for line in self.screen.display]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def cursor(self):
        return self.screen.cursor.y, self.screen.cursor.x

    def until(self, holds, what, limit=LIMIT):
        """Reads until something holds. Fails when it does not in the end."""
        end = time.monotonic() + limit
        while not holds():
            if time.monotonic() > end:
                raise Failed(f"{what}, but the screen is:\n" + "\n".join(self.lines()))
            self.read(0.02)

    def settle(self, quiet=0.4):
        """Reads until the program has been quiet for a while: for recording only."""
        while self.read(quiet):
            pass

    def is_restored(self):
        """Whether the terminal is as the program found it."""
        return termios.tcgetattr(self.slave) == self.before

    def hang_up(self):
        """Goes away, as a closed window does."""
        os.close(self.slave)
        os.close(self.master)
        self.master = None

    def close(self):
        """Ends the program, if it has not."""
        if not self.ended():
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        if self.master is not None:
            os.close(self.slave)
            os.close(self.master)
