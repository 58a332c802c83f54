"""What a sheet was taken for, row by row and column by column, for the import window."""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import TypeAlias

from core.frozen import frozen
from core.importing.choosing.choices import LEFT_OUT, TableKey
from core.importing.grid import Grid, text_of
from core.importing.opened import Column, FoundTable, RowRole, Sheet, runs_of
from core.importing.recognition import words
from core.importing.recognition.recognise import Certainty, Meaning, Recogniser
from core.importing.recognition.shapes.model import Reading, Role, Table
from core.names import unit_identity
from core.report import Note

_Told: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""The figures and the units that a table tells of."""

_ROLES = {
    Role.UNIT: RowRole.UNIT,
    Role.TOTAL: RowRole.TOTAL,
    Role.OFFICE: RowRole.CRITERION,
}


@frozen
class Piece:
    """A table of a sheet with what it was read into.

    Attributes:
        table: As found, with the columns that were chosen.
        readings: What it says; empty where it has no shape that is read.
        chosen: What a person said of its columns.
        is_left_out: A person said that it is not to be read.
    """

    table: Table
    readings: tuple[Reading, ...]
    chosen: Mapping[int, Meaning]
    is_left_out: bool = False

    @property
    def key(self) -> TableKey:
        """Which table it is."""
        return key_of(self.table)

    @property
    def is_read(self) -> bool:
        """Whether its figures go into the report."""
        return bool(self.readings) and not self.is_left_out


def key_of(table: Table) -> TableKey:
    """Which table of the file it is."""
    return TableKey(table.grid.sheet, table.header.rows[0], table.left)


def sheet(
    grid: Grid, pieces: Sequence[Piece], notes: tuple[Note, ...], *, is_taken: bool
) -> Sheet:
    """The sheet `grid`, whole as in the file, with what its tables were taken for."""
    ordered = sorted(pieces, key=lambda piece: piece.table.header.rows)
    titles = dict.fromkeys(one for piece in ordered for one in piece.table.titles)
    return Sheet(
        grid,
        tables=tuple(_found(piece) for piece in ordered),
        titles=tuple(titles),
        runs=runs_of(_roles(grid, ordered)),
        notes=notes,
        is_hidden=grid.marks.hidden_sheet,
        is_taken=is_taken,
    )


def near(piece: Piece) -> Iterator[Column]:
    """The columns of a table that are only nearly what they are taken for."""
    header = piece.table.header
    for number in sorted(header.tiers):
        if number not in piece.chosen and header.certainty(number) is Certainty.NEAR:
            yield _column(piece, number)


def _found(piece: Piece) -> FoundTable:
    header = piece.table.header
    doubled = _doubled(piece)
    return FoundTable(
        key=piece.key,
        header=header.rows,
        last_row=_last_row(piece),
        columns=tuple(_column(piece, n, doubled) for n in sorted(header.tiers)),
        is_read=piece.is_read,
    )


def _last_row(piece: Piece) -> int:
    """The last row with a figure, or the header's last."""
    lines = [line for reading in piece.readings for line in reading.lines]
    rows = [row for line in lines for row in line.rows]
    return max((*rows, *_listed(piece)), default=piece.table.header.rows[-1])


def _listed(piece: Piece) -> Iterator[int]:
    """The rows of the dossiers that it names."""
    for reading in piece.readings:
        for one in reading.dossiers:
            yield int(one.at.rpartition("!")[2].lstrip(ascii_uppercase))


def _doubled(piece: Piece) -> frozenset[int]:
    """The columns that tell the same figure: which one is meant nobody has said yet."""
    if not any(reading.is_doubled for reading in piece.readings):
        return frozenset()
    by_meaning: dict[Meaning, list[int]] = {}
    for number, one in piece.table.header.meanings.items():
        if one.indicator and not one.is_ignored:
            by_meaning.setdefault(one, []).append(number)
    alike = (numbers for numbers in by_meaning.values() if len(numbers) > 1)
    return frozenset(number for numbers in alike for number in numbers)


