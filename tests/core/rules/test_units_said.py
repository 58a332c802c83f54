"""Units and orders in letters: which words a finding marks, and what stands beside them."""

from datetime import date

from core.rules.on_letter.instructions_examples import ISSUE, LEAD, WEAK, body, targets
from tests.core.rules.saying import messages, words


def test_the_unit_behind_the_office_in_one_line_is_marked_alone():
    letter = {"issuer": "UBND XÃ TRƯỜNG ĐÔNG"}
    ours = {"profile": {"area": "xã Trường Tây"}}
    assert words("U01", letter, extra=ours) == ["XÃ TRƯỜNG ĐÔNG"]


def test_another_unit_is_told_though_one_before_it_is_only_compared_with():
    text = (
        "UBND xã Trường Tây xếp sau UBND xã Trường Đông. "
        "UBND xã Trường Bắc yêu cầu các công chức thực hiện."
    )
    assert words("U01", body(text)) == ["UBND xã Trường Bắc"]


def test_a_unit_within_quotes_or_called_former_is_another_s_own():
    for text in (
        "Thực hiện phong trào “UBND xã Trường Đông vì dân” của tỉnh.",
        "Các công chức của (UBND xã Trường Đông cũ) đã khắc phục.",
        "Thực hiện Công văn số 12/UBND-VP của UBND xã Trường Đông.",
    ):
        assert messages("U01", letter=body(text)) == []
    assert len(messages("U01", letter=body("UBND xã Trường Đông vì dân."))) == 1


def test_a_unit_that_is_no_more_is_told_though_another_was_called_former_before():
    text = "Địa bàn huyện Gò Dầu cũ đã khắc phục xong toàn bộ các tồn tại nêu trên; thị trấn thì chưa."
    letter = {"body.first": text, "place_date": "Trường Tây, ngày 09 tháng 10 năm 2026"}
    assert words("U03", letter, issue_date=date(2026, 10, 9)) == ["thị trấn"]


def test_a_criterion_of_the_second_clause_is_not_joined_to_that_of_the_first():
    joined = "1. Hướng dẫn người dân nộp hồ sơ trực tuyến và thanh toán trực tuyến phí, lệ phí."
    apart = "1. Hướng dẫn người dân nộp hồ sơ trực tuyến.\nĐồng thời thanh toán trực tuyến phí, lệ phí."
    assert len(messages("I04", letter=body(LEAD, joined))) == 1
    assert messages("I04", letter=body(LEAD, apart)) == []


def test_a_number_of_files_is_not_held_against_a_level_in_percent():
    known = {"1.ecopy_count": "30", "1.reuse_rate": "30"}
    aims = {"profile": {"targets": targets(on_time_rate="90")}}
    for ordered, count in (
        ("Chứng thực bản sao điện tử", 0),
        ("Sử dụng lại dữ liệu số hóa", 1),
    ):
        letter = body(LEAD, f"1. {ordered} đạt tối thiểu 20%.")
        assert len(messages("I05", known, letter=letter, extra=aims)) == count


def test_a_figure_in_the_second_sentence_of_a_paragraph_is_marked():
    text = "- Xã đã cố gắng. Tỷ lệ hồ sơ cấp kết quả điện tử: 70,85%."
    letter = body(WEAK, text, LEAD, f"1. {ISSUE.rstrip('.')} đạt 70%.")
    assert words("I11", letter) == ["70,85"]


def test_a_criterion_without_any_figure_is_told_behind_one_whose_group_has_points():
    said = messages(
        "I02",
        letter=body(
            "Nhóm Số hóa hồ sơ đạt 18,5/22 điểm.",
            LEAD,
            "1. Khai thác, sử dụng lại dữ liệu số hóa; tăng tỷ lệ nộp hồ sơ trực tuyến.",
        ),
    )
    assert any("Hồ sơ nộp trực tuyến" in one for one in said)
    assert any("mới có điểm của nhóm" in one for one in said)
