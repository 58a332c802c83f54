"""Where the program's words go: UTF-8 on whatever it was started with.

The windowed program has no console of its own, so Python gives it no standard output.
What it prints goes to the pipe or file it was given, else to the terminal it was started
from, else nowhere.
"""

import os
import sys
from pathlib import Path
from typing import TextIO

_PARENT = 0xFFFFFFFF
"""AttachConsole: the console of who started us."""

FROM_SOURCE = "main.py"

TERMINALS = "congvan766-cli"
"""The packed program that has a console; build.spec names it so."""


def program() -> str:
    """What is typed to start this program: the packed one's own name, else main.py."""
    return Path(sys.executable).name if _is_packed() else FROM_SOURCE


def is_for_terminals() -> bool:
    """Whether this is the packed program that has a console."""
    return _is_packed() and Path(sys.executable).stem.lower() == TERMINALS


def _is_packed() -> bool:
    return bool(getattr(sys, "frozen", False))


def prepare() -> None:
    """Let `print` and `sys.stderr` reach who started the program, in UTF-8."""
    if sys.stdout is None:
        sys.stdout = _opened("STDOUT")
    if sys.stderr is None:
        sys.stderr = _opened("STDERR")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A file's name may hold what is no text.
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _opened(name: str) -> TextIO:
    """The stream that was handed to us, else the terminal, else one that takes all."""
    if sys.platform == "win32":
        handle = _handed(name)
        if handle is not None:
            return os.fdopen(handle, "w", encoding="utf-8", buffering=1)
        if _is_at_terminal():
            return Path("CONOUT$").open("w", encoding="utf-8", buffering=1)
    return Path(os.devnull).open("w", encoding="utf-8")


if sys.platform == "win32":

    def _handed(name: str) -> int | None:
        """A descriptor of the pipe or file that the starter chose; None without."""
        import ctypes
        import msvcrt

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetStdHandle.restype = ctypes.c_void_p
        which = {"STDOUT": -11, "STDERR": -12}[name]
        handle = kernel.GetStdHandle(ctypes.c_uint32(which))
        kernel.GetFileType.argtypes = (ctypes.c_void_p,)
        if not handle or kernel.GetFileType(handle) == 0:  # unknown: no handle at all
            return None
        return msvcrt.open_osfhandle(handle, os.O_WRONLY)

    def _is_at_terminal() -> bool:
        """Whether we were started from a console, and may write to it now."""
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        parent = ctypes.c_uint32(_PARENT)
        return bool(kernel.GetConsoleWindow() or kernel.AttachConsole(parent))
