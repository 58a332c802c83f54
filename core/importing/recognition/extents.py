"""From where to where the tables of a sheet reach, one below another.

A header that is printed again after a page break belongs to its table; with a title
above it, or with the first unit again below it, it begins another one.
"""

from collections.abc import Sequence

from core.frozen import frozen, replace
from core.importing.grid import Raw, Spot, text_of
from core.importing.recognition import words
from core.importing.recognition.head_rows import HeadRows
from core.importing.recognition.headers import Header
from core.report import UNIT_NAME


@frozen
class Extent:
    """A header and the rows that belong to it.

    Attributes:
        header: It.
        above: The rows of the titles above it.
        last_row: The last row under it.
        repeated: Rows under it that repeat the header.
    """

    header: Header
    above: range
    last_row: int
    repeated: frozenset[int] = frozenset()


def of(head: HeadRows, found: Sequence[Header]) -> tuple[Extent, ...]:
    """The extents of headers given top down; those with nothing under them are left."""
    extents: list[Extent] = []
    for number, header in enumerate(found):
        following = found[number + 1 : number + 2]
        end = following[0].rows[0] - 1 if following else head.last
        before = extents[-1] if extents else None
        first = before.last_row + 1 if before else 1
        if before and _continues(head, before, header):
            rows = before.repeated | frozenset(header.rows)
            last = _last_body(head, header, end) if following else end
            extents[-1] = replace(before, last_row=last, repeated=rows)
            continue
        last = _last_body(head, header, end) if following else end
        if last >= header.first_row or len(found) == 1:
            extents.append(Extent(header, range(first, header.rows[0]), last))
    return tuple(extents)


def _last_body(head: HeadRows, header: Header, end: int) -> int:
    """The last row of figures up to `end`; what follows is the next table's titles.

    Units of which the file tells nothing may stand right under the last figures.
    """
    rows = range(end, header.rows[-1], -1)
    last = next((row for row in rows if _is_body(head, row)), header.rows[-1])
    while last < end and _names_unit(head, header, last + 1):
        last += 1
    return last


def _names_unit(head: HeadRows, header: Header, row: int) -> bool:
    """Whether a row has the name of one unit where names stand, and no figure."""
    column = header.column(indicator=UNIT_NAME)
    return column is not None and words.names_one_unit(
        head.grid.text(Spot(row, column))
    )


def _is_body(head: HeadRows, row: int) -> bool:
    """Whether a row looks like one of a table: several cells, a figure among them."""
    values = [value for _, value in head.filled(row)]
    return len(values) > 1 and any(_is_figure(value) for value in values)


def _is_figure(value: Raw) -> bool:
    if isinstance(value, str):
        text = text_of(value)
        return text[:1].isdigit() or text in ("-", "–", "—")
    return not isinstance(value, bool)


def _continues(head: HeadRows, before: Extent, header: Header) -> bool:
    """Whether a header only repeats the one before, as after a page break."""
    if _folded(before.header) != _folded(header):
        return False
    between = range(before.last_row + 1, header.rows[0])
    told = (text_of(v) for row in between for _, v in head.filled(row))
    if any(text and not words.is_note(text) for text in told):
        return False
    first = _first_name(head, before.header, before.last_row)
    return first != _first_name(head, header, head.grid.height)


def _folded(header: Header) -> dict[int, tuple[str, ...]]:
    return {c: tuple(map(words.fold, over)) for c, over in header.tiers.items()}


def _first_name(head: HeadRows, header: Header, last: int) -> str:
    """All texts of the first unit's row but its numbers: which unit it is of."""
    for row in range(header.first_row, min(last, header.first_row + 20) + 1):
        is_unit = _is_body(head, row) or _names_unit(head, header, row)
        if is_unit and not head.is_numbering(row):
            cells = (head.grid.text(Spot(row, c)) for c in header.tiers)
            return " ".join(text for text in cells if text and text[0].isalpha())
    return ""
