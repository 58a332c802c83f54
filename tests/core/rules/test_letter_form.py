"""The form of letters that no example tells of: lines of one paragraph, issued letters."""

from datetime import date

import pytest

from core import catalogue as catalogue_module
from core.paper.model import Cell, Component, Line, Look, Paper
from core.report import Report
from core.rules import running
from core.rules.letter_examples import lines_of
from core.rules.on_letter import (
    form_characters,
    form_closing,
    form_heads,
    form_lists,
    form_terms,
    passages,
    wording,
)
from core.rules.registry import Context, Severity

CATALOGUE = catalogue_module.load()
RULES = (
    *form_heads.RULES,
    *form_closing.RULES,
    *form_lists.RULES,
    *form_terms.RULES,
    *form_characters.RULES,
    *wording.RULES,
)


def findings(paper):
    """What families F and W say of a paper, in order."""
    context = Context(Report(), CATALOGUE, date(2026, 11, 21), paper=paper)
    return running.check(RULES, context).findings


def said(*lines, **paper):
    """The rules that speak of `lines`, with the words each points at."""
    told = findings(Paper(tuple(lines), **paper))
    return [
        (one.rule.id, lines[one.line].text[slice(*one.span)] if one.span else "")
        for one in told
    ]


def with_lines(component, *texts, number=90):
    """A sound letter in which `component` is one paragraph of several lines."""
    added = tuple(Line(number, text, component) for text in texts)
    lines = [one for one in lines_of({}) if one.component is not component]
    return Paper((*lines, *added))


def test_a_number_or_a_name_that_is_missing_weighs_more_once_the_letter_is_issued():
    lines = lines_of({"number": "Số:     /UBND-VP", "signer": ""})
    draft = findings(Paper(lines))
    issued = findings(Paper(lines, issued=True))
    assert {(one.rule.id, one.severity) for one in draft} == {
        ("F06", Severity.HINT),
        ("F08", Severity.HINT),
    }
    assert {one.severity for one in issued} == {Severity.WARNING}
    assert len(issued) == len(draft)


def test_a_paper_without_lines_is_left_alone():
    assert findings(Paper(())) == ()


def test_what_was_not_recognised_is_not_said_to_be_missing():
    other = Component.OTHER
    texts = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "Kính gửi: Công an xã",
        "Nơi nhận: Như trên",
    )
    lines = [Line(number, text, other) for number, text in enumerate(texts, 1)]
    assert {rule for rule, _ in said(*lines)} == {"F06", "F08"}


def test_addressees_of_one_paragraph_are_entries_of_their_own():
    texts = ("Kính gửi:", "- Văn phòng HĐND và UBND,", "Trung tâm;", "- Công an xã.")
    assert findings(with_lines(Component.ADDRESSEES, *texts)) == ()
    blank = ("Kính gửi:", " ", "- Văn phòng HĐND và UBND;", "- Công an xã.")
    assert findings(with_lines(Component.ADDRESSEES, *blank)) == ()


def test_a_name_below_the_last_recipient_is_none_though_of_the_same_paragraph():
    texts = ("Nơi nhận:", "- Như trên;", "- Lưu: VT, VP.", "Tân")
    (one,) = findings(with_lines(Component.RECIPIENTS, *texts))
    assert one.rule.id == "F10"
    assert "Dòng “Tân” không phải nơi nhận" in one.message


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" ./.", "Trước “./.” không để dấu cách."),
        ("./", "ghi “./”"),
        (".", "thiếu dấu “./.”"),
    ],
)
def test_the_end_of_the_body_says_how_it_is_typed(typed, told):
    (one,) = findings(with_lines(Component.BODY, f"Các công chức thực hiện{typed}"))
    assert told in one.message


def test_only_the_letters_own_text_ends_it_not_a_table_in_it():
    lines = [one for one in lines_of({}) if one.component is not Component.BODY]
    body = Line(90, "Các công chức thực hiện./.", Component.BODY)
    cell = Line(91, "1; 2;", Component.BODY, cell=Cell(0, 0, 0))
    assert findings(Paper((*lines, body, cell))) == ()


def test_a_body_of_tables_alone_is_not_asked_for_its_end():
    lines = [one for one in lines_of({}) if one.component is not Component.BODY]
    cell = Line(91, "Tổng điểm", Component.BODY, cell=Cell(0, 0, 0))
    assert findings(Paper((*lines, cell))) == ()


