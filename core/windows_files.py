"""Files opened by Windows' own call, which says why it refuses.

Python's `open` asks the C library, whose `EACCES` may be a file that another program
holds, a lack of rights, or a drive that is not ready; the clerk does something else about
each. Nothing here is used on other systems.
"""

import os
import sys
from pathlib import Path

from core.disk_errors import Cause, cause

_READ = 0x80000000
_DELETE = 0x00010000
_SHARE_ALL = 0x7
"""Reading, writing, deleting: we are in nobody's way."""
_OPEN_EXISTING = 3
_NORMAL = 0x80


def to_read(path: str, flags: int) -> int:
    """A descriptor of the file at `path`, for `open(…, opener=to_read)`.

    Raises:
        OSError: On Windows with its own code in `winerror`.
    """
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(_handle(path, _READ), os.O_RDONLY)
    return os.open(path, flags)


def is_held(path: Path) -> bool:
    """Whether another program has the file open so that it cannot be replaced.

    Windows answers an attempt to replace it with “no rights”, whatever the reason is.
    """
    if sys.platform == "win32":
        import ctypes

        try:
            handle = _handle(str(path), _DELETE)
        except OSError as error:
            return cause(error) is Cause.HELD
        ctypes.WinDLL("kernel32").CloseHandle(ctypes.c_void_p(handle))
    return False


if sys.platform == "win32":

    def _handle(path: str, access: int) -> int:
        import ctypes
        from ctypes import wintypes

        create = ctypes.WinDLL("kernel32", use_last_error=True).CreateFileW
        create.restype = wintypes.HANDLE
        create.argtypes = (
            *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID),
            *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
        )
        handle = create(path, access, _SHARE_ALL, None, _OPEN_EXISTING, _NORMAL, None)
        if handle in (None, wintypes.HANDLE(-1).value):
            code = ctypes.get_last_error()
            raise OSError(0, ctypes.FormatError(code), path, code)
        return int(handle)
