"""Where the rules about periods, orders and units begin to speak, and where not yet."""

from datetime import date

import pytest

from core.rules.letter_examples import SOUND
from core.rules.on_letter.instructions_examples import LEAD, body, targets
from core.rules.registry import Example
from tests.core.rules.letter_findings import findings

BASIS = SOUND["body"].split("\n")[0]


def letter(subject, *paragraphs):
    return {"subject": subject, "body": "\n".join((BASIS, *paragraphs))}


def test_two_other_places_do_not_outweigh_the_subject_but_three_do():
    texts = ["Kết quả tháng 9/2026 của xã."] * 3
    no_period = {"report.period": ""}
    for count, place in ((2, "tháng 9/2026"), (3, "tháng 8/2026")):
        said = letter("V/v kết quả tháng 8/2026", *texts[:count])
        found = findings("P01", Example(no_period, letter=said))
        assert {one[1] for one in found} == {place}


def test_other_places_that_disagree_do_not_outweigh_the_subject():
    texts = ["Kết quả tháng 9/2026."] * 3 + ["Kết quả tháng 7/2026."]
    said = letter("V/v kết quả tháng 8/2026", *texts)
    found = findings("P01", Example({"report.period": ""}, letter=said))
    assert len(found) == 4


def test_a_period_is_old_from_the_forty_sixth_day_on():
    example = Example({}, letter={})
    assert findings("P07", example, day=date(2026, 11, 14)) == []
    ((_, _, message),) = findings("P07", example, day=date(2026, 11, 15))
    assert message.startswith("Công văn ký ngày 15/11/2026, 46 ngày sau")


def test_the_date_that_the_letter_bears_goes_before_the_one_that_is_meant():
    example = Example({}, issue_date=date(2026, 10, 9), letter={})
    assert len(findings("P07", example, day=date(2026, 12, 1))) == 1
    said = Example(
        {}, issue_date=date(2026, 10, 9), letter=body("UBND huyện Gò Dầu đã khắc phục.")
    )
    assert findings("U03", said, day=date(2024, 12, 9)) == []


def test_units_that_ended_are_found_from_the_first_day_without_them():
    said = Example({}, letter=body("UBND huyện Gò Dầu đã khắc phục."))
    assert findings("U03", said, day=date(2025, 6, 30)) == []
    assert len(findings("U03", said, day=date(2025, 7, 1))) == 1


@pytest.mark.parametrize(("level", "count"), [("84", 1), ("85", 0), ("86", 0)])
def test_a_level_that_is_just_reached_is_not_too_low(level, count):
    example = Example(
        {"1.reuse_rate": "85"},
        letter=body(LEAD, f"1. Khai thác, sử dụng lại dữ liệu số hóa đạt {level}%."),
        extra={"profile": {"targets": targets(e_result_rate="90")}},
    )
    assert len(findings("I05", example)) == count


@pytest.mark.parametrize(("level", "count"), [("100", 0), ("101", 1)])
def test_no_level_is_above_a_hundred(level, count):
    example = Example(
        {},
        letter=body(LEAD, f"1. Khai thác, sử dụng lại dữ liệu số hóa đạt {level}%."),
        extra={"profile": {"targets": targets(e_result_rate="90")}},
    )
    assert len(findings("I05", example)) == count


@pytest.mark.parametrize(("target", "count"), [("41,79", 1), ("41,8", 0)])
def test_who_is_just_at_the_target_is_not_weak(target, count):
    text = f"Còn hạn chế: sử dụng lại thấp hơn chỉ tiêu {target}%: xã A: 40%; xã B: 41,79%."
    found = findings("I11", Example({}, letter=body(text)))
    assert [one[1] for one in found] == ["41,79"] * count


def test_a_unit_of_another_kind_is_not_taken_for_ours_but_one_of_our_kind_is():
    def said(text):
        return [one[1] for one in findings("U01", Example({}, letter=body(text)))]

    assert said("Trên địa bàn tỉnh Tây Ninh và UBND huyện Gò Dầu.") == []
    assert said("Kết quả của UBND phường Trường Tây.") == ["UBND phường Trường Tây"]
    assert said("Kết quả của UBND xã Trường Tây Ninh.") == []
    assert said("Theo Quyết định số 12/QĐ-UBND của UBND xã Trường Đông.") == []


