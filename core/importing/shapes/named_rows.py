"""Rows that each name a figure, columns that hold its parts: the common part."""

from collections.abc import Callable

from core.catalogue import Kind
from core.importing import words
from core.importing.grid import Spot
from core.importing.headers import Header
from core.importing.recognise import Meaning, part_of
from core.importing.shapes.model import (
    Gathered,
    Line,
    Reading,
    Role,
    Table,
    unknown_headers,
)
from core.report import Note, NoteKind
from core.scoring import TOTAL_SCORE

FIGURES = frozenset(
    {"numerator", "denominator", "ratio", "score", "score_of_max", "maximum", "target"}
)
_SCORED = frozenset({"score", "score_of_max", "maximum"})
"""Facets that a group's row has; its other columns are sums of its criteria."""


def facets(header: Header) -> dict[int, str]:
    """The columns that hold a part of the row's own figure."""
    return {
        column: meaning.facet
        for column, meaning in sorted(header.meanings.items())
        if meaning.facet in FIGURES
    }


def read(table: Table, name_column: int, name: Callable[[str], str | None]) -> Reading:
    """The office's figures, one a row; `name` makes a row's name an indicator's key."""
    columns = facets(table.header)
    gathered = Gathered(table)
    unknown, read_from = [], []
    for row in table.rows():
        text = table.text(row, name_column)
        filled = any(not table.grid.is_blank(Spot(row, column)) for column in columns)
        if not text or not filled or words.is_note(text):
            continue
        key = TOTAL_SCORE if words.is_total(text) else name(text)
        if key is None:
            at = table.grid.at(Spot(row, name_column))
            unknown.append(Note(NoteKind.UNKNOWN_HEADER, at, text))
        else:
            _row(table, gathered, row, key, columns)
            read_from.append(row)
    used = {name_column, *columns} | {
        column for column, m in table.header.meanings.items() if _is_name(m)
    }
    owner = table.owner.name
    line = Line(
        Role.OFFICE,
        str(owner.value) if owner is not None else None,
        gathered.cells,
        tuple(gathered.notes),
        tuple(read_from),
    )
    return Reading(
        lines=(line,),
        columns=tuple(dict.fromkeys(key for key, _ in gathered.cells)),
        notes=(*unknown_headers(table, used), *unknown),
    )


def _is_name(meaning: Meaning) -> bool:
    return meaning.facet in ("group_name", "indicator_name")


def _row(
    table: Table, gathered: Gathered, row: int, key: str, columns: dict[int, str]
) -> None:
    kind = table.kind(key)
    for column, facet in columns.items():
        if kind is not Kind.SCORE or facet in _SCORED:
            gathered.add(Spot(row, column), key, part_of(kind, facet))
