"""All that a release hands out, made in `dist/` from the tree as it is."""

import shutil
import subprocess
from pathlib import Path

from tests.windows import components, finishing, licences, release, sbom
from tests.windows.finishing import Made
from tests.windows.wine import Failed, Windows

ROOT = Path(__file__).resolve().parents[2]


def build(windows: Windows, folder: Path) -> Made:
    """Everything, made anew in `folder`.

    Raises:
        Failed: A step of it did not do what was asked.
    """
    made = packed(windows, folder)
    finishing.finish(made)
    return made


def packed(windows: Windows, folder: Path) -> Made:
    """All but the installer and the sums, made anew in `folder`.

    The programs are signed before the list of parts tells their sums.

    Raises:
        Failed: A step of it did not do what was asked.
    """
    made = Made(folder)
    shutil.rmtree(folder, ignore_errors=True)
    pack(windows, folder)
    release.sign(made.program.glob("*.exe"))
    try:
        whose = licences.collect(made.program, windows.packages)
    except components.Unaccounted as reason:
        raise Failed(str(reason)) from reason
    sbom.write(made.program, made.version, whose, folder)
    release.portable(made.program, made.version, folder)
    return made


def pack(windows: Windows, folder: Path) -> None:
    """PyInstaller's folder in `folder`, by build.spec.

    Raises:
        Failed: PyInstaller says why.
    """
    work = ROOT / "build" / "windows"
    work.mkdir(parents=True, exist_ok=True)
    done = windows.python(
        *("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
        *("--distpath", windows.windows_path(folder)),
        *("--workpath", windows.windows_path(work)),
        windows.windows_path(ROOT / "build.spec"),
    )
    if done.returncode:
        message = f"PyInstaller failed:\n{_end(done)}"
        raise Failed(message)


def _end(done: "subprocess.CompletedProcess[str]") -> str:
    return "\n".join(done.stdout.splitlines()[-40:])
