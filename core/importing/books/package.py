"""Whether a workbook's package may be opened, refused in the words for workbooks."""

from collections.abc import Mapping

from core import zipped
from core.importing import refusals


def check_size(data: bytes, name: str) -> None:
    """Nothing, for a zip whose directory is of a size to be read at all.

    Raises:
        UnreadableFileError: It has too many parts.
    """
    zipped.check_size(data, name, refusals)


def check(data: bytes, name: str) -> Mapping[str, bytes]:
    """What the first parts unpack to, by name, of a package that is safe to be read.

    Raises:
        UnreadableFileError: See `core.zipped.check`.
    """
    return zipped.check(data, name, refusals)
