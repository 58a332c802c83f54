"""The reading child, to which files do as their names say: run as a program.

`COMMAND` starts it. A file named “treo …” hangs it, and so on (`FATES`); any other is
read as ever.
"""

import ctypes
import importlib
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.importing import child

COMMAND = (sys.executable, str(Path(__file__).resolve()))

Tell = Callable[[int, int], None]


def hang(_tell: Tell) -> None:
    """Work for ever."""
    while True:
        pass


def hang_in_a_library(_tell: Tell) -> None:
    """Let no other thread of the process run either."""
    if sys.platform == "win32":
        ctypes.PyDLL("kernel32").Sleep(600_000)  # ms
    else:
        ctypes.PyDLL(None).sleep(600)


def abort(_tell: Tell) -> None:
    """End as a library does that has lost its way."""
    os.abort()


def fill_memory(_tell: Tell) -> None:
    """Ask for more memory than there may be, bit by bit."""
    kept = [b"x" * (20 * 1024 * 1024) for _ in range(100)]
    del kept


def fail(_tell: Tell) -> None:
    """Have a fault."""
    figures = {"secret": 91.7}
    del figures["other"]


def take_long(tell: Tell) -> None:
    """Work longer than the patience, but tell of it."""
    for step in range(8):
        tell(step, 8)
        time.sleep(0.25)


def load_slowly(_tell: Tell) -> None:
    """Look for one library after another on a slow disk."""
    for number in range(8):
        with suppress(ModuleNotFoundError):
            importlib.import_module(f"library_{number}")
        time.sleep(0.25)


def tell_for_ever(tell: Tell) -> None:
    """Tell of work that never ends."""
    while True:
        tell(1, 2)
        time.sleep(0.05)


def print_much(_tell: Tell) -> None:
    """Write to standard output, as Python and as a library does."""
    print("nobody asked")
    os.write(1, b"nobody asked" * 1000)


FATES = {
    "treo": hang,
    "kẹt": hang_in_a_library,
    "sập": abort,
    "phình": fill_memory,
    "lỗi": fail,
    "lâu": take_long,
    "nạp": load_slowly,
    "mãi": tell_for_ever,
    "in": print_much,
}


def fated(call):
    """The call, once what the file's name says was done."""

    def called(path, catalogue, *, progress, **values):
        fate = FATES.get(path.name.split()[0])
        if fate is not None:
            fate(progress)
        return call(path, catalogue, progress=progress, **values)

    return called


if __name__ == "__main__":
    for name, call in tuple(child.CALLS.items()):
        child.CALLS[name] = fated(call)
    sys.exit(child.run())
