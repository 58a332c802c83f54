"""What a file leaves open, asked once a column; the answers, and what speaks for one.

Kind, maximum and neighbours give a proposal with its reason; the answer is a person's
(docs/linh-vuc.md 3.1, 3.6). What is not answered stays unreadable.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core import entry, figures
from core.catalogue import Catalogue, Kind
from core.importing.choosing import naming, proposing, small_ratios
from core.importing.choosing.choices import Choices, Style
from core.importing.choosing.proposing import Proposal
from core.importing.recognition import titles
from core.period import Moment, Period
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    REPORT,
    Cell,
    Change,
    Edit,
    Field,
    NoteKind,
    Part,
    Place,
    Report,
    Unreadable,
    Value,
)

DOT, COMMA = ".", ","
"""Signs before three digits: thousands, or decimals."""

DATE, MONTH = "date", "month"
"""Excel has made a date of "8/9", or the first of a month of "8/26"."""

FRACTION = "fraction"
"""A ratio of at most 1: a part of one, or of a hundred."""

CONFLICT = "conflict"
"""Titles, sheet names and the file's name do not agree."""

OTHER = "other"
"""Readings whose cause is none of these."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to read the first of a question's places.

    Attributes:
        value: What would stand there.
        shown: The same as offices write it ("40,25").
        words: What it is ("số thập phân"), for the second line of a button.
    """

    value: Value
    shown: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one column, or of the period; no answer is ever preselected.

    Attributes:
        field: Which figure; for the period `PERIOD_PLACE.field`.
        sign: What makes it doubtful (`DOT`, `COMMA`, `DATE` …).
        places: Every place it is asked of, in table order.
        texts: What stands in the file, by place.
        answers: The readings of the first place; the same choice is made for the others.
        proposal: Which answer is likely, or None.
        reason: Why, as a sentence; where there is no proposal, that.
        title: The question as a sentence (“40.250” là số nào?).
        where: Unit, figure and cell of the first place, for the line under it.
    """

    field: Field
    sign: str
    places: tuple[Place, ...]
    texts: tuple[str, ...]
    answers: tuple[Answer, ...]
    proposal: int | None
    reason: str
    title: str
    where: str

    @property
    def is_of_report(self) -> bool:
        """Whether it is about the period or the time, not about a column."""
        return self.places[0].row == REPORT


def questions(report: Report, catalogue: Catalogue) -> tuple[Question, ...]:
    """What is to be asked of the report: the period first, then columns in order."""
    found: dict[tuple[Field, str], list[Place]] = {}
    for row in report.all_rows:
        for field, cell in row.cells.items():
            if isinstance(cell.value, Unreadable) and cell.value.readings:
                place = Place(row.id, *field)
                found.setdefault((field, _sign(cell)), []).append(place)
    order = {key: number for number, key in enumerate(report.columns)}
    asked = sorted(found, key=lambda one: order.get(one[0][0], len(order)))
    columns = (_question(report, catalogue, one, found[one]) for one in asked)
    return (*_of_facts(report), *columns)


def with_doubts(report: Report, catalogue: Catalogue) -> Report:
    """The report in which ratios that may be fractions of one have both readings.

    What is asked is unreadable until it is answered, whoever reads the file.
    """
    edits = []
    for _, places in small_ratios.columns(report, catalogue):
        for place in places:
            cell = report.cell(place)
            value = Unreadable(cell.raw, _readings(cell, FRACTION))
            edits.append(report.edit(place, replace(cell, value=value)))
    made = Change("", tuple(edits), datetime.min)  # noqa: DTZ901 - never shown
    return report.apply(made) if edits else report


def figure_name(catalogue: Catalogue, field: Field) -> str:
    """What a figure is called; empty for what is a name, a code or no figure at all."""
    indicator = catalogue.indicators.get(field[0])
    if indicator is None or indicator.kind in (Kind.TEXT, Kind.CODE):
        return ""
    return naming.figure(catalogue, field)


def answered(report: Report, question: Question, index: int) -> Report:
    """The report with the question's answer `index` at every place it is asked of."""
    edits = _edits(report, question, index)
    made = report.apply(Change("", edits, datetime.min))  # noqa: DTZ901 - never shown
    if report.source is None:
        return made
    gone = set(question.places) if question.is_of_report else set[Place]()
    notes = tuple(
        note
        for note in report.source.notes
        if note.kind is not NoteKind.CONFLICT or note.place not in gone
    )
    return replace(made, source=replace(report.source, notes=notes))


