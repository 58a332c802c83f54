"""The bytes of the file the user chose, read once and never written."""

from pathlib import Path

from core import files
from core.disk_errors import Cause, cause
from core.importing import refusals
from core.long_paths import extended

LIMIT_MB = 50
"""Largest file, in MB: the largest real export seen has 0.3."""

_REFUSALS = {
    Cause.FORBIDDEN: refusals.locked,
    Cause.HELD: refusals.held,
    Cause.AWAY: refusals.away,
}


def read(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        UnreadableFileError: It is missing, no file, locked, held by another program,
            empty, too large, or the drive failed.
    """
    name = path.name or str(path)
    try:
        data = _bytes(path, name)
    except ValueError as problem:
        raise refusals.missing(name) from problem
    except OSError as problem:
        why = cause(problem)
        if why in {Cause.MISSING, Cause.NAME}:  # no file can have such a name
            raise refusals.missing(name) from problem
        refuse = _REFUSALS.get(why, refusals.disk)
        raise refuse(name, str(problem)) from problem
    if not data:
        raise refusals.empty(name)
    return data


def _bytes(path: Path, name: str) -> bytes:
    long = extended(path)
    size = long.stat().st_size
    if not long.is_file():  # a folder, or a device that never ends
        raise refusals.folder(name)
    if size > LIMIT_MB * 1024 * 1024:
        raise refusals.too_large(name, LIMIT_MB)
    return files.read(path)
