"""The portable zip and the sums: the same bytes from the same folder, every time.

`python -m tests.windows.release v0.1.0` says whether the tree is ready for that tag.
"""

import hashlib
import os
import re
import shlex
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

from core import VERSION

ROOT = Path(__file__).resolve().parents[2]
SIGN_VARIABLE = "CONGVAN766_SIGN"
"""Environment variable: the command that signs a file, `%1` in the file's place."""
TOP = "CongVan766"
MARK = "portable.txt"
OLDEST = 315532800  # s; 1980-01-01, before which a zip knows no date

PORTABLE = """\
Đây là bản mang theo của Công văn 766: không cần cài, chạy được từ USB hay thư mục bất kỳ.

Bấm đúp CongVan766.exe để mở. Vì có tệp này nên số liệu và thông tin cơ quan nằm trong thư mục du-lieu ngay cạnh chương trình;
xóa hoặc đổi tên tệp này thì chương trình dùng thư mục dữ liệu của người dùng Windows.
Muốn chuyển máy: đóng chương trình rồi chép cả thư mục. Muốn lên phiên bản mới: giải nén bản mới ra thư mục khác rồi chép thư
mục du-lieu sang. Đừng mở thẳng trong tệp .zip: hãy giải nén trước.
"""


def made_at() -> int:
    """The time that a build bears: SOURCE_DATE_EPOCH, else 1980.

    Raises:
        ValueError: The variable is set and is no number.
    """
    return max(int(os.environ.get("SOURCE_DATE_EPOCH") or OLDEST), OLDEST)


def portable(program: Path, version: str, target: Path) -> Path:
    """The portable zip of the packed folder, written into the folder `target`."""
    path = target / f"{TOP}-{version}-portable.zip"
    files = {
        f"{TOP}/{one.relative_to(program).as_posix()}": one.read_bytes()
        for one in program.rglob("*")
        if one.is_file()
    }
    windows_lines = "\r\n".join(PORTABLE.splitlines()) + "\r\n"
    files[f"{TOP}/{MARK}"] = b"\xef\xbb\xbf" + windows_lines.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, time.gmtime(made_at())[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = (
                0  # Windows; the bytes are the same wherever it is made
            )
            entry.external_attr = 0x20  # a plain file
            made.writestr(entry, files[name])
    return path


def sums(files: Iterable[Path], target: Path) -> Path:
    """The list of SHA-256 sums that `sha256sum -c` reads, written to the file `target`."""
    lines = [
        f"{hashlib.sha256(one.read_bytes()).hexdigest()} *{one.name}\n"
        for one in sorted(files, key=lambda one: one.name)
    ]
    target.write_bytes("".join(lines).encode())
    return target


def sign(files: Iterable[Path]) -> list[Path]:
    """Sign each file by the command of CONGVAN766_SIGN; those signed, none without it.

    Raises:
        subprocess.CalledProcessError: The command failed.
    """
    command = os.environ.get(SIGN_VARIABLE)
    if not command:
        return []
    signed = sorted(files)
    for one in signed:
        whole = command.replace("%1", str(one))
        subprocess.run(whole if os.name == "nt" else shlex.split(whole), check=True)
    return signed


def unready(tag: str, changelog: str) -> str:
    """Why the tree cannot be released under `tag`, or nothing."""
    if tag != f"v{VERSION}":
        return f"the tag is {tag}, the program's version {VERSION}"
    newest = re.search(r"(?m)^## \[([^\]]+)\](.*)$", changelog)
    if newest is None or newest[1] != VERSION:
        return f"CHANGELOG.md does not begin with {VERSION}"
    if not re.search(r"\d{4}-\d\d-\d\d", newest[2]):
        return f"CHANGELOG.md has no date (YYYY-MM-DD) beside {VERSION}"
    return ""


if __name__ == "__main__":
    said = unready(sys.argv[1], (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    sys.exit(said or None)
