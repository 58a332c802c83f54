"""Figures of every kind, for Hypothesis."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from core.dossier import COUNTS, DATES, TEXTS, Dossier, DossierKind
from core.period import Moment, Period, PeriodKind
from core.report import (
    REPORT,
    TOTAL,
    Blank,
    Cell,
    Change,
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
    rows_of,
)

# Lone surrogates too: Python's file names on Linux may hold them.
texts = st.text(st.characters(), max_size=12)
names = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=6)
row_ids = st.integers(1, 6).map(str)
decimals = st.decimals(allow_nan=False)


NUMBERS = {
    PeriodKind.WEEK: (1, 52),
    PeriodKind.MONTH: (1, 12),
    PeriodKind.QUARTER: (1, 4),
    PeriodKind.HALF: (1, 2),
    PeriodKind.NINE_MONTHS: (0, 0),
    PeriodKind.YEAR: (0, 0),
}


@st.composite
def periods(draw):
    kind = draw(st.sampled_from(PeriodKind))
    if kind is PeriodKind.SPAN:
        first = draw(st.dates(date(1900, 1, 1), date(2990, 1, 1)))
        return Period.of_days(first, first + timedelta(days=draw(st.integers(0, 800))))
    year, number = draw(st.integers(1900, 2998)), draw(st.integers(*NUMBERS[kind]))
    period = Period(kind, year, number)
    if kind is PeriodKind.WEEK and draw(st.booleans()):
        days = period.first_day - timedelta(days=3), period.last_day
        return Period.week(year, number, days)
    return period


# Which of two equal hours when clocks go back: Vietnam's never do.
clocks = st.times().map(lambda clock: clock.replace(fold=0))
moments = st.builds(Moment, st.dates(), st.none() | clocks)
unreadables = st.builds(Unreadable, texts, st.lists(decimals, max_size=3).map(tuple))
values = decimals | texts | periods() | moments | st.sampled_from(Blank) | unreadables
cells = st.builds(Cell, values, texts, st.none() | texts)
fields = st.tuples(names, st.sampled_from(Part))
places = st.builds(
    Place, row_ids | st.sampled_from([TOTAL, REPORT]), names, st.sampled_from(Part)
)
rows = st.builds(Row, row_ids, st.dictionaries(fields, cells, max_size=4))
totals = st.builds(Row, st.just(TOTAL), st.dictionaries(fields, cells, max_size=4))
tables = st.builds(
    SourceTable, texts, st.lists(st.integers(), max_size=3).map(tuple), st.integers()
)
notes = st.builds(Note, st.sampled_from(NoteKind), texts, texts, st.none() | places)
sources = st.builds(
    Source,
    texts,
    texts,
    st.lists(tables, max_size=2).map(tuple),
    st.lists(notes, max_size=2).map(tuple),
)
no_values = st.just(Blank.MISSING) | unreadables
dossiers = st.builds(
    Dossier,
    kind=st.sampled_from(DossierKind),
    code=texts | no_values,
    at=texts,
    **dict.fromkeys(TEXTS, texts),
    **dict.fromkeys(DATES, moments | no_values),
    **dict.fromkeys(COUNTS, decimals | no_values),
)
reports = st.builds(
    Report,
    rows=st.lists(rows, max_size=4, unique_by=lambda row: row.id).map(rows_of),
    total=st.none() | totals,
    facts=st.dictionaries(names, cells, max_size=3),
    layout=st.sampled_from(Layout),
    columns=st.lists(names, max_size=4).map(tuple),
    source=st.none() | sources,
    own=st.none() | row_ids,
    dossiers=st.lists(dossiers, max_size=2).map(tuple),
)
edits = st.builds(Edit, places, st.none() | cells, st.none() | cells)
readings = st.builds(
    Reading,
    st.none() | sources,
    st.lists(names, max_size=4).map(tuple),
    st.lists(dossiers, max_size=2).map(tuple),
)
changes = st.builds(
    Change,
    texts,
    st.lists(edits, max_size=3).map(tuple),
    st.datetimes(),
    st.none() | st.tuples(readings, readings),
)

# A few places that edits meet again and again, for sequences of changes.
few_places = st.builds(
    Place,
    st.sampled_from(["1", "2", TOTAL, REPORT]),
    st.sampled_from(["rank", "score_total"]),
    st.sampled_from([Part.VALUE, Part.OF]),
)
few_cells = st.none() | st.builds(Cell, st.integers(0, 9).map(str))
steps = st.dictionaries(few_places, few_cells, min_size=1, max_size=3)
"""What is put where: the matter of one change."""

few_reports = st.builds(
    Report,
    rows=st.dictionaries(
        st.sampled_from([("rank", Part.VALUE), ("score_total", Part.VALUE)]),
        st.builds(Cell, st.integers(0, 9).map(str)),
        min_size=1,
    ).map(lambda cells: rows_of([Row("1", cells)]))
    | st.just({}),
)


def change_of(report, step, at=datetime(2024, 10, 1, 8, 30)):  # noqa: DTZ001
    """The change that puts the cells of `step` into `report`."""
    made = tuple(report.edit(place, cell) for place, cell in step.items())
    return Change("Sửa số liệu", made, at)
