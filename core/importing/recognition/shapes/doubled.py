"""Two columns of one figure: where they differ nobody knows which is meant; asked.

What both say is kept as the text of an unreadable cell, and which column is right is
one question of the whole column (`choosing.signs.COLUMNS`).
"""

from collections.abc import Mapping, Sequence

from core.frozen import replace
from core.importing.grid import Spot
from core.importing.recognition import disagreement
from core.importing.recognition.shapes.model import Line, Table, figure_columns
from core.report import Field


def asked(table: Table, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with what two of their columns tell differently unreadable."""
    columns = _columns(table)
    return (
        tuple(_asked(table, line, columns) for line in lines)
        if columns
        else tuple(lines)
    )


def _columns(table: Table) -> dict[Field, list[int]]:
    """The figures that several columns tell, with those columns."""
    found: dict[Field, list[int]] = {}
    for column, one in figure_columns(table):
        found.setdefault((one.indicator, one.part), []).append(column)
    return {field: some for field, some in found.items() if len(some) > 1}


def _asked(table: Table, line: Line, columns: Mapping[Field, list[int]]) -> Line:
    if len(line.rows) != 1:
        return line
    cells = dict(line.cells)
    for field, some in columns.items():
        spots = (Spot(line.rows[0], column) for column in some)
        said = [table.reader(s.column, *field).read(s.row).first for s in spots]
        if field in cells and (one := disagreement.differ(said)) is not None:
            cells[field] = one
    return replace(line, cells=cells)
