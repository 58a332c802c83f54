"""Wording and citations where one thing stands behind another, or just at the limit."""

import pytest

from core import reference
from tests.core.rules.saying import messages, words


def first(text):
    return {"body.first": text}


def test_a_clause_that_contradicts_itself_is_told_behind_one_that_names_an_exception():
    sound = "Tất cả các tiêu chí đã đạt, trừ một số tiêu chí của nhóm sau"
    odd = "toàn bộ đơn vị đã đạt và một số đơn vị đang làm"
    assert messages("W02", letter=first(f"{sound}.")) == []
    assert len(messages("W02", letter=first(f"{sound}; {odd}."))) == 1


@pytest.mark.parametrize(("count", "told"), [(60, 0), (61, 1)])
def test_a_sentence_is_too_long_from_the_sixty_first_word_on(count, told):
    text = " ".join(["Xã", *["xem"] * (count - 1)]) + "."
    said = messages("W06", letter=first(text))
    assert len(said) == told
    assert all(one.startswith(f"Câu dài {count} từ") for one in said)


def test_the_words_of_a_citation_do_not_count_in_a_later_sentence_either():
    work = " ".join(["việc"] * 50)
    cited = (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND xã Trường"
        " Tây về chuyển đổi số năm 2026 trên địa bàn xã Trường Tây"
    )
    assert messages("W06", letter=first(f"{cited}, các công chức {work}.")) == []
    before = "Các công chức đã xem hết các hồ sơ của tháng trước. " * 4
    text = f"{before}{cited}, các công chức {work}."
    assert messages("W06", letter=first(text)) == []


@pytest.mark.parametrize("slot", reference.bundled().words("slot"))
def test_each_sign_for_what_is_still_to_be_written_is_found(slot):
    assert words("W07", first(f"Xã đạt {slot} điểm.")) == [slot]


OLD = (
    "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện"
    " cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính;\n"
    "Căn cứ Nghị định số 107/2021/NĐ-CP ngày 06 tháng 12 năm 2021 của Chính phủ sửa đổi,"
    " bổ sung một số điều của Nghị định số 61/2018/NĐ-CP;"
)


def test_each_document_that_is_no_longer_in_force_is_told():
    said = messages("L03", letter=first(OLD))
    for number in ("61/2018", "107/2021"):
        assert any(one.startswith(f"Nghị định số {number}") for one in said)


def test_two_dates_of_a_document_are_told_though_another_is_cited_without_one():
    plan = "Kế hoạch số 12/KH-UBND"
    text = (
        f"Thực hiện Kế hoạch số 9/KH-UBND của UBND xã, {plan} ngày 05/01/2026 của UBND xã.\n"
        f"Như {plan} ngày 06/01/2026 đã nêu."
    )
    (said,) = messages("L06", letter=first(text))
    assert "05/01/2026, có chỗ ghi" in said


def test_a_maximum_alone_is_no_figure_of_what_is_ordered():
    order = (
        "UBND xã Trường Tây yêu cầu các công chức chuyên môn xã hoàn thành trước ngày"
        " 30/10/2026 các nội dung sau:\n1. Khai thác, sử dụng lại dữ liệu số hóa."
    )
    assert len(messages("I02", {"1.reuse_rate.maximum": "4"}, letter=first(order))) == 1
    assert messages("I02", {"1.reuse_rate.score": "4"}, letter=first(order)) == []


@pytest.mark.parametrize(
    "before",
    [
        "Xã đã xem. ",
        "Xã đã xem.   ",
        "Xã đã xem.\u00a0",
        "Xã đã xem! ",
        "Xã đã xem: ",
        "  ",
        "",
    ],
)
def test_a_sentence_without_its_main_clause_is_told_wherever_it_begins(before):
    text = f"{before}Căn cứ kết quả trên Cổng. UBND xã công bố."
    said = messages("W03", letter=first(text))
    is_apart = before.strip() != "Xã đã xem:"
    assert len(said) == is_apart


def test_words_that_lead_within_a_sentence_begin_none():
    text = "Các công chức, căn cứ kết quả trên Cổng, đã xem. UBND xã công bố."
    assert messages("W03", letter=first(text)) == []


def test_words_written_twice_are_told_also_where_a_sentence_begins_with_them():
    for text, twice in (
        ("Xã đã đã xem.", "đã đã"),
        ("Các các công chức xem.", "Các các"),
        ("Xã Long Long đã xem.", None),
    ):
        assert words("W04", first(text)) == ([twice] if twice else [])
