"""All that a release hands out, made in `dist/` from the tree as it is."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from core import VERSION
from tests.windows import components, installer, licences, release, sbom
from tests.windows.wine import Failed, Windows

ROOT = Path(__file__).resolve().parents[2]
NAME = "CongVan766"


@dataclass(frozen=True)
class Made:
    """What lies in the folder `dist` afterwards."""

    folder: Path
    version: str = VERSION

    @property
    def program(self) -> Path:
        """The packed program's folder."""
        return self.folder / NAME

    @property
    def installer(self) -> Path:
        """The one file that reaches an office."""
        return self.folder / f"{NAME}-{self.version}-setup.exe"

    @property
    def portable(self) -> Path:
        """The program that is not installed."""
        return self.folder / f"{NAME}-{self.version}-portable.zip"

    @property
    def parts(self) -> Path:
        """The list of what the program is made of (SBOM)."""
        return self.folder / f"{NAME}-{self.version}.cdx.json"

    @property
    def sums(self) -> Path:
        """SHA-256 of the files above."""
        return self.folder / "SHA256SUMS.txt"


def build(windows: Windows, folder: Path) -> Made:
    """Everything, made anew in `folder`.

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
    installer.make(made.program, made.version, made.installer)
    release.portable(made.program, made.version, folder)
    release.sums([made.installer, made.portable, made.parts], made.sums)
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
