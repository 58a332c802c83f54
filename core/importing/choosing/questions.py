"""What a file leaves open, asked once a column; the answers, and what speaks for one.

Kind, maximum and neighbours give a proposal with its reason; the answer is a person's
(docs/linh-vuc.md 3.1, 3.6). What is not answered stays unreadable.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any

from core import entry, figures
from core.catalogue import Catalogue, Kind
from core.frozen import replace
from core.importing.choosing import (
    fact_questions,
    naming,
    proposing,
    signs,
    small_ratios,
)
from core.importing.choosing import question as values
from core.importing.choosing.choices import Choices, Style
from core.importing.choosing.proposing import Proposal
from core.period import Moment, Period
from core.report import (
    Cell,
    Change,
    Edit,
    Field,
    Note,
    NoteKind,
    Part,
    Place,
    Report,
    Unreadable,
)

_value_of = attrgetter("value")

# They have a module of their own, which what makes them knows; here they are asked for.
Answer = values.Answer
Question = values.Question


def questions(report: Report, catalogue: Catalogue) -> tuple[Question, ...]:
    """What is to be asked of the report: the period first, then columns in order."""
    found: dict[tuple[Field, str], list[Place]] = {}
    for row in report.all_rows:
        # Most rows have none, which is seen without a step for each cell of thousands.
        if Unreadable not in map(type, map(_value_of, row.cells.values())):
            continue
        for field, cell in row.cells.items():
            if signs.is_asked(cell):
                place = Place(row.id, *field)
                found.setdefault((field, signs.of(cell)), []).append(place)
    order = {key: number for number, key in enumerate(report.columns)}
    asked = sorted(found, key=lambda one: order.get(one[0][0], len(order)))
    columns = (_question(report, catalogue, one, found[one]) for one in asked)
    return (*fact_questions.of(report), *columns)


def with_doubts(report: Report, catalogue: Catalogue) -> Report:
    """The report in which ratios that may be fractions of one have both readings.

    What is asked is unreadable until it is answered, whoever reads the file.
    """
    edits = []
    for _, places in small_ratios.columns(report, catalogue):
        for place in places:
            cell = report.cell(place)
            value = Unreadable(cell.raw, signs.readings(cell, signs.FRACTION))
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
    notes = tuple(n for n in report.source.notes if not _is_settled(n, question))
    return replace(made, source=replace(report.source, notes=notes))


def _is_settled(note: Note, question: Question) -> bool:
    """Whether a note tells of what an answer to the question has decided."""
    if note.kind is not NoteKind.CONFLICT:
        return False
    if question.is_of_report or question.cells:
        columns = {_column(cell.at) for some in question.cells for cell in some}
        is_of_columns = note.place is None and _column(note.at) in columns
        return note.place in question.places or is_of_columns
    return False


def _column(at: str | None) -> str:
    """The sheet and the column of an address."""
    return (at or "").rstrip("0123456789")


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


def _question(
    report: Report,
    catalogue: Catalogue,
    asked: tuple[Field, str],
    places: Sequence[Place],
) -> Question:
    field, sign = asked
    cells = [report.cell(place) for place in places]
    if sign in (signs.COLUMNS, signs.TABLES):
        return _which(report, catalogue, asked, places)
    readings = [signs.readings(cell, sign) for cell in cells]
    made = proposing.propose(report, catalogue, places, readings)
    text = _text(cells[0])
    if sign in (signs.DATE, signs.MONTH):
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


def _which(
    report: Report,
    catalogue: Catalogue,
    asked: tuple[Field, str],
    places: Sequence[Place],
) -> Question:
    """Which column, or which place of the file, tells the figure."""
    field, sign = asked
    kind = entry.kind_of(catalogue.indicators.get(field[0]), field[1])
    of_columns = sign == signs.COLUMNS
    cells = [report.cell(place) for place in places]
    said = tuple(signs.said(cell, kind) for cell in cells)
    return Question(
        field,
        sign,
        tuple(places),
        tuple(_text(cell) for cell in cells),
        tuple(_place_answer(cell, of_columns=of_columns) for cell in said[0]),
        None,
        f"Hai {'cột' if of_columns else 'chỗ'} trong tệp ghi khác nhau; chọn theo tệp gốc.",
        "Lấy số ở cột nào?" if of_columns else "Lấy số ở ô nào?",
        _where(report, catalogue, places[0]),
        said,
    )


def _place_answer(cell: Cell, *, of_columns: bool) -> Answer:
    """One of the cells that tell a figure: what stands there, and where that is."""
    at = cell.at or ""
    column = at.rpartition("!")[2].rstrip("0123456789")
    shown = figures.show(cell.value) if isinstance(cell.value, Decimal) else cell.raw
    return Answer(cell.value, shown, f"cột {column}" if of_columns else f"theo {at}")


def _text(cell: Cell) -> str:
    return cell.value.text if isinstance(cell.value, Unreadable) else cell.raw


def _title(text: str, sign: str) -> str:
    if sign in (signs.DATE, signs.MONTH):
        return f"“{text}” là hạng mấy?"
    if sign == signs.FRACTION:
        return f"“{text}” là bao nhiêu phần trăm?"
    return f"“{text}” là số nào?"


def _answer(text: str, sign: str, number: Decimal) -> Answer:
    shown = figures.show(number)
    if sign in (signs.DATE, signs.MONTH):
        whole = signs.behind(text, number)
        beside = "" if whole is None else f"/{figures.plain(whole)}"
        return Answer(number, f"{shown}{beside}", f"hạng {shown}")
    if sign == signs.FRACTION:
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
        f" có lẽ là {_answer(text, signs.DATE, readings[0]).shown}.",
    )


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
    if question.cells:
        some = question.cells[question.places.index(place)]
        is_same = signs.is_asked(cell) and index < len(some)
        return {place: some[index]} if is_same else {}
    readings = signs.readings(cell, question.sign)
    if index >= len(readings):
        return {}
    made = {place: replace(cell, value=readings[index])}
    beside = place._replace(part=Part.OF)
    if question.sign in (signs.DATE, signs.MONTH) and report.find(beside) is None:
        whole = signs.behind(_text(cell), readings[index])
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