def as_change(
    report: Report, question: Question, index: int, catalogue: Catalogue, at: datetime
) -> Change:
    """The same answer as one undoable step, for a month that is kept already."""
    place = question.places[0]
    return Change(
        entry.label(catalogue, report, place)
        if len(question.places) == 1
        else f"Chọn cách đọc {len(question.places)} ô, {naming.figure(catalogue, place.field)}",
        _edits(report, question, index),
        at,
    )


def as_json(report: Report, question: Question) -> dict[str, Any]:
    """The question as `check --json` prints it: what the window would ask."""
    return {
        "indicator": question.field[0],
        "part": question.field[1].value,
        "question": question.title,
        "at": [report.cell(place).at for place in question.places],
        "answers": [answer.shown for answer in question.answers],
        "proposal": question.proposal,
        "reason": question.reason,
    }


def chosen(choices: Choices, question: Question, index: int) -> Choices:
    """The choices with that answer, so that it holds when the file is looked at again.

    Of a column it is kept with the layout too (`layout.portable`), of the period not.
    """
    value = question.answers[index].value
    if isinstance(value, Period):
        return replace(choices, period=value)
    if isinstance(value, Moment):
        return replace(choices, as_of=value)
    return choices.with_style(question.field, Style(question.sign, index))


def with_styles(
    report: Report, catalogue: Catalogue, styles: Mapping[tuple[Field, str], int]
) -> Report:
    """The report with the answers that were given before for its columns."""
    if not styles:
        return report
    for question in questions(report, catalogue):
        index = styles.get((question.field, question.sign))
        if index is not None and index < len(question.answers):
            report = answered(report, question, index)
    return report


# ------------------------------------------------------------------------------ columns


def _sign(cell: Cell) -> str:
    """What makes the number in a cell doubtful."""
    value = cell.value
    if not isinstance(value, Unreadable):
        return FRACTION
    if _day(value.text) is not None:
        return DATE if len(value.readings) == 1 else MONTH
    if len(value.readings) == 2 and value.readings[0] == value.readings[1] * 1000:
        return DOT if "." in value.text else COMMA
    if len(value.readings) == 2 and value.readings[1] == value.readings[0] * 100:
        return FRACTION
    return f"{OTHER}{len(value.readings)}"


def _day(text: str) -> date | None:
    moment = figures.parse_moment(text)
    return None if moment is None else moment.day


def _readings(cell: Cell, sign: str) -> tuple[Decimal, ...]:
    """The numbers that may stand in a cell, in the order of the answers."""
    if isinstance(cell.value, Unreadable):
        return cell.value.readings
    number = cell.number
    if number is None or sign != FRACTION:
        return ()
    return number, Decimal(figures.plain(number * 100))


def _question(
    report: Report,
    catalogue: Catalogue,
    asked: tuple[Field, str],
    places: Sequence[Place],
) -> Question:
    field, sign = asked
    cells = [report.cell(place) for place in places]
    readings = [_readings(cell, sign) for cell in cells]
    made = proposing.propose(report, catalogue, places, readings)
    text = _text(cells[0])
    if sign in (DATE, MONTH):
        made = _of_date(text, made, readings[0])
    return Question(
        field,
        sign,
        tuple(places),
        tuple(_text(cell) for cell in cells),
        tuple(_answer(text, sign, number) for number in readings[0]),
        made.answer,
        made.reason,
        _title(text, sign),
        _where(report, catalogue, places[0]),
    )


def _text(cell: Cell) -> str:
    return cell.value.text if isinstance(cell.value, Unreadable) else cell.raw


def _title(text: str, sign: str) -> str:
    if sign in (DATE, MONTH):
        return f"“{text}” là hạng mấy?"
    if sign == FRACTION:
        return f"“{text}” là bao nhiêu phần trăm?"
    return f"“{text}” là số nào?"


