"""What the rules say, word for word where the numbers matter."""

from dataclasses import replace
from datetime import date

import pytest

from core import catalogue as catalogue_module
from core.report import AS_OF_PLACE, Note, NoteKind, Part, Place
from core.rules import check
from core.rules.examples import context_of
from core.rules.families import RULES
from core.rules.registry import Example, Severity

CATALOGUE = catalogue_module.load()
SEED_1 = {"report.period": "tháng 9/2024", "report.as_of": "05/10/2024"}


def findings(cells, rule_id, **more):
    checked = check(context_of(Example(cells, **more), CATALOGUE))
    return [one for one in checked.findings if one.rule.id == rule_id]


def only(cells, rule_id, **more):
    found = findings(cells, rule_id, **more)
    assert len(found) == 1
    return found[0]


def test_a_ratio_that_implies_more_points_than_its_group_has_is_explained():
    found = only(SEED_1 | {"1.online_pay_rate": "89,64", "1.score_tttt": "5,1"}, "N05")
    assert found.message == (
        "“Hồ sơ thanh toán trực tuyến” 89,64% tương ứng ít nhất 5,38 điểm, nhưng nhóm "
        "Thanh toán trực tuyến chỉ ghi 5,1 điểm – có thể khác kỳ hoặc khác nguồn số "
        "liệu (theo công thức năm 2026)."
    )
    assert found.severity is Severity.WARNING
    assert found.place == Place("1", "score_tttt")


def test_a_formula_of_the_period_itself_is_not_called_dated():
    found = only({"1.online_pay_rate": "89,64", "1.score_tttt": "5,1"}, "N05")
    assert "theo công thức năm" not in found.message


def test_a_group_with_more_points_than_all_its_criteria_is_told_so():
    found = only({"1.on_time_rate": "85,25", "1.score_tdgq": "17,5"}, "N05")
    assert "85,25% tương ứng 17,05 điểm" in found.message
    assert "ghi 17,5 điểm" in found.message
    assert "ít nhất" not in found.message


def test_criteria_known_by_points_or_counts_alone_are_shown_by_them():
    found = only(
        {
            "1.score_mdsh": "1",
            "1.e_result_rate.score": "3,46",
            "1.share_rate.numerator": "12",
            "1.share_rate.denominator": "2.882",
        },
        "N05",
    )
    assert "“Cấp kết quả điện tử” 3,46 điểm" in found.message
    assert "12/2.882" in found.message


def test_an_unsettled_group_is_only_a_hint():
    found = only({"1.online_submit_rate": "91,7", "1.score_dvctt": "5"}, "N05")
    assert found.severity is Severity.HINT


@pytest.mark.parametrize("given", ["5,33", "5,35"])
def test_a_group_within_the_slack_is_left_alone(given):
    assert not findings({"1.online_pay_rate": "88,79", "1.score_tttt": given}, "N05")
    assert not findings({"1.on_time_rate": "85", "1.score_tdgq": "16,95"}, "N05")
    assert not findings({"1.on_time_rate": "85", "1.score_tdgq": "17,05"}, "N05")


def test_the_older_joined_group_is_held_against_the_criteria_of_both():
    found = only({"1.online_pay_rate": "100", "1.score_online22": "4"}, "N05")
    assert "nhóm Dịch vụ trực tuyến chỉ ghi 4 điểm" in found.message


def test_a_recomputed_score_is_shown_beside_the_given_one():
    found = only(
        {"1.online_pay_rate": "88,79", "1.online_pay_rate.score": "5,36"}, "N16"
    )
    assert found.message.startswith("Điểm ghi 5,36, tính lại theo công thức 5,33.")
    assert found.place == Place("1", "online_pay_rate", Part.SCORE)


@pytest.mark.parametrize("given", ["5,31", "5,35"])
def test_a_score_within_the_tolerance_is_left_alone(given):
    cells = {"1.online_pay_rate": "88,79", "1.online_pay_rate.score": given}
    assert not findings(cells, "N16")


