"""Fields of work as rows (lĩnh vực), counts as columns: only the total is the office's.

The rows are no units; what they sum up to is the office's own figure where the file
says it, and is never summed here (docs/linh-vuc.md 3.3, no. 13).
"""

from core.importing.recognition.headers import Header
from core.importing.recognition.shapes import doubled, units
from core.importing.recognition.shapes.model import (
    Reading,
    Role,
    Table,
    figure_columns,
    unknown_headers,
)
from core.report import UNIT_NAME, Note, NoteKind


def fits(header: Header) -> bool:
    """Whether the header has the fields' names, no units', and at least one figure."""
    named = header.column(facet="field_name") is not None
    has_units = header.column(indicator=UNIT_NAME) is not None
    return named and not has_units and units.has_figures(header)


def read(table: Table) -> Reading:
    """The total line as the office's own figures; a note where there is none."""
    column = table.header.column(facet="field_name") or 1
    columns, notes = units.figures_once(table)
    owner = table.owner.name
    name = str(owner.value) if owner is not None else None
    totals = [
        units.of_office(line, name)
        for line in units.lines(table, column, columns)
        if line.role is Role.TOTAL
    ]
    used = {number for number, _ in figure_columns(table)} | {column}
    if not totals:
        text = f"{table.grid.sheet}: bảng theo lĩnh vực, không có dòng tổng cộng"
        left = Note(NoteKind.LEFT_OUT, table.grid.sheet, text)
        return Reading(notes=(left,))
    return Reading(
        lines=doubled.asked(table, totals),
        columns=tuple(dict.fromkeys(m.indicator for _, m in columns)),
        notes=(*unknown_headers(table, used), *notes),
    )
