"""Numbers, ratios, ranks, dates and periods as Vietnamese offices write them."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import figures
from core.catalogue import Kind
from core.period import Moment, Period
from core.report import Blank, Unreadable

NUMBERS = (Kind.RATIO, Kind.SCORE, Kind.DAYS)

exact = st.decimals(
    min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=4
)
counts = st.integers(min_value=0, max_value=10**9).map(Decimal)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31))
clocks = st.none() | st.times().map(lambda one: time(one.hour, one.minute))
years = st.integers(min_value=1900, max_value=2999)


def _week_of(monday, shift, length):
    """The ISO week of a day, perhaps with days of the office's own."""
    year, number, weekday = monday.isocalendar()
    first = monday + timedelta(days=shift - weekday + 1)
    return Period.week(year, number, (first, first + timedelta(days=length - 1)))


inner_days = st.dates(min_value=date(1901, 1, 1), max_value=date(2998, 12, 1))
periods = st.one_of(
    st.builds(Period.month, years, st.integers(1, 12)),
    st.builds(Period.quarter, years, st.integers(1, 4)),
    st.builds(Period.half, years, st.integers(1, 2)),
    st.builds(Period.nine_months, years),
    st.builds(Period.whole_year, years),
    st.builds(
        lambda day, number: Period.of_days(day, day + timedelta(days=number)),
        inner_days,
        st.integers(0, 400),
    ),
    st.builds(_week_of, inner_days, st.integers(-7, 7), st.integers(5, 8)),
    st.builds(_week_of, inner_days, st.just(0), st.just(7)),
)


def readings(value: object) -> set[Decimal]:
    """What a parsed value may mean."""
    if isinstance(value, Unreadable):
        return set(value.readings)
    assert isinstance(value, Decimal)
    return {value}


usual = st.from_regex(
    r"\A[0-9]{1,12}([.,]([0-9]{1,2}|[0-9]{4,6}))?\Z|\A0[.,][0-9]{3}\Z"
)
many = st.lists(usual | st.text("0123456789.,/% \n", max_size=6), min_size=1)


@given(st.lists(usual, min_size=1) | many, st.sampled_from(NUMBERS))
def test_many_usual_texts_are_read_as_each_of_them_is(texts, kind):
    found = figures.parse_usual(texts)

    if found is not None:
        assert found == [figures.parse(text, kind) for text in texts]
    assert figures.parse_usual(["91,72", "100", "3.5"]) == [
        *(Decimal("91.72"), Decimal(100), Decimal("3.5"))
    ]
    assert figures.parse_usual([*texts, "chưa có"]) is None


@given(exact, st.sampled_from(NUMBERS))
def test_a_printed_number_parses_to_the_same_value_or_asks_with_it(number, kind):
    parsed = figures.parse(figures.show(number), kind)
    assert number in readings(parsed)
    if isinstance(parsed, Unreadable):  # "2.033" alone among printed numbers
        assert number == number.to_integral_value()
        assert 1000 <= abs(number) < 1_000_000


@given(counts)
def test_a_printed_count_parses_to_the_same_value_without_a_question(number):
    assert figures.parse(figures.show(number), Kind.COUNT) == number
    assert figures.parse(figures.show_count(number), Kind.COUNT) == number


@given(exact)
def test_plain_notation_is_the_same_number_without_exponent(number):
    text = figures.plain(number)
    assert Decimal(text) == number
    assert "E" not in text


@given(days)
def test_a_printed_date_parses_to_the_same_day(day):
    assert figures.parse_date(figures.show_date(day)) == day
    assert figures.parse_date(figures.show_long_date(day)) == day
    assert figures.parse_date(day.isoformat()) == day


@given(days, clocks)
def test_a_printed_moment_parses_to_the_same_moment(day, clock):
    moment = Moment(day, clock)
    assert figures.parse_moment(figures.show_moment(moment)) == moment
    assert figures.parse_moment(figures.show_short_moment(moment)) == moment
    assert figures.parse_moment(moment.code) == moment


@given(periods)
def test_a_printed_period_parses_to_the_same_period(period):
    shown = figures.show_period(period)
    assert figures.parse_period(shown) == period
    assert figures.parse_period(shown.capitalize()) == period
    assert figures.parse_period(period.code) == period
    assert figures.find_periods(f"KẾT QUẢ {shown.upper()} (SỐ LIỆU CỔNG)") == (period,)


