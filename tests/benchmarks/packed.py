"""The packed program's first window, against the same program's from source.

The program is packed anew by build.spec as it is now, for this system; what a Windows
program costs at its start cannot be measured here. The home screen, ready for work, is
told for information. The source's modules are compiled, as the packed program's are
(`startup.as_installed`). Needs Xvfb and libX11.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.startup import HEIGHT, WIDTH, Screen, as_installed, times
from tests.virtual_screen import virtual_screen

TARGET = 1.1
ROUNDS = 20
ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "packed"


def measure(rounds: int = ROUNDS) -> float:
    """Start to first pixel, packed ÷ from source: the median of rounds run in turn."""
    program = pack()
    firsts, homes = [], []
    with virtual_screen(WIDTH, HEIGHT) as name, tempfile.TemporaryDirectory() as data:
        screen = Screen(name)
        names = as_installed(name, Path(data)) | {"CONGVAN766_DATA": data}
        for turn in range(rounds + 1):
            source = times(screen, names, sys.executable, "main.py", home=True)
            packed = times(screen, names, str(program), home=True)
            if turn:  # the first round warms the disk's cache and the compiled modules
                firsts.append(packed[0] / source[0])
                homes.append(packed[1] / source[1])
    print(
        f"           {median(homes):6.2f} × to the whole home screen (for information)"
    )
    return median(firsts)


def pack() -> Path:
    """The program, packed for this system.

    Raises:
        subprocess.CalledProcessError: PyInstaller failed; it says why.
    """
    work = ROOT / "build" / "packed-work"
    options = f"--noconfirm --log-level ERROR --distpath {FOLDER} --workpath {work}"
    command = [sys.executable, "-m", "PyInstaller", *options.split(), "build.spec"]
    subprocess.run(command, cwd=ROOT, check=True)
    return FOLDER / "CongVan766" / "CongVan766"
