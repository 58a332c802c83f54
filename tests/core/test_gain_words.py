"""The ways to more points as they are said, and what is said where there is none."""

from dataclasses import replace
from datetime import date

import pytest

from core import catalogue as catalogues
from core import gain_words, gains, summary
from core.rules import check
from core.rules.examples import context_of, report_of
from core.rules.registry import Example

CATALOGUE = catalogues.load()


def report(cells, period="năm 2026"):
    return report_of(Example({"report.period": period, **cells}), CATALOGUE)


def ratio(key, numerator, denominator):
    return {
        f"1.{key}.numerator": str(numerator),
        f"1.{key}.denominator": str(denominator),
    }


def one(cells, **more):
    (found,) = gains.gains(report(cells, **more), CATALOGUE)
    return found


def test_how_many_more_files_bring_how_many_points():
    gain = one(ratio("online_pay_rate", 50, 80))
    assert gain_words.title(gain) == "3.6 Hồ sơ thanh toán trực tuyến"
    assert gain_words.step(gain) == "Thêm 30 hồ sơ thanh toán trực tuyến thành công"
    assert gain_words.points(gain) == "+2,25"
    assert gain_words.each(gain) == "Mỗi hồ sơ: +0,08 điểm"
    assert gain_words.cautions(gain, CATALOGUE) == ()
    assert gain_words.signs(gain, CATALOGUE) == ""


def test_files_that_bring_little_each_are_told_by_the_ten_or_the_hundred():
    assert gain_words.each(one(ratio("reuse_rate", 100, 400))) == (
        "Mỗi 10 hồ sơ: +0,06 điểm"
    )
    assert gain_words.each(one(ratio("share_rate", 12, 2882))) == (
        "Mỗi 100 hồ sơ: +0,14 điểm"
    )
    assert gain_words.each(one(ratio("online_pay_rate", 1590, 1597))) == (
        "Mỗi hồ sơ: +0,0038 điểm"
    )


def test_where_one_is_enough_its_worth_is_not_said_twice():
    assert gain_words.each(one(ratio("online_pay_rate", 79, 80))) == ""


def test_a_small_denominator_is_a_caution():
    gain = one(ratio("reuse_rate", 1, 19))
    said = "Mẫu số chỉ 19: một hồ sơ làm tỷ lệ đổi 5,3%."
    assert said in gain_words.cautions(gain, CATALOGUE)
    assert gain_words.signs(gain, CATALOGUE) == "mẫu số chỉ 19"
    nothing_counted = one(ratio("online_pay_rate", 0, 0))
    assert gain_words.few(nothing_counted) == (
        "Mẫu số bằng 0: hồ sơ đầu tiên quyết định cả tỷ lệ."
    )


def test_a_ratio_alone_says_how_far_and_why_not_how_many():
    gain = one({"1.online_submit_rate": "12,15"})
    assert gain_words.step(gain) == "Nâng tỷ lệ lên 50%"
    assert gain_words.each(gain) == ""
    assert gain_words.UNCOUNTED in gain_words.cautions(gain, CATALOGUE)


def test_a_score_below_its_formula_is_to_be_compared_with_the_portal():
    gain = one(ratio("online_pay_rate", 80, 80) | {"1.online_pay_rate.score": "5,5"})
    assert gain_words.step(gain).endswith("đối chiếu điểm này với Cổng")
    assert gain_words.UNCOUNTED not in gain_words.cautions(gain, CATALOGUE)


def test_what_only_the_province_changes_is_a_petition():
    gain = one({"1.content_rate": "50"})
    assert gain_words.PETITION in gain_words.cautions(gain, CATALOGUE)
    assert gain_words.signs(gain, CATALOGUE) == ""  # its heading says it
    assert gain_words.signs(gain, CATALOGUE, alone=True) == (
        "chỉ cấp tỉnh thay đổi được, đưa vào kiến nghị"
    )


def test_what_is_lost_for_good_is_no_way_and_says_why():
    gain = one(ratio("on_time_rate", 2457, 2882))
    assert gain_words.step(gain) == "Thiếu 425 hồ sơ xử lý đúng hạn"
    assert gain_words.points(gain) == "−2,95"
    assert gain_words.each(gain) == ""
    assert gain_words.cautions(gain, CATALOGUE) == (
        (
            "Hồ sơ đã quá hạn thì trong kỳ này không thành đúng hạn được; xử lý đúng hạn "
            "các hồ sơ còn lại để không mất thêm."
        ),
    )
    assert gain_words.line(gain, CATALOGUE) == (
        "2.1 Hồ sơ xử lý đúng hạn, trước hạn: thiếu 425 hồ sơ xử lý đúng hạn: "
        "−2,95 điểm (đã mất, không lấy lại được trong kỳ này)"
    )
    bare = one({"1.on_time_rate": "85,25"})
    assert gain_words.step(bare) == "Tỷ lệ không lên được 100% nữa"
    assert gain_words.UNCOUNTED not in gain_words.cautions(bare, CATALOGUE)


