"""Figures, changes and settings as JSON text and back, without any loss.

A value is a list that begins with its tag; a `Decimal` is its text, so that "1.0"
and "1.00" stay apart. Decoding text that is not ours raises one of `BROKEN`.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any, TypeAlias

from core.dossier import COUNTS, DATES, TEXTS, Dossier, DossierKind
from core.office import LetterKind
from core.period import Moment, Period, PeriodKind
from core.report import (
    Blank,
    Cell,
    Edit,
    Layout,
    Note,
    NoteKind,
    Part,
    Place,
    Reading,
    Report,
    Row,
    Source,
    SourceTable,
    Unreadable,
    Value,
    rows_of,
)
from core.store.month import LetterSettings

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
"""What JSON can hold."""

_VALUES = ("code", *DATES, *COUNTS)
"""The attributes of a dossier that may be missing or unreadable."""

_OLD = ("code", "received", "due", "finished", "overdue_days")
"""Those of them that months of every version hold."""

AT_ONCE = 100
"""Rows that are made text at once, in some 3 ms."""

BROKEN = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
"""What decoding raises where the text is not what encoding wrote."""


def to_text(data: Json) -> str:
    """`data` as JSON in ASCII: file names may hold what UTF-8 cannot."""
    return json.dumps(data, separators=(",", ":"))


# ------------------------------------------------------------------------------ values


def _from_value(value: Value) -> list[Json]:
    match value:
        case Decimal():
            return ["n", str(value)]
        case str():
            return ["t", value]
        case Blank():
            return ["b", value.value]
        case Unreadable(text, readings):
            return ["u", text, [str(number) for number in readings]]
        case Period(kind, year, number, days):
            return ["p", kind.value, year, number, *(d.isoformat() for d in days or ())]
        case Moment(day, clock):
            return ["m", day.isoformat(), None if clock is None else clock.isoformat()]


def _to_value(data: list[Any]) -> Value:
    match data:
        case ["n", str(digits)]:
            return Decimal(digits)
        case ["t", str(text)]:
            return text
        case ["b", kind]:
            return Blank(kind)
        case ["u", str(text), readings]:
            return Unreadable(text, tuple(Decimal(digits) for digits in readings))
        case ["p", kind, int(year), int(number)]:
            return Period(PeriodKind(kind), year, number)
        case ["p", kind, int(year), int(number), str(first), str(last)]:
            days = date.fromisoformat(first), date.fromisoformat(last)
            return Period(PeriodKind(kind), year, number, days)
        case ["m", day, clock]:
            at = None if clock is None else time.fromisoformat(clock)
            return Moment(date.fromisoformat(day), at)
        case _:
            message = f"no value: {data!r}"
            raise ValueError(message)


def _from_cell(cell: Cell | None) -> Json:
    return None if cell is None else [_from_value(cell.value), cell.raw, cell.at]


def _to_cell(data: list[Any]) -> Cell:
    value, raw, at = data
    return Cell(_to_value(value), raw, at)


def _from_place(place: Place) -> list[Json]:
    return [place.row, place.indicator, place.part.value]


def _to_place(data: list[Any]) -> Place:
    row, indicator, part = data
    return Place(row, indicator, Part(part))


# ------------------------------------------------------------------------------- edits


def encode_edits(edits: Iterable[Edit]) -> str:
    """The edits of a change as text."""
    return to_text(
        [
            [*_from_place(edit.place), _from_cell(edit.before), _from_cell(edit.after)]
            for edit in edits
        ]
    )


def decode_edits(text: str) -> tuple[Edit, ...]:
    """The edits of a change."""
    return tuple(
        Edit(_to_place(place), _cell_or_none(before), _cell_or_none(after))
        for *place, before, after in json.loads(text)
    )


def _cell_or_none(data: list[Any] | None) -> Cell | None:
    return None if data is None else _to_cell(data)


def encode_readings(readings: tuple[Reading, Reading] | None) -> str | None:
    """What a step changed of the file's reading as text; None where it changed none."""
    if readings is None:
        return None
    return to_text([_from_reading(one) for one in readings])


def decode_readings(text: str | None) -> tuple[Reading, Reading] | None:
    """What a step changed of the file's reading."""
    if text is None:
        return None
    before, after = json.loads(text)
    return _to_reading(before), _to_reading(after)


def _from_reading(reading: Reading) -> dict[str, Json]:
    source = reading.source
    return {
        "source": None if source is None else _from_source(source),
        "columns": list(reading.columns),
        "dossiers": [_from_dossier(one) for one in reading.dossiers],
    }


