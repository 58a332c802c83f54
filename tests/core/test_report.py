"""Reports never change; changes make new ones and can be taken back."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.period import Period
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
