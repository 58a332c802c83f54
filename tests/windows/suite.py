"""The tests run by Windows' own Python, under Wine: `python3 dev.py windows --tests`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.windows.wine import KIT, Failed, Wine

ROOT = Path(__file__).resolve().parents[2]

# Windows' own fonts may not be copied; the first has the widths of Times New Roman, the
# second is what the program takes where there is no Segoe UI.
FONTS = ("LiberationSerif", "OpenSans")
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))

# Run by Windows' Python. The kit asks for UTF-8 mode, which no office's Windows has: the
# tests and the programs they start do without, or a file opened without its encoding would
# pass here and fail there. Only pytest's own report is UTF-8, for whoever reads it here.
PYTEST = """
import os, sys
os.environ.pop("PYTHONUTF8", None)
for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(encoding="utf-8", line_buffering=True)
import pytest
sys.exit(pytest.main())
"""

# The first would open hundreds of windows on the developer's own screen, the others have
# Windows' Python behave as this machine's is told to.
NOT_HANDED_ON = {
    *("DISPLAY", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME"),
}


def run(home: Path, arguments: list[str]) -> int:
    """The exit code of pytest with `arguments`, run by the Windows Python in `home`.

    What pytest prints is passed on as it comes.

    Raises:
        Failed: The kit could not be set up, or a font is missing.
    """
    Wine(home).set_up()
    _bring_fonts(home)
    names = {name: os.environ[name] for name in os.environ.keys() - NOT_HANDED_ON}
    names["WINKIT_HOME"] = str(home)
    # Windows' own windows, where elsewhere the tests do with Qt's offscreen ones.
    names.setdefault("QT_QPA_PLATFORM", "windows")
    # The sources are shared with this machine's Python, what is compiled of them is not.
    names["PYTHONPYCACHEPREFIX"] = r"C:\pycache"
    python = ["-X", "utf8=0", "-c", PYTEST]
    pytest = ["-p", "no:cacheprovider", *arguments]
    return subprocess.run(
        ["bash", str(KIT), "python", *python, *pytest],
        cwd=ROOT,
        env=names,
        check=False,
    ).returncode


def _bring_fonts(home: Path) -> None:
    """Copy the fonts that tests measure with to where Windows keeps its own."""
    target = Wine(home).drive / "windows" / "Fonts"
    for family in FONTS:
        found = [
            file
            for folder in FONT_FOLDERS
            for file in sorted(folder.rglob(f"{family}-*.ttf"))
        ]
        if not found:
            message = f"the font {family} is not installed on this machine"
            raise Failed(message)
        for file in found:
            shutil.copy(file, target)


if __name__ == "__main__":
    sys.exit(run(Path(os.environ["WINKIT_HOME"]), sys.argv[1:]))