def _to_reading(data: dict[str, Any]) -> Reading:
    source = data["source"]
    return Reading(
        source=None if source is None else _to_source(source),
        columns=tuple(data["columns"]),
        dossiers=tuple(_to_dossier(one) for one in data["dossiers"]),
    )


# ------------------------------------------------------------------------------ report


def encode_report(report: Report) -> str:
    """A whole report as text, the order of rows, cells and columns kept."""
    rest = to_text(
        {
            "total": None if report.total is None else _from_row(report.total),
            "facts": [[key, _from_cell(cell)] for key, cell in report.facts.items()],
            "layout": report.layout.value,
            "columns": list(report.columns),
            "source": None if report.source is None else _from_source(report.source),
            "own": report.own,
            "dossiers": [_from_dossier(one) for one in report.dossiers],
        }
    )
    return f'{{"rows":[{",".join(_rows(report))}],{rest[1:]}'


def _rows(report: Report) -> Iterator[str]:
    """The units as text, some at a time: no other thread runs while it is made."""
    rows = list(report.rows.values())
    for first in range(0, len(rows), AT_ONCE):
        yield to_text([_from_row(row) for row in rows[first : first + AT_ONCE]])[1:-1]


def decode_report(text: str) -> Report:
    """A whole report."""
    data = json.loads(text)
    total, source = data["total"], data["source"]
    return Report(
        rows=rows_of(_to_row(row) for row in data["rows"]),
        total=None if total is None else _to_row(total),
        facts={key: _to_cell(cell) for key, cell in data["facts"]},
        layout=Layout(data["layout"]),
        columns=tuple(data["columns"]),
        source=None if source is None else _to_source(source),
        own=data["own"],
        # Months kept before lists were read have none.
        dossiers=tuple(_to_dossier(one) for one in data.get("dossiers", ())),
    )


def _from_dossier(one: Dossier) -> dict[str, Json]:
    texts: dict[str, Json] = {key: getattr(one, key) for key in (*TEXTS, "at")}
    values = {key: _from_value(getattr(one, key)) for key in _VALUES}
    return {"kind": one.kind.value, **texts, **values}


def _to_dossier(data: dict[str, Any]) -> Dossier:
    texts = {key: data[key] for key in (*TEXTS, "at")}
    values: dict[str, Any] = {
        key: _to_value(data[key]) for key in _VALUES if key in data or key in _OLD
    }
    return Dossier(DossierKind(data["kind"]), **texts, **values)


def _from_row(row: Row) -> list[Json]:
    cells: list[Json] = [
        [indicator, part.value, _from_cell(cell)]
        for (indicator, part), cell in row.cells.items()
    ]
    return [row.id, cells]


def _to_row(data: list[Any]) -> Row:
    row_id, cells = data
    return Row(row_id, {(key, Part(part)): _to_cell(cell) for key, part, cell in cells})


def _from_source(source: Source) -> dict[str, Json]:
    tables: list[Json] = [
        [table.sheet, list(table.header_rows), table.first_row]
        for table in source.tables
    ]
    notes: list[Json] = [_from_note(note) for note in source.notes]
    kept: dict[str, Json] = {"file": source.file, "sha256": source.sha256}
    return {**kept, "tables": tables, "notes": notes}


def _to_source(data: dict[str, Any]) -> Source:
    tables = tuple(
        SourceTable(sheet, tuple(header_rows), first_row)
        for sheet, header_rows, first_row in data["tables"]
    )
    notes = tuple(_to_note(note) for note in data["notes"])
    return Source(data["file"], data["sha256"], tables, notes)


def _from_note(note: Note) -> list[Json]:
    place = None if note.place is None else _from_place(note.place)
    return [note.kind.value, note.at, note.text, place]


def _to_note(data: list[Any]) -> Note:
    kind, at, text, place = data
    return Note(NoteKind(kind), at, text, None if place is None else _to_place(place))


# ---------------------------------------------------------------------------- settings


def encode_settings(settings: LetterSettings) -> str:
    """The letter's settings as text."""
    return to_text(
        {
            "kind": None if settings.kind is None else settings.kind.value,
            "day": None if settings.day is None else settings.day.isoformat(),
            "number": settings.number,
            "overrides": dict(settings.overrides),
        }
    )


def decode_settings(text: str) -> LetterSettings:
    """The letter's settings."""
    data = json.loads(text)
    kind, day = data["kind"], data["day"]
    return LetterSettings(
        kind=None if kind is None else LetterKind(kind),
        day=None if day is None else date.fromisoformat(day),
        number=data["number"],
        overrides=dict(data["overrides"]),
    )
