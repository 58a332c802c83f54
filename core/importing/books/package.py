"""Whether a workbook's package may be opened, refused in the words for workbooks."""

from core import zipped
from core.importing import refusals


def check_size(data: bytes, name: str) -> None:
    """Nothing, for a zip whose directory is of a size to be read at all.

    Raises:
        UnreadableFileError: It has too many parts.
    """
    zipped.check_size(data, name, refusals)


def check(data: bytes, name: str) -> None:
    """Nothing, for a package that is safe to unpack and to read.

    Raises:
        UnreadableFileError: See `core.zipped.check`.
    """
    zipped.check(data, name, refusals)