@given(st.text(max_size=30), st.sampled_from(Kind))
def test_no_text_makes_a_parser_fail_and_none_is_lost(text, kind):
    value = figures.parse(text, kind)
    if isinstance(value, Unreadable):
        assert value.text == text
    figures.parse_pair(text, kind)
    figures.parse_date(text)
    figures.parse_moment(text)
    figures.parse_period(text)
    figures.find_periods(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("91,7", Kind.RATIO, "91.7"),
        ("89,64%", Kind.RATIO, "89.64"),
        ("95.23%", Kind.RATIO, "95.23"),
        ("100", Kind.RATIO, "100"),
        ("0.523", Kind.RATIO, "0.523"),
        ("1.234,5", Kind.SCORE, "1234.5"),
        ("1,234.5", Kind.SCORE, "1234.5"),
        ("18,5 điểm", Kind.SCORE, "18.5"),
        ("2,033", Kind.RATIO, "2.033"),
        ("2.033", Kind.COUNT, "2033"),
        ("2.033.114", Kind.RATIO, "2033114"),
        ("1,234,567", Kind.COUNT, "1234567"),
        ("2 033", Kind.COUNT, "2033"),
        ("2\u00a0033", Kind.COUNT, "2033"),
        ("01 hồ sơ", Kind.COUNT, "1"),
        ("-5", Kind.RATIO, "-5"),
        ("−5", Kind.RATIO, "-5"),
        ("１２,５", Kind.RATIO, "12.5"),
        ("8/9", Kind.RANK, "8"),
        ("8", Kind.RANK, "8"),
        (" 4,55\u200b ", Kind.RATIO, "4.55"),
    ],
)
def test_numbers_of_offices_are_read(text, kind, value):
    assert figures.parse(text, kind) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("2.033", Kind.RATIO), ("2.033", Kind.SCORE), ("2,033", Kind.COUNT)],
)
def test_two_readings_are_left_to_somebody(text, kind):
    both = (Decimal(2033), Decimal("2.033"))
    assert figures.parse(text, kind) == Unreadable(text, both)


@pytest.mark.parametrize("text", ["67,4l", "1E5", "1_000", "NaN", "12,", "=1+1", "a"])
def test_what_is_no_number_keeps_its_text(text):
    assert figures.parse(text, Kind.RATIO) == Unreadable(text)


@pytest.mark.parametrize("text", ["", "  ", "-", "—", "N/A", "null", "chưa có"])
def test_nothing_is_missing_and_not_zero(text):
    assert figures.parse(text, Kind.RATIO) is Blank.MISSING


def test_zero_missing_and_not_applicable_are_three_things():
    assert figures.parse("0", Kind.RATIO) == Decimal(0)
    assert figures.parse("Không áp dụng", Kind.RATIO) is Blank.NOT_APPLICABLE


def test_a_unit_of_another_kind_is_no_part_of_the_number():
    assert figures.parse("50%", Kind.COUNT) == Unreadable("50%")
    assert figures.parse("5 hồ sơ", Kind.RATIO) == Unreadable("5 hồ sơ")
    assert figures.parse("3,99 ngày", Kind.DAYS) == Decimal("3.99")


def test_a_number_of_many_digits_is_shown_whole_but_no_figure_of_an_office():
    digits = "1" * 40
    assert figures.plain(Decimal(digits)) == digits
    assert figures.parse(digits, Kind.COUNT) == Unreadable(digits)
    assert figures.parse("-" + "9" * 16, Kind.SCORE) == Unreadable("-" + "9" * 16)
    assert figures.parse("9" * 15, Kind.COUNT) == Decimal("9" * 15)


@given(st.text("0123456789.,-", min_size=1, max_size=60), st.sampled_from(Kind))
def test_whatever_is_read_can_be_rounded_shown_and_reckoned_with(text, kind):
    value = figures.parse(text, kind)
    if isinstance(value, Decimal):
        figures.show(value, 2)
        figures.ratio(value, Decimal(3))
        assert figures.parse(figures.plain(value), Kind.DAYS) is not None


def test_the_mark_of_a_note_is_no_digit():
    assert figures.parse("91,7²", Kind.RATIO) == Unreadable("91,7²")
    assert figures.parse("５", Kind.COUNT) == Decimal(5)


def test_a_month_is_a_word_of_its_own():
    assert figures.find_periods("tệp xuất 9/2024") == ()
    assert figures.find_periods("T9/2024") == (Period.month(2024, 9),)


