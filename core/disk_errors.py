"""What the disk refuses, and why: the system's error codes as one short list.

Windows' own code (`winerror`) is looked at first: Python folds drive not ready, file held
and no rights into one `PermissionError`, and a lost network into “no such file”.
"""

import errno
from enum import Enum, auto


class Cause(Enum):
    """Why a file could not be read or written."""

    MISSING = auto()
    FORBIDDEN = auto()
    HELD = auto()
    """Another program has the file open and shares it with nobody."""
    FULL = auto()
    NAME = auto()
    """A name that is too long or has characters the system does not take."""
    AWAY = auto()
    """The network, or a drive that can be pulled out, is not there."""
    OTHER = auto()


_OF_WINDOWS = {
    **dict.fromkeys((2, 3, 15), Cause.MISSING),
    **dict.fromkeys((5, 19, 65), Cause.FORBIDDEN),  # 19: write-protected
    **dict.fromkeys((32, 33, 1224), Cause.HELD),  # shared with nobody, locked, mapped
    **dict.fromkeys((39, 112, 1295), Cause.FULL),  # 1295: quota
    **dict.fromkeys((111, 123, 161, 206), Cause.NAME),
    # not ready, not connected, bad path or name of a network, its name gone, timeout
    **dict.fromkeys((21, 51, 53, 54, 55, 59, 64, 67, 121), Cause.AWAY),
    **dict.fromkeys((1167, 1203, 1222, 1231, 1232), Cause.AWAY),
}
_OF_ALL = {
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), Cause.MISSING),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), Cause.FORBIDDEN),
    **dict.fromkeys((errno.EBUSY, errno.ETXTBSY), Cause.HELD),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), Cause.FULL),
    **dict.fromkeys((errno.EINVAL, errno.ENAMETOOLONG), Cause.NAME),
    **dict.fromkeys((errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ESTALE), Cause.AWAY),
}


def cause(error: OSError) -> Cause:
    """Why the system refused."""
    code = getattr(error, "winerror", None)
    if code is not None:
        return _OF_WINDOWS.get(code, Cause.OTHER)
    return _OF_ALL.get(error.errno or 0, Cause.OTHER)
