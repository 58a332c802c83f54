"""Reports never change; changes make new ones and can be taken back."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.period import Period, PeriodKind
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    TOTAL,
    UNIT_NAME,
    Blank,
    Cell,
    Change,
    Part,
    Place,
    Report,
)

NOON = datetime(2024, 10, 4, 12, 0, tzinfo=UTC)

rows = st.sampled_from(["1", "2", "10", TOTAL])
places = st.one_of(
    st.builds(
        Place,
        rows,
        st.sampled_from(["online_pay_rate", "score_total", UNIT_NAME]),
        st.sampled_from(Part),
    ),
    st.sampled_from([PERIOD_PLACE, AS_OF_PLACE]),
)
cells = st.none() | st.builds(
    Cell,
    st.decimals(allow_nan=False, allow_infinity=False) | st.sampled_from(Blank),
    st.text(max_size=5),
)
steps = st.lists(st.dictionaries(places, cells, max_size=4), max_size=8)


def changed(report: Report, after: dict[Place, Cell | None]) -> Change:
    """The change that puts `after` into `report`."""
    return Change("Sửa", tuple(report.edit(p, c) for p, c in after.items()), NOON)


@given(steps)
def test_every_change_can_be_taken_back_exactly(history):
    report, seen = Report(), []
    for after in history:
        change = changed(report, after)
        seen.append((report, change))
        report = report.apply(change)
        for place, cell in after.items():
            assert report.find(place) == cell
    for before, change in reversed(seen):
        report = report.apply(change.inverse)
        assert report == before
        assert list(report.rows) == list(before.rows)


@given(steps)
def test_a_change_leaves_the_report_it_came_from_as_it_was(history):
    report = Report()
    for after in history:
        kept = list(report.cells())
        report.apply(changed(report, after))
        assert list(report.cells()) == kept
        report = report.apply(changed(report, after))


def test_rows_stand_in_the_order_of_their_ids_and_vanish_when_empty():
    name = (UNIT_NAME, Part.VALUE)
    report = Report()
    for row in ("10", "2", "1"):
        place = Place(row, *name)
        report = report.apply(changed(report, {place: Cell(f"Xã {row}", "")}))
    assert [row.name for row in report.rows.values()] == ["Xã 1", "Xã 2", "Xã 10"]
    assert report.next_row_id() == "11"
    report = report.apply(changed(report, {Place("2", *name): None}))
    assert list(report.rows) == ["1", "10"]


def test_the_head_is_the_only_unit_else_the_total_line():
    one = Report().apply(changed(Report(), {Place("1", UNIT_NAME): Cell("Xã A")}))
    assert one.head_id == "1"
    two = one.apply(changed(one, {Place("2", UNIT_NAME): Cell("Xã B")}))
    assert two.head is None
    assert two.head_id == TOTAL
    three = two.apply(changed(two, {Place(TOTAL, "score_total"): Cell(Decimal(87))}))
    assert three.head is not None
    assert three.head.number("score_total") == Decimal(87)


def test_a_period_knows_its_days_and_the_one_before():
    assert Period.month(2024, 2).last_day == date(2024, 2, 29)
    assert Period.quarter(2024, 3).first_day == date(2024, 7, 1)
    assert Period.quarter(2024, 3).last_day == date(2024, 9, 30)
    assert Period.whole_year(2026).last_day == date(2026, 12, 31)
    assert Period.month(2024, 1).previous == Period.month(2023, 12)
    assert Period.quarter(2024, 1).previous == Period.quarter(2023, 4)
    assert Period.whole_year(2024).previous == Period.whole_year(2023)


def _span(first: str, last: str) -> Period:
    return Period.of_days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (Period.half(2026, 2), "2026-H1"),
        (Period.half(2026, 1), "2025-H2"),
        (Period.nine_months(2026), "2025-M9"),
        (Period.week(2026, 12), "2026-W11"),
        (Period.week(2027, 1), "2026-W53"),
        (
            Period.week(2026, 12, (date(2026, 3, 13), date(2026, 3, 19))),
            "2026-W11=2026-03-06..2026-03-12",
        ),
        (_span("2026-01-05", "2026-01-11"), "2025-12-29..2026-01-04"),
        (_span("2025-12-15", "2026-01-14"), "2025-11-15..2025-12-14"),
        (_span("2026-02-01", "2026-03-31"), "2025-12-01..2026-01-31"),
        (_span("2026-01-01", "2026-08-20"), "2025-01-01..2025-08-20"),
    ],
)
def test_a_period_is_compared_with_the_one_of_its_kind_before(period, before):
    assert period.previous.code == before


def test_days_that_are_a_whole_period_are_that_period():
    assert _span("2026-07-01", "2026-12-31") == Period.half(2026, 2)
    assert _span("2026-01-01", "2026-09-30") == Period.nine_months(2026)
    assert _span("2024-02-01", "2024-02-29") == Period.month(2024, 2)
    assert _span("2026-01-05", "2026-01-11").kind is PeriodKind.SPAN
    iso = Period.week(2026, 2)
    assert Period.week(2026, 2, (iso.first_day, iso.last_day)) == iso


def test_periods_stand_in_the_order_in_which_they_end():
    said = [
        Period.whole_year(2026),
        Period.nine_months(2026),
        Period.month(2026, 9),
        Period.week(2026, 27),
        Period.half(2026, 1),
    ]
    codes = [one.code for one in sorted(said, key=lambda one: one.order)]
    assert codes == ["2026-H1", "2026-W27", "2026-M9", "2026-09", "2026"]


@pytest.mark.parametrize(
    "made",
    [
        lambda: Period.half(2026, 3),
        lambda: Period.week(2026, 54),
        lambda: Period.week(2026, 0),
        lambda: _span("2026-02-01", "2026-01-31"),
        lambda: Period(PeriodKind.SPAN, 2026),
        lambda: Period(PeriodKind.SPAN, 2026, 0, (date(2026, 1, 1), date(2026, 1, 31))),
        lambda: Period(PeriodKind.MONTH, 2026, 1, (date(2026, 1, 1), date(2026, 1, 9))),
    ],
)
def test_a_period_that_is_none_cannot_be_made(made):
    with pytest.raises(ValueError, match=r"no such period|out of range"):
        made()
