"""Which theme the user chose, kept as one word in the user's data folder.

Not in the store: the first thing painted has the right colour already, before SQLite
is loaded.
"""

from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from core.long_paths import extended
from core.store.location import data_folder

FILE = "giao-dien.txt"
"""Name of the file in the data folder."""


class Mode(StrEnum):
    """What the user chose in Menu › Xem."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def kept() -> Mode:
    """The user's choice, or the system's own theme where none can be read."""
    try:
        return Mode(_file().read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return Mode.SYSTEM


def keep(mode: Mode) -> None:
    """Remember the choice; a folder that cannot be written to keeps the old one."""
    with suppress(OSError):
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(mode.value, encoding="ascii")


def _file() -> Path:
    return extended(data_folder() / FILE)
