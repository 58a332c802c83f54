"""Whose figures a table of criteria holds, where only a bare title says it."""

import pytest

from core.importing.recognition import titles
from core.importing.recognition.titles import Title
from core.period import Period
from core.report import AS_OF_PLACE

CRITERIA = [
    ["STT", "Tên tiêu chí", "Tử số", "Mẫu số", "Tỷ lệ (%)"],
    [1, "Tỷ lệ hồ sơ giải quyết đúng hạn", 995, 1000, "99,5"],
]


@pytest.mark.parametrize(
    "title", ["UBND xã Lộc Ninh", "UBND xã Lộc Ninh - Bộ chỉ số 766 tháng 10 năm 2025"]
)
def test_a_title_that_begins_with_the_offices_name_names_the_unit(read, title):
    report = read([[title], ["Tháng 10 năm 2025"], *CRITERIA])

    assert [row.name for row in report.rows.values()] == ["UBND xã Lộc Ninh"]
    assert report.period == Period.month(2025, 10)


def test_the_unit_and_the_period_may_stand_in_one_title(read):
    report = read([["UBND xã Lộc Ninh - Bộ chỉ số 766 tháng 10 năm 2025"], *CRITERIA])

    assert [row.name for row in report.rows.values()] == ["UBND xã Lộc Ninh"]
    assert report.period == Period.month(2025, 10)


@pytest.mark.parametrize(
    ("above", "name"),
    [
        (["UBND HUYỆN CHÂU THÀNH", "UBND XÃ AN BÌNH"], "UBND XÃ AN BÌNH"),
        (["UBND xã An Bình", "UBND xã An Cơ"], None),
        (["UBND các xã"], None),
        (["UBND xã Lộc Ninh báo cáo kết quả"], None),
    ],
)
def test_of_several_offices_that_are_as_likely_none_is_taken(above, name):
    owner = titles.owner([Title(text, "Bảng!A1") for text in above])

    assert (owner.name and owner.name.value) == name


@pytest.mark.parametrize(
    "line",
    [
        "Ghi chú: số liệu lấy từ Cổng DVCQG lúc 8h ngày 01/10/2025",
        "Số liệu lấy trên Hệ thống 766 lúc 8h ngày 01/10/2025",
    ],
)
def test_a_note_below_the_table_tells_when_the_figures_were_taken(read, line):
    report = read([["UBND xã Lộc Ninh"], *CRITERIA, [], [line]])

    assert report.as_of is not None
    assert report.cell(AS_OF_PLACE).raw == line
    assert (report.as_of.day.isoformat(), report.as_of.clock.hour) == ("2025-10-01", 8)
