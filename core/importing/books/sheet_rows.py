"""The rows of a worksheet's part that are written alike, looked at once.

In a long table one row is written as the next is: the same columns, styles and types,
other figures. Without its figures and its number a row is a pattern of which few are
different, and what its cells tell is read off each pattern once. The commonest is looked
for as a whole: a row at a time goes four times as fast as a figure at a time.
"""

import re
from collections.abc import Iterator, Sequence
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
# So many rows must have room where they stand: a pattern of one takes its time, too.
_ENOUGH = 200
_OPENING, _CLOSING = b'<row r="', b"</row>"
_HEAD = _OPENING + rb'([1-9][0-9]{0,6})"[^<>]*+>'
# The commonest contents, without what else may stand there.
_SIMPLE = {
    b"<v>": rb"<v>[^<]++</v>",
    b"<f>": rb"<f>[^<]*+</f><v>[^<]++</v>",
    b"<is>": rb"<is><t>[^<]++</t></is>",
}


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
        rest: The bytes in which the others stand.
        others: Where those begin and end in it: they are to be looked at cell by cell.
    """

    alike: list[Alike]
    rest: bytes
    others: list[tuple[int, int]]


def sort(data: bytes, start: int, stop: int) -> Sorted | None:
    """The rows between `start` and `stop`; None where they are no rows one by one."""
    common, rest = _without_commonest(data, start, stop)
    found = _sorted(rest)
    if found is None:
        return None
    if common is not None:
        found.alike.append(common)
    numbers = [number for alike in found.alike for number in alike.rows]
    known = set(numbers)
    if len(known) < len(numbers) or not known.isdisjoint(_numbers_of_others(found)):
        return None  # a row that is there twice: which comes last?
    return found


def _numbers_of_others(found: Sorted) -> Iterator[int]:
    """The numbers of the rows that are to be looked at cell by cell."""
    for begin, _ in found.others:
        first = begin + len(_OPENING)
        number = found.rest[first : found.rest.find(b'"', first)]
        if number.isdigit():
            yield int(number)


def _without_commonest(
    data: bytes, start: int, stop: int
) -> tuple[Alike | None, bytes]:
    """The rows that are written as one in the middle is, and what stands between them."""
    row = _row_in_the_middle(data, start, stop)
    is_worth_it = 0 < len(row) * _ENOUGH < stop - start
    cells = _cells(_body(_CONTENTS.sub(_SOME, row))) if is_worth_it else None
    if not cells:
        return None, data[start:stop]
    numbers, between, end = [], [], start
    for one in _like(row).finditer(data, start, stop):
        begin, after = one.span()
        numbers.append(one[1])
        between.append(data[end:begin])
        end = after
    between.append(data[end:stop])
    if not numbers:
        return None, data[start:stop]  # its own number is none that Excel writes
    return Alike(list(map(int, numbers)), cells), b"".join(between)


def _row_in_the_middle(data: bytes, start: int, stop: int) -> bytes:
    """A row about the middle, from its number to its end; empty where there is none."""
    first = data.find(_OPENING, (start + stop) // 2, stop)
    last = data.find(_CLOSING, first, stop)
    return (
        data[first + len(_OPENING) : last + len(_CLOSING)] if 0 <= first < last else b""
    )


def _like(row: bytes) -> re.Pattern[bytes]:
    """What finds the rows that are written as `row` is; their number is its group."""
    number = row[: row.find(b'"') + 1]
    end = row.find(b">") + 1
    parts = [_HEAD]
    for one in _CONTENTS.finditer(row, end):
        parts.append(_literal(row[end : one.start()], number))
        kind = one[0][: one[0].find(b">") + 1]
        parts.append(_SIMPLE.get(kind, _CONTENTS.pattern))
        end = one.end()
    parts.append(_literal(row[end:], number))
    return re.compile(b"".join(parts))


def _literal(text: bytes, number: bytes) -> bytes:
    """A pattern of `text`, with any row's number where it has `number`."""
    return rb'\1"'.join(map(re.escape, text.split(number)))


def _body(row: bytes) -> bytes:
    """What a row whose figures are cut out has in it, without its number."""
    own = row[: row.find(b'"') + 1]  # its number, up to the quotation mark
    # A style that ends in the row's number loses that, and is no style any more.
    return row[row.find(b">") + 1 :].replace(own, _OWN)


def _sorted(data: bytes) -> Sorted | None:
    """The rows in `data`, one by one; None where they are none."""
    before, *rows = _CONTENTS.sub(_SOME, data).split(_OPENING)
    if before.strip():
        return None
    places = [one.start() for one in _ROW.finditer(data)]
    if len(places) != len(rows):
        return None
    by_pattern: dict[bytes, list[int]] = {}
    for index, row in enumerate(rows):
        by_pattern.setdefault(_body(row), []).append(index)
    found = Sorted([], data, [])
    others: list[int] = []
    for pattern, alike in by_pattern.items():
        cells = _cells(pattern)
        numbers = None if cells is None else _numbers([rows[one] for one in alike])
        if cells is None or numbers is None:
            others += alike
        else:
            found.alike.append(Alike(numbers, cells))
    ends = [*places[1:], len(data)]
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