def test_what_the_file_holds_counts_where_the_text_was_mended():
    line = Line(1, "Các công chức.", Component.OTHER, raw="Các công\u200b chức.")
    told = findings(Paper((line,)))
    (one,) = [finding for finding in told if finding.rule.id == "F15"]
    assert one.message == "Dòng này có ký tự không nhìn thấy."


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "vni times"])
def test_a_font_of_an_old_encoding_is_named(font):
    look = Look(fonts=frozenset({font, "Times New Roman"}))
    line = Line(1, "Các công chức.", Component.OTHER, look=look)
    told = [one.message for one in findings(Paper((line,))) if one.rule.id == "F15"]
    assert told == [f"Dòng này có phông chữ {font}."]


def test_a_font_of_unicode_is_not_named():
    look = Look(fonts=frozenset({"Times New Roman", "Arial"}))
    line = Line(1, "Các công chức.", Component.OTHER, look=look)
    assert "F15" not in [one.rule.id for one in findings(Paper((line,)))]


def test_several_strange_characters_of_a_line_are_told_at_once():
    line = Line(1, "Сác\u00ad công chức ng\u00f6\u00f6i", Component.OTHER)
    told = [one.message for one in findings(Paper((line,))) if one.rule.id == "F15"]
    (message,) = told
    for part in ("không nhìn thấy", "chữ cái Nga", "còn sót của bảng mã VNI."):
        assert part in message


def test_a_blank_line_and_a_blank_number_are_no_faults_of_form():
    lines = (Line(1, "", Component.NUMBER), Line(2, " ", Component.AUTHORITY))
    assert {rule for rule, _ in said(*lines)} <= {"F03", "F06", "F07", "F08", "F10"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Đã đạt. Cần làm.", ["Đã đạt.", "Cần làm."]),
        ("1. Tăng cường. Ổn định.", ["1. Tăng cường.", "Ổn định."]),
        ("Ở TP. Hồ Chí Minh.", ["Ở TP. Hồ Chí Minh."]),
        ("Có 46 hồ sơ. (Xã A: 01.)", ["Có 46 hồ sơ.", "(Xã A: 01.)"]),
        ("Làm xong. (có Phụ lục)", ["Làm xong. (có Phụ lục)"]),
        ("Đạt 91.7 điểm v.v. trong kỳ", ["Đạt 91.7 điểm v.v. trong kỳ"]),
        ("  Vì sao?  Đã rõ!  ", ["Vì sao?", "Đã rõ!"]),
    ],
)
def test_sentences_end_at_stops_before_capitals(text, parts):
    passage = passages.Passage(text, ((0, 0),))
    told = list(passages.sentences(passage))
    assert [one.text for one in told] == parts
    for one in told:
        assert text[one.start :].startswith(one.text)


def test_empty_lines_are_no_paragraphs():
    lines = (Line(1, "", Component.BODY), Line(2, "Có.", Component.BODY))
    told = list(passages.passages(Paper(lines), (Component.BODY,)))
    assert [(one.text, one.line) for one in told] == [("Có.", 1)]
    assert list(passages.entries(Paper(lines), Component.ADDRESSEES)) == []


def test_a_remark_about_a_joined_paragraph_stays_in_the_line_it_begins_in():
    passage = passages.Passage("một hai ba", ((0, 4), (4, 5), (8, 6)))
    first = passage.remark("", 1, 3)
    assert (first.line, first.span) == (4, (1, 3))
    over = passage.remark("", 1, 9)
    assert (over.line, over.span) == (4, (1, 3))
    last = passage.remark("", 8, 10)
    assert (last.line, last.span) == (6, (0, 2))


def test_a_typo_is_found_at_its_words_and_in_cells_of_annexes():
    line = Line(1, "Thu đủ phí lệ, phí.", Component.BODY)
    cell = Line(2, "Phí lệ, phí", Component.ANNEX_CELL, annex=1)
    told = [one for one in said(line, cell) if one[0] == "W04"]
    assert told == [("W04", "phí lệ, phí"), ("W04", "Phí lệ, phí")]


def test_a_long_citation_is_no_long_sentence_but_what_follows_is():
    long = " ".join(["từng hồ sơ trực tuyến của người dân và"] * 9)
    plan = "Theo Kế hoạch số 5/KH-UBND ngày 05/01/2026 của UBND xã về cải cách"
    whole = Line(1, f"Đầu kỳ. {plan} {long} hết.", Component.BODY)
    after = Line(1, f"Đầu kỳ. {plan}; {long} hết.", Component.BODY)
    assert "W06" not in [rule for rule, _ in said(whole)]
    ((_, words),) = [one for one in said(after) if one[0] == "W06"]
    assert words.strip().startswith("từng hồ sơ")


