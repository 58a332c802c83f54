"""Sheets written as text: a line a row, "|" between the cells."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from core import catalogue as catalogues
from core.importing.grid import Grid, Marks, Merge, Raw, Spot
from core.importing.recognition import join, tables
from core.importing.recognition.recognise import Recogniser
from core.importing.recognition.shapes import key_values, shape_of
from core.importing.recognition.shapes.model import Table
from core.report import Note, NoteKind, Part, Place, Report, Value


@cache
def recogniser() -> Recogniser:
    """The catalogue's words, folded once for all tests."""
    return Recogniser(catalogues.load())


def sheet(text: str, *merges: str, name: str = "Bảng", percents: str = "") -> Grid:
    """A sheet of lines of cells; digits are numbers, as in a workbook."""
    rows = [[_raw(cell) for cell in line.split("|")] for line in _lines(text)]
    merged = tuple(Merge(*_corner(first), *_corner(last)) for first, last in
                   (one.split(":") for one in merges))  # fmt: skip
    shown = frozenset(_corner(one) for one in percents.split())
    return Grid(name, rows, Marks(merges=merged, percents=shown))


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.strip("\n").split("\n")]
    return lines if lines[-1] else lines[:-1]


def _raw(cell: str) -> Raw:
    text = cell.strip()
    if text.startswith("'"):
        return text[1:]  # a text, as in a workbook
    try:
        return float(text)
    except ValueError:
        return text


def _corner(address: str) -> Spot:
    column = "".join(sign for sign in address if sign.isalpha())
    number = 0
    for sign in column:
        number = number * 26 + ord(sign) - ord("A") + 1
    return Spot(int(address[len(column) :]), number)


def found(*grids: Grid) -> list[Table]:
    """The tables of these sheets."""
    return [table for grid in grids for table in tables.find(grid, recogniser())]


def report(*grids: Grid) -> Report:
    """What these sheets are read into."""
    readings = []
    for table in found(*grids):
        shape = shape_of(table.header)
        assert shape is not None
        readings += [key_values.read(table), shape.read(table)]
    return join.report(readings, recogniser().catalogue)


def figures(told: Report, keys: str, part: Part = Part.VALUE) -> dict[str, list[Value]]:
    """The figures of those indicators by the name of their unit."""
    return {
        row.name: [row.cell(key, part).value for key in keys.split()]
        for row in told.rows.values()
    }


def numbers(*some: object) -> list[Decimal]:
    """Numbers as decimals."""
    return [Decimal(str(one)) for one in some]


def value(told: Report, key: str, row: str = "1", part: Part = Part.VALUE) -> Value:
    """The figure in a row."""
    return told.cell(Place(row, key, part)).value


def notes(told: Report, kind: NoteKind) -> Sequence[Note]:
    """What was noted of that kind."""
    assert told.source is not None
    return [note for note in told.source.notes if note.kind is kind]
