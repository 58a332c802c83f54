"""The mark by which the installer sees that the program is open.

It replaces and removes files that a running program holds, so it looks for this name
first. That two windows do not work on one store is held by a lock file, not by this.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

NAME = r"Local\CongVan766-dang-mo"
"""The mutex; of this user's session."""


@contextmanager
def shown() -> Iterator[None]:
    """Hold the mark while the block runs; Windows drops it when the process ends."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateMutexW.restype = ctypes.c_void_p
        handle = kernel.CreateMutexW(None, False, NAME)
        try:
            yield
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))
    else:
        yield
