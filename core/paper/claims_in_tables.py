"""Figures in the tables of a letter, read as tables of a workbook are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core import entry, figures
from core.frozen import replace
from core.importing.grid import Grid, Spot
from core.importing.recognition import join, tables
from core.importing.recognition.recognise import Recogniser
from core.importing.recognition.shapes import dossiers, shape_of
from core.importing.recognition.shapes.model import Reading
from core.paper.model import Claim, Component, Paper
from core.report import TOTAL, Cell, Part, Place, Report, Row, Unreadable

_SECOND = frozenset({Part.MAXIMUM, Part.OF, Part.DENOMINATOR})
_HOLDING = (Component.ANNEX_CELL, Component.BODY)


@dataclass(frozen=True, slots=True)
class Tabled:
    """What the tables of a letter state.

    Attributes:
        report: Their figures, joined.
        claims: Where each stands.
    """

    report: Report
    claims: tuple[Claim, ...]


def read(paper: Paper, recogniser: Recogniser) -> Tabled:
    """The figures of all tables of the annexes and the body, joined into one report."""
    readings: list[Reading] = []
    spots: dict[str, list[int]] = {}
    for number in _tables(paper):
        grid = Grid(str(number), paper.table(number))
        spots |= _spots(paper, number, grid)
        for table in tables.find(grid, recogniser):
            shape = shape_of(table.header)
            if shape is not None and not dossiers.fits(table.header):
                readings.append(shape.read(table))
    report = _as_printed(join.report(readings, recogniser.catalogue), recogniser)
    found = (_claim(paper, place, cell, spots) for place, cell in report.cells())
    claims = tuple(one for one in found if one is not None)
    return Tabled(_numbered(report, paper, claims), claims)


def _tables(paper: Paper) -> Iterator[int]:
    """The numbers of the tables that may hold figures, in reading order."""
    yield from dict.fromkeys(
        line.cell.table
        for line in paper.lines
        if line.cell is not None and line.component in _HOLDING
    )


def _as_printed(report: Report, recogniser: Recogniser) -> Report:
    """The report without the doubts that only a spreadsheet's numbers raise.

    "0,42" under "(%)" may be 42 % in a workbook; on paper it is what is printed.
    """

    def settled(row: Row) -> Row:
        cells = dict(row.cells)
        for (key, part), cell in row.cells.items():
            if isinstance(cell.value, Unreadable) and cell.value.readings:
                indicator = recogniser.catalogue.indicators.get(key)
                value = figures.parse(cell.raw, entry.kind_of(indicator, part))
                cells[key, part] = replace(cell, value=value)
        return Row(row.id, cells)

    return replace(
        report,
        rows={key: settled(row) for key, row in report.rows.items()},
        total=None if report.total is None else settled(report.total),
    )


def _numbered(report: Report, paper: Paper, claims: Iterable[Claim]) -> Report:
    """The report with each cell's paragraph for its address, as in sentences."""
    rows = {row.id: dict(row.cells) for row in report.all_rows}
    for one in claims:
        cells, at = rows[one.place.row], f"đoạn {paper.lines[one.line].number}"
        cells[one.place.field] = replace(cells[one.place.field], at=at)
    return replace(
        report,
        rows={key: Row(key, rows[key]) for key in report.rows},
        total=None if report.total is None else Row(TOTAL, rows[TOTAL]),
    )


def _spots(paper: Paper, number: int, grid: Grid) -> Mapping[str, list[int]]:
    """The lines of each cell of a table, by the cell's address in `grid`."""
    found: dict[str, list[int]] = {}
    for index, line in enumerate(paper.lines):
        if line.cell is not None and line.cell.table == number:
            at = grid.at(Spot(line.cell.row + 1, line.cell.column + 1))
            found.setdefault(at, []).append(index)
    return found


def _claim(
    paper: Paper, place: Place, cell: Cell, spots: Mapping[str, list[int]]
) -> Claim | None:
    """Where the figure of a cell stands; None for one that no line holds."""
    if not isinstance(cell.value, Decimal | Unreadable) or not cell.raw:
        return None
    own, behind = _own(cell.raw, place.part)
    for index in spots.get(cell.at or "", ()):
        start = paper.lines[index].text.find(cell.raw)
        if start >= 0:
            start += behind
            return Claim(index, start, start + len(own), place, own)
    return None


def _own(raw: str, part: Part) -> tuple[str, int]:
    """Which of "4,33 / 6" is meant, and where it begins there."""
    first, slash, second = raw.partition("/")
    if not slash:
        return raw, 0
    if part not in _SECOND:
        return first.rstrip(), 0
    return second.strip(), len(raw) - len(second.lstrip())