def test_a_pair_is_read_whole_or_not_at_all():
    assert figures.parse_pair("4.33 / 6", Kind.SCORE) == (Decimal("4.33"), Decimal(6))
    assert figures.parse_pair("54.86 / 100 điểm", Kind.SCORE)[1] == Decimal(100)
    assert figures.parse_pair("113/116", Kind.RANK) == (Decimal(113), Decimal(116))
    assert figures.parse_pair("8", Kind.RANK) == (Decimal(8), Blank.MISSING)
    assert figures.parse_pair("x/18", Kind.SCORE)[0] == Unreadable("x/18")
    assert figures.parse_pair("-", Kind.SCORE) == (Blank.MISSING, Blank.MISSING)


def test_a_number_cell_loses_its_binary_noise_and_nothing_else():
    assert figures.of_number(85.25, Kind.RATIO) == Decimal("85.25")
    assert figures.of_number(0.1 + 0.2, Kind.RATIO) == Decimal("0.3")
    assert str(figures.of_number(112.0, Kind.COUNT)) == "112"
    assert figures.of_number(0.9523, Kind.RATIO, percent=True) == Decimal("95.23")


def test_a_count_that_excel_took_for_a_decimal_is_asked():
    both = (Decimal(2033), Decimal("2.033"))
    assert figures.of_number(2.033, Kind.COUNT) == Unreadable("2.033", both)


def test_a_letter_writes_small_counts_days_and_months_with_a_zero():
    assert figures.show_count(Decimal(1)) == "01"
    assert figures.show_count(Decimal(0)) == "0"
    assert figures.show_count(Decimal(46)) == "46"
    assert figures.show_long_date(date(2024, 12, 9)) == "ngày 09 tháng 12 năm 2024"
    assert figures.show_long_date(date(2025, 1, 5)) == "ngày 05 tháng 01 năm 2025"
    assert figures.show_long_date(date(2024, 6, 29)) == "ngày 29 tháng 6 năm 2024"
    assert figures.show_period(Period.month(2025, 2)) == "tháng 02/2025"
    assert figures.show_period(Period.month(2024, 9)) == "tháng 9/2024"
    assert figures.show_period(Period.quarter(2024, 3)) == "quý III/2024"


def test_rounding_is_half_up_and_the_decimals_are_kept():
    assert figures.show(Decimal("2.345"), 2) == "2,35"
    assert figures.show(Decimal(100), 2) == "100,00"
    assert figures.show(Decimal("-1234.5")) == "-1.234,5"
    assert figures.show(Decimal("-0.001"), 2) == "0,00"
    assert figures.ratio(Decimal(79), Decimal(82)) == Decimal("96.34")
    assert figures.ratio(Decimal(1), Decimal(0)) is None
    assert figures.ratio(Decimal(1), Decimal(800)) == Decimal("0.13")


@pytest.mark.parametrize(
    "text",
    ["31/02/2024", "0/1/2024", "ngày mai", "2024-13-01", "1/1/0001", "31/12/9999"],
)
def test_a_day_that_no_calendar_has_is_none(text):
    assert figures.parse_date(text) is None
    assert figures.parse_moment(text) is None


def test_times_that_no_clock_shows_are_none():
    assert figures.parse_moment("24 giờ 00 phút ngày 06/12/2024") is None
    assert figures.parse_moment("16 giờ 75 phút ngày 06/12/2024") is None


