"""Units as rows, indicators as columns: the annex of a letter, a ranking."""

from collections.abc import Mapping, Sequence

from core.frozen import replace
from core.importing.grid import Spot
from core.importing.recognition.headers import Header
from core.importing.recognition.recognise import Meaning
from core.importing.recognition.shapes import doubled, fractions
from core.importing.recognition.shapes.model import (
    Line,
    Reading,
    Role,
    Table,
    figure_columns,
    gathered,
    lines_of_units,
    unknown_headers,
)
from core.importing.recognition.shapes.roles import Roles
from core.report import (
    UNIT_CODE,
    UNIT_NAME,
    Blank,
    Cell,
    Field,
    Note,
    NoteKind,
    Part,
)

_OWN = (UNIT_NAME, UNIT_CODE)
_NO_FIGURE = {"", "stt", UNIT_NAME, UNIT_CODE}

_NAME = (UNIT_NAME, Part.VALUE)

MOST_NAMED = 8
"""How many rows that were left out a note names."""

Columns = tuple[tuple[int, Meaning], ...]
Cells = Mapping[Field, Cell]
Notes = Sequence[tuple[Field, Note]]


def fits(header: Header) -> bool:
    """Whether the header has the units' names and at least one figure."""
    keys = {meaning.indicator for meaning in header.meanings.values()}
    named = header.column(facet="indicator_name") is not None
    return not named and UNIT_NAME in keys and has_figures(header)


def has_figures(header: Header) -> bool:
    """Whether any column holds an indicator's figures."""
    keys = {meaning.indicator for meaning in header.meanings.values()}
    return bool(keys - _NO_FIGURE - {"class"})


def read(table: Table) -> Reading:
    """The units and the total line of the table."""
    columns, notes = figures_once(table)
    name = table.header.column(indicator=UNIT_NAME) or 0
    code = table.header.column(indicator=UNIT_CODE) or 0
    read_lines, left = _lines(table, name, columns)
    used = {column for column, _ in figure_columns(table)} | {code, name}
    return Reading(
        lines=doubled.asked(
            table, fractions.asked(read_lines, table.recogniser.catalogue)
        ),
        columns=tuple(dict.fromkeys(m.indicator for _, m in columns)),
        notes=(*unknown_headers(table, used), *notes, *left),
    )


def lines(table: Table, name: int, columns: Columns) -> tuple[Line, ...]:
    """A line for each row that is a unit, or the total, by the column of names."""
    found, _ = _lines(table, name, columns)
    return found


def _lines(
    table: Table, name: int, columns: Columns
) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """The lines, and a note of the rows with figures that are left out."""
    roles = Roles(table, name)
    known = roles.certain()
    fields = [(column, (one.indicator, one.part)) for column, one in columns]
    own = [(c, (key, Part.VALUE)) for key in _OWN if (c := _column(table, key))]
    cells, more = gathered(table, tuple(known), (*own, *fields))
    found = lines_of_units(tuple(known), cells)
    for index, (row, role) in enumerate(known.items()):
        notes = more[index].notes if index in more else ()
        if role is not Role.UNIT:
            found[index] = _total(table, row, roles, cells[index], notes)
        elif notes:
            found[index] = replace(found[index], notes=tuple(notes))
    if any(one.role is Role.TOTAL and not roles.is_section(one) for one in found):
        found = [one for one in found if not roles.is_section(one)]
    return tuple(found), _left_out(table, name, roles.left)


def _left_out(table: Table, name: int, left: Mapping[int, str]) -> tuple[Note, ...]:
    """One note of all rows that were left out, by what they are called."""
    if not left:
        return ()
    called = [f"“{text}”" for text in dict.fromkeys(left[row] for row in sorted(left))]
    more = f" và {len(called) - MOST_NAMED} dòng khác" * (len(called) > MOST_NAMED)
    text = f"dòng {', '.join(called[:MOST_NAMED])}{more} (không phải của một đơn vị)"
    return (Note(NoteKind.LEFT_OUT, table.grid.at(Spot(min(left), name)), text),)


def figures_once(table: Table) -> tuple[Columns, tuple[Note, ...]]:
    """The columns of figures; a second one of the same figure is said where it differs."""
    taken: dict[Meaning, int] = {}
    notes = []
    for column, meaning in figure_columns(table):
        if meaning in taken:
            where = table.grid.at(Spot(table.header.rows[-1], column))
            if text := _pair(table, taken[meaning], column):
                notes.append(Note(NoteKind.CONFLICT, where, text))
        else:
            taken[meaning] = column
    return tuple((c, meaning) for meaning, c in taken.items()), tuple(notes)


def _pair(table: Table, first: int, second: int) -> str:
    """Both columns and a row in which they differ; empty where they do in none."""
    texts = ((r, table.text(r, first), table.text(r, second)) for r in table.rows())
    told = next(((r, a, b) for r, a, b in texts if a != b), None)
    if told is None:
        return ""
    row, one, other = told
    both = [
        f"“{_heading(table, c)}” (cột {_letters(table, c)})" for c in (first, second)
    ]
    beside = f"dòng {row} là {one or 'ô trống'} và {other or 'ô trống'}"
    return f"{' và '.join(both)}, {beside}; chưa lấy cột nào"


def _letters(table: Table, column: int) -> str:
    return table.grid.at(Spot(1, column)).rpartition("!")[2][:-1]


def _heading(table: Table, column: int) -> str:
    """What stands over a column: the lowest heading; all where that is not its own."""
    tiers = table.header.tiers[column]
    lowest = [over[-1:] for over in table.header.tiers.values()]
    return " – ".join(tiers if lowest.count(tiers[-1:]) > 1 else tiers[-1:])


def _column(table: Table, key: str) -> int:
    return table.header.column(indicator=key) or 0


def _total(table: Table, row: int, roles: Roles, cells: Cells, notes: Notes) -> Line:
    name = _total_name(table, roles, row)
    rest = {field: cell for field, cell in cells.items() if field[0] not in _OWN}
    kept = tuple(noted for noted in notes if noted[0][0] not in _OWN)
    told = name.value if isinstance(name.value, str) else None
    return Line(Role.TOTAL, told, {_NAME: name} | rest, kept, (row,))


def _total_name(table: Table, roles: Roles, row: int) -> Cell:
    """The cell that calls the total line what it is."""
    column = roles.total_column(row)
    if column is None:
        return Cell(Blank.MISSING)
    spot = Spot(row, column)
    text = table.grid.text(spot)
    return Cell(text, text, table.grid.at(spot))


def of_office(line: Line, name: str | None) -> Line:
    """A total line as the figures of the office itself."""
    cells = {field: one for field, one in line.cells.items() if field[0] != UNIT_NAME}
    return replace(line, role=Role.OFFICE, name=name, cells=cells)
