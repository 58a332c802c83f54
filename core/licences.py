"""The software of others that the program carries, and under which licences.

In the packed program a folder beside the .exe lists what was really packed; the build
wrote it. From source, what is installed is asked, by the same list of components.
"""

import platform
import sqlite3
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from core import VERSION, resources

FOLDER = "GIAY-PHEP-BEN-THU-BA"
"""The folder beside the packed program's .exe."""
LIST = "danh-sach.toml"
OURS = "GIAY-PHEP.txt"
_A_TEXT = ("licen", "copying", "notice", "authors")
"""How the files begin, or go on after a word, that a wheel carries for its licence."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A component as `resources/licences/components.toml` has it; that says more."""

    name: str
    about: str = ""
    wheel: str = ""
    files: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    version: str = ""
    licence: str = ""
    texts: tuple[str, ...] = ()
    text_of: str = ""
    installer: bool = False
    purl: str = ""
    source: str = ""

    def source_of(self, version: str) -> str:
        """Where the source of `version` is to be had."""
        parts = version.split(".")
        return self.source.format(
            version=version,
            version_minor=".".join(parts[:2]),
            version_digits="".join(parts),
        )


@dataclass(frozen=True, slots=True)
class Licence:
    """A component that is there, with its licence (giấy phép)."""

    name: str
    version: str
    licence: str
    about: str
    source: str
    texts: tuple[Path, ...]

    def text(self) -> str:
        """The texts of its licence, one after the other."""
        read = (
            path.read_text(encoding="utf-8-sig", errors="replace")
            for path in self.texts
        )
        return f"\n\n{'_' * 60}\n\n".join(one.strip() for one in read)


def load() -> tuple[Licence, ...]:
    """This program itself, then its components, as packed or as installed."""
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).parent
        return (_own(beside / OURS), *of_folder(beside / FOLDER))
    return (_own(resources.folder().parent / "LICENSE"), *installed())


def _own(text: Path) -> Licence:
    about = "Chương trình này."
    texts = (text,) if text.is_file() else ()
    return Licence("Công văn 766", VERSION, "MIT", about, "", texts)


def of_folder(folder: Path) -> tuple[Licence, ...]:
    """The components that a packed program's folder lists; none without its list."""
    try:
        listed = tomllib.loads((folder / LIST).read_text(encoding="utf-8"))
    except OSError:
        return ()
    return tuple(
        Licence(**{**one, "texts": tuple(folder / text for text in one["texts"])})
        for one in listed["component"]
    )


def installed() -> tuple[Licence, ...]:
    """The components that this Python would run the program with."""
    found = []
    for one in declared():
        if one.wheel:
            try:
                wheel = metadata.distribution(one.wheel)
            except metadata.PackageNotFoundError:
                continue
            version, texts = wheel.version, tuple(carried(wheel))
            licence = one.licence or stated(wheel)
        else:
            version, texts, licence = _version_here(one.name), (), one.licence
        if version:
            texts = (*map(text, one.texts), *texts)
            source = one.source_of(version)
            made = Licence(one.name, version, licence, one.about, source, texts)
            found.append(made)
    return tuple(found)


def _version_here(name: str) -> str:
    """The version of a component that comes in no wheel, or nothing."""
    if name == "Qt":
        return metadata.version("PySide6_Essentials")
    here = {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version}
    return here.get(name, "")


def _list() -> dict[str, Any]:
    path = resources.folder() / "licences" / "components.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def declared() -> tuple[Declared, ...]:
    """What of others may be in the program, in the order of the list."""
    return tuple(_declared(one) for one in _list()["component"])


def _declared(entry: dict[str, Any]) -> Declared:
    tied: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in entry.items()
    }
    return Declared(**tied)


def text(name: str) -> Path:
    """A licence's text that comes with the program's source."""
    return resources.folder() / "licences" / "texts" / name


def stated(wheel: metadata.Distribution) -> str:
    """The licence that a wheel states, as SPDX writes it; empty when it states none."""
    known: dict[str, str] = _list()["spdx"]
    said = wheel.metadata
    for key in ("License-Expression", "License"):
        whole = str((said.get_all(key) or [""])[0])
        if whole and "\n" not in whole:
            return known.get(whole, whole)
    listed = (known.get(one) for one in said.get_all("Classifier") or ())
    return next((one for one in listed if one), "")


def carried(wheel: metadata.Distribution) -> Iterable[Path]:
    """The files of licences, notices and authors that a wheel carries."""
    for file in wheel.files or ():
        if len(file.parts) > 1 and file.parts[0].endswith(".dist-info"):
            kept = file.parts[1] == "licenses" or file.name.lower().startswith(_A_TEXT)
            # PySide6's wheel also carries the licence under which it is not taken
            if kept and "commercial" not in file.name.lower():
                yield Path(str(wheel.locate_file(file)))
