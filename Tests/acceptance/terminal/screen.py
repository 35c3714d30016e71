"""A program on a pseudo-terminal, and what its user sees, cell by cell."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from program import Failed

# How long anything may take on a machine that is busy with something else.
LIMIT = 30


class Terminal:
    """A program that runs on a screen of its own."""

    def __init__(self, command, columns, rows, folder, environment):
        import pyte

        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.code = None
        # Bytes that the program wrote so far.
        self.taken = 0
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
            self.stream.feed(data)
        return bool(data)

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
