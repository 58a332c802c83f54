"""Where the files that come with the program are."""

import sys
from pathlib import Path


def folder() -> Path:
    """The folder `resources`, in the source tree or in the packed program."""
    packed = getattr(sys, "_MEIPASS", None)
    root = Path(packed) if packed else Path(__file__).resolve().parent.parent
    return root / "resources"
