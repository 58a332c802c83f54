r"""Long paths on Windows: named so that the limit of 260 characters is not met.

Windows 10 lifts the limit only where its registry says so, which no office's does. A path
that begins with `\\?\` has none, but is taken as it stands: no `/`, no `..`, no dot or
blank at a name's end. So only a path that is near the limit is written that way, after
Windows itself has put it in order.
"""

import os
import sys
from pathlib import Path

LIMIT = 240
"""Characters. A folder may have 247; beside a file stand drafts a little longer."""

_PREFIX = "\\\\?\\"
_SHARE = "\\\\?\\UNC\\"


def extended(path: Path) -> Path:
    """`path`, by its name without a limit where the system would refuse it else."""
    if sys.platform == "win32" and "\0" not in str(path):
        # Path.absolute keeps "..", Path.resolve follows links.
        absolute = os.path.abspath(path)  # noqa: PTH100
        return path if len(absolute) < LIMIT else Path(lengthened(absolute))
    return path


def lengthened(absolute: str) -> str:
    r"""`absolute`, as Windows writes it, with `\\?\` before it."""
    if absolute.startswith(_PREFIX):
        return absolute
    if absolute.startswith("\\\\"):
        return _SHARE + absolute[2:]
    return _PREFIX + absolute


def plain(path: str) -> str:
    r"""`path` as people write it, without `\\?\`."""
    if path.startswith(_SHARE):
        return "\\\\" + path.removeprefix(_SHARE)
    return path.removeprefix(_PREFIX)
