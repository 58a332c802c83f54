"""A program with a window, running for a while: under Wine, or on Windows itself."""

import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.windows.wine import Failed, Windows, Wine

LONGEST = 60  # s; a window that was asked to close has closed by then


def started(
    windows: Windows, program: Path, *arguments: str
) -> AbstractContextManager["subprocess.Popen[bytes]"]:
    """The program, running; its window is asked to close at the end.

    Raises:
        Failed: It did not close, or ended with an error.
    """
    if isinstance(windows, Wine):
        return windows.started(program, *arguments)
    return on_windows(program, *arguments)


@contextmanager
def on_windows(program: Path, *arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    """The same on the Windows this runs on."""
    running = subprocess.Popen(
        [str(program), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield running
        # without /f it asks the windows of that very process to close
        asking = ["taskkill", "/pid", str(running.pid)]
        subprocess.run(asking, capture_output=True, check=False)
        code = running.wait(LONGEST)
    except subprocess.TimeoutExpired:
        message = f"{program.name} did not close when asked to"
        raise Failed(message) from None
    finally:
        if running.poll() is None:
            running.kill()
            running.wait()
    if code:
        message = f"{program.name} ended with {code}"
        raise Failed(message)
