"""The file named at the start, asked for before Qt is loaded.

The process that reads it is ready as soon as Qt is, and would wait for the store to be
open: what it needs of that is looked up in the store's file.
"""

import subprocess
from pathlib import Path
from typing import Any

from core.importing.ahead import ReaderAhead
from core.importing.first_look import LAYOUTS
from core.store import glance
from core.store.location import store_file


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
        self.begin(path, glance.preference(store_file(), LAYOUTS))

    def begin(self, path: Path, layouts: object) -> None:
        """Begin to read with those layouts, unless that is begun already."""
        if self._is_begun and layouts == self._layouts:
            return
        self._is_begun, self._layouts = True, layouts
        asked = {"layouts": layouts, "always": False, "pasted": None}
        self.reader.begin("look", path, **asked)
