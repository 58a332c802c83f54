"""A ratio that may be a fraction: "0,915" among 40–50 is 0,915 % or 91,5 %; asked.

Only numbers that bear no "%" are looked at. One is doubtful when its hundredfold is
nearer to the middle of its column than it is itself; both readings are kept
(docs/linh-vuc.md 3.1). A column that lies between 0 and 1 as a whole is left as it is:
what it means is one question of all of it (`questions`).
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from itertools import chain

from core import figures
from core.catalogue import Catalogue, Kind
from core.frozen import replace
from core.importing.recognition.shapes.model import Line
from core.report import Cell, Field, Part, Unreadable, Value

_RATIOS = frozenset({Part.VALUE, Part.TARGET})
_TEN = Decimal(10)


def asked(lines: Sequence[Line], catalogue: Catalogue) -> tuple[Line, ...]:
    """The lines, with ratios that may be fractions unreadable with both readings."""
    ratios = [field for field in _fields(lines) if _is_ratio(field, catalogue)]
    rows = [line.cells for line in lines]
    doubts = {
        field: limit
        for field in ratios
        if (limit := _limit(_column(rows, field))) is not None
    }
    return tuple(_asked(line, doubts) for line in lines) if doubts else tuple(lines)


def _fields(lines: Sequence[Line]) -> set[Field]:
    """All fields of the lines, most of which have those of the first."""
    known = list(lines[0].cells) if lines else []
    others = (fields for line in lines if (fields := list(line.cells)) != known)
    return {*known, *chain.from_iterable(others)}


def asked_together(line: Line, catalogue: Catalogue) -> Line:
    """The same for one line whose ratios stood in one column."""
    fields = [field for field in line.cells if _is_ratio(field, catalogue)]
    doubts = {}
    for part in _RATIOS:
        own = [field for field in fields if field[1] is part]
        limit = _limit([line.cells[field].value for field in own])
        if limit is not None:
            doubts.update(dict.fromkeys(own, limit))
    return _asked(line, doubts)


def _is_ratio(field: Field, catalogue: Catalogue) -> bool:
    indicator = catalogue.indicators.get(field[0])
    if indicator is None or indicator.kind is not Kind.RATIO:
        return False
    return indicator.higher_is_better and field[1] in _RATIOS


def _column(rows: Sequence[Mapping[Field, Cell]], field: Field) -> list[Value]:
    """What stands in a field, in those rows that have it."""
    with suppress(KeyError):  # all of them have it, as they mostly do
        return [cells[field].value for cells in rows]
    return [cells[field].value for cells in rows if field in cells]


def _limit(values: Sequence[Value]) -> Decimal | None:
    """Up to which number those of a column are doubtful; None for none."""
    numbers = [one for one in values if type(one) is Decimal]
    if numbers and min(numbers) <= 0:
        numbers = [one for one in numbers if one]
    if (
        not numbers
        or min(numbers) >= 1
        or not any(0 < number < 1 for number in numbers)
        or max(numbers) <= 1
    ):
        return None
    from statistics import median  # few files need it

    return min(Decimal(1), median(numbers) / _TEN)


def _asked(line: Line, doubts: dict[Field, Decimal]) -> Line:
    cells = dict(line.cells)
    for field, limit in doubts.items():
        cell = cells.get(field)
        number = None if cell is None else cell.number
        if cell and number and 0 < number <= limit and "%" not in cell.raw:
            hundredfold = Decimal(figures.plain(number * figures.HUNDRED))
            unsure = Unreadable(cell.raw, (number, hundredfold))
            cells[field] = replace(cell, value=unsure)
    return replace(line, cells=cells)