def test_a_ratio_that_is_not_its_counts_is_found_at_the_ratio_alone():
    found = only(
        {
            "1.on_time_rate.numerator": "2.457",
            "1.on_time_rate.denominator": "2.882",
            "1.on_time_rate": "95,25",
            "1.on_time_rate.score": "17,05",
        },
        "N16",
    )
    assert found.place == Place("1", "on_time_rate")
    assert found.message == ("Tỷ lệ ghi 95,25%, tính lại từ 2.457/2.882 là 85,25%.")


@pytest.mark.parametrize("ratio", ["85", "85,3", "85,25"])
def test_a_ratio_rounded_more_coarsely_is_no_conflict(ratio):
    cells = {
        "1.on_time_rate.numerator": "2.457",
        "1.on_time_rate.denominator": "2.882",
        "1.on_time_rate": ratio,
    }
    assert not findings(cells, "N16")


def test_a_ratio_beyond_100_is_left_to_n02():
    cells = {"1.on_time_rate": "185", "1.on_time_rate.score": "17"}
    assert not findings(cells, "N16")
    assert findings(cells, "N02")


def test_an_empty_denominator_has_no_ratio_to_compare():
    cells = {
        "1.pakn_on_time_rate.numerator": "0",
        "1.pakn_on_time_rate.denominator": "0",
        "1.pakn_on_time_rate": "0",
        "1.pakn_on_time_rate.score": "6",
    }
    assert not findings(cells, "N16")


def test_an_unsettled_criterion_that_differs_is_only_a_hint():
    cells = {"1.digitize_rate": "80", "1.digitize_rate.score": "4"}
    assert only(cells, "N16").severity is Severity.HINT


def test_the_likely_day_is_offered_for_a_time_before_the_period_ended():
    found = only(
        {"report.period": "tháng 11/2024", "report.as_of": "16:30, 06/11/2024"},
        "P03",
        issue_date=date(2024, 12, 9),
    )
    assert found.message == (
        "Thời điểm lấy số liệu 16 giờ 30 phút ngày 06/11/2024 không phù hợp với "
        "tháng 11/2024 (văn bản ngày 09/12/2024). Có phải 06/12/2024?"
    )
    assert found.severity is Severity.ERROR


def test_without_a_date_of_the_letter_an_early_time_is_a_warning():
    cells = {"report.period": "tháng 11/2024", "report.as_of": "06/11/2024"}
    assert only(cells, "P03").severity is Severity.WARNING


@pytest.mark.parametrize(
    ("taken", "likely"),
    [
        ("10/03/2026", "03/10/2026"),  # day and month exchanged
        ("05/11/2026", "05/10/2026"),  # a month too late
        ("05/10/2027", "05/10/2026"),  # a year too late
        ("05/10/2025", "05/10/2026"),  # a year too early
        ("31/08/2026", None),  # 31/9 there is not, 30/9 is not after the period
    ],
)
def test_the_likely_day_is_looked_for_near_the_one_given(taken, likely):
    found = only({"report.as_of": taken}, "P03", issue_date=date(2026, 10, 7))
    asked = f" Có phải {likely}?" if likely else "."
    assert found.message.endswith(asked)


def test_figures_of_the_last_day_itself_are_early_but_no_contradiction():
    cells = {"report.as_of": "30/09/2026"}
    assert not findings(cells, "P03", issue_date=date(2026, 10, 1))
    found = only(cells, "P02", issue_date=date(2026, 10, 1))
    assert found.message == (
        "Số liệu tính đến ngày 30/09/2026 khi tháng 9/2026 chưa kết thúc; "
        "số liệu kỳ này chưa phải số liệu cuối kỳ."
    )


def test_a_time_before_the_period_begins_never_fits():
    cells = {"report.period": "tháng 12/2026", "report.as_of": "20/11/2026"}
    assert findings(cells, "P03")
    assert not findings(cells, "P02")


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 10, 10), "thứ Bảy"),
        (date(2026, 10, 11), "Chủ nhật"),
        (date(2026, 2, 17), "Tết Nguyên đán"),
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
    ],
)
def test_a_day_off_is_named(day, name):
    assert only({}, "P08", issue_date=day).message.endswith(f"({name}).")


