"""What typing into a cell does to the report."""

import unicodedata
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from core import catalogue as catalogues
from core import entry
from core.period import Moment, Period
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    UNIT_NAME,
    Blank,
    Cell,
    Part,
    Place,
    Report,
    Unreadable,
)

NOON = datetime(2024, 10, 4, 12, 0, tzinfo=UTC)
CATALOGUE = catalogues.load()
RATE = Place("1", "online_pay_rate")


def typed(report: Report, *entries: tuple[Place, str]) -> Report:
    """The report after typing."""
    change = entry.change(report, CATALOGUE, entries, NOON)
    return report if change is None else report.apply(change)


def test_a_number_is_read_by_the_kind_of_its_place():
    report = typed(Report(), (RATE, "89,64"), (Place("1", "overdue_total"), "2.033"))
    assert report.cell(RATE) == Cell(Decimal("89.64"), "89,64")
    assert report.cell(Place("1", "overdue_total")).number == Decimal(2033)


def test_what_cannot_be_read_stays_as_it_was_typed():
    report = typed(Report(), (RATE, "67,4l"))
    assert report.cell(RATE).value == Unreadable("67,4l")


def test_a_rank_may_say_among_how_many():
    rank = Place("1", "rank")
    report = typed(Report(), (rank, "8/9"))
    assert report.cell(rank).number == Decimal(8)
    assert report.cell(rank._replace(part=Part.OF)).number == Decimal(9)
    again = typed(report, (rank, "7"))
    assert again.cell(rank).number == Decimal(7)
    assert again.cell(rank._replace(part=Part.OF)).number == Decimal(9)


@pytest.mark.parametrize(
    ("place", "text", "first", "most"),
    [
        (Place("1", "score_total"), "80,33/100", "80.33", "100"),
        (Place("1", "score_tttt"), "5,1 / 10 điểm", "5.1", "10"),
        (RATE._replace(part=Part.SCORE), "5,33/6", "5.33", "6"),
    ],
)
def test_a_score_may_say_of_how_many_points(place, text, first, most):
    report = typed(Report(), (place, text))
    assert report.cell(place) == Cell(Decimal(first), text)
    assert report.number_at(place._replace(part=Part.MAXIMUM)) == Decimal(most)


def test_a_maximum_or_a_ratio_is_one_number():
    for place in (RATE._replace(part=Part.MAXIMUM), RATE):
        report = typed(Report(), (place, "5/6"))
        assert report.cell(place).value == Unreadable("5/6")
        assert len(report.rows["1"].cells) == 1


def test_text_that_comes_apart_is_kept_whole():
    apart = unicodedata.normalize("NFD", "chờ số liệu")
    report = typed(Report(), (RATE, apart))
    assert report.cell(RATE) == Cell(Unreadable("chờ số liệu"), "chờ số liệu")


def test_a_figure_beyond_reckoning_stays_text_and_no_ratio_follows():
    above, below = (RATE._replace(part=p) for p in (Part.NUMERATOR, Part.DENOMINATOR))
    report = typed(Report(), (above, "1" * 40), (below, "3"))
    assert report.cell(above).value == Unreadable("1" * 40)
    assert report.find(RATE) is None


def test_the_ratio_follows_its_numerator_and_denominator_in_one_step():
    above, below = (RATE._replace(part=p) for p in (Part.NUMERATOR, Part.DENOMINATOR))
    change = entry.change(
        Report(), CATALOGUE, [(above, "1.418"), (below, "1597")], NOON
    )
    assert change is not None
    report = Report().apply(change)
    assert report.cell(RATE).number == Decimal("88.79")
    assert report.apply(change.inverse) == Report()
    assert typed(report, (below, "0")).cell(RATE).number == Decimal("88.79")


def test_typing_the_same_figure_again_changes_nothing():
    report = typed(Report(), (RATE, "89,64"))
    assert entry.change(report, CATALOGUE, [(RATE, "89,640")], NOON) is None
    assert entry.change(report, CATALOGUE, [(RATE, "")], NOON) is not None
    assert entry.change(Report(), CATALOGUE, [(RATE, "")], NOON) is None


def test_a_place_typed_twice_at_once_is_one_edit_from_what_stood_there():
    report = typed(Report(), (RATE, "1"))
    change = entry.change(report, CATALOGUE, [(RATE, "2"), (RATE, "3")], NOON, "Dán")
    assert change is not None
    assert change.label == "Dán"
    (edit,) = change.edits
    assert (edit.before, edit.after) == (Cell(Decimal(1), "1"), Cell(Decimal(3), "3"))
    assert report.apply(change).apply(change.inverse) == report


def test_a_change_names_the_unit_where_there_are_several():
    names = [(Place(row, UNIT_NAME), f"Xã {row}") for row in "12"]
    report = typed(Report(), *names)
    label = entry.label(CATALOGUE, report, Place("2", "online_pay_rate"))
    assert label == "Sửa Hồ sơ thanh toán trực tuyến, Xã 2"


def test_clearing_a_figure_makes_it_missing_not_zero():
    report = typed(typed(Report(), (RATE, "89,64")), (RATE, ""))
    assert report.cell(RATE).value is Blank.MISSING


def test_period_and_time_of_figures_are_typed_like_cells():
    report = typed(
        Report(), (PERIOD_PLACE, "9/2024"), (AS_OF_PLACE, "16:30 06/12/2024")
    )
    assert report.period == Period.month(2024, 9)
    assert report.as_of is not None
    assert report.as_of.code == "2024-12-06T16:30"
    assert isinstance(report.cell(AS_OF_PLACE).value, Moment)
    wrong = typed(report, (PERIOD_PLACE, "tháng 13/2024"))
    assert wrong.period is None
    assert wrong.cell(PERIOD_PLACE).value == Unreadable("tháng 13/2024")


@pytest.mark.parametrize(
    ("place", "label"),
    [
        (RATE, "Sửa Hồ sơ thanh toán trực tuyến"),
        (RATE._replace(part=Part.NUMERATOR), "Sửa Hồ sơ thanh toán trực tuyến, tử số"),
        (PERIOD_PLACE, "Sửa Kỳ báo cáo"),
        (Place("1", UNIT_NAME), "Sửa Tên đơn vị"),
    ],
)
def test_a_change_is_called_by_what_it_touches(place, label):
    assert entry.label(CATALOGUE, Report(), place) == label