def test_weak_criteria_of_a_paragraph_are_one_finding_and_those_of_the_table_another():
    weak = "Còn thấp: sử dụng lại dữ liệu số hóa 10%, cấp kết quả điện tử 30%, công bố TTHC 40%."
    order = "1. Rà soát hồ sơ sắp đến hạn (hiện đạt 99%)."
    example = Example(
        {"1.online_pay_rate": "41,5", "1.digitize_rate": "20"},
        letter=body(weak, "- Thấp nhất: số hóa kết quả 5%.", LEAD, order),
    )
    assert findings("I01", example) == [
        (
            "canh-bao",
            weak[10:-5],
            "“Khai thác, sử dụng lại dữ liệu số hóa”, “Cấp kết quả điện tử”, “TTHC công bố đúng hạn” được nêu là thấp nhưng chưa có yêu cầu khắc phục.",
        ),
        (
            "canh-bao",
            "số hóa kết quả",
            "“Số hóa hồ sơ” được nêu là thấp nhưng chưa có yêu cầu khắc phục.",
        ),
        (
            "canh-bao",
            order,
            "“Hồ sơ thanh toán trực tuyến” (41,5%) đạt thấp theo bảng số liệu nhưng công văn chưa có yêu cầu khắc phục.",
        ),
    ]


@pytest.mark.parametrize(
    ("order", "severities"),
    [
        ("Giao Văn phòng xã nâng các tiêu chí trên trước ngày 20/10/2026.", ["goi-y"]),
        ("UBND xã yêu cầu các công chức khắc phục trước ngày 20/10/2026.", ["goi-y"]),
        (
            "Đề nghị các công chức khắc phục ngay, xong trong tháng 10/2026./.",
            ["goi-y"],
        ),
        ("Giao Văn phòng xã theo dõi việc nộp báo cáo.", ["canh-bao"]),
        ("Yêu cầu các công chức khắc phục hồ sơ quá hạn.", ["canh-bao"]),
    ],
)
def test_an_order_to_mend_all_that_is_weak_is_but_too_general(order, severities):
    weak = "Các tiêu chí còn thấp: số hóa kết quả 20%, cấp kết quả điện tử 30%."
    letter = body(weak, order)
    if order.endswith("./."):
        letter = {"body": f"{BASIS}\n{weak}\n{order}"}
    found = findings("I01", Example({}, letter=letter))
    assert [one[0] for one in found] == severities


def test_a_letter_without_its_last_paragraph_may_order_nothing_at_all():
    weak = "Các tiêu chí còn thấp: số hóa kết quả 20%."
    found = findings("I01", Example({}, letter={"body": f"{BASIS}\n{weak}"}))
    assert [one[0] for one in found] == ["canh-bao"]


def test_an_order_to_mend_what_was_weak_before_covers_nothing_that_follows():
    order = "Yêu cầu các công chức khắc phục trước ngày 20/10/2026."
    weak = "Các tiêu chí còn thấp: số hóa kết quả 20%."
    found = findings("I01", Example({}, letter=body(order, weak)))
    assert [one[0] for one in found] == ["canh-bao"]


@pytest.mark.parametrize(
    ("who", "count"),
    [("Bộ phận Một cửa", 0), ("Bộ phận Một cửa của Sở Nội vụ", 1), ("Bộ Nội vụ", 1)],
)
def test_a_desk_of_our_own_is_no_ministry(who, count):
    order = f"Đề nghị {who} thanh toán trực tuyến đạt 50% đến ngày 31/12/2026."
    found = findings(
        "I07", Example({}, letter=body("Thanh toán trực tuyến: 20%.", order))
    )
    assert len(found) == count


@pytest.mark.parametrize(
    ("time", "count"),
    [
        ("Hạn: 20/10/2026.", 0),
        ("Đến ngày 20/10/2026 phải xong.", 0),
        ("Số liệu tính đến ngày 20/10/2026.", 1),
    ],
)
def test_a_day_by_which_it_is_due_is_a_deadline_and_that_of_figures_is_none(
    time, count
):
    order = f"1. Văn phòng ký số kết quả điện tử. {time}"
    letter = body("Cấp kết quả điện tử: 70%.", "3. Yêu cầu", order)
    assert len(findings("I06", Example({}, letter=letter))) == count


def test_where_the_group_has_points_an_order_for_its_criteria_is_but_hinted_at():
    points = "Nhóm Số hóa hồ sơ đạt 18,5/22 điểm."
    order = "1. Khai thác, sử dụng lại dữ liệu số hóa, cấp kết quả điện tử, thanh toán trực tuyến."
    assert findings("I02", Example({}, letter=body(points, LEAD, order))) == [
        (
            "canh-bao",
            "thanh toán trực tuyến",
            "Yêu cầu về “Thanh toán trực tuyến” nhưng công văn không có số liệu của tiêu chí này.",
        ),
        (
            "goi-y",
            "Khai thác, sử dụng lại dữ liệu số hóa",
            "Yêu cầu về “Khai thác, sử dụng lại dữ liệu số hóa”, “Cấp kết quả điện tử”: công văn mới có điểm của nhóm, chưa có số liệu của tiêu chí.",
        ),
    ]


