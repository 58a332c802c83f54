"""The figures that a letter states, as a report with the place of each in its lines.

Rules about figures run over that report as over any other, and what they find is led
back to a line (docs/decisions/0009-audit.md).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from core import entry, figures, reference
from core.catalogue import Catalogue, Kind
from core.frozen import replace
from core.importing.recognition import titles
from core.importing.recognition.recognise import Recogniser
from core.importing.recognition.titles import Title
from core.names import matching, same_unit
from core.paper import claims_in_tables, claims_regions
from core.paper.claims_in_text import OVERDUE, Sentences, Stated
from core.paper.claims_regions import Region
from core.paper.criteria import Naming
from core.paper.model import Claim, Component, Paper
from core.period import Moment, Period
from core.report import (
    AS_OF,
    AS_OF_PLACE,
    PERIOD,
    PERIOD_PLACE,
    REPORT,
    TOTAL,
    UNIT_NAME,
    Cell,
    Field,
    Layout,
    Part,
    Place,
    Report,
    Row,
    rows_of,
)
from core.same import Same

_OF_ANNEX = (Component.ANNEX_TITLE, Component.ANNEX_TEXT, Component.ANNEX_CELL)
_ON_TIME = "on_time_rate"
_DAY = re.compile(figures.DAY, re.IGNORECASE)
_YEAR = re.compile(r"\d\d\d\d")
_PERIOD = re.compile(
    r"(?:tháng|quý|tuần|năm|kỳ|\d+ tháng)\b[^;()]*?\d{4}", re.IGNORECASE
)


def told(paper: Paper, catalogue: Catalogue) -> Paper:
    """`paper` with the figures that it states: as a report, and where each stands."""
    recogniser = Recogniser(catalogue)
    facts, told_facts = _facts(paper)
    period = facts[PERIOD].value if PERIOD in facts else None
    tabled = claims_in_tables.read(paper, recogniser)
    sentences = Sentences(
        catalogue,
        recogniser,
        Naming(catalogue, reference.bundled()),
        " ".join(paper.text(Component.ISSUER, annex=0).split()),
        period if isinstance(period, Period) else None,
    )
    said = tuple(_said(paper, sentences))
    stated = _Stated(catalogue, sentences.issuer, tabled.report)
    stated.begin(one for _, one in said)
    claims = [*told_facts, *tabled.claims]
    claims += [stated.add(index, paper, one) for index, one in said]
    stated.complete_lists(one for _, one in said)
    claims.sort(key=lambda one: (one.line, one.start))
    return replace(paper, stated=stated.report(facts), claims=tuple(claims))


def standing_for(paper: Paper, place: Place) -> Claim | None:
    """The claim to look at for a place of `paper.stated`, or None where nothing is near.

    A place where nothing stands (a group without points, the time of the figures) is
    told beside the figures of the same row.
    """
    claimed, by_row = _standing(Same(paper))
    if place in claimed:
        return claimed[place]
    if (printed := _printed(paper, place)) is not None:
        return printed
    for row in (place.row, paper.stated.head_id, REPORT):
        if row == place.row == REPORT:
            continue  # the period stands elsewhere than the figures
        own = by_row.get(row, ())
        alike = [one for one in own if one.place.indicator == place.indicator]
        scores = [one for one in own if one.place.indicator.startswith("score_")]
        wanted = scores if place.indicator.startswith("score_") else []
        for some in (alike, wanted, own):
            if some:
                return min(some, key=lambda one: (one.line, one.start))
    return None


@lru_cache(maxsize=4)  # asked for each finding about a letter's own figures
def _standing(
    paper: Same[Paper],
) -> tuple[Mapping[Place, Claim], Mapping[str, Sequence[Claim]]]:
    """The first claim of each place, and the same by their rows."""
    claimed = paper.value.claimed()
    by_row: dict[str, list[Claim]] = {}
    for place, claim in claimed.items():
        by_row.setdefault(place.row, []).append(claim)
    return claimed, by_row


def _printed(paper: Paper, place: Place) -> Claim | None:
    """Where a table prints words that are no figure: a unit's code or name."""
    cell = paper.stated.find(place)
    if cell is None or not isinstance(cell.value, str) or not cell.raw:
        return None
    for index in paper.of(Component.ANNEX_CELL, Component.BODY):
        line = paper.lines[index]
        if line.cell is not None and figures.clean(line.text) == figures.clean(
            cell.raw
        ):
            return _claim(index, line.text, None, place)
    return None


def _said(paper: Paper, sentences: Sentences) -> Iterator[tuple[int, Stated]]:
    """The figures of the body's sentences, each with its line."""
    for index, region in claims_regions.regions(paper).items():
        line = paper.lines[index]
        if line.cell is None:
            for one in sentences.read(line.text, is_order=region is Region.ORDER):
                yield index, one


