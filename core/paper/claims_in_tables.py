"""Figures in the tables of a letter, read as tables of a workbook are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.importing.grid import Grid, Spot
from core.importing.recognition import join, tables
from core.importing.recognition.recognise import Recogniser
from core.importing.recognition.shapes import dossiers, shape_of
from core.importing.recognition.shapes.model import Reading
from core.paper.model import Claim, Component, Paper
from core.report import Cell, Place, Report

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
    report = join.report(readings, recogniser.catalogue)
    found = (_claim(paper, place, cell, spots) for place, cell in report.cells())
    return Tabled(report, tuple(one for one in found if one is not None))


def _tables(paper: Paper) -> Iterator[int]:
    """The numbers of the tables that may hold figures, in reading order."""
    yield from dict.fromkeys(
        line.cell.table
        for line in paper.lines
        if line.cell is not None and line.component in _HOLDING
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
    if cell.number is None:
        return None
    for index in spots.get(cell.at or "", ()):
        text = paper.lines[index].text
        start = text.find(cell.raw)
        if start >= 0:
            return Claim(index, start, start + len(cell.raw), place, cell.raw)
    return None
