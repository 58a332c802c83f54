"""Text with signs between its columns: how it is encoded, and by which sign.

docs/linh-vuc.md 3.4, 6.3.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

SEPARATORS = ";\t,"
"""The signs that part columns; of two that fit alike the first, since "," is decimal."""

_SAMPLE = 50  # rows
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decoded(data: bytes, errors: str = "strict") -> str:
    """The text of a file in UTF-8 or, where a mark at its start says so, UTF-16.

    Raises:
        UnicodeDecodeError: It is in another encoding (none with errors="replace").
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors)
    return data.decode("utf-8", errors)


def separator(text: str) -> str | None:
    """The sign between the columns of a table; None where there is no table.

    Half of the rows or more, and two at least, have as many columns as one another;
    the sign that does so for most rows, then for most columns, is the one.
    """
    best, sign = (0, 0), None
    for one in SEPARATORS:
        widths = [width for width in _widths(text, one) if width]
        counted = Counter(width for width in widths if width > 1)
        width, times = max(counted.items(), key=lambda item: item[::-1], default=(0, 0))
        if times >= 2 and 2 * times >= len(widths) and (times, width) > best:
            best, sign = (times, width), one
    return sign


def _widths(text: str, sign: str) -> Iterator[int]:
    for row in islice(records(text, sign), _SAMPLE):
        yield len(row) if any(field.strip() for field in row) else 0


def records(text: str, sign: str) -> Iterator[list[str]]:
    """The rows of `text` as lists of fields; a field of a quoted text may span lines.

    Raises:
        csv.Error: A field is too long to be one.
    """
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign)
