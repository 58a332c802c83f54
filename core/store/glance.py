"""A preference looked up before the store is opened: whoever cannot wait for that.

Nothing is written, and a store that cannot be looked at has none; the store itself tells
of it when it is opened.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

PATIENCE = 0.05
"""Seconds to wait for another program that holds the file."""


def preference(file: Path, key: str) -> Any:  # noqa: ANN401 - what was kept, as JSON
    """What is kept under `key` in the store's file, or None."""
    if not file.exists():
        return None
    try:
        where = f"{file.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(where, PATIENCE, uri=True)) as connection:
            found = connection.execute(
                "SELECT value FROM preferences WHERE key = ?", (key,)
            ).fetchone()
        return None if found is None else json.loads(found[0])
    except (sqlite3.Error, ValueError, OSError):
        return None
