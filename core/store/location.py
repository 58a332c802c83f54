"""Where the user's data is kept on this machine."""

import os
from pathlib import Path

VARIABLE = "CONGVAN766_DATA"
"""Environment variable that moves the data folder (tests, the portable build)."""

FILE = "congvan766.db"
"""Name of the store's file in the data folder."""


def data_folder() -> Path:
    r"""The folder of the user's data; it need not exist yet.

    On Windows `%LOCALAPPDATA%\CongVan766`, which does not roam: SQLite wants a
    disk of this machine.
    """
    if moved := os.environ.get(VARIABLE):
        return Path(moved)
    from platformdirs import user_data_dir

    return Path(user_data_dir("CongVan766", appauthor=False))


def store_file() -> Path:
    """The store's file in the data folder."""
    return data_folder() / FILE
