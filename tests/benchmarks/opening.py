"""From the start to a table of every commune painted, against a bare PySide6 window.

3,321 units × 12 columns, named on the command line, read by the child. Both are measured
from outside, on a virtual screen of their own, to the first pixel of what is looked for;
both are as installed programs are (`startup.program`, `startup.as_installed`).
Beside it, for the eye: the longest time that the window answers nobody while it opens
the same table, in ms and as a part of the 50 ms that a person does not notice.

    python -m tests.benchmarks.opening [rounds]
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

from tests import fresh_python
from tests.benchmarks import workbook
from tests.benchmarks.startup import (
    BARE,
    GROUND,
    HEIGHT,
    LONGEST,
    ROOT,
    WIDTH,
    Screen,
    as_installed,
    program,
    times,
)
from tests.virtual_screen import virtual_screen
from ui.colours import LIGHT

TARGET = 3.0  # pandas and openpyxl, cell by cell: 8
ROUNDS = 20  # of ten, the median comes out 0.2 higher or lower
UNITS = 3321
NAMES = 44, 186, 196, 424
"""Where the names of units stand: left, top, width and height in px."""

MARGIN = 4
"""Px at the right of the names that no name reaches."""

ROWS = 10
"""Rows that are seen at the least."""

LOOK = 0.005
"""Seconds between two looks: looking takes time from the two processes looked at."""

WHOLE_LOOK = 40
"""One look of so many is at all there is."""

INK = 0x80
"""The most light of each colour in a letter, of 0xFF."""

LONGEST_STALL = 0.050  # s


def measure(rounds: int = ROUNDS) -> float:
    """Start to the table painted ÷ a bare window: the median of rounds run in turn."""
    ratios = []
    with virtual_screen(WIDTH, HEIGHT) as name, tempfile.TemporaryDirectory() as folder:
        table = _table(Path(folder))
        screen = Screen(name)
        units = Units(screen)
        names = as_installed(name, Path(folder))
        ours_at = program(Path(folder))
        for turn in range(rounds + 1):
            bare, _ = times(screen, names, sys.executable, "-c", BARE)
            data = names | {"CONGVAN766_DATA": str(Path(folder) / str(turn))}
            ours = _opened(units, data, ours_at, table)
            if turn:  # the first round warms the disk's cache and the compiled modules
                ratios.append(ours / bare)
    stall = median(stalls())
    print(
        f"           {stall / LONGEST_STALL:6.2f} × {LONGEST_STALL * 1000:.0f} ms is the"
        f" longest that the window answers nobody ({stall * 1000:.0f} ms)"
    )
    return median(ratios)


def _table(folder: Path) -> Path:
    from core import catalogue

    path = folder / "Bảng của mọi xã - tháng 9-2024.xlsx"
    path.write_bytes(workbook.of_units(UNITS, catalogue.load()))
    return path


def _opened(units: "Units", names: dict[str, str], door: Path, table: Path) -> float:
    """Seconds from the start at `door` to the units on the screen."""
    screen = units.screen
    screen.wait(lambda: screen.pixel(*GROUND) == 0, time.perf_counter())
    begun = time.perf_counter()
    command = [sys.executable, str(door), str(table)]
    process = subprocess.Popen(command, cwd=ROOT, env=names)
    try:
        return screen.wait(units.are_shown, begun, LOOK)
    finally:
        process.terminate()
        process.wait()


class Units:
    """Sees whether the table's own body is on the screen: rows, a name in the last one.

    An empty table, its header and the home screen have no such lines at even distances.
    Where the lowest line was once, that point alone is looked at until it is there
    again: to look at more takes a tenth of a core from what is measured. Now and then
    all is looked at: a slow start shows the row of the first finding at once.
    """

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._lowest: int | None = None
        self._looks = 0

    def are_shown(self) -> bool:
        """Whether they are."""
        left, top, wide, high = NAMES
        across, line = left + wide - MARGIN, LIGHT.grid.rgb() & 0xFFFFFF
        lowest, self._looks = self._lowest, self._looks + 1
        if (
            lowest is not None
            and self._looks % WHOLE_LOOK
            and self.screen.pixel(across, lowest) != line
        ):
            return False
        strip = self.screen.area(across, top, 1, high)
        lines = [down for down, (colour,) in enumerate(strip) if colour == line]
        steps = {after - before for before, after in pairwise(lines[-ROWS:])}
        if len(lines) < ROWS or len(steps) != 1:
            return False
        self._lowest = top + lines[-1]
        last = self.screen.area(left, top + lines[-2] + 1, wide, steps.pop() - 1)
        return any(_is_ink(colour) for row in last for colour in row)


def _is_ink(colour: int) -> bool:
    return all(part < INK for part in colour.to_bytes(3, "big"))


def stalls(rounds: int = 5) -> list[float]:
    """The longest turn of the event loop of each of some programs, in s."""
    script = "from tests.benchmarks import opening; print(opening.longest_stall())"
    with tempfile.TemporaryDirectory() as folder:
        names = as_installed("", Path(folder)) | {"QT_QPA_PLATFORM": "offscreen"}
        # The longest that is waited for: there may be a dialog that waits for somebody.
        said = [fresh_python.printed(script, names, LONGEST) for _ in range(rounds + 1)]
    return [float(one) for one in said[1:]]


def longest_stall() -> float:
    """Seconds: the longest turn of this process's event loop while the table opens."""
    from PySide6.QtCore import QEventLoop, QTimer

    from ui import app, program, theme
    from ui.main_window import MainWindow

    with tempfile.TemporaryDirectory() as folder:
        os.environ["CONGVAN766_DATA"] = str(Path(folder) / "data")
        table = _table(Path(folder))
        application = app.application([])
        window = MainWindow(theme.apply(application, theme.Mode.LIGHT), program.now)
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.errands.opener.warm()
        gc.freeze()
        sys.setswitchinterval(program.TURN)
        loop = QEventLoop()
        QTimer.singleShot(300, loop.quit)
        loop.exec()
        turns = [time.perf_counter()]
        clock = QTimer()
        clock.setInterval(1)
        clock.timeout.connect(lambda: turns.append(time.perf_counter()))
        window.document.judged.connect(lambda: QTimer.singleShot(500, loop.quit))
        clock.start()
        window.open_when_shown(str(table))
        loop.exec()
        clock.stop()
        window.close()
        window.release()
    return max(after - before for before, after in pairwise(turns))


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print(f"the table: {measure(wanted):.2f} × a bare window (<= {TARGET})")
