"""What stands between the start and the first window, against a bare PySide6 window.

Both are measured from outside, on a virtual screen of their own: from the start of the
process to the first pixel of the window on the screen. The home screen is looked for in
the same way and told for information. Needs Xvfb and libX11.

An installed program has compiled modules and no sources, and a compiled index. Ours is
therefore measured as a copy with these alone: from source, PySide reads the source of every module
that is loaded after it (0.1 ms each), which no user's does. What else both programs
compile goes to a folder of their own, which the first round fills, also where the
environment forbids to keep it (PYTHONDONTWRITEBYTECODE, as in many containers).

    python -m tests.benchmarks.startup [rounds]
"""

import compileall
import ctypes
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from core import compiled_toml
from tests.virtual_screen import virtual_screen
from ui.colours import LIGHT

TARGET = 1.3  # Open Data Editor 5.2, novelWriter 16
ROUNDS = 20
ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1280, 720
GROUND = WIDTH // 2, HEIGHT // 2
STATUS_BAR = WIDTH // 2, HEIGHT - 5
LONGEST = 20.0  # s, then something is wrong
_IGNORED = shutil.ignore_patterns("__pycache__")
BARE = f"""
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize({WIDTH}, {HEIGHT})
window.show()
app.exec()
"""


def measure(rounds: int = ROUNDS) -> float:
    """Start to first pixel, ours ÷ a bare window's: the median of rounds run in turn."""
    firsts, homes = [], []
    with virtual_screen(WIDTH, HEIGHT) as name, tempfile.TemporaryDirectory() as data:
        screen = Screen(name)
        names = as_installed(name, Path(data)) | {"CONGVAN766_DATA": data}
        ours = sys.executable, str(program(Path(data)))
        for turn in range(rounds + 1):
            bare, _ = times(screen, names, sys.executable, "-c", BARE)
            first, home = times(screen, names, *ours, home=True)
            if turn:  # the first round warms the disk's cache and the compiled modules
                firsts.append(first / bare)
                homes.append(home / bare)
    print(
        f"           {median(homes):6.2f} × to the whole home screen (for information)"
    )
    return median(firsts)


def as_installed(display: str, folder: Path) -> dict[str, str]:
    """The environment of a program on that display whose modules stay compiled.

    Args:
        display: The screen's name.
        folder: Where what is compiled is kept; it goes with the measurement.
    """
    names = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    names.pop("PYTHONDONTWRITEBYTECODE", None)
    return names | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def program(folder: Path) -> Path:
    """The door of a copy of the program in `folder` that has no sources.

    The door is compiled, too, under its own name: Python knows it by its first bytes.
    """
    copy = folder / "program"
    copy.mkdir()
    for part in ("core", "ui"):
        shutil.copytree(ROOT / part, copy / part, ignore=_IGNORED)
    compileall.compile_dir(copy, quiet=1, legacy=True)
    for source in copy.rglob("*.py"):
        source.unlink()
    shutil.copytree(ROOT / "resources", copy / "resources")
    for name in compiled_toml.FOLDERS:
        for source in (copy / "resources" / name).glob("*.toml"):
            compiled_toml.compile_file(source, source.parent)
    door = copy / "main.py"
    py_compile.compile(str(ROOT / "main.py"), str(door), doraise=True)
    return door


def times(
    screen: "Screen", names: dict[str, str], *command: str, home: bool = False
) -> tuple[float, float]:
    """Seconds to the first pixel, and to the status bar where `home` is waited for."""
    screen.wait(lambda: screen.pixel(*GROUND) == 0, time.perf_counter())
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=names)
    try:
        first = whole = screen.wait(lambda: screen.pixel(*GROUND) != 0, begun)
        if home:
            surface = LIGHT.surface.rgb() & 0xFFFFFF
            whole = screen.wait(lambda: screen.pixel(*STATUS_BAR) == surface, begun)
    finally:
        process.kill()
        process.wait()
    return first, whole


_PIXEL = 4
"""Bytes of a pixel on a screen of 24 bits."""


class _Image(ctypes.Structure):
    """The beginning of Xlib's `XImage`."""

    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("offset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
        ("bits_per_pixel", ctypes.c_int),
    )


class Screen:
    """What can be seen on a display, pixel by pixel."""

    def __init__(self, name: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        for function, result in (
            (self._x.XOpenDisplay, ctypes.c_void_p),
            (self._x.XDefaultRootWindow, ctypes.c_ulong),
            (self._x.XGetImage, ctypes.c_void_p),
        ):
            function.restype = result
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def pixel(self, x: int, y: int) -> int:
        """The colour at a point, as 0xRRGGBB; the empty screen is 0."""
        return self.area(x, y, 1, 1)[0][0]

    def area(self, x: int, y: int, wide: int, high: int) -> list[list[int]]:
        """The colours of a rectangle, line by line."""
        every_plane, by_pixel = ctypes.c_ulong(0xFFFFFFFF), 2
        image = self._x.XGetImage(
            self._display, self._root, x, y, wide, high, every_plane, by_pixel
        )
        # Asking Xlib pixel by pixel takes ten times as long, from the two processes.
        held = ctypes.cast(image, ctypes.POINTER(_Image)).contents
        data = ctypes.string_at(held.data, held.bytes_per_line * high)
        self._x.XDestroyImage(ctypes.c_void_p(image))
        flat = [one & 0xFFFFFF for one in memoryview(data).cast("I")]
        step = held.bytes_per_line // _PIXEL
        return [flat[begin : begin + wide] for begin in range(0, len(flat), step)]

    def wait(
        self, seen: Callable[[], bool], begun: float, pause: float = 0.0005
    ) -> float:
        """Seconds from `begun` until `seen`, looked for every `pause` seconds."""
        while not seen():
            if time.perf_counter() - begun > LONGEST:
                message = "what was waited for never came to the screen"
                raise TimeoutError(message)
            time.sleep(pause)
        return time.perf_counter() - begun


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print(f"first window: {measure(wanted):.2f} × a bare one (<= {TARGET})")
