"""What an export is made of: sheets of contents, and what must be read from them.

Every figure is given once, as the value it stands for and the way it is written. The
file is made of the one, the expectation beside it of the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

PERCENT = "0.00%"
DAY = "dd/mm/yyyy"


@dataclass(frozen=True)
class Formula:
    """A formula, with the result that the program which saved it reckoned, if any."""

    text: str
    stored: Any = None


@dataclass(frozen=True)
class Error:
    """An error cell ("#DIV/0!")."""

    text: str


@dataclass(frozen=True)
class Figure:
    """What is written into a cell, and what must be read from it.

    `told` has the keys of a cell of `check --json`; `second` is what stands behind the
    "/" of "8/9" or "4.33 / 6".
    """

    written: Any
    told: dict[str, Any]
    format: str = ""
    second: str | None = None


def number(value: str, written: Any = None, form: str = "") -> Figure:
    """A figure; written as a number unless said otherwise."""
    plain = float(value) if "." in value else int(value)
    content = plain if written is None else written
    return Figure(content, {"value": value, "state": "number"}, form)


def comma(value: str, tail: str = "") -> Figure:
    """A figure as text with a decimal comma."""
    return number(value, value.replace(".", ",") + tail)


def point(value: str, tail: str = "") -> Figure:
    """A figure as text with a decimal point."""
    return number(value, value + tail)


def dots(value: str) -> Figure:
    """A count as text, its thousands parted by dots."""
    return number(value, f"{int(value):,}".replace(",", "."))


def fraction(value: str) -> Figure:
    """A ratio stored as a fraction that its format shows as a percentage."""
    digits = round(float(value) / 100, 6)
    return number(value, digits, PERCENT)


def pair(value: str, second: str, written: str = "") -> Figure:
    """Two figures in one cell: "8/9", "4.33 / 6"."""
    told = {"value": value, "state": "number"}
    return Figure(written or f"{value} / {second}", told, second=second)


def missing(written: Any = None) -> Figure:
    """A blank, a dash: no figure, and no zero either."""
    return Figure(written, {"value": None, "state": "missing"})


def not_applicable(written: str = "Không áp dụng") -> Figure:
    """A figure that does not concern the unit."""
    return Figure(written, {"value": None, "state": "not-applicable"})


def asked(written: Any, *readings: str, form: str = "") -> Figure:
    """What has several readings, or none that is certain."""
    told = {"value": None, "state": "unreadable", "readings": list(readings)}
    return Figure(written, told, form)


def words(value: str, written: Any = None) -> Figure:
    """A word, such as a class."""
    content = value if written is None else written
    return Figure(content, {"value": value, "state": "text"})


@dataclass
class Content:
    """A cell of a sheet: value, number format, font."""

    value: Any
    format: str = ""
    font: str = ""


@dataclass
class Sheet:
    """A sheet to be written; rows and columns count from 1.

    Attributes:
        name: Its name.
        font: The font of its cells; empty for any.
        address: Its name in the addresses of cells, where the file tells one.
    """

    name: str
    font: str = ""
    cells: dict[tuple[int, int], Content] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False

    def put(self, row: int, column: int, value: Any, form: str = "") -> None:
        """Write one cell; nothing for None."""
        if value is not None and value != "":
            self.cells[row, column] = Content(value, form, self.font)

    def title(self, row: int, text: str, width: int = 1, column: int = 1) -> None:
        """A line above a table, merged over `width` columns."""
        self.put(row, column, text)
        if width > 1:
            self.merges.append((row, column, row, column + width - 1))

    def line(self, row: int, values: Sequence[Any], column: int = 1) -> None:
        """Values from one cell to the right."""
        for offset, value in enumerate(values):
            self.put(row, column + offset, value)

    @property
    def height(self) -> int:
        """The last row with something in it."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def width(self) -> int:
        """The last column with something in it."""
        return max((column for _, column in self.cells), default=0)

    def rows(self) -> list[list[Content | None]]:
        """The rectangle from A1 on."""
        return [
            [self.cells.get((row, column)) for column in range(1, self.width + 1)]
            for row in range(1, self.height + 1)
        ]


@dataclass
class Expected:
    """What must be read, in the words of `check --json` (docs/architecture.md 4.1).

    Attributes:
        period: Code of the period, or None where it is not known.
        as_of: The time of the figures, or None.
        units: Whole: no other unit, no other figure.
        total: The office's own line, or None.
        dossiers: Whole in number; only the keys that are named are compared.
        notes: The kinds of notes that are told, whole.
        places: Whether the addresses of cells are compared.
    """

    period: str | None = None
    as_of: str | None = None
    units: list[dict[str, Any]] = field(default_factory=list)
    total: dict[str, Any] | None = None
    dossiers: list[dict[str, Any]] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)

    def unit(self, name: str | None, code: str | None = None) -> dict[str, Any]:
        """The unit of that name, begun where it is not there yet."""
        for one in self.units:
            if one["name"] == name:
                one["code"] = one["code"] or code
                return one
        self.units.append({"name": name, "code": code, "cells": {}})
        return self.units[-1]

    def total_line(self, name: str | None) -> dict[str, Any]:
        """The office's own line."""
        if self.total is None:
            self.total = {"name": name, "cells": {}}
        return self.total

    def as_json(self) -> dict[str, Any]:
        """The object that stands beside the file."""
        return {
            "period": self.period,
            "as_of": self.as_of,
            "units": self.units,
            "total": self.total,
            "dossiers": self.dossiers,
            "notes": sorted(self.notes),
        }


def letters(column: int) -> str:
    """The letters that name a column."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def keep(
    owner: dict[str, Any], key: str, part: str, figure: Figure, at: str = ""
) -> None:
    """Put what a figure tells where it must be read: a value, or a part of one."""
    cells = owner["cells"]
    cell = cells.setdefault(key, {"value": None, "state": "missing"})
    if part == "value":
        cell.update(figure.told, at=at)
        if figure.second is not None:
            cell["of" if key == "rank" else "maximum"] = figure.second
    elif figure.told["value"] is not None:
        cell[part] = figure.told["value"]
        if figure.second is not None:
            cell["maximum"] = figure.second


@dataclass(frozen=True)
class Export:
    """A file of the corpus: its name, its bytes, what must be read from it."""

    name: str
    data: bytes
    expected: Expected


def shown(value: Any) -> str:
    """A content as text, for formats that hold nothing else."""
    if isinstance(value, Formula):
        return shown(value.stored)
    if isinstance(value, Error):
        return value.text
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M:%S}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:.12g}".replace(".", ",")
    return "" if value is None else str(value)