def test_the_total_line_that_does_not_add_up_shows_the_parts():
    cells = {f"{n}.overdue_total": text for n, text in ((1, "44"), (2, "1"), (3, "0"))}
    found = only(cells | {"total.overdue_total": "46"}, "N10")
    assert found.message == "Tổng 46 không khớp các phần (44 + 1 = 45)."
    assert found.place == Place("total", "overdue_total")


def test_many_parts_are_not_all_listed():
    cells = {f"{n}.overdue_total": "2" for n in range(1, 8)}
    found = only(cells | {"total.overdue_total": "15"}, "N10")
    assert found.message == "Tổng 15 không khớp các phần (7 đơn vị cộng lại được 14)."


def test_a_total_line_alone_has_no_parts():
    assert not findings({"total.overdue_total": "15"}, "N10")


def test_a_ratio_shown_as_100_by_rounding_does_not_contradict_one_overdue_file():
    cells = {
        "1.overdue_total": "1",
        "1.on_time_rate": "100",
        "1.on_time_rate.numerator": "29.999",
        "1.on_time_rate.denominator": "30.000",
    }
    assert not findings(cells, "N10")


def test_the_contradiction_of_overdue_files_shows_both_numbers():
    found = only({"1.overdue_total": "0", "1.on_time_rate": "88,62"}, "N10")
    assert "88,62%" in found.message
    assert "0 hồ sơ quá hạn" in found.message


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"1.score_tttt": "10,01"}, "Giá trị 10,01 vượt khoảng cho phép (0–10)."),
        ({"1.score_tttt": "-1"}, "Giá trị -1 vượt khoảng cho phép (0–10)."),
        ({"1.reuse_rate": "100,1"}, "Giá trị 100,1 vượt khoảng cho phép (0–100)."),
        ({"1.received_total": "-1"}, "Giá trị -1 vượt khoảng cho phép (từ 0 trở lên)."),
        ({"1.received_total": "1,5"}, "Giá trị 1,5 không phải số nguyên."),
        ({"1.average_days": "-1"}, "Giá trị -1 vượt khoảng cho phép (từ 0 trở lên)."),
        (
            {"1.share_rate.numerator": "3", "1.share_rate.denominator": "2"},
            "Tử số 3 lớn hơn mẫu số 2.",
        ),
        (
            {"1.share_rate.numerator": "-3", "1.share_rate.denominator": "2"},
            "Giá trị -3 vượt khoảng cho phép (từ 0 trở lên).",
        ),
        ({"1.share_rate.denominator": "2,5"}, "Giá trị 2,5 không phải số nguyên."),
        ({"1.share_rate.score": "4,1"}, "Giá trị 4,1 vượt khoảng cho phép (0–4)."),
        (
            {"1.score_mdsh": "21", "1.score_mdsh.maximum": "20"},
            "Giá trị 21 vượt khoảng cho phép (0–20).",
        ),
        (
            {"1.score_mdsh.maximum": "-20"},
            "Giá trị -20 vượt khoảng cho phép (từ 0 trở lên).",
        ),
    ],
)
def test_a_value_out_of_range_is_told_with_the_range(cells, told):
    assert only(cells, "N02").message == told


def test_days_may_have_decimals_on_both_sides_and_beyond_100():
    cells = {
        "1.average_days": "120,5",
        "1.average_days.numerator": "12,5",
        "1.average_days.denominator": "30",
        "1.score_tttt.target": "9",
    }
    assert not findings(cells, "N02")


def test_a_number_with_two_readings_shows_both_without_a_doubt():
    found = only({"1.score_total": "2.033"}, "N04")
    assert found.message == "“2.033” là 2033 hay 2,033?"


@pytest.mark.parametrize(
    ("text", "told", "severity"),
    [
        ("9/8", "Thứ hạng không hợp lệ (9/8).", Severity.ERROR),
        ("0", "Thứ hạng không hợp lệ (0).", Severity.ERROR),
        ("-1", "Thứ hạng không hợp lệ (-1).", Severity.ERROR),
        ("2,5", "Thứ hạng không hợp lệ (2,5).", Severity.ERROR),
        ("8/8", "Đơn vị xếp cuối (8/8) – nên phân tích nguyên nhân.", None),
    ],
)
def test_a_rank_is_last_or_cannot_be(text, told, severity):
    found = only({"1.rank": text}, "N09")
    assert found.message == told
    assert found.severity is (severity or Severity.WARNING)