def test_of_several_faults_of_spacing_in_a_line_the_first_is_told():
    line = Line(1, "Các công chức  làm , báo cáo.", Component.BODY)
    assert [one for one in said(line) if one[0] == "F14"] == [("F14", "c  l")]
    start = Line(1, ",công chức", Component.BODY)
    assert [one for one in said(start) if one[0] == "F14"] == [("F14", ",c")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Xử lý KHDN của UBND xã.", ["KHDN"]),
        ("UBND xã lo KHDN nhanh.", ["KHDN"]),
        ("Gửi UBND KHDN xong.", []),
        ("Gửi KHDN UBND xong.", []),
        ("Gửi A KHDN B xong.", ["KHDN"]),
        ("Gửi XA KHDN xong.", []),
        ("Gửi ABC cho xã.", ["ABC"]),
        ("Gửi AB cho xã.", []),
        ("Xử lý KHDN. Gửi KHDN.", ["KHDN"]),
        ("Khách, gọi tắt là KHDN. Gửi KHDN.", []),
        ("Gửi KHDN. Khách, gọi tắt là KHDN.", ["KHDN"]),
    ],
)
def test_capitals_are_an_abbreviation_unless_among_others(text, told):
    line = Line(1, text, Component.BODY)
    assert [words for rule, words in said(line) if rule == "F13"] == told


def test_of_ways_that_are_all_wrong_the_most_frequent_is_proposed():
    texts = ("hệ thống một cửa điện tử", "Hệ Thống Một cửa điện tử")
    lines = [
        Line(number, f"Gửi {text}.", Component.BODY)
        for number, text in enumerate((texts[0], texts[1], texts[1]), 1)
    ]
    told = [one.message for one in findings(Paper(tuple(lines)))]
    assert f"Viết “{texts[0]}”, nên thống nhất là “{texts[1]}”." in told


SOUND_BODY = """\
Thực hiện Quyết định số 766/QĐ-TTg; trên cơ sở kết quả công khai trên Cổng Dịch vụ công \
quốc gia lúc 08 giờ 00 phút ngày 05/10/2026, Ủy ban nhân dân phường thông báo như sau:
I. KẾT QUẢ THỰC HIỆN
1. Kết quả chung: Tổng điểm đạt 91,2/100 điểm, xếp hạng 5/96 xã, phường.
2. Một số tiêu chí chưa đạt điểm tối đa:
- Số hóa hồ sơ: 19,5/22 điểm;
- Thanh toán trực tuyến: 8,1/10 điểm.
II. NHIỆM VỤ TRỌNG TÂM
1. Trung tâm Phục vụ hành chính công phường
a) Chủ trì, phối hợp với các đơn vị rà soát hồ sơ; hoàn thành trước ngày 25 hằng tháng;
b) Hướng dẫn người dân thanh toán trực tuyến qua VNeID, mã QR...;
c) Báo cáo UBND phường trước 16 giờ 30 phút ngày 30/10/2026.
2. Phòng Kinh tế, Hạ tầng và Đô thị; Phòng Văn hóa - Xã hội: số hóa 100% kết quả.
3. Đề nghị Công an phường, TP. Thanh Hóa và các đơn vị liên quan phối hợp thực hiện.
Nếu có khó khăn, vướng mắc, kịp thời phản ánh về UBND phường (điện thoại: 0237.123.456, \
email: vp@thanhhoa.gov.vn,https://thanhhoa.gov.vn) để xem xét, giải quyết./.\
"""


def test_a_sound_letter_of_another_make_is_left_alone():
    replaced = {
        "issuer": "ỦY BAN NHÂN DÂN\nPHƯỜNG ĐÔNG TIẾN",
        "number": "Số: 127/UBND-TTPVHCC",
        "body": SOUND_BODY,
        "addressees": "Kính gửi:\n- Các phòng chuyên môn;\n- Công an phường.",
        "authority": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "recipients": "Nơi nhận:\n- Như trên;\n- TT. Đảng ủy, TT. HĐND phường (b/c);\n"
        "- Chủ tịch, các PCT UBND phường;\n- Lưu: VT, TTPVHCC (02).",
    }
    told = findings(Paper(lines_of(replaced), issued=True))
    assert [(one.rule.id, one.message) for one in told] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [("c¸c c«ng", []), ("C¸c quan d©n", ["TCVN3"]), ("no\u00eb do\u00ef", ["VNI"])],
)
def test_one_strange_letter_is_chance_and_two_are_an_encoding(text, told):
    text = text.replace("c«ng", "quan")
    (*messages,) = findings(Paper((Line(1, text, Component.OTHER),)))
    names = [one.message for one in messages if one.rule.id == "F15"]
    assert [name.split("mã ")[1].rstrip(".") for name in names] == told


