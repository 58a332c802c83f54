"""What makes a number doubtful, as a sign, and the numbers that it may be.

Answers are kept by these signs with a layout of file (`choices.Style`).
"""

from datetime import date
from decimal import Decimal

from core import figures
from core.importing.recognition import disagreement
from core.kind import Kind
from core.patterns import later
from core.report import Cell, Unreadable, Value

DOT, COMMA = ".", ","
"""Signs before three digits: thousands, or decimals."""

DATE, MONTH = "date", "month"
"""Excel has made a date of "8/9", or the first of a month of "8/26"."""

FRACTION = "fraction"
"""A ratio of at most 1: a part of one, or of a hundred."""

COLUMNS = "columns"
"""Two columns of one table tell the same figure, and differ."""

TABLES = "tables"
"""Two places of the file tell the same figure, and differ."""

OTHER = "other"
"""Readings whose cause is none of these."""

_ADDRESS = later(r"[A-Z]+(?P<row>[0-9]+)")


def of(cell: Cell) -> str:
    """What makes the number in a cell doubtful."""
    value = cell.value
    if not isinstance(value, Unreadable):
        return FRACTION
    if places := disagreement.cells(value.text):
        return COLUMNS if _is_one_row([at for _, at in places]) else TABLES
    if day(value.text) is not None:
        return DATE if len(value.readings) == 1 else MONTH
    if len(value.readings) == 2 and value.readings[0] == value.readings[1] * 1000:
        return DOT if "." in value.text else COMMA
    if len(value.readings) == 2 and value.readings[1] == value.readings[0] * 100:
        return FRACTION
    return f"{OTHER}{len(value.readings)}"


def is_asked(cell: Cell) -> bool:
    """Whether there are answers to what stands in that cell."""
    value = cell.value
    if not isinstance(value, Unreadable):
        return False
    return bool(value.readings or disagreement.cells(value.text))


def day(text: str) -> date | None:
    """The day that a rank has become, if it has."""
    moment = figures.parse_moment(text)
    return None if moment is None else moment.day


def readings(cell: Cell, sign: str) -> tuple[Decimal, ...]:
    """The numbers that may stand in a cell, in the order of the answers."""
    if isinstance(cell.value, Unreadable):
        return cell.value.readings
    number = cell.number
    if number is None or sign != FRACTION:
        return ()
    return number, Decimal(figures.plain(number * 100))


def behind(text: str, rank: Decimal) -> Decimal | None:
    """The number of units that stood behind the "/" of a rank that became a day."""
    spoilt = day(text)
    if spoilt is None:
        return None
    smaller, larger = sorted((spoilt.day, spoilt.month))
    if spoilt.day == 1 and rank == spoilt.month != 1:
        year = spoilt.year % 100
        return Decimal(year) if year >= rank else None
    return Decimal(larger) if rank == smaller else None


def said(cell: Cell, kind: Kind) -> tuple[Cell, ...]:
    """The cells that one with `COLUMNS` or `TABLES` may be, in the order of the answers."""
    if not isinstance(cell.value, Unreadable):
        return ()
    sheet, sign, _ = (cell.at or "").rpartition("!")
    return tuple(
        Cell(_value(text, kind), text, at if "!" in at else f"{sheet}{sign}{at}")
        for text, at in disagreement.cells(cell.value.text)
    )


def _value(text: str, kind: Kind) -> Value:
    value = figures.parse("" if text == disagreement.BLANK else text, kind)
    is_broken = isinstance(value, Decimal) and value % 1 != 0
    return Unreadable(text) if is_broken and kind is Kind.COUNT else value


def _is_one_row(places: list[str]) -> bool:
    """Whether these are addresses of one row of one sheet, which they do not name."""
    found = [_ADDRESS.fullmatch(at) for at in places]
    return len({one and one["row"] for one in found}) == 1 and None not in found
