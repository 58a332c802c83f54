"""The file named at the start, asked for before Qt is loaded.

The process that reads it is ready as soon as Qt is, and would wait for the store to be
open: what it needs of that is looked up in the store's file.
"""

import subprocess
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from core.errors import StoreError
from core.importing.ahead import ReaderAhead
from core.importing.first_look import LAYOUTS
from core.long_paths import extended
from core.store import glance
from core.store.location import store_file

PATIENCE = 1.0
"""Seconds to wait for another program that makes the store, too."""


class FileAhead:
    """What reads the file, and with which layouts it was asked to."""

    def __init__(self, path: Path, reading: subprocess.Popen[bytes] | None) -> None:
        """Begin to read `path` by the process `reading`, or by a new one."""
        self.reader = ReaderAhead()
        if reading is None:
            self.reader.start()
        else:
            self.reader.adopt(reading)
        self._layouts: Any = None
        self._is_begun = False
        store = store_file()
        self.begin(path, glance.preference(store, LAYOUTS))
        self._making = threading.Thread(target=_make, args=(store,), daemon=True)
        self._making.start()

    def wait_for_store(self) -> None:
        """Return once the store is made, where it was not there."""
        self._making.join()

    def begin(self, path: Path, layouts: object) -> None:
        """Begin to read with those layouts, unless that is begun already."""
        if self._is_begun and layouts == self._layouts:
            return
        self._is_begun, self._layouts = True, layouts
        asked = {"layouts": layouts, "always": False, "pasted": None}
        self.reader.begin("look", path, **asked)


def _make(store: Path) -> None:
    """Make the store of a first start while Qt is loaded: the disk takes its time."""
    with suppress(StoreError, OSError):  # told when the window opens it
        if not extended(store).exists():
            from core.store import schema

            schema.open_file(store, PATIENCE).close()
