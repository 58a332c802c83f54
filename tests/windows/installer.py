"""The installer of a built program, by NSIS, on Windows and Linux.

The list of files is generated here, so that the installer lays down exactly what is in
the program's folder and the uninstaller takes exactly that away. Standard library only:
it runs on the machine that releases, too.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tests.windows.release import SIGN_VARIABLE
from tests.windows.wine import Failed

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "resources" / "installer" / "congvan766.nsi"
LICENCE_PAGE = SCRIPT.parent / "giay-phep.txt"
LICENCE = ROOT / "LICENSE"

ON_WINDOWS = Path("C:/Program Files (x86)/NSIS/makensis.exe")
STUB = Path("Stubs/lzma_solid-amd64-unicode")
"""The part of NSIS that makes 64-bit installers; Debian has it, NSIS's own download not."""

LIST = "danh-sach-tep.txt"
UNINSTALLER = "go-bo.exe"
OURS = (LIST, UNINSTALLER)
"""What the installer adds to the program's files."""

STAGING = "~moi"
"""Where the files are unpacked to before they go to their places."""

LONGEST_PATH = 259
"""Characters of a path in the Windows of most offices (MAX_PATH less the end)."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Payload:
    """The files and folders to install, as paths inside the program's folder."""

    folders: tuple[PurePosixPath, ...]
    """From the top down."""
    files: tuple[PurePosixPath, ...]
    size: int
    """Bytes of all files together."""

    @property
    def longest(self) -> int:
        """Characters of the longest path."""
        return max(len(str(path)) for path in (*self.files, *self.folders))


def payload_of(program: Path) -> Payload:
    """All that is in the folder `program`, in an order that is always the same.

    Raises:
        Failed: There is no program, or a name that Windows or NSIS cannot take.
    """
    if not (program / "CongVan766.exe").is_file():
        message = f"There is no CongVan766.exe in {program}: build the program first."
        raise Failed(message)
    paths = sorted(program.rglob("*"), key=lambda path: path.relative_to(program).parts)
    inside = {path: PurePosixPath(path.relative_to(program)) for path in paths}
    for path in inside.values():
        if any(letter in str(path) for letter in '"*?<>|:\\\r\n'):
            raise Failed(f"Windows takes no file of this name: {path}")
        if str(path) in OURS or path.parts[0].startswith("~"):
            raise Failed(f"The installer has a file of its own with this name: {path}")
    files = [path for path in paths if path.is_file()]
    return Payload(
        tuple(inside[path] for path in paths if path.is_dir()),
        tuple(inside[path] for path in files),
        sum(path.stat().st_size for path in files),
    )


def list_text(payload: Payload) -> str:
    """The list that goes with the program: folders (D), files (F), folders again (R).

    The folders come from the top down to be made and from the bottom up to be removed.
    """
    lines = [f"D {_windows(path)}" for path in payload.folders]
    lines += [f"F {_windows(path)}" for path in payload.files]
    lines += [f"F {name}" for name in OURS]
    lines += [f"R {_windows(path)}" for path in reversed(payload.folders)]
    return "".join(line + "\r\n" for line in lines)


def script_text(program: Path, payload: Payload) -> str:
    """The NSIS commands that unpack the files, folder by folder, into the staging."""
    return "".join(line + "\n" for line in _commands(program, payload))


def _commands(program: Path, payload: Payload) -> Iterator[str]:
    top = PurePosixPath()
    for folder in (top, *payload.folders):
        inside = "" if folder == top else "\\" + _quoted(_windows(folder))
        yield f'SetOutPath "$INSTDIR\\{STAGING}{inside}"'
        for path in payload.files:
            if path.parent == folder:
                yield f'File "{program.absolute() / path}"'


def _windows(path: PurePosixPath) -> str:
    return str(path).replace("/", "\\")


def _quoted(text: str) -> str:
    """`text` inside a string of NSIS, where a dollar sign begins a variable."""
    return text.replace("$", "$$")


def licence_text() -> str:
    """What the licence page shows: in Vietnamese what it means, then the licence."""
    explained = LICENCE_PAGE.read_text(encoding="utf-8")
    return explained + LICENCE.read_text(encoding="utf-8")


def makensis() -> Path:
    """NSIS's compiler on this machine.

    Raises:
        Failed: It is not installed.
    """
    found = shutil.which("makensis") or (str(ON_WINDOWS) if ON_WINDOWS.exists() else "")
    if not found:
        message = "makensis was not found: install NSIS (Debian: apt-get install nsis)."
        raise Failed(message)
    said = subprocess.run([found, "-HDRINFO"], capture_output=True, check=False).stdout
    home = re.search(rb"NSISDIR=([^,\r\n]+)", said)
    if home and not (Path(os.fsdecode(home[1])) / STUB).exists():
        message = (
            "This NSIS makes no 64-bit installers; Debian's does. Make the installer"
            " there, from the same folder of the program."
        )
        raise Failed(message)
    return Path(found)


def defines(
    payload: Payload, version: str, build: Path, target: Path
) -> dict[str, str]:
    """What the script is told."""
    megabytes = -(-payload.size // MEGABYTE)
    told = {
        "VERSION": version,
        "BUILD": str(build.absolute()),
        "TARGET": str(target.absolute()),
        "SIZE_KB": str(-(-payload.size // 1024)),
        "NEEDED_MB": str(megabytes + 20),  # what Windows itself wants to breathe
        "LONGEST_FOLDER": str(LONGEST_PATH - payload.longest - len(STAGING) - 2),
    }
    if command := os.environ.get(SIGN_VARIABLE):
        told["SIGN"] = command
    return told


def make(program: Path, version: str, target: Path, *, quick: bool = False) -> None:
    """Pack the folder `program` into the installer `target`.

    `quick` takes a fraction of the time and makes a larger file, for what is only tried.

    Raises:
        Failed: It could not be made.
    """
    compiler = makensis()
    payload = payload_of(program)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="congvan766-") as folder:
        build = Path(folder)
        (build / LIST).write_bytes(list_text(payload).encode("utf-16-le"))
        files = script_text(program, payload)
        (build / "tep.nsh").write_text(files, encoding="utf-8")
        page = licence_text().replace("\n", "\r\n")
        (build / "giay-phep.txt").write_bytes(page.encode("utf-8-sig"))
        told = defines(payload, version, build, target)
        _compile(compiler, told | ({"QUICK": ""} if quick else {}))


def _compile(compiler: Path, told: dict[str, str]) -> None:
    options = ["-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    options += [f"-D{name}={value}" for name, value in told.items()]
    done = subprocess.run(
        [str(compiler), *options, str(SCRIPT)],
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise Failed(f"makensis ended with {done.returncode}:\n{done.stdout.strip()}")


if __name__ == "__main__":
    try:
        make(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    except Failed as error:
        sys.exit(str(error))