def test_blanks_of_an_open_date_are_left_to_the_rule_about_dates():
    open_date = Line(1, "Trường Tây, ngày    tháng 9 năm 2026", Component.PLACE_DATE)
    comma = Line(2, "Trường Tây , ngày 09 tháng 9 năm 2026", Component.PLACE_DATE)
    told = [one for one in said(open_date, comma) if one[0] == "F14"]
    assert told == [("F14", "y ,")]


def test_what_is_missing_is_told_at_the_first_line_or_at_the_last():
    lines = (Line(1, "Công văn"), Line(2, "Không rõ"))
    told = {(one.rule.id, one.line) for one in findings(Paper(lines))}
    assert told == {("F03", 0), ("F06", 0), ("F07", 0), ("F08", 1), ("F10", 1)}


def test_a_clause_that_contradicts_itself_twice_is_told_once():
    text = (
        "Tất cả các xã làm xong, một số xã chưa xong, không có hồ sơ quá hạn và còn một"
        " số hồ sơ quá hạn."
    )
    told = said(Line(1, text, Component.BODY))
    assert [rule for rule, _ in told if rule == "W02"] == ["W02"]


def test_a_line_in_another_font_is_none_of_those_in_an_old_one():
    old = Look(fonts=frozenset({".VnTime"}))
    new = Look(fonts=frozenset({"Times New Roman"}))
    lines = (
        Line(1, "Cong van", Component.BODY, look=old),
        Line(2, "Công văn", Component.BODY, look=new),
        Line(3, "Công văn", Component.BODY),
    )
    told = findings(Paper(lines))
    assert [one.line for one in told if one.rule.id == "F15"] == [0]


def test_a_term_in_capitals_is_no_other_way_of_writing_it():
    lines = (
        Line(1, "CỔNG DỊCH VỤ CÔNG QUỐC GIA", Component.ANNEX_TITLE, annex=1),
        Line(2, "Cổng Dịch vụ công quốc gia đã có.", Component.BODY),
    )
    assert "F12" not in {rule for rule, _ in said(*lines)}


def test_another_way_of_writing_a_term_in_a_table_is_left_alone():
    cell = Cell(0, 1, 1)
    lines = (
        Line(1, "Văn phòng HĐND và UBND thực hiện.", Component.BODY),
        Line(2, "Văn phòng HĐND-UBND", Component.ANNEX_CELL, annex=1, cell=cell),
    )
    assert "F12" not in {rule for rule, _ in said(*lines)}


def test_an_address_right_behind_capitals_is_no_part_of_the_abbreviation():
    spelled = Line(1, "Ban Chỉ đạo số (BCDS) họp.", Component.BODY)
    address = Line(2, "Xem tại BCDShttps://a.vn và BCDS.", Component.BODY)
    assert [one for one in said(spelled, address) if one[0] == "F13"] == []


def test_a_sentence_that_leads_on_without_a_stop_is_no_fragment():
    text = "Xã đã họp. Căn cứ kết quả tháng 9/2026"
    assert "W03" not in {rule for rule, _ in said(Line(1, text, Component.BODY))}


def test_words_of_a_document_cited_in_another_sentence_count_in_none():
    cited = "Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 về Bộ chỉ số."
    long = f"Các xã {'làm tốt việc này ' * 16}."
    (one,) = [
        found
        for found in findings(Paper((Line(1, f"{cited} {long}", Component.BODY),)))
        if found.rule.id == "W06"
    ]
    assert "Câu dài 66 từ" in one.message


def test_a_word_twice_in_capitals_is_told_and_a_name_behind_its_word_is_not():
    def twice(text):
        return [
            words
            for rule, words in said(Line(1, text, Component.BODY))
            if rule == "W04"
        ]

    assert twice("Giao UBND UBND xã làm.") == ["UBND UBND"]
    assert twice("Báo cáo các bộ Bộ trưởng giao.") == []


def test_all_of_one_and_some_of_another_is_no_contradiction():
    text = "Tất cả các xã đã đạt, một số thôn chưa đạt."
    assert "W02" not in {rule for rule, _ in said(Line(1, text, Component.BODY))}


def test_recipients_without_any_are_told_at_their_heading():
    paper = with_lines(Component.RECIPIENTS, "Nơi nhận:")
    (one,) = [found for found in findings(paper) if "Như trên" in found.message]
    assert one.line == len(paper.lines) - 1