def test_what_is_lost_beside_what_can_be_won_is_told_with_its_reason():
    cells = ratio("satisfaction_rate", 40, 100) | ratio("on_time_rate", 60, 100)
    gain, _late = gains.gains(report(cells), CATALOGUE)
    assert gain_words.step(gain).startswith("Thêm 20 hồ sơ đúng hạn")
    assert gain_words.points(gain) == "+1,33"
    assert gain_words.cautions(gain, CATALOGUE)[0] == (
        "Ngoài ra 2,00 điểm đã mất, không lấy lại được trong kỳ này: hồ sơ đã quá hạn "
        "thì trong kỳ này không thành đúng hạn được; xử lý đúng hạn các hồ sơ còn lại "
        "để không mất thêm."
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            ratio("reuse_rate", 0, 50),
            "Cấp xã còn tự tăng được 2,00 điểm.",
        ),
        (
            {"1.content_rate": "50"},
            "Còn tăng được 1,00 điểm, chỉ cấp tỉnh thay đổi được.",
        ),
        (
            ratio("on_time_rate", 50, 100),
            (
                "Không còn điểm nào tăng được trong kỳ này. "
                "10,00 điểm đã mất, không lấy lại được trong kỳ này."
            ),
        ),
    ],
)
def test_the_whole_says_whose_the_points_are_and_what_is_lost(cells, said):
    assert gain_words.whole(gains.gains(report(cells), CATALOGUE)) == said


def test_formulas_that_are_not_settled_or_came_later_are_said_to_be_so():
    estimate = one(ratio("online_submit_rate", 13, 107))
    assert gain_words.ESTIMATE in gain_words.cautions(estimate, CATALOGUE)
    assert gain_words.signs(estimate, CATALOGUE) == "số điểm là ước tính"
    early = one({"1.reuse_rate": "50"}, period="tháng 9/2024")
    assert gain_words.signs(early, CATALOGUE) == "tính theo công thức năm 2026"


def test_all_ways_are_told_as_text_the_best_first():
    cells = ratio("online_pay_rate", 50, 80) | {"1.content_rate": "0"}
    found = gains.gains(report(cells), CATALOGUE)
    lines = list(gain_words.lines(found, CATALOGUE))
    assert lines[0] == (
        "Cách tăng điểm nhanh nhất: Còn tăng được 4,25 điểm, "
        "trong đó cấp xã tự làm được 2,25 điểm."
    )
    assert lines[2] == (
        "2. 1.3 TTHC công khai đầy đủ nội dung: nâng tỷ lệ lên 100%: +2,00 điểm "
        "(chỉ cấp tỉnh thay đổi được, đưa vào kiến nghị)"
    )
    assert lines[1] == (
        "1. 3.6 Hồ sơ thanh toán trực tuyến: thêm 30 hồ sơ thanh toán trực tuyến "
        "thành công: +2,25 điểm (mỗi hồ sơ: +0,08 điểm)"
    )
    assert lines[-1] == gain_words.ASSUMED
    assert "… và 1 tiêu chí nữa." in gain_words.lines(found, CATALOGUE, 1)
    assert list(gain_words.lines((), CATALOGUE)) == []


def test_why_there_is_no_way_is_said():
    made = report({"1.reuse_rate": "50"})
    over = replace(CATALOGUE, valid_to=date(2025, 12, 31))
    assert gains.gains(made, over) == ()
    assert "không áp dụng cho kỳ này" in gain_words.why_none(made, over)
    early = report({"1.reuse_rate": "50"}, period="")
    assert gain_words.why_none(early, CATALOGUE).startswith("Chưa rõ kỳ báo cáo")
    several = report({"1.reuse_rate": "50", "2.reuse_rate": "60"})
    assert several.head is None
    assert "không có dòng tổng" in gain_words.why_none(several, CATALOGUE)
    full = report(ratio("reuse_rate", 5, 5))
    assert gain_words.why_none(full, CATALOGUE).startswith("Không tiêu chí nào")


@pytest.mark.parametrize(("counts", "is_said"), [((50, 80), True), ((80, 80), False)])
def test_check_tells_the_ways_after_the_findings(counts, is_said):
    cells = {"report.period": "năm 2026", **ratio("online_pay_rate", *counts)}
    made = context_of(Example(cells), CATALOGUE)
    text = summary.as_text(made.report, check(made), CATALOGUE)
    assert (gain_words.HEADING in text) is is_said
