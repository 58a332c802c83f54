"""Which annex, which unit and which figure a rule about annexes speaks of."""

from tests.core.rules.saying import messages, words

REFERENCE = "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)"
UNITS = (
    "|STT|Tên đơn vị|Tỷ lệ hồ sơ nộp trực tuyến (%)|\n|1|Xã A|91,70|\n|2|Xã B|80,00|"
)
COUNTS = "|STT|Tên đơn vị|Số hồ sơ tiếp nhận|Số hồ sơ nộp trực tuyến|"


def annex(table=UNITS, label="Phụ lục"):
    return f"{label}\nKẾT QUẢ BỘ CHỈ SỐ\n{REFERENCE}\n{table}"


def letter(body, table=UNITS):
    return {
        "body.first": f"Chi tiết tại Phụ lục kèm theo.\n{body}",
        "annex": annex(table),
    }


def test_of_two_annexes_the_one_that_the_letter_does_not_name_is_told():
    two = {"annex": annex(label="Phụ lục I"), "annex2": annex(label="Phụ lục II")}
    for named, other in (("I", "Phụ lục II"), ("II", "Phụ lục I")):
        said = messages("A01", letter=two | {"body.first": f"Xem Phụ lục {named}."})
        assert said == [f"Có “{other}” nhưng nội dung công văn không nhắc đến."]


def test_each_total_that_does_not_add_up_is_told_though_the_first_does():
    rows = "\n|1|Xã A|30|20|\n|2|Xã B|12|10|\n| |TỔNG CỘNG|42|31|"
    assert words("A10", letter("Xã đã thực hiện.", COUNTS + rows)) == ["31"]


def test_a_figure_in_whole_numbers_is_the_one_of_the_annex_rounded():
    both = "Tỷ lệ hồ sơ nộp trực tuyến của xã A đạt {}%."
    assert messages("A02", letter=letter(both.format("92"))) == []
    assert messages("A02", letter=letter(both.format("91"))) == [
        "Hồ sơ nộp trực tuyến, Xã A: ở đây ghi 91, phụ lục ghi 91,70."
    ]


CRITERIA = (
    "|STT|Tên tiêu chí|Tỷ lệ (%)|Điểm đạt|Điểm tối đa|\n"
    "|1|Tỷ lệ hồ sơ cấp kết quả điện tử|57,70|3,46|6|"
)


def test_a_weak_group_is_borne_out_by_a_criterion_that_body_and_annex_name():
    group = "Nhóm đạt thấp: Số hóa hồ sơ 5,1/22 điểm{} (có Phụ lục kèm theo)."
    both = group.format(", trong đó cấp kết quả điện tử 57,7%")
    assert messages("A02", letter=letter(both, CRITERIA)) == []
    (said,) = messages("A02", letter=letter(group.format(""), CRITERIA))
    assert said.endswith("được nêu là đạt thấp nhưng phụ lục không có số liệu này.")


def test_two_ratios_are_not_added_up_where_one_alone_cannot_be():
    rates = {"1.online_submit_rate": "100,5", "1.direct_submit_rate": "20"}
    assert messages("N19", rates) == []
    assert len(messages("N19", rates | {"1.online_submit_rate": "100"})) == 1


def test_a_sentence_about_all_criteria_is_quoted_with_that():
    before = {"1.reuse_rate": "50", "1.on_time_rate": "90"}
    now = {"1.reuse_rate": "40", "1.on_time_rate": "95"}
    (said,) = messages(
        "N11",
        now,
        letter={"body.first": "Tất cả các chỉ tiêu đều tăng so với tháng trước."},
        extra={"previous": before},
    )
    assert said.startswith("Ghi “tất cả tăng” nhưng số liệu hai kỳ")
    (said,) = messages(
        "N11",
        now | {"1.on_time_rate": "85"},
        letter={"body.first": "Các chỉ tiêu tăng so với tháng trước."},
        extra={"previous": before},
    )
    assert said.startswith("Ghi “tăng” nhưng")
