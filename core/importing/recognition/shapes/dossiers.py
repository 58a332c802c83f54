"""A list of dossiers, one a row: overdue, or nearly due (docs/linh-vuc.md 3.3, no. 6)."""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from core import figures
from core.absent import Blank, Unreadable
from core.catalogue import Catalogue, Kind
from core.dossier import COUNTS, DATES, TEXTS, Code, Day, Days, Dossier, DossierKind
from core.importing.grid import Grid, Raw, Spot, text_of
from core.importing.recognition import cells, lists, words
from core.importing.recognition.headers import Header
from core.importing.recognition.shapes.model import Reading, Table, unknown_headers
from core.names import folded
from core.patterns import later
from core.period import Moment
from core.report import Note, NoteKind

LEAST = 2
"""Filled columns of a row at least; fewer are a section's name or a remark."""

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - days of a spreadsheet have no zone
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_050
"""Days from 1990 to 2099; other numbers in a column of days are no days."""

_SPOILT = later(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
"""A code of digits as a spreadsheet shows it once it is a number."""

_KINDS = (
    (DossierKind.OVERDUE, "overdue"),
    (DossierKind.NEARLY_DUE, "nearly_due"),
    (DossierKind.UNKNOWN, "neither"),
)


def fits(header: Header) -> bool:
    """Whether the header is that of a list: it has a column of the dossiers' codes."""
    return header.column(facet=lists.CODE) is not None


def read(table: Table) -> Reading:
    """The dossiers of the list; it holds no figure of any unit."""
    rows = _Rows(table)
    found = tuple(rows.dossier(row) for row in table.rows() if rows.has(row))
    used = {*rows.columns.values(), *_others(table.header)}
    return Reading(notes=(*unknown_headers(table, used), *rows.notes), dossiers=found)


def _columns(header: Header) -> dict[str, int]:
    """By attribute the column that holds it; what is not kept has none."""
    found = {}
    for attribute in ("code", *TEXTS, *DATES, *COUNTS):
        column = header.column(facet=lists.facet_of(attribute))
        if column is not None:
            found[attribute] = column
    return found


def _others(header: Header) -> Iterable[int]:
    """The columns that are known and not kept, as numbers of identity cards."""
    return (column for column, one in header.meanings.items() if one.facet)


class _Rows:
    """Reads the rows of one list; what many of them have in common once."""

    def __init__(self, table: Table) -> None:
        """Know the columns, and what the titles say of all dossiers."""
        self.columns = _columns(table.header)
        self.notes: list[Note] = []
        self._table, self._grid = table, table.grid
        self._catalogue = table.recogniser.catalogue
        titles = (title.text for title in table.titles)
        self._kind = kind_of((*titles, table.grid.sheet), self._catalogue)
        owner = table.owner.name
        self._owner = "" if owner is None else str(owner.value)
        self._days: dict[str, Day] = {}
        self._states: dict[str, DossierKind] = {}

    def has(self, row: int) -> bool:
        """Whether a row is one: no total, note, section's name, or column numbers."""
        texts = (self._table.text(row, column) for column in self.columns.values())
        filled = [text for text in texts if text]
        if len(filled) < LEAST or all(map(words.is_column_number, filled)):
            return False
        shown = (text_of(v) for v in self._grid.rows[row - 1] if v != "")
        first = next((text for text in shown if text), "")
        return not (words.is_total(first) or words.is_note(first))

    def dossier(self, row: int) -> Dossier:
        """The dossier in that row."""
        told: dict[str, Any] = {}
        for attribute, column in self.columns.items():
            told[attribute] = self._value(Spot(row, column), attribute)
        told["receiver"] = told.get("receiver") or self._owner
        state = told.get("status", "")
        if state not in self._states:
            is_told = _kinds(state, self._catalogue)
            own = kind_of((state,), self._catalogue)
            self._states[state] = own if is_told else self._kind
        at = self._grid.at(Spot(row, self.columns["code"]))
        return Dossier(kind=self._states[state], at=at, **told)

    def _value(self, spot: Spot, attribute: str) -> str | Code | Day | Days:
        trouble = self._trouble(spot)
        if attribute in TEXTS:
            return "" if trouble else self._grid.text(spot)
        if trouble:
            return Unreadable(trouble)
        value = self._grid.own(spot)
        if attribute in DATES:
            if not isinstance(value, str):
                return day(value)
            if value not in self._days:
                self._days[value] = day(value)
            return self._days[value]
        return code(value) if attribute == "code" else _number(self._grid, spot)

    def _trouble(self, spot: Spot) -> str:
        """The text of an error, or of a formula never reckoned, once it is noted."""
        marks = self._grid.marks
        for texts, kind in (
            (marks.errors, NoteKind.ERROR_CELL),
            (marks.unsaved, NoteKind.NO_STORED_VALUE),
        ):
            if texts and (text := texts.get(spot)) is not None:
                self.notes.append(Note(kind, self._grid.at(spot), text))
                return text
        return ""


def _number(grid: Grid, spot: Spot) -> Days:
    value = cells.read(grid, spot, Kind.DAYS).first.value
    if isinstance(value, Decimal | Blank | Unreadable):
        return value
    return Unreadable(grid.text(spot))


def code(value: Raw) -> Code:
    """A dossier's code as it stands there.

    Of a number nobody knows which zeros, or digits, the code had before a spreadsheet
    took it for one.
    """
    text = text_of(value)
    if not text:
        return Blank.MISSING
    if not isinstance(value, str) or _SPOILT.fullmatch(text):
        return Unreadable(text)
    return text


def day(value: Raw) -> Day:
    """A day, perhaps with a time: day first in text, a day cell, a day's number."""
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return Moment(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_serial(float(value))
    text = text_of(value)
    if figures.parse(text, Kind.COUNT) is Blank.MISSING:
        return Blank.MISSING  # nothing, or a dash
    moment = figures.parse_moment(text)
    if moment is not None and moment.clock == time():
        return Moment(moment.day)
    return moment or Unreadable(text)


def _of_serial(serial: float) -> Day:
    """The day that a spreadsheet counts as that number."""
    if not math.isfinite(serial) or not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return Unreadable(f"{serial:.12g}")
    return _moment(_EPOCH + timedelta(seconds=round(serial * 86_400)))


def _moment(at: datetime) -> Moment:
    """Midnight is what a day without a time looks like."""
    clock = time(at.hour, at.minute)
    return Moment(at.date(), None if clock == time() and not at.second else clock)


def kind_of(texts: Iterable[str], catalogue: Catalogue) -> DossierKind:
    """What those texts say of dossiers; unknown where they say both, or nothing."""
    found = {kind for text in texts for kind in _kinds(text, catalogue)}
    return found.pop() if len(found) == 1 else DossierKind.UNKNOWN


def _kinds(text: str, catalogue: Catalogue) -> set[DossierKind]:
    """All that a text says; a word within a longer one ("chưa quá hạn") says nothing."""
    bare = folded if text.isascii() else words.fold
    left = f" {bare(words.fold(text))} "
    said = [
        (f" {bare(word)} ", kind)
        for kind, key in _KINDS
        for word in catalogue.dossier_words.get(key, ())
    ]
    found = set()
    for word, kind in sorted(said, key=lambda one: -len(one[0])):
        if word in left:
            left = left.replace(word, " | ")
            found.add(kind)
    return found
