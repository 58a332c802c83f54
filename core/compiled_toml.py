"""What a TOML file says, from its compiled copy where that is of the same bytes.

Reading the index takes tomllib 15 ms of every start, of the window and of the child that
reads; the copy takes 1. Copies are made where modules are compiled: for the packed program
(`build.spec`). In the source tree, and for a data pack that was imported, there is none.
A file that somebody changed has another length or sum, and is read itself; that is no
guard against ill will, and need not be: who can write the copy can write the file.
"""

import json
import zlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

ENDING = ".json"
"""What the name of a copy has where that of its file has `.toml`."""

FOLDERS = "catalogue", "profiles"
"""The folders of `resources` whose files are read at every start."""

_OF, _SAYS, _DAY = "of", "says", "$day"


def load(path: Path) -> Mapping[str, Any]:
    """What the file at `path` says.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no TOML.
    """
    found = copied(path)
    return _parsed(path.read_bytes()) if found is None else found


def copied(path: Path) -> Mapping[str, Any] | None:
    """What the copy of the file at `path` says; None where none fits."""
    try:
        mark = _mark(path.read_bytes())
        told = json.loads(path.with_suffix(ENDING).read_bytes(), object_hook=_again)
        fits, says = told[_OF] == mark, told[_SAYS]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return says if fits and isinstance(says, dict) else None


def compile_file(path: Path, folder: Path) -> Path:
    """Where in `folder` the copy of the TOML file at `path` was written.

    Raises:
        OSError: It cannot be read, or the copy not be written.
        ValueError: It is no TOML, or says what a copy would not.
        TypeError: There is a time of day in it.
    """
    copy = folder / path.with_suffix(ENDING).name
    copy.write_bytes(compiled(path.read_bytes()))
    return copy


def compiled(source: bytes) -> bytes:
    """The copy of a TOML file with these bytes; errors as of `compile_file`."""
    told = {_OF: _mark(source), _SAYS: _parsed(source)}
    text = json.dumps(told, ensure_ascii=False, default=_day)
    if json.loads(text, object_hook=_again) != told:
        message = "what the file says would come back otherwise"
        raise ValueError(message)
    return text.encode("utf-8")


def _parsed(source: bytes) -> Mapping[str, Any]:
    import tomllib  # 5 ms, which the copy saves

    return tomllib.loads(source.decode("utf-8"))


def _mark(source: bytes) -> list[int]:
    """What tells a file from another; hashlib would take 4 ms to load."""
    return [len(source), zlib.crc32(source)]


def _day(value: object) -> dict[str, str]:
    if type(value) is date:
        return {_DAY: value.isoformat()}
    message = f"{type(value).__name__} has no compiled form"
    raise TypeError(message)


def _again(told: dict[str, Any]) -> object:
    """A table, or the day that `_day` made one."""
    return date.fromisoformat(told[_DAY]) if _DAY in told else told