def test_two_periods_in_one_text_are_both_found():
    found = figures.find_periods("tháng 9/2024 và tháng 8 năm 2024")
    assert found == (Period.month(2024, 9), Period.month(2024, 8))
    assert figures.find_periods("Phụ lục - tháng 9-2024") == (Period.month(2024, 9),)
    assert figures.find_periods("không nói kỳ nào") == ()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Từ ngày 01/9/2024 đến ngày 30/9/2024", Period.month(2024, 9)),
        ("(01/07/2026 - 30/09/2026)", Period.quarter(2026, 3)),
        (
            "từ ngày 01 tháng 01 năm 2024 đến hết ngày 31 tháng 12 năm 2024",
            Period.whole_year(2024),
        ),
        ("Từ tháng 7 đến tháng 9/2026", Period.quarter(2026, 3)),
        ("T1-T12 năm 2026", Period.whole_year(2026)),
    ],
)
def test_a_span_that_is_a_whole_period_names_it(text, period):
    assert figures.find_periods(text) == (period,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("6 THÁNG NĂM 2026", "2026-H1"),
        ("Sáu tháng cuối năm 2026", "2026-H2"),
        ("Từ ngày 01/7/2026 đến ngày 31/12/2026", "2026-H2"),
        ("9 tháng năm 2025", "2025-M9"),
        ("tháng 1 đến tháng 9/2024", "2024-M9"),
        ("quý I - quý III/2024", "2024-M9"),
        ("3 tháng đầu năm 2026", "2026-Q1"),
        ("12 tháng năm 2026", "2026"),
        ("11 tháng đầu năm 2026", "2026-01-01..2026-11-30"),
        ("Tuần 12/2026", "2026-W12"),
        ("BẢN TIN TUẦN 03 NĂM 2024", "2024-W03"),
        ("Tuần 12 (từ ngày 16/3 đến ngày 22/3/2026)", "2026-W12"),
        ("Tuần 12 (16/03/2026 - 22/03/2026)", "2026-W12"),
        (
            "Tuần 12 năm 2026 (từ ngày 13/3/2026 đến 19/3/2026)",
            "2026-W12=2026-03-13..2026-03-19",
        ),
        ("Từ ngày 05/01/2026 đến ngày 11/01/2026", "2026-01-05..2026-01-11"),
        ("từ ngày 16 đến 22/3/2026", "2026-03-16..2026-03-22"),
        ("từ 15/12 đến 14/01/2026", "2025-12-15..2026-01-14"),
        ("Từ tháng 8/2024 đến tháng 9/2024", "2024-08-01..2024-09-30"),
        ("lũy kế từ đầu năm đến 30/9/2026", "2026-M9"),
        ("Lũy kế từ đầu năm đến hết tháng 8/2026", "2026-01-01..2026-08-31"),
        ("luỹ kế từ ngày 01/01/2026 đến hết ngày 20/8/2026", "2026-01-01..2026-08-20"),
        ("Tháng 9/2024 (lũy kế từ đầu năm đến 30/9/2024)", "2024-09"),
    ],
)
def test_any_length_of_time_is_a_period(text, code):
    (found,) = figures.find_periods(text)
    assert isinstance(found, Period)
    assert found.code == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("quý III và 9 tháng năm 2026", ["2026-Q3", "2026-M9"]),
        ("tháng 6 và 6 tháng đầu năm 2026", ["2026-06", "2026-H1"]),
        (
            "tuần 12/2026 (01/9/2026 - 07/9/2026)",
            ["2026-W12", "2026-09-01..2026-09-07"],
        ),
    ],
)
def test_of_two_periods_in_one_title_none_is_lost(text, codes):
    found = figures.find_periods(text)
    assert [one.code for one in found if isinstance(one, Period)] == codes
    assert len(found) == len(codes)


@pytest.mark.parametrize(
    "span",
    [
        "31/2/2024 đến 30/9/2024",
        "30/9/2024 - 01/9/2024",
        "tháng 0 - 3/2024",
        "tháng 9 - 3/2024",
        "13 tháng năm 2024",
        "lũy kế đến ngày 30/9/2024",
        "tuần 2 tháng 3/2026",
        "tuần 54/2026",
    ],
)
def test_a_span_that_is_no_period_is_never_taken_for_one(span):
    found = figures.find_periods(f"(Số liệu {span}, lấy từ Cổng)")
    assert found == (Unreadable(span),)


def test_a_week_without_its_year_is_no_period():
    assert figures.find_periods("Tuần 12") == ()


def test_a_letter_prints_a_week_with_its_days():
    week = Period.week(2026, 12)
    long = "tuần 12 năm 2026 (từ ngày 16/03/2026 đến ngày 22/03/2026)"
    assert figures.show_period(week) == "tuần 12 năm 2026"
    assert figures.show_full_period(week) == long
    assert figures.parse_period(long) == week


def test_a_period_is_shown_as_offices_call_it():
    span = Period.of_days(date(2026, 1, 5), date(2026, 1, 11))
    assert figures.show_period(Period.half(2026, 1)) == "6 tháng đầu năm 2026"
    assert figures.show_period(Period.half(2026, 2)) == "6 tháng cuối năm 2026"
    assert figures.show_period(Period.nine_months(2026)) == "9 tháng đầu năm 2026"
    assert figures.show_period(span) == "kỳ từ ngày 05/01/2026 đến ngày 11/01/2026"


def test_a_day_in_a_title_is_no_period():
    assert figures.find_periods("Quyết định ngày 23 tháng 6 năm 2022") == ()
    assert figures.find_periods("Ngày báo cáo: 10/10/2026") == ()
