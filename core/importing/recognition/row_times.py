"""A column that tells of which month each row is: "Kỳ", "Tháng", "Tháng" beside "Năm".

Of several times the report's own is what a person wants, else the latest; rows of the
others are left, and that is said. They are never further units.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date

from core import figures
from core.frozen import replace
from core.importing.grid import Raw, Spot, text_of
from core.importing.recognition import merged_names, times, words
from core.importing.recognition.recognise import Certainty, Meaning
from core.importing.recognition.shapes import dossiers
from core.importing.recognition.shapes.model import Table, figure_columns
from core.importing.recognition.times import Time
from core.importing.recognition.titles import Title
from core.period import Period, PeriodKind
from core.report import Note, NoteKind

OF_ROWS = Meaning(facet="row_time")
"""What a column holds that only says of which time its row is."""

_VALUE = Meaning(facet="value")
"""What "Kỳ báo cáo" may be over as well; then a bare number is no month."""

MOST_NAMED = 8
"""How many times that were left out a note names."""

_YEARS = range(2016, 2100)
_MONTHS, _QUARTERS = range(1, 13), range(1, 5)
_HEADINGS = {
    words.fold(text): kind
    for kind, some in {
        None: ("kỳ", "kỳ báo cáo", "kỳ đánh giá", "kỳ số liệu", "ky", "ky bao cao"),
        PeriodKind.MONTH: ("tháng", "tháng báo cáo", "tháng/năm", "thang", "thang bao cao"),
        PeriodKind.QUARTER: ("quý", "quý báo cáo", "quy"),
        PeriodKind.YEAR: ("năm", "năm báo cáo", "nam"),
    }.items()
    for text in some
}  # fmt: skip
_NUMBERS = {
    PeriodKind.MONTH: _MONTHS,
    PeriodKind.QUARTER: _QUARTERS,
    PeriodKind.YEAR: _YEARS,
}


def is_heading(text: str) -> bool:
    """Whether what stands under or beside that heading tells a time."""
    return words.fold(text) in _HEADINGS


def is_heading_of_any(text: str) -> bool:
    """Whether that heading is over periods of any kind: "Kỳ báo cáo"."""
    return _HEADINGS.get(words.fold(text), PeriodKind.YEAR) is None


def period(value: Raw, heading: str) -> str:
    """The period that a cell names beside that heading, in words; empty for none.

    A number alone is none: its year stands elsewhere.
    """
    time = _time(value, _HEADINGS.get(words.fold(heading)))
    return _shown(time) if time is not None and time.year else ""


def told_apart(table: Table, reported: Period | None) -> Table:
    """The table with the rows of one time only, and what these say of the period.

    `reported` is what titles tell; the rows of that period are taken where there are.
    """
    by_column = {} if dossiers.fits(table.header) else dict(_columns(table))
    of_rows = _joined(by_column)
    if not of_rows:
        return table
    year = 0 if reported is None else reported.year
    of_rows = {row: one._replace(year=one.year or year) for row, one in of_rows.items()}
    header = table.header
    known = dict.fromkeys(by_column, OF_ROWS)
    header = replace(header, meanings={**header.meanings, **known})
    some = set(of_rows.values())
    own = [one for one in some if times.is_of(one, reported)]
    now = own[0] if own else times.latest(some)
    taken = [row for row, time in of_rows.items() if time == now]
    if now is None or len(some) == 1:
        said = _said(table, by_column, of_rows)
        return replace(table, header=header, said=said)
    if not own:
        figures_of = [c for c, one in figure_columns(table) if c in header.certain]
        near = {c: _no_more_than_near(header.certain[c]) for c in figures_of}
        header = replace(header, certain={**header.certain, **near})
    others = {row: time for row, time in of_rows.items() if time != now}
    sums = {row for row in table.rows() if _is_total(table, row)} - {*taken}
    said = _said(table, by_column, dict.fromkeys(taken, now))
    return replace(
        table,
        grid=merged_names.carried(table.grid, header, of_rows),
        header=header,
        said=said,
        skipped=table.skipped | {*others, *sums},
        notes=(*table.notes, _left_out(table, by_column, others)),
    )


def _columns(table: Table) -> Iterator[tuple[int, dict[int, Time]]]:
    """The columns that hold nothing but times, with the time of each row."""
    rows: Sequence[int] = ()
    for column, over in table.header.tiers.items():
        meaning = table.header.meanings.get(column)
        is_free = meaning in (None, _VALUE) and len(over) == 1
        if meaning != OF_ROWS and not is_free:
            continue
        heading = words.fold(over[-1]) if over else ""
        if (meaning == OF_ROWS or heading in _HEADINGS) and table.holds(column):
            rows = rows or table.rows()
            kind = None if meaning == _VALUE else _HEADINGS.get(heading)
            told = _times(table, column, kind, rows)
            if told is not None:
                yield column, told


def _times(
    table: Table, column: int, kind: PeriodKind | None, rows: Sequence[int]
) -> dict[int, Time] | None:
    """The time of each row, that of the row above where merges leave it blank."""
    found: dict[int, Time] = {}
    time: Time | None = None
    for row, value in zip(rows, table.grid.values(column, rows), strict=True):
        if value != "" and text_of(value):
            time = _time(value, kind)
            if time is None:
                return None
        elif _is_total(table, row):
            continue
        if time is not None:
            found[row] = time
    return found or None


def _time(value: Raw, kind: PeriodKind | None) -> Time | None:
    """The time that a cell names, under a heading of that kind."""
    if isinstance(value, date):  # "10/2026" typed in Excel
        is_month = value.day == 1 and kind in (None, PeriodKind.MONTH)
        return Time(PeriodKind.MONTH, value.month, value.year) if is_month else None
    text = text_of(value)
    if text.isdecimal() and kind is not None:
        number = int(text)
        if number not in _NUMBERS[kind]:
            return None
        is_year = kind is PeriodKind.YEAR
        return Time(kind, 0, number) if is_year else Time(kind, number)
    found = times.time_of(text)
    if found is not None and isinstance(found.kind, PeriodKind):
        return found
    named = figures.parse_period(text)
    if named is None or named.kind is PeriodKind.SPAN:
        return None
    return Time(named.kind, named.number, named.year)


def _joined(by_column: Mapping[int, Mapping[int, Time]]) -> dict[int, Time]:
    """The time of each row by all of those columns: a month and its year."""
    made: dict[int, Time] = {}
    for told in by_column.values():
        for row, time in told.items():
            before = made.get(row, time)
            finer, other = (
                (time, before) if before.kind is PeriodKind.YEAR else (before, time)
            )
            made[row] = finer._replace(year=finer.year or other.year)
    return made


def _said(
    table: Table,
    by_column: Mapping[int, Mapping[int, Time]],
    of_rows: Mapping[int, Time],
) -> tuple[Title, ...]:
    """What the rows that are taken tell of the period, as titles tell it."""
    if not of_rows:
        return ()
    row, time = next(iter(of_rows.items()))
    return (Title(_shown(time), table.grid.at(Spot(row, min(by_column)))),)


def _shown(time: Time) -> str:
    """A time in words ("tháng 9/2026"; "tháng 9" of no year)."""
    if time.year:
        with suppress(ValueError):
            return figures.show_period(
                Period(PeriodKind(time.kind), time.year, time.number)
            )
    named = {
        PeriodKind.MONTH: "tháng",
        PeriodKind.QUARTER: "quý",
        PeriodKind.WEEK: "tuần",
    }
    kind = time.kind if isinstance(time.kind, PeriodKind) else PeriodKind.SPAN
    return f"{named.get(kind, 'kỳ')} {time.number or ''}".strip()


def _left_out(
    table: Table,
    by_column: Mapping[int, Mapping[int, Time]],
    others: Mapping[int, Time],
) -> Note:
    shown = [f"“{_shown(one)}”" for one in dict.fromkeys(others.values())]
    more = "…" * (len(shown) > MOST_NAMED)
    text = f"dòng của {', '.join(shown[:MOST_NAMED])}{more} (số của kỳ khác, không lấy)"
    at = table.grid.at(Spot(min(others), min(by_column)))
    return Note(NoteKind.LEFT_OUT, at, text)


def _no_more_than_near(one: Certainty) -> Certainty:
    return Certainty.NEAR if one is Certainty.SURE else one


def _is_total(table: Table, row: int) -> bool:
    """Whether the row is called a sum of others."""
    texts = (text_of(value) for value in table.grid.rows[row - 1] if value != "")
    return any(words.is_total(text) for text in texts)