def test_a_unit_that_is_not_the_office_may_be_last():
    assert not findings({"1.rank": "8/8", "2.rank": "1/8"}, "N09")
    assert findings({"1.rank": "9/8", "2.rank": "1/8"}, "N09")


def test_petitions_that_cost_points_name_the_points():
    found = only(
        {"1.pakn_on_time_rate": "100", "1.pakn_satisfaction.score": "2,5"}, "N14"
    )
    assert "mất 3,5/12 điểm" in found.message
    assert found.place == Place("1", "pakn_satisfaction", Part.SCORE)


def test_the_groups_that_explain_little_are_told_with_the_others():
    found = only(
        {"1.score_total": "80,33", "1.score_mdsh": "18,5", "1.score_tttt": "5,1"}, "N06"
    )
    assert "chỉ giải thích 8,4/19,67 điểm bị mất" in found.message
    assert "11,27 điểm còn lại" in found.message
    assert "Mức độ hài lòng" in found.message


def test_where_all_groups_are_known_the_worst_unnamed_one_is_told():
    cells = {
        "1.score_total": "89,05",
        "1.score_ckmb": "16,2",
        "1.score_tdgq": "18,05",
        "1.score_dvctt": "10,8",
        "1.score_tttt": "8",
        "1.score_mdsh": "19,8",
        "1.score_mdhl": "16,2",
    }
    found = only(cells, "N06")
    assert "Thanh toán trực tuyến 2" in found.message
    assert "số còn lại là Số hóa hồ sơ (2,2 điểm)" in found.message


def test_missing_groups_are_counted_and_named():
    found = only({"1.score_mdsh": "18,5", "1.score_tttt": "5,1"}, "N08")
    assert found.message == (
        "Mới nêu 2/6 nhóm chỉ số; chưa có: Công khai, minh bạch; Tiến độ giải quyết; "
        "Dịch vụ công trực tuyến; Mức độ hài lòng."
    )
    assert found.place == Place("1", "score_ckmb")


def test_a_catalogue_that_does_not_date_its_formulas_says_no_year():
    example = Example(SEED_1 | {"1.online_pay_rate": "89,64", "1.score_tttt": "5,1"})
    context = context_of(example, CATALOGUE)
    undated = replace(context.catalogue, formula_valid_from=None)
    found = check(replace(context, catalogue=undated)).findings
    (told,) = [one.message for one in found if one.rule.id == "N05"]
    assert "theo công thức năm" not in told


def test_a_time_that_titles_write_in_two_ways_is_told_once():
    text = "05/10/2026; 06/10/2026"
    note = Note(NoteKind.CONFLICT, "Phụ lục!A3", text, AS_OF_PLACE)
    extra = {"notes": (note,), "at": {"report.as_of": "Phụ lục!A3"}}
    example = Example({"report.as_of": text}, extra=extra)
    found = check(context_of(example, CATALOGUE)).findings
    assert [(one.rule.id, one.severity) for one in found] == [("D13", Severity.WARNING)]
    assert found[0].at == "Phụ lục!A3"


def test_what_two_tables_tell_differently_is_said_with_the_one_that_was_kept():
    rule = next(one for one in RULES if one.id == "D13")
    (found,) = check(context_of(rule.broken[0], CATALOGUE)).findings
    assert found.message == (
        "Tệp ghi khác nhau cho cùng một số liệu: 46 và 45; đã lấy phần ghi trước."
    )


def test_a_period_that_titles_write_in_two_ways_is_an_error():
    rule = next(one for one in RULES if one.id == "D13")
    checked = check(context_of(rule.broken[1], CATALOGUE))
    assert [(one.rule.id, one.severity) for one in checked.findings] == [
        ("D13", Severity.ERROR)
    ]
