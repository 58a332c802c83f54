"""The process that reads files, started; who talks to it is `core.importing.reader`.

It is the program itself, started with a word of its own. Nothing else is imported here:
where a file is named on the command line, the process is started before all the rest.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from core import READ_FILES, resources


def own_command() -> tuple[str, ...]:
    """What starts the program itself as the process that reads."""
    if getattr(sys, "frozen", False):
        return sys.executable, READ_FILES
    return sys.executable, str(resources.folder().parent / "main.py"), READ_FILES


def start(command: Sequence[str], pack: Path | None = None) -> subprocess.Popen[bytes]:
    """The process, with pipes to it; it need not be ready when this returns.

    Args:
        command: What starts it.
        pack: The folder of the data pack that this process uses, where it has chosen:
            one that was imported since is not used before the next start.

    Raises:
        OSError: The system starts no process.
    """
    return subprocess.Popen(  # noqa: S603 - the program itself
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_flags(),
        # memory that libraries set aside for threads nobody starts
        env=os.environ
        | {"OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
        | ({} if pack is None else {resources.TOLD: str(pack)}),
    )


def _flags() -> int:
    """No console of its own flashes up on Windows."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
