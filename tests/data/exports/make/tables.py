"""Tables put into a sheet, and into what must be read from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.data.exports.make.model import (
    Expected,
    Figure,
    Sheet,
    keep,
    letters,
    number,
    words,
)


@dataclass(frozen=True)
class Column:
    """A column: its headings top down, and which part of which figure it holds.

    `key` is "" for what nobody reads, "unit_name" and "unit_code" for those.
    """

    head: tuple[str, ...]
    key: str = ""
    part: str = "value"


def col(*head: str, key: str = "", part: str = "value") -> Column:
    """A column under these headings."""
    return Column(head, key, part)


STT = col("STT")
NAME = col("Tên đơn vị", key="unit_name")
CODE = col("Mã định danh", key="unit_code")


def header(sheet: Sheet, top: int, columns: Sequence[Column], left: int = 1) -> int:
    """The header written and merged; the first row under it."""
    depth = max(len(one.head) for one in columns)
    for offset, one in enumerate(columns):
        at = left + offset
        for level, text in enumerate(one.head):
            before = columns[offset - 1].head if offset else ()
            spanned = (
                level < len(one.head) - 1
                and before[: level + 1] == one.head[: level + 1]
            )
            if not spanned:
                sheet.put(top + level, at, text)
                _merge(sheet, top, columns, offset, level, left)
    return top + depth


def _merge(
    sheet: Sheet,
    top: int,
    columns: Sequence[Column],
    offset: int,
    level: int,
    left: int,
) -> None:
    one = columns[offset]
    depth = max(len(each.head) for each in columns)
    last_level, last = level, offset
    if level == len(one.head) - 1:
        last_level = depth - 1
    else:
        same = one.head[: level + 1]
        while last + 1 < len(columns) and (
            len(columns[last + 1].head) > level + 1
            and columns[last + 1].head[: level + 1] == same
        ):
            last += 1
    if (last_level, last) != (level, offset):
        sheet.merges.append((top + level, left + offset, top + last_level, left + last))


@dataclass
class Table:
    """A table of units that is being written, row by row."""

    sheet: Sheet
    expected: Expected
    columns: Sequence[Column]
    row: int
    left: int = 1

    def unit(self, *values: Any, same: str | None = None) -> None:
        """A unit's row; `same` is its name where another table told it first."""
        name = self._told(values, "unit_name")
        code = self._told(values, "unit_code")
        self._keep(self.expected.unit(same or name, code), values)
        self.plain(*values)

    def total(self, *values: Any) -> None:
        """The office's own line."""
        label = next(str(value) for value in values if isinstance(value, str) and value)
        self._keep(self.expected.total_line(label), values)
        self.plain(*values)

    def plain(self, *values: Any) -> None:
        """A row that is no unit: a section, numbers of columns, a note."""
        for offset, value in enumerate(values):
            if isinstance(value, Figure):
                self.sheet.put(
                    self.row, self.left + offset, value.written, value.format
                )
            else:
                self.sheet.put(self.row, self.left + offset, value)
        self.row += 1

    def again(self) -> None:
        """The header repeated, as after a page break."""
        self.row = header(self.sheet, self.row, self.columns, self.left)

    def _told(self, values: Sequence[Any], key: str) -> str | None:
        for one, value in zip(self.columns, values, strict=False):
            if one.key == key and value:
                told = value.told["value"] if isinstance(value, Figure) else value
                return str(told)
        return None

    def _keep(self, owner: dict[str, Any], values: Sequence[Any]) -> None:
        for offset, one in enumerate(self.columns):
            if one.key in ("", "unit_name", "unit_code"):
                continue
            value = values[offset] if offset < len(values) else None
            at = f"{self.sheet.name}!{letters(self.left + offset)}{self.row}"
            keep(owner, one.key, one.part, as_figure(value), at)


def table(
    sheet: Sheet,
    expected: Expected,
    top: int,
    columns: Sequence[Column],
    left: int = 1,
) -> Table:
    """A table of units begun with its header."""
    row = header(sheet, top, columns, left)
    return Table(sheet, expected, columns, row, left)


def as_figure(value: Any) -> Figure:
    """A figure for a bare value: numbers stand for themselves, nothing for missing."""
    if isinstance(value, Figure):
        return value
    if value is None or value == "":
        return Figure(None, {"value": None, "state": "missing"})
    if isinstance(value, int | float):
        return number(f"{value:.12g}")
    return words(str(value))


@dataclass
class Criteria:
    """A table with a figure a row: groups, criteria, lines of statistics."""

    sheet: Sheet
    owner: dict[str, Any]
    columns: Sequence[Column]
    row: int

    def figure(self, key: str, *values: Any) -> None:
        """The row of one figure; columns with a part hold that part of it."""
        for offset, (one, value) in enumerate(zip(self.columns, values, strict=False)):
            content = value.written if isinstance(value, Figure) else value
            form = value.format if isinstance(value, Figure) else ""
            self.sheet.put(self.row, 1 + offset, content, form)
            if one.key == "figure" and key:
                at = f"{self.sheet.name}!{letters(1 + offset)}{self.row}"
                keep(self.owner, key, one.part, as_figure(value), at)
        self.row += 1


def criteria(
    sheet: Sheet, owner: dict[str, Any], top: int, columns: Sequence[Column]
) -> Criteria:
    """A table of figures begun with its header."""
    return Criteria(sheet, owner, columns, header(sheet, top, columns))


def held(*head: str, part: str = "value") -> Column:
    """A column that holds a part of the row's own figure."""
    return Column(head, "figure", part)
