"""Days off: weekends, holidays, Saturdays worked in exchange."""

from datetime import date

import pytest

from core import holidays
from core.holidays import Holidays

KNOWN = holidays.load()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2024, 2, 9), "Tết Nguyên đán"),
        (date(2024, 4, 29), "nghỉ hoán đổi dịp Ngày Chiến thắng"),
        (date(2025, 9, 1), "Quốc khánh"),
        (date(2026, 4, 27), "Giỗ Tổ Hùng Vương"),
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
        (date(2026, 11, 21), "thứ Bảy"),
        (date(2026, 11, 22), "Chủ nhật"),
        (date(2026, 11, 23), None),
        (date(2025, 11, 24), None),  # 24/11 is off only from 2026 on
        (date(2024, 5, 4), None),  # a Saturday worked for 29/4
        (date(2025, 4, 26), None),
        (date(2026, 1, 10), None),
        (date(2026, 8, 22), None),
        (date(2027, 2, 10), "Tết Nguyên đán"),
        (date(2030, 9, 2), None),  # beyond the table only weekends are known
        (date(2030, 9, 7), "thứ Bảy"),
    ],
)
def test_a_day_off_has_a_name_and_a_working_day_has_none(day, name):
    assert KNOWN.name(day) == name


def test_the_table_says_which_years_it_knows():
    assert [KNOWN.knows(year) for year in (2023, 2024, 2027, 2028)] == [
        False,
        True,
        True,
        False,
    ]


def test_each_holiday_and_exchanged_day_lies_in_the_years_covered():
    days = [*KNOWN.off, *KNOWN.working]
    assert all(day.year in KNOWN.years for day in days)
    assert all(day.weekday() in {5, 6} for day in KNOWN.working)
    assert not KNOWN.off.keys() & KNOWN.working.keys()


def test_without_a_table_only_weekends_are_off(tmp_path):
    empty = holidays.load(tmp_path)
    assert empty == Holidays()
    assert empty.name(date(2026, 9, 2)) is None
    assert empty.name(date(2026, 9, 5)) == "thứ Bảy"


def test_an_office_can_have_its_own_table(tmp_path):
    text = "[covers]\nfirst = 2028\nlast = 2028\n\n[[off]]\n"
    text += 'first = 2028-09-04\nlast = 2028-09-04\nname = "nghỉ bù Quốc khánh"\n'
    (tmp_path / "2028.toml").write_text(text, encoding="utf-8")
    own = holidays.load(tmp_path)
    assert own.name(date(2028, 9, 4)) == "nghỉ bù Quốc khánh"
    assert own.knows(2028)


def test_the_table_of_the_program_is_read_once():
    assert holidays.bundled() is holidays.bundled()
    assert holidays.bundled() == KNOWN
