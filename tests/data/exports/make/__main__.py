"""Write every export, and beside it what must be read from it."""

import json
from pathlib import Path

from tests.data.exports.make import (
    annexes,
    books,
    colleagues,
    dossiers,
    numbers,
    old_texts,
    periods,
    portal,
    statistics,
    vendor,
)

FAMILIES = (
    annexes,
    vendor,
    books,
    colleagues,
    portal,
    dossiers,
    statistics,
    periods,
    numbers,
    old_texts,
)
FOLDER = Path(__file__).resolve().parent.parent
MOST_BYTES = 20_000


def main() -> None:
    """Write the files that the families yield; those of before are gone."""
    for path in FOLDER.iterdir():
        if path.is_file():
            path.unlink()
    for export in (one for family in FAMILIES for one in family.exports()):
        path = FOLDER / export.name
        if path.exists() or len(export.data) > MOST_BYTES:
            message = f"{export.name}: twice, or {len(export.data)} bytes"
            raise ValueError(message)
        path.write_bytes(export.data)
        told = json.dumps(export.expected.as_json(), ensure_ascii=False, indent=1)
        beside = FOLDER / f"{export.name}.json"
        beside.write_text(f"{told}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
