"""What is gathered of a report once, so that a rule need not walk all rows for itself.

A table of every commune has forty thousand cells and is looked at after each edit: its
columns are kept from one check to the next, and only those that the edit touched are
made anew.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from core.dossier import Dossier
from core.figures import clean
from core.names import unit_identity, unit_key
from core.report import REPORT, TOTAL, Cell, Change, Field, Part, Report, Row

_T = TypeVar("_T")
_By: TypeAlias = Callable[[Cell], Any]


class _Asked:
    """Something that never changes, and what rules have asked of it."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        self._told: dict[tuple[object, ...], Any] = {}

    def told(self, ask: Callable[..., _T], *given: Hashable) -> _T:
        """What `ask` says of this, and of what else is `given`; asked once."""
        key = (ask, *given)
        if key not in self._told:
            self._told[key] = ask(self, *given)
        found: _T = self._told[key]
        return found


class Column(_Asked):
    """The cells of one field by the units' ids; never changed once it is made."""

    def __init__(self, cells: dict[str, Cell]) -> None:
        """A column of these cells."""
        super().__init__()
        self.cells = cells
        self._found: dict[_By, dict[str, Any]] = {}

    @cached_property
    def numbers(self) -> dict[str, Decimal]:
        """The figures by the units' ids."""
        return {
            one: value
            for one, cell in self.cells.items()
            if isinstance(value := cell.value, Decimal)
        }

    @cached_property
    def ordered(self) -> list[Decimal]:
        """The figures, the smallest first."""
        return sorted(self.numbers.values())

    def beyond(self, least: Decimal, most: Decimal | None) -> list[str]:
        """The ids of units whose figure is below `least` or above `most`."""
        ends = (
            _ends(self.ordered) if "ordered" in vars(self) else self.told(_least_most)
        )
        if ends is None or (ends[0] >= least and (most is None or ends[1] <= most)):
            return []
        numbers = self.numbers.items()
        return [
            id_ for id_, n in numbers if n < least or (most is not None and n > most)
        ]

    def found(
        self, by: Callable[[Cell], _T | None], where: re.Pattern[str] | None = None
    ) -> dict[str, _T]:
        """What `by` finds in cells, by the units' ids, in no order; asked once a cell.

        Where no text of the column has anything that `where` looks for, none is asked.
        """
        if by not in self._found:
            texts = [cell.raw for cell in self.cells.values()] if where else []
            is_asked = where is None or where.search("\n".join(texts))
            asked = self.cells if is_asked else {}
            self._found[by] = {
                one: said
                for one, cell in asked.items()
                if (said := by(cell)) is not None
            }
        return self._found[by]

    def put(self, cells: Mapping[str, Cell | None]) -> "Column":
        """The column with other cells, or none, for some units."""
        made = Column(_with(self.cells, cells))
        numbers = {one: cell.number if cell else None for one, cell in cells.items()}
        if "numbers" in vars(self):
            vars(made)["numbers"] = _with(self.numbers, numbers)
        if "ordered" in vars(self):
            vars(made)["ordered"] = self._reordered(numbers)
        for by, found in self._found.items():
            said = {one: by(cell) if cell else None for one, cell in cells.items()}
            made._found[by] = _with(found, said)
        return made

    def _reordered(self, numbers: Mapping[str, Decimal | None]) -> list[Decimal]:
        ordered = self.ordered.copy()
        for row_id, number in numbers.items():
            before = self.numbers.get(row_id)
            if before is not None:
                del ordered[bisect_left(ordered, before)]
            if number is not None:
                insort(ordered, number)
        return ordered


def _with(some: dict[str, _T], others: Mapping[str, _T | None]) -> dict[str, _T]:
    """A copy of what is known by the units' ids, with something else for some of them."""
    copy = dict(some)
    for row_id, one in others.items():
        if one is None:
            copy.pop(row_id, None)
        else:
            copy[row_id] = one
    return copy


def _least_most(column: Column) -> tuple[Decimal, Decimal] | None:
    """The smallest and the greatest figure of a column, or None where it has none."""
    numbers = column.numbers.values()
    return (min(numbers), max(numbers)) if numbers else None


def _ends(ordered: list[Decimal]) -> tuple[Decimal, Decimal] | None:
    """The first and the last, or None where there is none."""
    return (ordered[0], ordered[-1]) if ordered else None


_NONE = Column({})
_MOST_WAITING = 64
"""So many cells wait at the most to be put into a column."""


