"""Figures, times and periods just at the limit of what they may be."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core import dates, figures, period_words
from core.kind import Kind
from core.period import Moment, Period, PeriodKind
from core.report import Unreadable

SIXTH = date(2024, 12, 6)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("23:59, 06/12/2024", time(23, 59)),
        ("06/12/2024 16:30", time(16, 30)),
        ("06/12/2024, 16 giờ", time(16, 0)),
        ("06/12/2024, 16 giờ 05", time(16, 5)),
        ("16 giờ, 06/12/2024", time(16, 0)),
    ],
)
def test_a_time_may_stand_before_or_behind_its_day_with_or_without_minutes(text, clock):
    assert dates.parse_moment(text) == Moment(SIXTH, clock)


@pytest.mark.parametrize("text", ["24:00, 06/12/2024", "16:60, 06/12/2024"])
def test_a_time_that_no_clock_shows_is_none(text):
    assert dates.parse_moment(text) is None


def test_only_january_and_february_take_a_zero():
    assert dates.show_long_date(date(2024, 2, 9)) == "ngày 09 tháng 02 năm 2024"
    assert dates.show_long_date(date(2024, 3, 10)) == "ngày 10 tháng 3 năm 2024"


def test_a_letter_that_becomes_two_in_small_letters_is_one_without_its_mark():
    assert dates.lowered("THÁNG 9/2024") == "tháng 9/2024"
    assert dates.lowered("İ: THÁNG 9") == "i: tháng 9"
    assert dates.lowered("ĐẠT Straße Ủy") == "đạt straße ủy"


@given(some.text())
def test_text_in_small_letters_is_as_long_as_before(text):
    assert len(dates.lowered(text)) == len(text)


def test_the_half_of_a_year_is_read_in_letters_of_other_alphabets():
    last_half = Period(PeriodKind.HALF, 2025, 2)
    assert figures.find_periods("6 THÁNG CUỐİ NĂM 2025") == (last_half,)


def test_a_number_is_read_up_to_the_limit_and_no_further():
    most = figures.LIMIT - 1
    assert figures.parse(f"{most}", Kind.COUNT) == most
    assert isinstance(figures.parse(f"{figures.LIMIT}", Kind.COUNT), Unreadable)


def test_a_whole_cell_shown_as_a_percentage_is_a_hundred_times_as_much():
    assert figures.of_number(1.0, Kind.RATIO, percent=True) == 100
    assert figures.of_number(1.0, Kind.RATIO) == 1


@pytest.mark.parametrize(
    ("number", "shown"), [("0", "0"), ("9", "09"), ("10", "10"), ("9.5", "9,5")]
)
def test_counts_below_ten_take_a_zero(number, shown):
    assert figures.show_count(Decimal(number)) == shown


@pytest.mark.parametrize(("number", "count"), [("91.70", 1), ("46", 0), ("5.125", 3)])
def test_decimals_are_counted_without_zeros_at_the_end(number, count):
    assert figures.decimals_of(Decimal(number)) == count


WEEK_12 = Period.week(2024, 12)  # 18/3 to 24/3


@pytest.mark.parametrize(
    ("first", "last", "is_its"),
    [
        (date(2024, 3, 18), date(2024, 3, 27), True),  # ten days
        (date(2024, 3, 18), date(2024, 3, 28), False),  # eleven
        (date(2024, 3, 4), date(2024, 3, 10), True),  # two weeks before
        (date(2024, 3, 3), date(2024, 3, 9), False),
        (date(2024, 4, 1), date(2024, 4, 7), True),  # two weeks after
        (date(2024, 4, 2), date(2024, 4, 8), False),
    ],
)
def test_days_are_those_of_a_week_where_they_are_few_and_near(first, last, is_its):
    named = period_words.with_days(WEEK_12, Period.of_days(first, last))
    assert (named is not None) is is_its
    assert named is None or (named.first_day, named.last_day) == (first, last)


@pytest.mark.parametrize(
    ("code", "period"),
    [
        ("2024", Period.whole_year(2024)),
        ("2024-09", Period.month(2024, 9)),
        ("2024-Q3", Period.quarter(2024, 3)),
        ("2024-M9", Period.nine_months(2024)),
        ("2024-W12", WEEK_12),
        ("2024-9", None),
        ("2024-Q03", None),
        ("2024-M8", None),
        ("2024-W1", None),
        ("2024-09=2024-09-02..2024-09-08", None),
        ("2024-W99=2024-09-02..2024-09-08", None),
        ("2024-W12=2024-03-21..2024-03-15", None),
    ],
)
def test_a_period_s_code_is_read_as_it_is_written_and_in_no_other_way(code, period):
    assert period_words.parse_period(code) == period


@pytest.mark.parametrize(
    "text",
    [
        "Tuần 12 (từ ngày 31/02/2024 đến ngày 05/3/2024)",
        "Tuần 60 năm 2024",
        "từ ngày 01/9/2024 đến ngày 31/9/2024",
    ],
)
def test_weeks_and_days_that_no_calendar_has_are_kept_as_they_are_written(text):
    (found,) = figures.find_periods(text)
    assert isinstance(found, Unreadable)


def test_a_period_is_told_with_where_its_own_words_begin_and_end():
    text = "Kết quả tháng 9/2024 của xã"
    (one,) = period_words.told(text)
    assert (text[one.at : one.end], one.is_total) == ("tháng 9/2024", False)
    text = "Kết quả năm 2024 của xã"
    (one,) = period_words.told(text)
    assert (text[one.at : one.end], one.is_total) == ("năm 2024", False)
    both = period_words.told("Tuần 12 (từ ngày 02/9/2024 đến ngày 08/9/2024)")
    assert len(both) == 2
    assert {one.end for one in both} == {-1}


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("Lũy kế 9 tháng năm 2024", [True]),
        ("Tháng 9/2024; lũy kế 9 tháng năm 2024", [False, True]),
        ("Lũy kế đến nay: 120 hồ sơ; quý III năm 2024", [False]),
        ("Tháng 9 và lũy kế 9 tháng năm 2024", [False, True]),
        ("Tháng 9 và 9 tháng năm 2024", [False, False]),
    ],
)
def test_a_running_total_is_told_from_the_period_reported_on(text, totals):
    assert [one.is_total for one in period_words.told(text)] == totals