def _column(piece: Piece, number: int, doubled: frozenset[int] = frozenset()) -> Column:
    header = piece.table.header
    is_chosen = number in piece.chosen
    certainty = Certainty.NEAR if number in doubled else header.certainty(number)
    return Column(
        number,
        tiers=header.tiers[number],
        meaning=header.meanings.get(number),
        certainty=Certainty.SURE if is_chosen else certainty,
        is_chosen=is_chosen,
    )


def candidates(column: Column, recogniser: Recogniser) -> tuple[Meaning, ...]:
    """What a column may hold, for a person to choose from.

    What it is taken for, then what its heading is like, the likeliest first. All the
    rest is in `naming.meanings`.
    """
    own = column.meaning
    first = () if own is None or own == LEFT_OUT else (own,)
    return tuple(dict.fromkeys((*first, *recogniser.candidates(column.tiers))))


def _roles(grid: Grid, pieces: Sequence[Piece]) -> Iterator[tuple[int, RowRole]]:
    """What each row with something in it is taken for, from top to bottom."""
    known: dict[int, RowRole] = {}
    for piece in pieces:
        known |= dict.fromkeys(piece.table.header.rows, RowRole.HEADER)
        for reading in piece.readings:
            for line in reading.lines:
                role = RowRole.LEFT_OUT if piece.is_left_out else _ROLES[line.role]
                for row in line.rows:
                    known[row] = role
        role = RowRole.LEFT_OUT if piece.is_left_out else RowRole.DOSSIER
        known |= dict.fromkeys(_listed(piece), role)
    lasts = [_last_row(piece) for piece in pieces]
    starts = [piece.table.header.rows[0] for piece in pieces]
    for row, values in enumerate(grid.rows, start=1):
        if row in known:
            yield row, known[row]
        elif (first := next((text_of(v) for v in values if text_of(v)), "")) != "":
            yield row, _other(row, first, starts, lasts)


def _other(row: int, text: str, starts: list[int], lasts: list[int]) -> RowRole:
    """What a row is that no table reads: its first text tells a note from the rest."""
    if words.is_note(text):
        return RowRole.NOTE
    inside = any(s <= row <= last for s, last in zip(starts, lasts, strict=True))
    is_above = any(row < start for start in starts)
    return RowRole.TITLE if is_above and not inside else RowRole.LEFT_OUT


# ------------------------------------------------------------------------------- rivals


def rivals(pieces: Sequence[Piece]) -> tuple[tuple[TableKey, ...], ...]:
    """Groups of tables that tell the same figures of the same units.

    Two months' sheets are rivals; a sheet a group, or a list in two parts, is not.
    """
    if len(pieces) < 2:
        return ()
    alike: dict[_Told, set[TableKey]] = {}
    for piece in pieces:  # a web page may hold one table a thousand times
        if (columns := _columns(piece)) and (units := _units(piece)):
            alike.setdefault((columns, units), set()).add(piece.key)
    groups: list[set[TableKey]] = []
    told = list(alike)
    for index, (columns, units) in enumerate(told):
        others = (
            alike[one, some]
            for one, some in told[:index]
            if columns & one and units & some
        )
        own = alike[columns, units]
        near = [g for keys in others for g in groups if not g.isdisjoint(keys)]
        groups = [g for g in groups if g not in near]
        groups.append(own.union(*near))
    order = {piece.key: place for place, piece in enumerate(pieces)}
    found = [sorted(g, key=order.__getitem__) for g in groups if len(g) > 1]
    return tuple(map(tuple, sorted(found, key=lambda g: order[g[0]])))


def _columns(piece: Piece) -> frozenset[str]:
    return frozenset(key for reading in piece.readings for key in reading.columns)


def _units(piece: Piece) -> frozenset[str]:
    """The units that it tells of, by district; "" for an office that is not named."""
    return frozenset(
        f"{reading.area}{unit_identity(line.name or '')}"
        for reading in piece.readings
        for line in reading.lines
        if line.role is not Role.TOTAL
    )
