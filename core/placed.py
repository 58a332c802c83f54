"""A value and where it came from: most of a report is these.

A table of every commune is forty thousand of them, so they are made a column at a time,
and keep the parts of their address instead of its text.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import repeat
from operator import attrgetter
from typing import TypeAlias, TypeVar

from core.absent import Blank, Unreadable
from core.frozen import frozen
from core.period import Moment, Period

_T = TypeVar("_T")

_Wheres: TypeAlias = str | list[str | None] | None

Value: TypeAlias = Decimal | str | Period | Moment | Blank | Unreadable
"""What a cell holds; text (str) only for indicators that are words."""


class _Placed:
    """Where a cell stands: its address, or the sheet and column of it beside the row."""

    __slots__ = ("_row", "_where")

    _row: int
    _where: str | None

    @property
    def at(self) -> str | None:
        """Put together when somebody asks for it, as of few cells anybody does."""
        return f"{self._where}{self._row}" if self._row else self._where


@frozen
class Cell(_Placed):
    """A value and where it came from (ô số liệu).

    Attributes:
        value: The figure, or which kind of nothing it is.
        raw: The text in the file, or what was typed.
        at: `Sheet!G5` in the source file; None for what was typed by hand.
    """

    __slots__ = ("raw", "value")

    value: Value
    raw: str
    at: str | None

    def __init__(
        self,
        value: Value = Blank.MISSING,
        raw: str = "",
        at: str | None = None,
        row: int = 0,
    ) -> None:
        """A cell; where `row` is given, `at` names only the sheet and the column."""
        _set_value(self, value)
        _set_raw(self, raw)
        _set_where(self, at)
        _set_row(self, row)

    def __reduce__(self) -> tuple[type["Cell"], tuple[Value, str, str | None, int]]:
        """What it is made of, for pickling and copying."""
        return Cell, (self.value, self.raw, self._where, self._row)

    @property
    def number(self) -> Decimal | None:
        """The figure, or None when there is none to reckon with."""
        return self.value if isinstance(self.value, Decimal) else None


# Cells are made once and never changed, so only their maker writes into them.
_set_value, _set_raw, _set_where, _set_row = (
    getattr(Cell, name).__set__ for name in ("value", "raw", "_where", "_row")
)


_where_of, _row_of = attrgetter("_where"), attrgetter("_row")


def apart(cells: Sequence[Cell]) -> tuple[list[Value], list[str], _Wheres, list[int]]:
    """What cells hold, their texts, and where they stand, for `together`.

    Where all stand in one column, that is said once.
    """
    wheres = list(map(_where_of, cells))
    is_one = len(set(wheres)) == 1
    return (
        [cell.value for cell in cells],
        [cell.raw for cell in cells],
        wheres[0] if is_one else wheres,
        list(map(_row_of, cells)),
    )


def together(
    values: Sequence[Value], raws: Sequence[str], wheres: _Wheres, rows: Sequence[int]
) -> list[Cell]:
    """The cells that `apart` took apart."""
    where = wheres if isinstance(wheres, list) else repeat(wheres)
    return at_once(Cell, len(values), value=values, raw=raws, _where=where, _row=rows)


def at_once(cls: type[_T], count: int, **attributes: Iterable[object]) -> list[_T]:
    """Many frozen values, made without the calls that their class makes for each.

    Args:
        cls: Their class, which has slots and nothing to do when one is made.
        count: How many.
        attributes: By name what each of them has, as many.
    """
    made = list(map(object.__new__, repeat(cls, count)))
    for name, contents in attributes.items():
        deque(map(getattr(cls, name).__set__, made, contents), maxlen=0)
    return made


def cells_of_column(
    values: Sequence[Value], raws: Iterable[str], column: str, rows: Iterable[int]
) -> list[Cell]:
    """The cells of one column of a sheet.

    Args:
        values: Theirs.
        raws: Theirs, as many.
        column: Where they stand, without the row: `Sheet!G`.
        rows: The numbers of their rows.
    """
    where = repeat(column)
    return at_once(Cell, len(values), value=values, raw=raws, _where=where, _row=rows)
