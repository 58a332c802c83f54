"""Units as rows, indicators as columns: the annex of a letter, a ranking."""

import re

from core.importing import words
from core.importing.grid import Spot
from core.importing.headers import Header
from core.importing.recognise import Meaning
from core.importing.shapes.model import (
    Gathered,
    Line,
    Reading,
    Role,
    Table,
    figure_columns,
    unknown_headers,
)
from core.report import UNIT_CODE, UNIT_NAME, Blank, Cell, Note, NoteKind, Part

_ROMAN = re.compile(r"[IVX]+\.?")
_COLUMN_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[A-ZĐ])\s*(?:=[^)]*)?\)?")
_NO_FIGURE = {"", "stt", UNIT_NAME, UNIT_CODE}


def fits(header: Header) -> bool:
    """Whether the header has the units' names and at least one figure."""
    keys = {meaning.indicator for meaning in header.meanings.values()}
    return UNIT_NAME in keys and bool(keys - _NO_FIGURE - {"class"})


def read(table: Table) -> Reading:
    """The units and the total line of the table."""
    columns, notes = _columns(table)
    lines = [
        line for row in table.rows() if (line := _line(table, row, columns)) is not None
    ]
    if any(line.role is Role.TOTAL and not _is_section_sum(line) for line in lines):
        lines = [line for line in lines if not _is_section_sum(line)]
    code = table.header.column(indicator=UNIT_CODE)
    name = table.header.column(indicator=UNIT_NAME)
    used = {column for column, _ in figure_columns(table)} | {code or 0, name or 0}
    return Reading(
        lines=tuple(lines),
        columns=tuple(dict.fromkeys(m.indicator for _, m in columns)),
        notes=(*unknown_headers(table, used), *notes),
    )


def _columns(
    table: Table,
) -> tuple[tuple[tuple[int, Meaning], ...], tuple[Note, ...]]:
    """The columns of figures; a second one of the same figure is said and left."""
    taken: dict[Meaning, int] = {}
    notes = []
    for column, meaning in figure_columns(table):
        if meaning in taken:
            where = table.grid.at(Spot(table.header.rows[-1], column))
            pair = (table.header.tiers[c][-1] for c in (taken[meaning], column))
            notes.append(Note(NoteKind.CONFLICT, where, "; ".join(pair)))
        else:
            taken[meaning] = column
    return tuple((c, meaning) for meaning, c in taken.items()), tuple(notes)


def _line(
    table: Table, row: int, columns: tuple[tuple[int, Meaning], ...]
) -> Line | None:
    """The line of one row, or None for a row that is no unit and no total."""
    spots = [Spot(row, column) for column, _ in columns]
    filled = any(not table.grid.is_blank(spot) for spot in spots)
    role = _role(table, row, filled=filled)
    if role is None:
        return None
    gathered = Gathered(table)
    if role is Role.UNIT:
        for key in (UNIT_NAME, UNIT_CODE):
            if (column := table.header.column(indicator=key)) is not None:
                gathered.add(Spot(row, column), key, Part.VALUE)
    else:
        gathered.cells[UNIT_NAME, Part.VALUE] = _total_name(table, row)
    for spot, (_, meaning) in zip(spots, columns, strict=True):
        gathered.add(spot, meaning.indicator, meaning.part)
    name = gathered.cells[UNIT_NAME, Part.VALUE].value
    told = name if isinstance(name, str) else None
    return Line(role, told, gathered.cells, tuple(gathered.notes), (row,))


def _role(table: Table, row: int, *, filled: bool) -> Role | None:
    """Whether the row is a unit or the total; None for what is neither."""
    name = table.text(row, table.header.column(indicator=UNIT_NAME))
    number = table.text(row, table.header.column(indicator="stt"))
    if any(words.is_total(text) for text in _labels(table, row)):
        return Role.TOTAL if filled else None
    if words.is_note(number) or words.is_note(name) or _is_header_again(table, row):
        return None
    if _COLUMN_NUMBER.fullmatch(name):  # "(1) (2) (3)" under the header
        return None
    if filled:
        return Role.UNIT
    if not name or _ROMAN.fullmatch(number):
        return None  # a blank row, or the name of a section
    return Role.UNIT if number[:1].isdigit() or words.names_unit(name) else None


def _labels(table: Table, row: int) -> list[str]:
    """The texts left of the first figure: where the word "Tổng cộng" stands."""
    first = min((column for column, _ in figure_columns(table)), default=1)
    return [table.text(row, column) for column in range(table.left, first)]


def _is_header_again(table: Table, row: int) -> bool:
    column = table.header.column(indicator=UNIT_NAME)
    if column is None:
        return False
    return words.fold(table.text(row, column)) == words.fold(
        table.header.tiers[column][-1]
    )


def _total_name(table: Table, row: int) -> Cell:
    """The cell that calls the total line what it is."""
    first = min((column for column, _ in figure_columns(table)), default=1)
    for column in range(table.left, first):
        text = table.text(row, column)
        if words.is_total(text):
            return Cell(text, text, table.grid.at(Spot(row, column)))
    return Cell(Blank.MISSING)


def _is_section_sum(line: Line) -> bool:
    """Whether a total line is called no more than "Cộng"."""
    return line.role is Role.TOTAL and words.is_subtotal(line.name or "")
