"""The bytes of the file the user chose, read once and never written."""

from pathlib import Path

from core.importing import refusals

LIMIT_MB = 50
"""Largest file, in MB: the largest real export seen has 0.3."""


def read(path: Path) -> bytes:
    """The file's bytes.

    Raises:
        UnreadableFileError: It is missing, no file, locked, empty, too large, or the
            drive failed.
    """
    name = path.name or str(path)
    try:
        data = _bytes(path, name)
    except (FileNotFoundError, NotADirectoryError, ValueError) as problem:
        raise refusals.missing(name) from problem
    except PermissionError as problem:
        raise refusals.locked(name, str(problem)) from problem
    except OSError as problem:
        raise refusals.disk(name, str(problem)) from problem
    if not data:
        raise refusals.empty(name)
    return data


def _bytes(path: Path, name: str) -> bytes:
    size = path.stat().st_size
    if not path.is_file():  # a folder, or a device that never ends
        raise refusals.folder(name)
    if size > LIMIT_MB * 1024 * 1024:
        raise refusals.too_large(name, LIMIT_MB)
    return path.read_bytes()
