"""Rows that each name a figure, columns that hold its parts: the common part."""

from collections.abc import Callable
from decimal import Decimal

from core import figures
from core.catalogue import Indicator, Kind
from core.importing.grid import Spot
from core.importing.recognition import words
from core.importing.recognition.headers import Header
from core.importing.recognition.recognise import UNIT, part_of
from core.importing.recognition.shapes import fractions
from core.importing.recognition.shapes.model import (
    Gathered,
    Line,
    Reading,
    Role,
    Table,
    unknown_headers,
)
from core.report import UNIT_NAME, Note, NoteKind, Part
from core.scoring import TOTAL_SCORE

FIGURES = frozenset(
    {
        "numerator",
        "denominator",
        "ratio",
        "value",
        "score",
        "score_of_max",
        "maximum",
        "target",
    }
)
_OF_KIND = {
    Kind.SCORE: frozenset({"value", "score", "score_of_max", "maximum", "target"}),
    Kind.RANK: frozenset({"value", "score", "score_of_max"}),
    Kind.TEXT: frozenset({"value", "score", "score_of_max"}),
}
"""Facets that such a row has; a group's other columns are sums of its criteria."""

_NAMES = frozenset({"group_name", "indicator_name"})
_POINTS = frozenset({"score", "score_of_max", "maximum"})
_MEASURED = (Kind.RATIO, Kind.DAYS, Kind.COUNT)
_GIVEN = (Kind.SCORE, Kind.RANK, Kind.TEXT)


def facets(header: Header) -> dict[int, str]:
    """The columns that hold a part of the row's own figure."""
    return {
        column: meaning.facet
        for column, meaning in sorted(header.meanings.items())
        if meaning.facet in FIGURES
    }


def name_columns(header: Header) -> list[int]:
    """The columns that name groups and criteria."""
    return [column for column, one in header.meanings.items() if one.facet in _NAMES]


def read(table: Table, names: int, name: Callable[[str], str | None]) -> Reading:
    """The office's figures, one a row; `name` makes a row's name an indicator's key."""
    columns = facets(table.header)
    rows, unknown = _known(table, names, name, columns)
    gathered = Gathered(table)
    for row, key in rows.items():
        add(table, gathered, row, key, columns)
    used = {names, *columns, *name_columns(table.header)}
    owner = table.owner.name
    line = Line(
        Role.OFFICE,
        str(owner.value) if owner is not None else None,
        gathered.cells,
        tuple(gathered.notes),
        tuple(rows),
    )
    return Reading(
        lines=(fractions.asked_together(line, table.recogniser.catalogue),),
        columns=tuple(dict.fromkeys(key for key, _ in gathered.cells)),
        notes=(*unknown_headers(table, used), *unknown),
    )


def known(table: Table, names: int) -> tuple[dict[int, str], tuple[Note, ...]]:
    """By row the indicator it names, where any figure stands in it; notes of others."""
    return _known(table, names, lambda text: figure(table, text), None)


def figure(table: Table, text: str) -> str | None:
    """The criterion, the count, else the score or the rank that a row's name means."""
    found = table.recogniser.name(text, _is_measured)
    found = found or table.recogniser.name(text, _is_given)
    if found is not None and not _has_place(table, found.kind):
        found = table.recogniser.name(f"{text} (%)", _is_measured)
    return None if found is None else found.key


def _is_share(table: Table, row: int, measure: int | None, key: str | None) -> bool:
    """Whether a row named as a group holds a share: "%" says so, or too many points."""
    one = table.recogniser.catalogue.indicators[key or ""]
    if one.kind is not Kind.SCORE:
        return False
    if table.text(row, measure) == "%":
        return True
    meanings = table.header.meanings
    if any(m.facet in _POINTS or m.part is Part.SCORE for m in meanings.values()):
        return False  # the points stand beside their share
    texts = {
        column: text
        for column, meaning in meanings.items()
        if meaning.facet == "value" or (meaning.facet == UNIT and not meaning.indicator)
        if (text := table.text(row, column))
    }
    if any("%" in t or row in table.grid.percents(c) for c, t in texts.items()):
        return True
    read = (figures.parse(text, Kind.SCORE) for text in texts.values())
    numbers = [number for number in read if isinstance(number, Decimal)]
    return one.maximum is not None and any(n > one.maximum for n in numbers)


def _share(table: Table, text: str) -> str | None:
    """The share of that name, if any."""
    found = table.recogniser.name(f"{text} (%)", lambda one: one.kind is Kind.RATIO)
    return None if found is None else found.key


def _has_place(table: Table, kind: Kind) -> bool:
    """Whether any column holds a part of figures of that kind: ratios have no points."""
    allowed = _OF_KIND.get(kind, FIGURES)
    told = facets(table.header).values()
    return not told or any(facet in allowed for facet in told)


def add(
    table: Table, gathered: Gathered, row: int, key: str, columns: dict[int, str]
) -> None:
    """Read the parts of the figure that a row names."""
    kind = table.kind(key)
    allowed = _OF_KIND.get(kind, FIGURES)
    for column, facet in columns.items():
        if facet in allowed:
            gathered.add(Spot(row, column), key, part_of(kind, facet))


def _known(
    table: Table,
    names: int,
    name: Callable[[str], str | None],
    columns: dict[int, str] | None,
) -> tuple[dict[int, str], tuple[Note, ...]]:
    rows, notes = {}, []
    looked = columns or [c for c in table.header.tiers if c != names]
    looked = [c for c in looked if not _is_label(table.header, c)]
    measure = table.header.column(facet="measure")
    for row in table.rows():
        text = table.text(row, names)
        filled = any(not table.grid.is_blank(Spot(row, column)) for column in looked)
        if not text or not filled or words.is_note(text):
            continue
        if words.is_column_number(text) or words.fold(text) == _heading(table, names):
            continue
        key = TOTAL_SCORE if words.is_total(text) else name(text)
        if key not in (None, TOTAL_SCORE) and _is_share(table, row, measure, key):
            key = _share(table, text) or key
        if key is None:
            at = table.grid.at(Spot(row, names))
            notes.append(Note(NoteKind.UNKNOWN_HEADER, at, text))
        else:
            rows[row] = key
    for row in _of_no_points(table, names, rows):
        at, text = table.grid.at(Spot(row, names)), table.text(row, names)
        notes.append(Note(NoteKind.UNKNOWN_HEADER, at, text))
        del rows[row]
    return rows, tuple(notes)


def _of_no_points(table: Table, names: int, rows: dict[int, str]) -> list[int]:
    """The rows called "Tổng" of which nothing says that they sum points."""
    told = {one.facet for one in table.header.meanings.values()}
    others = (table.kind(key) for key in rows.values() if key != TOTAL_SCORE)
    if told & _POINTS or Kind.SCORE in others:
        return []
    labels = {r: words.label(table.text(r, names)) for r in rows}
    return [
        row
        for row, key in rows.items()
        if key == TOTAL_SCORE and not labels[row].points
    ]


def _is_label(header: Header, column: int) -> bool:
    """Whether a column names its rows, or numbers them."""
    meaning = header.meanings.get(column)
    if meaning is None:
        return False
    return meaning.indicator in ("stt", UNIT_NAME) or meaning.facet in _NAMES


def _heading(table: Table, column: int) -> str:
    return words.fold(" ".join(table.header.tiers[column][-1:]))


def _is_measured(one: Indicator) -> bool:
    return one.kind in _MEASURED and one.key != "stt"


def _is_given(one: Indicator) -> bool:
    return one.kind in _GIVEN and one.key != UNIT_NAME