@dataclass(slots=True)
class _Stated:
    """The report that grows: what tables hold, then what sentences add."""

    catalogue: Catalogue
    issuer: str
    tabled: Report
    office: str = TOTAL
    of_units: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[Field, Cell]] = field(default_factory=dict)

    def begin(self, said: Iterable[Stated]) -> None:
        """Take over the tables' rows, and find which row is the office's own."""
        self.rows = {row.id: dict(row.cells) for row in self.tabled.all_rows}
        has_units = any(one.unit for one in said)
        named = [
            row.id
            for row in self.tabled.rows.values()
            if same_unit(row.name, self.issuer)
        ]
        if len(named) == 1 and not has_units:
            self.office = named[0]
        elif self.tabled.layout is Layout.CRITERIA and self.tabled.rows:
            self.office = next(iter(self.tabled.rows))
        elif not self.rows and not has_units:
            self.office = "1"

    def add(self, index: int, paper: Paper, one: Stated) -> Claim:
        """Put down one figure; what stands there already stays."""
        row, told = self._row(one.unit), (one.indicator, one.part)
        cells = self.rows.setdefault(row, {})
        if told not in cells:
            indicator = self.catalogue.indicators[one.indicator]
            is_rank = indicator.kind is Kind.RANK
            kind = Kind.COUNT if is_rank else entry.kind_of(indicator, one.part)
            at = f"đoạn {paper.lines[index].number}"
            cells[told] = Cell(figures.parse(one.text, kind), one.text, at)
        return Claim(index, one.start, one.end, Place(row, *told), one.text)

    def complete_lists(self, said: Iterable[Stated]) -> None:
        """Units that a list of all parts of a total leaves out have none of it.

        "46 hồ sơ (A: 44 hồ sơ; B: 01 hồ sơ; C: 01 hồ sơ)" says so of all others.
        """
        if not any(one.is_part and one.indicator == OVERDUE for one in said):
            return
        for row_id, cells in self.rows.items():
            if row_id != TOTAL and (_ON_TIME, Part.VALUE) not in cells:
                cells.setdefault((OVERDUE, Part.VALUE), Cell(Decimal(0)))

    def report(self, facts: Mapping[str, Cell]) -> Report:
        """All of it as a report."""
        total = self.rows.get(TOTAL)
        units = {key: cells for key, cells in self.rows.items() if key != TOTAL}
        is_one = total is None and len(units) == 1
        keys = (key for cells in self.rows.values() for key, _ in cells)
        has_own = self.office != TOTAL and len(units) > 1
        return Report(
            rows=rows_of(Row(key, units[key]) for key in sorted(units, key=int)),
            total=None if total is None else Row(TOTAL, total),
            facts=facts,
            layout=Layout.CRITERIA if is_one else Layout.UNITS,
            columns=tuple(dict.fromkeys((*self.tabled.columns, *keys))),
            own=self.office if has_own else None,
        )

    def _row(self, unit: str) -> str:
        """The id of a unit's row; one is begun for a unit not met before."""
        if not unit:
            return self.office
        if unit not in self.of_units:
            self.of_units[unit] = self._row_of(unit)
        return self.of_units[unit]

    def _row_of(self, unit: str) -> str:
        known = [
            (key, cell.value)
            for key, cells in self.rows.items()
            if (cell := cells.get((UNIT_NAME, Part.VALUE))) is not None
            and isinstance(cell.value, str)
        ]
        found = matching(unit, known)
        if found:
            return found[0]
        taken = [int(key) for key in (*self.rows, self.office) if key != TOTAL]
        made = str(max(taken, default=0) + 1)
        self.rows[made] = {(UNIT_NAME, Part.VALUE): Cell(unit, unit)}
        return made


# -------------------------------------------------------------------- period and time


def _facts(paper: Paper) -> tuple[dict[str, Cell], list[Claim]]:
    """The letter's period and the time of its figures, and where they stand."""
    facts: dict[str, Cell] = {}
    claims: list[Claim] = []
    for key, found in ((PERIOD, _period(paper)), (AS_OF, _as_of(paper))):
        if found is not None:
            facts[key], claim = found
            claims.append(claim)
    return facts, claims


def _period(paper: Paper) -> tuple[Cell, Claim] | None:
    """The period that the subject names, else the body, else an annex's title."""
    for components in ((Component.SUBJECT,), (Component.BODY,), _OF_ANNEX):
        indexes = tuple(paper.of(*components))
        for index in indexes:
            if period := _first_period(paper.lines[index].text):
                return _fact(paper, index, period)
        whole = " ".join(paper.lines[index].text for index in indexes)
        if components == (Component.SUBJECT,) and (period := _first_period(whole)):
            return _fact(paper, indexes[-1], period)
    return None


def _first_period(text: str) -> Period | None:
    """The first period that a text names, where it cites no law and no letter."""
    if _YEAR.search(text) is None:
        return None  # without a year no period is read, which takes long
    if text.lstrip(" (-").lower().startswith(("căn cứ", "kèm theo", "ban hành")):
        return None
    found = (one for one in figures.find_periods(text) if isinstance(one, Period))
    return next(found, None)


def _fact(paper: Paper, index: int, period: Period) -> tuple[Cell, Claim]:
    line = paper.lines[index]
    cell = Cell(period, figures.show_period(period), f"đoạn {line.number}")
    found = (one.span() for one in _PERIOD.finditer(line.text))
    named = (span for span in found if _first_period(line.text[slice(*span)]) == period)
    return cell, _claim(index, line.text, next(named, None), PERIOD_PLACE)


def _as_of(paper: Paper) -> tuple[Cell, Claim] | None:
    """The time of the figures that the body names, else an annex."""
    for index in (*paper.of(Component.BODY), *paper.of(*_OF_ANNEX)):
        line = paper.lines[index]
        if _YEAR.search(line.text) is None:
            continue  # it takes long, and no day is read without a year
        fact = titles.as_of((Title(line.text, f"đoạn {line.number}"),))
        if fact is not None:
            moment = fact.cell.value
            days = (one.span() for one in _DAY.finditer(line.text))
            same = (
                span
                for span in days
                if isinstance(moment, Moment)
                and figures.parse_date(line.text[slice(*span)]) == moment.day
            )
            return fact.cell, _claim(index, line.text, next(same, None), AS_OF_PLACE)
    return None


def _claim(index: int, text: str, span: tuple[int, int] | None, place: Place) -> Claim:
    """A claim of a part of a line, or of all of it where `span` is None."""
    start, end = span or (0, len(text))
    return Claim(index, start, end, place, text[start:end])
