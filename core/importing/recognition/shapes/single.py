"""Criteria as columns and one row of figures, whose unit only the titles name."""

from core.importing.grid import Spot, text_of
from core.importing.recognition.headers import Header
from core.importing.recognition.shapes import doubled, fractions, units
from core.importing.recognition.shapes.model import (
    Gathered,
    Line,
    Reading,
    Role,
    Table,
    figure_columns,
    unknown_headers,
)
from core.importing.recognition.words import is_column_number, is_total
from core.report import UNIT_NAME, Note, NoteKind

LEAST = 3
"""How many columns must be recognised, where no names of rows speak for a table."""

_NAMES = frozenset({"indicator_name", "group_name", "field_name"})


def fits(header: Header) -> bool:
    """Whether at least `LEAST` figures stand side by side, and nothing names rows."""
    has_names = any(
        one.facet in _NAMES or one.indicator == UNIT_NAME
        for one in header.meanings.values()
    )
    keys = {one.indicator for one in header.meanings.values()} - {"", "stt"}
    return not has_names and len(keys) >= LEAST and units.has_figures(header)


def read(table: Table) -> Reading:
    """The office's own figures; a note where several rows leave open whose they are."""
    columns, notes = units.figures_once(table)
    rows = [row for row in table.rows() if _is_filled(table, row)]
    totals = [row for row in rows if _is_total(table, row)]
    if len(rows) > 1 and len(totals) == 1:
        notes = (*notes, _left_out(table, f"{len(rows) - 1} dòng không có tên đơn vị"))
        rows = totals
    if len(rows) != 1:
        text = f"bảng có {len(rows)} dòng số liệu nhưng không có cột tên đơn vị"
        return Reading(notes=(_left_out(table, text),))
    gathered = Gathered(table)
    for column, meaning in columns:
        gathered.add(Spot(rows[0], column), meaning.indicator, meaning.part)
    owner = table.owner.name
    name = None if owner is None else str(owner.value)
    cells, told = gathered.cells, tuple(gathered.notes)
    line = Line(Role.OFFICE, name, cells, told, tuple(rows))
    used = {column for column, _ in figure_columns(table)}
    return Reading(
        lines=doubled.asked(table, fractions.asked([line], table.recogniser.catalogue)),
        columns=tuple(dict.fromkeys(one.indicator for _, one in columns)),
        notes=(*unknown_headers(table, used), *notes),
    )


def _left_out(table: Table, text: str) -> Note:
    sheet = table.grid.sheet
    return Note(NoteKind.LEFT_OUT, sheet, f"{sheet}: {text}")


def _is_total(table: Table, row: int) -> bool:
    """Whether the row is called the office's own line."""
    return any(map(is_total, map(text_of, table.grid.rows[row - 1])))


def _is_filled(table: Table, row: int) -> bool:
    """Whether a figure stands in the row, and it does not only number the columns."""
    texts = [table.text(row, column) for column, _ in figure_columns(table)]
    told = [text for text in texts if text]
    numbers = [str(number) for number in range(1, 100)]
    is_numbering = len(told) > 1 and all(map(is_column_number, told))
    if is_numbering and all(text.strip("()") in numbers for text in told):
        counted = [int(text.strip("()")) for text in told]
        is_numbering = counted == list(range(counted[0], counted[0] + len(counted)))
    return bool(told) and not is_numbering