def test_a_number_near_the_name_of_a_group_is_no_points_of_it():
    text = "Căn cứ mục cung cấp dịch vụ công trên Cổng, xã đạt 80,33/100 điểm."
    order = "1. Hướng dẫn thủ tục chưa phát sinh hồ sơ trực tuyến."
    found = findings("I02", Example({}, letter=body(text, LEAD, order)))
    assert [one[0] for one in found] == ["canh-bao"]


def test_a_petition_may_be_narrower_than_what_the_letter_tells():
    asked = "Đề nghị Văn phòng UBND tỉnh công bố TTHC kịp thời."
    for text, count in (
        ("Nhóm công khai, minh bạch có 3 tiêu chí chưa đạt.", 0),
        ("Nhóm công khai, minh bạch đạt 11,85/18 điểm.", 0),
        ("Nhóm số hóa hồ sơ có 3 tiêu chí chưa đạt.", 1),
    ):
        assert len(findings("I02", Example({}, letter=body(text, asked)))) == count


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("1. Giải quyết dứt điểm 2.033 hồ sơ còn quá hạn.", []),
        ("1. Giải quyết dứt điểm hồ sơ quá hạn (hiện còn 07 hồ sơ).", []),
        ("1. Không để phát sinh hồ sơ quá hạn.", []),
        ("1. Giải quyết dứt điểm 100% hồ sơ quá hạn.", ["hồ sơ quá hạn"]),
        ("1. Trong 07 ngày giải quyết dứt điểm hồ sơ quá hạn.", ["hồ sơ quá hạn"]),
        ("1. Giải quyết 07 hồ sơ quá hạn, số hóa kết quả.", ["số hóa kết quả"]),
        ("1. Tiếp nhận 07 hồ sơ; giải quyết hồ sơ quá hạn.", ["hồ sơ quá hạn"]),
    ],
)
def test_an_order_that_counts_the_files_needs_no_other_figure(order, words):
    found = findings("I02", Example({}, letter=body(LEAD, order)))
    assert [one[1] for one in found] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đề nghị hoàn thành càng sớm càng tốt.", ["càng sớm càng tốt"]),
        ("Báo cáo trong thời hạn sớm nhất.", ["trong thời hạn sớm nhất"]),
        ("Báo cáo sớm nhất có thể, trước ngày 30/10/2026.", []),
        (
            "Xong trước ngày 30/10/2026. Sau đó báo cáo Sớm nhất có thể.",
            ["Sớm nhất có thể"],
        ),
    ],
)
def test_words_that_set_no_time_are_told_where_no_time_is_beside_them(text, words):
    assert [one[1] for one in findings("I06", Example({}, letter=body(text)))] == words


@pytest.mark.parametrize(
    ("who", "count"),
    [
        ("Các sở, ban, ngành", 0),
        ("Đối với các phường:", 0),
        ("Riêng Công an xã", 0),
        ("Ấp Bình Hòa", 0),
        ("Tổ chức ký số,", 1),
        ("Ban hành kế hoạch,", 1),
        ("Sởi và cúm:", 1),
        ("Đối với chỉ tiêu này", 1),
    ],
)
def test_an_item_that_begins_with_who_acts_needs_nobody_else(who, count):
    item = f"1. {who} cấp kết quả điện tử trước ngày 30/10/2026."
    letter = body("Cấp kết quả điện tử: 70%.", "3. Yêu cầu", item)
    assert len(findings("I06", Example({}, letter=letter))) == count


def test_an_order_with_words_that_set_no_time_is_told_of_once():
    order = "1. Các đơn vị cấp kết quả điện tử trong thời gian sớm nhất."
    letter = body("Cấp kết quả điện tử: 70%.", "3. Yêu cầu", order)
    assert [one[1:] for one in findings("I06", Example({}, letter=letter))] == [
        (
            "trong thời gian sớm nhất",
            "“trong thời gian sớm nhất” chưa phải là thời hạn.",
        )
    ]


def test_in_a_list_of_ratios_numbers_of_files_are_left_alone():
    text = "Còn hạn chế: sử dụng lại thấp hơn chỉ tiêu 41%: xã A: 40%; xã B: 50 hồ sơ; xã C: 42%."
    found = findings("I11", Example({}, letter=body(text)))
    assert [one[1] for one in found] == ["42"]
