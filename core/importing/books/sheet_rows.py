"""The rows of a worksheet's part that are written alike, looked at once.

In a long table one row is written as the next is: the same columns, styles and types,
other figures. Without its figures and its number a row is a pattern of which few are
different, and what its cells tell is read off each pattern once.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

# Contents that need no look of their own: a value, a text, a formula with its value.
# None of them is a formula that others share, which has a text and attributes.
_CONTENTS = re.compile(
    rb'<(?:v>[^<]++</v>|f(?: t="shared" si="[0-9]++"/>|>[^<]*+</f>)<v>[^<]++</v>'
    rb"|is><t>[^<]++</t></is>)"
)
# What stands for them, and for a row's number where it ends: nothing that XML can hold.
_SOME, _OWN = b"<>", b'<"'
_CELL = (
    rb'<c r="([A-Z]{1,3})<"(?: s="(0|[1-9][0-9]{0,5})")?(?: t="([a-zA-Z]+)")?'
    rb"(?:/>|>(<>)?</c>|><v></v></c>|><v/></c>)"
)
_CELLS = re.compile(_CELL)
_WHOLE = re.compile(rb"(?:" + _CELL + rb")*</row>\s*")
_ROW = re.compile(rb"<row")
_LONGEST_NUMBER = 7


class Alike(NamedTuple):
    """Rows written alike.

    Attributes:
        rows: Their numbers.
        cells: Those with something in them: column, style and type by name.
    """

    rows: list[int]
    cells: tuple[tuple[bytes, bytes, bytes], ...]


class Sorted(NamedTuple):
    """The rows of a stretch of bytes.

    Attributes:
        alike: Those that are written alike.
        others: Where those begin and end that are to be looked at cell by cell.
    """

    alike: list[Alike]
    others: list[tuple[int, int]]


def sort(data: bytes, start: int, stop: int) -> Sorted | None:
    """The rows between `start` and `stop`; None where they are no rows one by one."""
    before, *rows = _CONTENTS.sub(_SOME, data[start:stop]).split(b'<row r="')
    if before.strip():
        return None
    places = [one.start() for one in _ROW.finditer(data, start, stop)]
    if len(places) != len(rows):
        return None
    by_pattern: dict[bytes, list[int]] = {}
    for index, row in enumerate(rows):
        own = row[: row.find(b'"') + 1]  # its number, up to the quotation mark
        # A style that ends in the row's number loses that, and is no style any more.
        body = row[row.find(b">") + 1 :].replace(own, _OWN)
        by_pattern.setdefault(body, []).append(index)
    found = Sorted([], [])
    others: list[int] = []
    known: set[int] = set()
    for pattern, alike in by_pattern.items():
        cells = _cells(pattern)
        numbers = None if cells is None else _numbers([rows[one] for one in alike])
        if cells is None or numbers is None:
            others += alike
        else:
            found.alike.append(Alike(numbers, cells))
            known.update(numbers)
    if len(known) + len(others) < len(rows):
        return None  # a row that is there twice: which comes last?
    ends = [*places[1:], stop]
    found.others.extend((places[one], ends[one]) for one in sorted(others))
    return found


def _cells(pattern: bytes) -> tuple[tuple[bytes, bytes, bytes], ...] | None:
    """The filled cells of a row; None where they do not tell all by themselves."""
    if not pattern.strip():
        return ()  # a row that ends where it begins
    if not _WHOLE.fullmatch(pattern):
        return None
    found = [one.groups(default=b"") for one in _CELLS.finditer(pattern)]
    if any(kind == b"e" for _, _, kind, _ in found):
        return None  # which error?
    return tuple((name, style, kind) for name, style, kind, some in found if some)


def _numbers(rows: Sequence[bytes]) -> list[int] | None:
    """The numbers of rows; None where one has none as Excel writes it."""
    names = [row.partition(b'"')[0] for row in rows]
    if max(map(len, names)) > _LONGEST_NUMBER or not b"".join(names).isdigit():
        return None
    numbers = list(map(int, names))
    return None if any(one.startswith(b"0") for one in names) else numbers
