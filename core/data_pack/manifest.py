"""What a data pack says of itself: version, day, legal basis, and what is in it."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from core.errors import UnreadableFileError
from core.toml_table import TomlTable

FORMAT = 1
"""The newest format that this program knows."""

FILE = "goi-du-lieu.toml"
"""Name of the manifest in a pack, and of the bundled pack's in `resources`."""

ENDING = ".cv766"
"""What the names of data packs end with."""

FOLDERS = ("catalogue", "reference", "wording", "holidays", "typography")
"""The parts that every pack has, each a folder of .toml files."""

_VERSION = re.compile(r"\d{4}\.\d{1,2}(?:\.\d{1,3})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_KNOWN = ("format", "version", "issued", "basis", "note", "sha256")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a data pack says of itself.

    Attributes:
        version: Year and month, and a number where one month has several: "2026.11".
        issued: The day it was made.
        basis: The legal documents that it follows.
        note: What is new in it; may be empty.
        sha256: By each part's name in the pack; empty for the bundled one.
    """

    version: str
    issued: date
    basis: tuple[str, ...]
    note: str = ""
    sha256: Mapping[str, str] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers: 2026.9 is before 2026.11."""
        return tuple(int(number) for number in self.version.split("."))

    def is_newer_than(self, other: "Manifest") -> bool:
        """Whether its version comes after that of `other`."""
        return self.order > other.order


def parse(data: bytes, source: str) -> Manifest:
    """The manifest in the bytes of a file; `source` names it in a complaint.

    Raises:
        CongVanError: It is none, or one of a program to come.
    """
    table = TomlTable(_plain(data, source), source)
    if table.number("format") > FORMAT:
        # Whatever else stands in it may mean something else by then.
        sentence = (
            f"{source} cần phiên bản chương trình mới hơn. Cài phiên bản mới của Công văn"
            " 766 rồi nhập lại gói."
        )
        raise UnreadableFileError(sentence)
    table.refuse_others(_KNOWN)
    if table.number("format") != FORMAT:
        raise table.wrong("format", f"phải là {FORMAT}")
    version, issued, basis = table.needed("version"), table.day("issued"), _basis(table)
    if not _VERSION.fullmatch(version):
        raise table.wrong("version", "phải là năm và tháng, như 2026.11")
    if issued is None:
        raise table.wrong("issued", "đang để trống")
    return Manifest(version, issued, basis, table.text("note"), _sums(table))


def _plain(data: bytes, source: str) -> dict[str, object]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        sentence = f"{source} có mục lục (goi-du-lieu.toml) viết sai nên chưa đọc được."
        raise UnreadableFileError(sentence, detail=str(error)) from error


def _basis(table: TomlTable) -> tuple[str, ...]:
    basis = table.texts("basis")
    if not basis or not all(basis):
        raise table.wrong("basis", "đang để trống")
    return basis


def _sums(table: TomlTable) -> dict[str, str]:
    sums = table.table("sha256")
    found = {name: sums.needed(name) for name in sums.data}
    for name, value in found.items():
        if not _SHA256.fullmatch(value):
            raise sums.wrong(name, "không phải mã SHA-256")
    return found


def of_folder(folder: Path) -> Manifest:
    """The manifest of a pack that lies open in `folder`.

    Raises:
        CongVanError: It is none that can be used.
        OSError: It could not be read.
    """
    return parse((folder / FILE).read_bytes(), "Gói dữ liệu")


def text(manifest: Manifest) -> str:
    """The manifest as TOML."""
    import tomli_w

    entries: dict[str, object] = {
        "format": FORMAT,
        "version": manifest.version,
        "issued": manifest.issued,
        "basis": list(manifest.basis),
        "note": manifest.note,
        "sha256": dict(manifest.sha256),
    }
    return tomli_w.dumps(entries, multiline_strings=False)


def sha256(data: bytes) -> str:
    """What the bytes of a part are known by."""
    return hashlib.sha256(data).hexdigest()
