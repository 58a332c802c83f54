"""What is made of the packed program with NSIS and Python's own library alone.

NSIS makes 64-bit installers only as Debian has it, so a release is packed on Windows and
finished on Debian: `python3 -m tests.windows.finishing dist` makes the installer and the
sums beside the portable zip and the list of parts that came from there.
"""

import shutil
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from core import VERSION
from tests.windows import installer, release
from tests.windows.wine import Failed

NAME = "CongVan766"
FORMER = "0.0.9"
"""The version of the stand-in that the trial upgrades from."""

STALE = "bản cũ.txt"
"""A file that only the former version has."""


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

    @property
    def former(self) -> Path:
        """The installer of a version before, for the trial; it is not handed out."""
        return self.folder / "former" / "former-setup.exe"


def unpack(made: Made) -> None:
    """The program's folder anew, out of the portable zip.

    Raises:
        Failed: There is no such zip.
    """
    if not made.portable.is_file():
        message = f"There is no {made.portable.name} in {made.folder}."
        raise Failed(message)
    shutil.rmtree(made.program, ignore_errors=True)
    with zipfile.ZipFile(made.portable) as packed:
        packed.extractall(made.folder)
    (made.program / release.MARK).unlink()


def finish(made: Made) -> None:
    """The installer and the sums; the program, the zip and the list of parts are there.

    Raises:
        Failed: NSIS did not make it.
    """
    installer.make(made.program, made.version, made.installer)
    release.sums([made.installer, made.portable, made.parts], made.sums)


def make_former(made: Made) -> None:
    """The installer that plays a former version: the window's program and a stale file.

    Raises:
        Failed: NSIS did not make it.
    """
    shutil.rmtree(made.former.parent, ignore_errors=True)
    program = made.former.parent / "program"
    (program / "_internal").mkdir(parents=True)
    shutil.copy(made.program / f"{NAME}.exe", program)
    (program / "_internal" / STALE).write_text("cũ", encoding="utf-8")
    installer.make(program, FORMER, made.former, quick=True)
    shutil.rmtree(program)


def main(folder: Path) -> None:
    """All that Debian makes of what Windows packed into `folder`."""
    made = Made(folder)
    unpack(made)
    finish(made)
    make_former(made)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except Failed as error:
        sys.exit(str(error))
