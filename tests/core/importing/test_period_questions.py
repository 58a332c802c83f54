"""A period that cannot be read is asked for; one that nothing tells of is not."""

import pytest

from core.importing.asking import is_clear
from core.importing.choosing.choices import NO_CHOICES, Choices
from core.importing.choosing.question import UNREAD
from core.importing.choosing.questions import questions
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.period import Period
from core.report import PERIOD_PLACE, Source, Unreadable
from tests.core.importing.grids import recogniser, sheet

CATALOGUE = recogniser().catalogue
TABLE = """
    {title}
    STT | Tên đơn vị | Hồ sơ quá hạn
    1   | Xã A       | 2
"""


def opened(title: str, choices: Choices = NO_CHOICES) -> Opened:
    grid = sheet(TABLE.format(title=title))
    return of_grids([grid], Source("tệp.xlsx", ""), CATALOGUE, choices)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("KẾT QUẢ THÁNG 19/2024", "THÁNG 19/2024"),
        ("Kết quả quý V/2024", "quý V/2024"),
        ("Kết quả tháng 9", "tháng 9"),
        ("Ket qua thang 9", "tháng 9"),
        ("Kết quả 6 tháng đầu năm", "6 tháng đầu năm"),
        ("Kết quả tháng .... năm ....", "tháng .... năm ...."),
        ("Kết quả tháng 8, 9/2024", "tháng 8, 9/2024"),
    ],
)
def test_a_period_that_cannot_be_read_is_asked_for(title, told):
    found = opened(title)

    (asked,) = questions(found.report, CATALOGUE)
    assert found.report.cell(PERIOD_PLACE).value == Unreadable(told)
    assert (asked.sign, asked.answers, asked.is_of_report) == (UNREAD, (), True)
    assert asked.reason == (
        f"Chưa đọc được “{told}” trong tệp; gõ kỳ vào ô Kỳ báo cáo, ví dụ 9/2024."
    )
    assert not is_clear(found, CATALOGUE)


def test_the_period_that_was_typed_settles_it():
    period = Period.month(2024, 9)
    found = opened("KẾT QUẢ THÁNG 19/2024", Choices(period=period))

    assert found.report.period == period
    assert is_clear(found, CATALOGUE)


@pytest.mark.parametrize(
    "title",
    [
        "KẾT QUẢ BỘ CHỈ SỐ 766",
        "(Thống kê hàng tháng, quý)",
        "Kèm theo Công văn ngày 23 tháng 6 của UBND huyện",
        "Kết quả so với tháng 8",
        "Kết quả tháng 9/2024, tăng so với tháng 8",
        "Tỉnh Quý Châu",
    ],
)
def test_what_tells_of_no_period_or_of_another_one_asks_nothing(title):
    assert is_clear(opened(title), CATALOGUE)
