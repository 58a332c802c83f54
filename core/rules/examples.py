"""The report and the context that an `Example` of a rule describes."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast

from core import entry, figures
from core.catalogue import Catalogue
from core.dossier import Dossier
from core.frozen import replace
from core.office import LetterKind, OfficeProfile
from core.paper import claims
from core.paper.model import Component, Look, Paper, Setup
from core.period import Moment, Period
from core.report import (
    PERIOD,
    REPORT,
    TOTAL,
    Cell,
    Field,
    Layout,
    Note,
    Part,
    Place,
    Report,
    Row,
    Source,
    Unreadable,
)
from core.rules import layout_examples, letter_examples
from core.rules.registry import Context, Example

_SOUND = {"report.period": "tháng 9/2026", "report.as_of": "05/10/2026"}


def context_of(example: Example, catalogue: Catalogue) -> Context:
    """All that rules may know in `example`."""
    ends = cast("date | None", example.extra.get("catalogue_ends"))
    return Context(
        report=report_of(example, catalogue),
        catalogue=replace(catalogue, valid_to=ends) if ends else catalogue,
        today=example.today,
        issue_date=example.issue_date,
        profile=_profile(example),
        previous=_previous(example, catalogue),
        paper=_paper(example, catalogue),
        as_read=_as_read(example, catalogue),
    )


def _as_read(example: Example, catalogue: Catalogue) -> Report | None:
    """The figures as the file has them, or None where the example names no file."""
    cells = cast("Mapping[str, str] | None", example.extra.get("as_read"))
    if cells is None:
        return None
    at = dict.fromkeys((*_SOUND, *cells), "Phụ lục!D7")
    report = report_of(replace(example, cells=cells, extra={"at": at}), catalogue)
    return replace(report, source=Source("mẫu.xlsx", "0" * 64))


def _previous(example: Example, catalogue: Catalogue) -> Report | None:
    """The figures of the period before, or None where the example names none."""
    cells = cast("Mapping[str, str] | None", example.extra.get("previous"))
    if cells is None:
        return None
    return report_of(replace(example, cells=cells, extra={}), catalogue)


def _paper(example: Example, catalogue: Catalogue) -> Paper | None:
    """The letter of the example with what it states, or None where it has none."""
    if example.letter is None:
        return None
    lines = letter_examples.lines_of(example.letter)
    setups = cast("tuple[Setup, ...]", example.extra.get("setups", ()))
    looks = cast("Mapping[Component, Look] | None", example.extra.get("looks"))
    if looks is not None:
        lines = layout_examples.laid_out(lines, looks)
        setups = setups or (Setup(),)
    paper = Paper(
        lines,
        setups=setups,
        day=example.issue_date,
        tracked=bool(example.extra.get("tracked")),
        comments=cast("int", example.extra.get("comments", 0)),
    )
    return claims.told(paper, catalogue)


def report_of(example: Example, catalogue: Catalogue) -> Report:
    """The report whose cells `example` gives as typed text."""
    facts: dict[str, Cell] = {}
    rows: dict[str, Row] = {}
    columns: dict[str, None] = {}
    addresses = cast("Mapping[str, str]", example.extra.get("at", {}))
    for name, text in (_SOUND | dict(example.cells)).items():
        place = _place(name)
        if place.row == REPORT:
            facts.update(_fact(place.indicator, text, addresses.get(name)))
            continue
        columns[place.indicator] = None
        row = rows.get(place.row, Row(place.row))
        added = _cells(place, text, addresses.get(name), catalogue)
        rows[place.row] = Row(row.id, {**row.cells, **added})
    total = rows.pop(TOTAL, None)
    is_one = total is None and len(rows) == 1
    return Report(
        rows=dict(sorted(rows.items(), key=lambda item: int(item[0]))),
        total=total,
        facts=facts,
        layout=Layout.CRITERIA if is_one else Layout.UNITS,
        columns=tuple(columns),
        source=_source(example),
        dossiers=cast("tuple[Dossier, ...]", example.extra.get("dossiers", ())),
    )


def _place(name: str) -> Place:
    row, indicator, *part = name.split(".")
    return Place(row, indicator, Part(part[0]) if part else Part.VALUE)


def _fact(key: str, text: str, at: str | None) -> Iterator[tuple[str, Cell]]:
    """The cell of the period or the time by its key; none for an empty text."""
    read: Period | Moment | None
    read = figures.parse_period(text) if key == PERIOD else figures.parse_moment(text)
    if text:
        yield key, Cell(read or Unreadable(text), text, at)


def _cells(
    place: Place, text: str, at: str | None, catalogue: Catalogue
) -> dict[Field, Cell]:
    """The cells that a text stands for, at an address of the file or typed."""
    typed = entry.cells(text, place, catalogue)
    return {one.field: replace(cell, at=at) for one, cell in typed.items()}


def _source(example: Example) -> Source | None:
    notes = cast("tuple[Note, ...]", example.extra.get("notes", ()))
    return Source("mẫu.xlsx", "0" * 64, notes=notes) if notes else None


def _profile(example: Example) -> OfficeProfile | None:
    """An office with the codes of the example, or None where it names none."""
    codes = cast("tuple[str, ...] | None", example.extra.get("codes"))
    said = cast("Mapping[str, object] | None", example.extra.get("profile"))
    if codes is None and said is None:
        return None
    office = OfficeProfile(
        id="xa-truong-tay",
        kind=LetterKind.COMMUNE,
        name="UBND xã Trường Tây",
        full_name="Ủy ban nhân dân xã Trường Tây",
        area="xã Trường Tây",
        letterhead=("ỦY BAN NHÂN DÂN", "XÃ TRƯỜNG TÂY"),
        place="Trường Tây",
        symbol="UBND-VP",
        addressees=("Các công chức chuyên môn xã",),
        codes=codes or (),
    )
    return replace(office, **cast("dict[str, Any]", said or {}))