class Columns(Mapping[Field, Column]):
    """The cells of the units column by column; the total line is in none of them.

    A column that an edit touched is made anew when a rule asks for it: most rules that
    are asked after an edit look at its row alone.
    """

    def __init__(
        self,
        columns: dict[Field, Column],
        put: Mapping[Field, Mapping[str, Cell]] | None = None,
    ) -> None:
        """These columns, into which cells are still to be `put`."""
        self._columns = columns
        self._put = dict(put or {})

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Columns":
        """The columns of `rows`."""
        alike: dict[tuple[Field, ...], list[Row]] = {}
        for row in rows:
            alike.setdefault(tuple(row.cells), []).append(row)
        cells: dict[Field, dict[str, Cell]] = {}
        for fields, some in alike.items():
            ids, each = [row.id for row in some], [row.cells for row in some]
            for field in fields:
                column = zip(ids, [one[field] for one in each], strict=True)
                cells.setdefault(field, {}).update(column)
        return cls({field: Column(found) for field, found in cells.items()})

    def __getitem__(self, field: Field) -> Column:
        """The column of `field`; an empty one where no unit has it."""
        if cells := self._put.pop(field, None):
            self._columns[field] = self._columns[field].put(cells)
        return self._columns.get(field, _NONE)

    def __contains__(self, field: object) -> bool:
        """Whether some unit has that field."""
        return field in self._columns

    def __iter__(self) -> Iterator[Field]:
        """The fields that units have."""
        return iter(self._columns)

    def __len__(self) -> int:
        """How many fields units have."""
        return len(self._columns)

    def of_key(self, key: str, part: Part = Part.VALUE) -> Column:
        """The column of an indicator; an empty one where no unit has it."""
        return self[key, part]

    def ids(self, keys: Iterable[str], parts: Iterable[Part] = Part) -> set[str]:
        """The units that have a cell in one of these parts of one of these indicators."""
        wanted, some = set(keys), set(parts)
        found: set[str] = set()
        for key, part in self._columns:
            if key in wanted and part in some:
                found.update(self[key, part].cells)
        return found

    def after(self, change: Change) -> "Columns":
        """The columns once `change` was made; only those that it touches are new."""
        made = Columns(dict(self._columns), self._put)
        for edit in change.edits:
            if edit.place.row not in (REPORT, TOTAL):
                made._edited(edit.place.row, edit.place.field, edit.after)
        return made

    def _edited(self, row_id: str, field: Field, cell: Cell | None) -> None:
        """Put a cell into a column; at once where it comes or goes with it."""
        waiting = self._put.get(field, {})
        if cell is not None and field in self._columns and len(waiting) < _MOST_WAITING:
            self._put[field] = {**waiting, row_id: cell}
            return
        column = self[field].put({row_id: cell})
        if column.cells:
            self._columns[field] = column
        else:
            self._columns.pop(field, None)


class Dossiers(_Asked):
    """The dossiers that lists name; no edit changes them."""

    def __init__(self, all_of_them: tuple[Dossier, ...]) -> None:
        """These dossiers."""
        super().__init__()
        self.all = all_of_them


class Earlier:
    """The rows of the previous period, found by the unit they are of."""

    def __init__(self, previous: Report | None) -> None:
        """Those of `previous`; none without it."""
        self._previous = previous

    def row(self, row: Row, report: Report) -> Row | None:
        """The same unit's row, or None where there is none or several may be it."""
        previous = self._previous
        if previous is None:
            return None
        if row.id == TOTAL:
            return previous.total
        if len(report.rows) == len(previous.rows) == 1:
            return previous.rows[next(iter(previous.rows))]
        found = self._by_name.get(clean(row.name)) or self._alike(row.name)
        return found[0] if len(found) == 1 else None

    def _alike(self, name: str) -> list[Row]:
        """Rows of the same unit, else of names that are alike without their marks."""
        identity, key = unit_identity(name), unit_key(name)
        alike = self._by_key.get(key, []) if key else []
        return [one for one in alike if unit_identity(one.name) == identity] or alike

    @cached_property
    def _by_name(self) -> dict[str, list[Row]]:
        return self._by(clean)

    @cached_property
    def _by_key(self) -> dict[str, list[Row]]:
        return self._by(unit_key)

    def _by(self, tidied: Callable[[str], str]) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._previous.rows.values() if self._previous else ():
            found.setdefault(tidied(row.name), []).append(row)
        return found


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is gathered of a report and of the one of the period before."""

    columns: Columns
    earlier: Earlier
    dossiers: Dossiers

    @classmethod
    def of(cls, report: Report, previous: Report | None) -> "Gathered":
        """What can be gathered of both."""
        columns, dossiers = Columns.of(report.rows.values()), Dossiers(report.dossiers)
        return cls(columns, Earlier(previous), dossiers)

    def after(self, change: Change) -> "Gathered":
        """The same once `change` was made, which no row came or went with."""
        return Gathered(self.columns.after(change), self.earlier, self.dossiers)
