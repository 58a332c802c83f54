"""The portable zip and the sums: the same bytes from the same folder, every time."""

import hashlib
import os
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

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
