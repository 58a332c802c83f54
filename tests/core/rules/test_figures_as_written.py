"""Points for decimal commas, and days that no calendar has, in letters."""

import pytest

from core import catalogue as catalogue_module
from core.rules import running
from core.rules.examples import context_of
from core.rules.on_letter import RULES
from core.rules.on_letter.instructions_examples import body
from core.rules.periods import time_unknown
from core.rules.registry import Example

CATALOGUE = catalogue_module.load()
BY_ID = {rule.id: rule for rule in RULES}
REFERENCE = "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)"
HEAD = (
    f"Phụ lục\nKẾT QUẢ\n{REFERENCE}\n|STT|Tên đơn vị|Tỷ lệ hồ sơ nộp trực tuyến (%)|\n"
)


def said(rule, letter):
    context = context_of(Example({}, letter=letter), CATALOGUE)
    paper = context.paper
    assert paper is not None
    told = []
    for one in running.check((BY_ID[rule],), context).findings:
        assert one.line is not None
        assert one.span is not None
        told.append((paper.lines[one.line].text[slice(*one.span)], one.message))
    return told


def test_a_paragraph_with_points_for_commas_is_told_once_with_the_right_writing():
    text = "Nộp trực tuyến đạt 88.79%, số hóa 18.5/22 điểm, cả xã 80.33 điểm."
    assert said("N25", body(text)) == [
        (
            "88.79",
            "“88.79” dùng dấu chấm làm dấu thập phân (3 số); viết “88,79”.",
        )
    ]


def test_a_table_with_points_for_commas_is_told_once():
    rows = "|1.1|Xã A|91.70|\n|1.2|Xã B|80.05|\n|1.3|Xã C|80,05|"
    assert said("N25", {"annex": HEAD + rows}) == [
        ("91.70", "“91.70” dùng dấu chấm làm dấu thập phân (2 số); viết “91,70”.")
    ]


def test_rows_of_other_periods_and_targets_are_looked_at_but_no_numbers_of_rows():
    rows = "|1.1|Xã A|91,70|\n|1.2|Tháng 8/2026|80.05%|\n|1.3|Chỉ tiêu|52.5|"
    assert said("N25", {"annex": HEAD + rows}) == [
        ("80.05", "“80.05” dùng dấu chấm làm dấu thập phân (2 số); viết “80,05”.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Có 2.033 hồ sơ, đạt 88,79%; còn 1.033,5 điểm.",
        "Theo mục 3.5, tiêu chí 4.1 và khoản 2.1 Điều 5.",
        "Ngày 30.9.2026 có 1.2/3.4 việc; phiên bản 2.0/25.",
        "Đạt 12.345.678 đồng, 100.000%.",
        "Mã A8.5%, mức 1,88.79%.",
    ],
)
def test_thousands_and_numbers_of_clauses_are_left_alone(text):
    assert said("N25", body(text)) == []


def test_one_remark_stands_at_each_day_that_no_calendar_has():
    text = "Số liệu đến ngày 31/9/2026; hoàn thành trước ngày 30 tháng 02."
    assert said("P09", body(text)) == [
        ("ngày 30 tháng 02", "“ngày 30 tháng 02” không có trong lịch."),
        ("ngày 31/9/2026", "“ngày 31/9/2026” không có trong lịch."),
    ]


def test_a_day_of_an_annex_is_looked_at_and_that_of_the_letter_only_once():
    rows = "|1|Xã A|91,70|\nHạn chót: ngày 31/11/2026."
    assert [one for one, _ in said("P09", {"annex": HEAD + rows})] == [
        "ngày 31/11/2026"
    ]
    dated = {"place_date": "Trường Tây, ngày 31 tháng 9 năm 2026"}
    assert len(said("P09", dated)) == 1


def test_the_time_of_the_figures_is_not_told_unreadable_where_its_day_is_told_wrong():
    letter = body("Số liệu tính đến ngày 31/9/2026.")
    for as_of, count in (("ngày 31/9/2026", 0), ("đầu tháng 10", 1), ("", 1)):
        example = Example({"report.as_of": as_of}, letter=letter)
        context = context_of(example, CATALOGUE)
        assert len(running.check((time_unknown,), context).findings) == count
    alone = context_of(Example({"report.as_of": "ngày 31/9/2026"}), CATALOGUE)
    assert len(running.check((time_unknown,), alone).findings) == 1