def _answer(text: str, sign: str, number: Decimal) -> Answer:
    shown = figures.show(number)
    if sign in (DATE, MONTH):
        whole = _of(text, number)
        beside = "" if whole is None else f"/{figures.plain(whole)}"
        return Answer(number, f"{shown}{beside}", f"hạng {shown}")
    if sign == FRACTION:
        is_kept = figures.plain(number) == figures.plain(_number(text))
        return Answer(number, f"{shown} %", "như trong tệp" if is_kept else "nhân 100")
    if not any(sign.isdigit() for sign in text):
        return Answer(number, shown, "số 0")
    is_whole = number == number.to_integral_value() and abs(number) >= 1000
    return Answer(number, shown, "hàng nghìn" if is_whole else "số thập phân")


def _number(text: str) -> Decimal:
    value = figures.parse(text, Kind.RATIO)
    return value if isinstance(value, Decimal) else Decimal(0)


def _of_date(text: str, made: Proposal, readings: Sequence[Decimal]) -> Proposal:
    if len(readings) > 1:
        return Proposal(
            None, f"Excel đã đổi hạng thành ngày {text}; xem lại hạng trong tệp gốc."
        )
    return made._replace(
        reason=f"Excel đã đổi hạng thành ngày {text}:"
        f" có lẽ là {_answer(text, DATE, readings[0]).shown}.",
    )


def _of(text: str, rank: Decimal) -> Decimal | None:
    """The number of units that stood behind the "/" of a rank that became a day."""
    day = _day(text)
    if day is None:
        return None
    smaller, larger = sorted((day.day, day.month))
    if day.day == 1 and rank == day.month != 1:
        behind = day.year % 100
        return Decimal(behind) if behind >= rank else None
    return Decimal(larger) if rank == smaller else None


def _where(report: Report, catalogue: Catalogue, place: Place) -> str:
    row = report.row(place.row)
    at = report.cell(place).at
    cell = None if at is None else f"ô {at.rpartition('!')[2]}"
    told = (
        row.name if row is not None else "",
        naming.figure(catalogue, place.field),
        cell,
    )
    return " · ".join(one for one in told if one)


# -------------------------------------------------------------------------------- facts


def _of_facts(report: Report) -> Iterator[Question]:
    """Which of the periods, and of the times, that were told is meant."""
    for place, title in (
        (PERIOD_PLACE, "Kỳ báo cáo nào đúng?"),
        (AS_OF_PLACE, "Số liệu tính đến lúc nào?"),
    ):
        cell = report.cell(place)
        if not isinstance(cell.value, Unreadable):
            continue
        told = titles.told(cell.value.text)
        if len(told) > 1:
            yield Question(
                place.field,
                CONFLICT,
                (place,),
                (cell.value.text,),
                tuple(Answer(v, _shown(v), f"theo {at}") for v, at in told),
                None,
                "Các chỗ trong tệp ghi khác nhau; chọn theo tệp gốc.",
                title,
                cell.value.text,
            )


def _shown(value: Period | Moment) -> str:
    if isinstance(value, Period):
        shown = figures.show_period(value)
        return shown[:1].upper() + shown[1:]
    return figures.show_moment(value)


# ------------------------------------------------------------------------------ answers


def _edits(report: Report, question: Question, index: int) -> tuple[Edit, ...]:
    made: dict[Place, Cell] = {}
    for place in question.places:
        made |= _cells(report, question, place, index)
    return tuple(report.edit(place, cell) for place, cell in made.items())


def _cells(
    report: Report, question: Question, place: Place, index: int
) -> Mapping[Place, Cell]:
    """What the answer makes of one place; nothing where it has become something else."""
    cell = report.cell(place)
    if question.is_of_report:
        return {place: replace(cell, value=question.answers[index].value)}
    readings = _readings(cell, question.sign)
    if index >= len(readings):
        return {}
    made = {place: replace(cell, value=readings[index])}
    beside = place._replace(part=Part.OF)
    if question.sign in (DATE, MONTH) and report.find(beside) is None:
        whole = _of(_text(cell), readings[index])
        if whole is not None:
            made[beside] = replace(cell, value=whole)
    return made


def unanswered(report: Report, asked: Iterable[Question]) -> int:
    """How many places of those questions are still as they were."""
    return sum(
        isinstance(report.cell(place).value, Unreadable)
        for question in asked
        for place in question.places
    )
