"""Periods in titles that offices write in words of their own."""

import pytest

from core import figures
from core.period import Period
from core.report import Unreadable


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Năm 2025, tháng 12", Period.month(2025, 12)),
        ("Tháng 9, năm 2025", Period.month(2025, 9)),
        ("kỳ tháng ba năm 2026", Period.month(2026, 3)),
        ("Tháng mười hai năm 2025", Period.month(2025, 12)),
        ("Tháng năm năm 2026", Period.month(2026, 5)),
        ("Quý ba năm 2025", Period.quarter(2025, 3)),
        ("Tháng 2/2026 (so với tháng 01/2026)", Period.month(2026, 2)),
        ("Tháng 2/2026 so với cùng kỳ năm 2025", Period.month(2026, 2)),
        ("Bộ chỉ số 766 tháng 10 năm 2025", Period.month(2025, 10)),
        ("Năm 2026", Period.whole_year(2026)),
        ("9 tháng năm 2025", Period.nine_months(2025)),
    ],
)
def test_the_period_is_read_as_it_is_meant(title, period):
    assert figures.find_periods(title) == (period,)


@pytest.mark.parametrize(
    "title",
    [
        "Tháng 9 và 10 năm 2025",
        "Tháng 9, 10/2025",
        "Quý I, II năm 2026",
        "Năm 2025, tháng 1 đến tháng 9",
        "Báo cáo tháng năm 2025",
    ],
)
def test_what_names_several_months_or_an_unclear_one_is_no_year(title):
    (found,) = figures.find_periods(title)

    assert isinstance(found, Unreadable)


def test_a_code_is_read_as_the_period_that_it_names():
    assert figures.parse_period("2024-Q3") == Period.quarter(2024, 3)
    assert figures.parse_period("2024-09") == Period.month(2024, 9)
    assert figures.parse_period("09/2024") == Period.month(2024, 9)
