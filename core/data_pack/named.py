"""Which imported data pack is named as the one in use: looked up at every start."""

from pathlib import Path

FOLDER = "goi-du-lieu"
"""Name of the folder of imported packs in the data folder."""

IN_USE = "dang-dung.txt"
"""Name of the file that names the pack in use; empty for the bundled one."""


def named(data: Path) -> str:
    """The name of the folder of the imported pack in use; empty for the bundled one."""
    try:
        name = (data / FOLDER / IN_USE).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
    return name if name == Path(name).name and name not in (".", "..") else ""
