"""Where the files that come with the program are, and the data pack in use."""

import os
import sys
from functools import cache
from pathlib import Path

from core.store.location import VARIABLE as DATA

TOLD = "CONGVAN766_PACK"
"""Environment variable by which the program tells the process that reads which pack."""


def folder() -> Path:
    """The folder `resources`, in the source tree or in the packed program."""
    packed = getattr(sys, "_MEIPASS", None)
    root = Path(packed) if packed else Path(__file__).resolve().parent.parent
    return root / "resources"


def data(name: str) -> Path:
    """The folder `name` of the data pack in use: "catalogue", "reference", ….

    It is the imported pack's where one newer than the bundled one was imported.
    """
    return _within(name, os.environ.get(TOLD, ""), os.environ.get(DATA, ""))


@cache
def _within(name: str, told: str, moved: str) -> Path:
    return _chosen(told, moved) / name


def pack() -> Path:
    """The folder of the data pack in use, one and the same while the program runs.

    A pack imported meanwhile is used from the next start on: half of what is shown
    would else go by the old index and half by the new one.
    """
    return _chosen(os.environ.get(TOLD, ""), os.environ.get(DATA, ""))


@cache
def _chosen(told: str, _moved: str) -> Path:
    """The folder that was `told`, else the one that the data folder names."""
    if told:
        return Path(told)
    from core.data_pack.named import named
    from core.store.location import data_folder

    if not named(data_folder()):
        return folder()  # looked at no further: this is at every start
    from core.data_pack import installed

    return installed.folder_in_use(data_folder(), folder())
