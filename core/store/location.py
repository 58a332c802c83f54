"""Where the user's data is kept on this machine."""

import os
import sys
from pathlib import Path

VARIABLE = "CONGVAN766_DATA"
"""Environment variable that moves the data folder (tests, a shared machine)."""

FILE = "congvan766.db"
"""Name of the store's file in the data folder."""


PORTABLE = "portable.txt"
"""A file of this name beside the packed program keeps the data beside it too."""

BESIDE = "du-lieu"
"""Name of the data folder beside a portable program."""


def program_folder() -> Path | None:
    """The folder of the packed program; None where it runs from its source."""
    packed = getattr(sys, "frozen", False)
    return Path(sys.executable).parent if packed else None


def data_folder() -> Path:
    r"""The folder of the user's data; it need not exist yet.

    On Windows `%LOCALAPPDATA%\CongVan766`, which does not roam: SQLite wants a
    disk of this machine. A portable program's is beside it.
    """
    if moved := os.environ.get(VARIABLE):
        return Path(moved)
    beside = program_folder()
    if beside is not None and (beside / PORTABLE).is_file():
        return beside / BESIDE
    from platformdirs import user_data_dir

    return Path(user_data_dir("CongVan766", appauthor=False))


def store_file() -> Path:
    """The store's file in the data folder."""
    return data_folder() / FILE
