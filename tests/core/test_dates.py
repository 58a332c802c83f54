"""Days that no calendar has, in sentences; the rest of dates is asked of figures."""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import dates

NONE = [
    ("Số liệu tính đến ngày 31/9/2026.", "ngày 31/9/2026"),
    ("Số liệu tính đến 16 giờ ngày 31-09-2026.", "ngày 31-09-2026"),
    ("Hoàn thành trước ngày 30 tháng 02 năm 2026.", "ngày 30 tháng 02 năm 2026"),
    ("Hoàn thành trước ngày 31 tháng 11.", "ngày 31 tháng 11"),
    ("Hoàn thành trước ngày 31/11.", "ngày 31/11"),
    ("Hoàn thành trước ngày 29/02/2026;", "ngày 29/02/2026"),
    ("Ngày hẹn trả: 32/10/2026", "32/10/2026"),
    ("31.9.2026", "31.9.2026"),
    ("Ngày 12/25/2026", "Ngày 12/25/2026"),
    ("ngày 0/9/2026", "ngày 0/9/2026"),
]
SOUND = [
    "Số liệu tính đến ngày 30/9/2026.",
    "Hoàn thành trước ngày 29/02.",
    "Hoàn thành trước ngày 29 tháng 02 năm 2028.",
    "Quốc khánh ngày 02/9/1945.",
    "Từ ngày 01-05/9/2026; từ ngày 10-15 tháng 9; ngày 20/10-25/10.",
    "Quyết định số 35/2022/QĐ-UBND; mục 31.9.2026.1; mã 000.31.13.2026-H53.",
    "Đạt 32/40 hồ sơ, tháng 13 không tính; ngày     tháng 9 năm 2026.",
    "Điện thoại 0276.31.13.2026.",
    "Xã đạt 18,31/9/2026.",
]


@pytest.mark.parametrize(("text", "words"), NONE)
def test_a_day_that_is_in_no_calendar_is_found_with_its_words(text, words):
    assert [text[slice(*one)] for one in dates.impossible(text)] == [words]


@pytest.mark.parametrize("text", SOUND)
def test_days_that_are_and_numbers_that_are_no_days_are_left_alone(text):
    assert list(dates.impossible(text)) == []


@given(st.integers(1900, 2099), st.integers(0, 13), st.integers(0, 32))
def test_a_day_is_impossible_where_the_calendar_has_it_not(year, month, day):
    is_there = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    for said in (
        f"trước ngày {day}/{month}/{year}",
        f"trước ngày {day:02d} tháng {month:02d} năm {year}",
    ):
        assert (list(dates.impossible(said)) == []) is is_there
