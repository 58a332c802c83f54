"""A virtual screen of one's own.

`xvfb-run` waits for a signal that now and then comes too early; the command then runs
with no display at all. Xvfb itself tells the number of its display when it is ready.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_screen(width: int = 1366, height: int = 768) -> Iterator[str]:
    """A screen of that size in px; its name for `DISPLAY`."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"]
    size = ["-screen", "0", f"{width}x{height}x24"]
    # without -noreset the screen would begin anew whenever the last window is gone
    server = subprocess.Popen([*command, *size, "-noreset"], pass_fds=[write])
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
