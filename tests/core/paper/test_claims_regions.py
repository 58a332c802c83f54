"""What a letter rests on, tells and asks is kept apart before its figures are claimed."""

from datetime import date, time
from decimal import Decimal

import pytest

from core import catalogue as catalogue_module
from core.paper import claims
from core.paper.model import Paper
from core.period import Moment
from core.rules.letter_examples import lines_of

CATALOGUE = catalogue_module.load()


def paper_of(*body):
    """The sound letter with these paragraphs in its body, and what it states."""
    return claims.told(Paper(lines_of({"body.first": "\n".join(body)})), CATALOGUE)


def stated(*body):
    """The figures that the letter states."""
    return [
        cell.value
        for row in paper_of(*body).stated.all_rows
        for (key, _), cell in row.cells.items()
        if key != "unit_name"
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Thực hiện Quyết định số 766/QĐ-TTg phê duyệt Bộ chỉ số chỉ đạo, điều hành và đánh giá, UBND xã có kết quả như sau:",
        "Thực hiện nhiệm vụ UBND tỉnh giao tại Kế hoạch số 15/KH-UBND, Sở thông báo kết quả, cụ thể:",
    ],
)
def test_what_a_letter_rests_on_makes_no_orders_of_its_results(lead):
    told = stated(lead, "1. Tỷ lệ số hóa hồ sơ đạt 58,9%.")
    assert told == [Decimal("58.9")]


def test_who_does_something_by_a_day_is_told_an_aim_and_no_figure():
    task = "4. Trung tâm Phục vụ hành chính công xã thực hiện số hóa hồ sơ"
    assert stated(f"{task} đạt 100%, xong trước ngày 31/10/2026.") == []
    assert stated(f"{task} đạt 100%, đã xong trước ngày 31/10/2026.") != []


def test_the_time_of_data_is_that_of_the_figures():
    text = (
        "Dữ liệu lấy từ Cổng Dịch vụ công quốc gia lúc 07 giờ 30 phút ngày 03/8/2026."
    )
    assert paper_of(text).stated.as_of == Moment(date(2026, 8, 3), time(7, 30))
