"""What a letter orders, asks for and calls weak is read from its paragraphs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import reference
from core.paper import orders, telling
from core.paper.model import Component, Line, Paper
from core.paper.orders import Tier
from core.reference import Reference

WORDS = reference.bundled()
LEAD = "UBND xã Trường Tây yêu cầu các công chức chuyên môn thực hiện các nội dung sau:"
END = "Trên đây là kết quả tháng 9/2024, yêu cầu các công chức thực hiện./."
SIGNS = {"digit": "{n}. ", "letter": "{a}) ", "dash": "- ", "roman": "{r}. "}


def paper(*texts, issuer="XÃ TRƯỜNG TÂY", day=None):
    lines = [Line(1, issuer, Component.ISSUER)]
    lines += [Line(n, text, Component.BODY) for n, text in enumerate(texts, 2)]
    return Paper(tuple(lines), day=day)


def read(*texts, **options):
    return orders.tasks(paper(*texts, **options), WORDS)


def said(*texts, **options):
    return [(one.sign, one.text) for one in read(*texts, **options).orders]


ITEMS = st.lists(
    st.sampled_from(["Số hóa hồ sơ", "Nộp hồ sơ trực tuyến;", "Ký số kết quả."]),
    min_size=1,
    max_size=6,
)


@given(ITEMS, st.sampled_from(sorted(SIGNS)))
def test_every_item_below_a_lead_is_an_order_with_its_sign(items, kind):
    romans = ("I", "II", "III", "IV", "V", "VI")
    signs = [
        SIGNS[kind].format(n=number, a="abcdeg"[number - 1], r=romans[number - 1])
        for number in range(1, len(items) + 1)
    ]
    texts = [sign + item for sign, item in zip(signs, items, strict=True)]
    found = read("Kết quả như sau.", LEAD, *texts, END)
    assert [one.text for one in found.orders] == items
    assert [one.sign for one in found.orders] == [sign.strip() for sign in signs]
    assert [one.lead for one in found.orders] == [LEAD] * len(items)
    assert found.lead == 2
    assert found.closing == len(items) + 3
    assert not any(one.is_petition for one in found.orders)


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_paragraphs_are_read_and_parts_lie_in_their_lines(texts):
    letter = paper(*texts)
    found = orders.tasks(letter, WORDS)
    parts = [part for one in found.orders for part in one.parts]
    for part in (*parts, *found.weak):
        text = letter.lines[part.line].text
        assert text[part.start : part.start + len(part.text)] == part.text


def test_a_part_of_a_line_says_where_it_begins():
    (order,) = read(LEAD, "1. Số hóa hồ sơ.").orders
    (part,) = order.parts
    assert (order.line, part.start, part.text) == (2, 3, "Số hóa hồ sơ.")


def test_a_paragraph_without_sign_goes_on_with_the_item_above():
    (order,) = read(LEAD, "1. Số hóa hồ sơ.", "Làm ngay khi tiếp nhận.").orders
    assert order.text == "Số hóa hồ sơ.\nLàm ngay khi tiếp nhận."
    assert [part.line for part in order.parts] == [2, 3]


def test_lines_of_one_paragraph_are_one_item():
    lines = [
        Line(1, LEAD, Component.BODY),
        Line(2, "Số hóa hồ sơ", Component.BODY),
        Line(2, "ngay khi tiếp nhận", Component.BODY),
        Line(3, "Ký số kết quả", Component.BODY),
    ]
    found = orders.tasks(Paper(tuple(lines)), WORDS)
    assert [one.text for one in found.orders] == [
        "Số hóa hồ sơ\nngay khi tiếp nhận",
        "Ký số kết quả",
    ]


def test_items_below_the_name_of_a_unit_bear_it_as_their_head():
    for head in ("1. Phòng Kinh tế:", "1. Phòng Kinh tế"):
        found = read(LEAD, head, "a) Số hóa hồ sơ.", "b) Ký số.", "2. Báo cáo.").orders
        assert [one.text for one in found] == ["Số hóa hồ sơ.", "Ký số.", "Báo cáo."]
        heads = [one.head.rstrip(":") for one in found]
        assert heads == ["Phòng Kinh tế", "Phòng Kinh tế", ""]


def test_a_paragraph_below_such_a_name_is_an_order_of_its_own():
    found = read(LEAD, "1. Phòng Kinh tế:", "Số hóa hồ sơ.", "Ký số.", "2. Báo cáo.")
    assert [(one.head, one.text) for one in found.orders] == [
        ("Phòng Kinh tế:", "Số hóa hồ sơ.\nKý số."),
        ("", "Báo cáo."),
    ]


def test_orders_of_another_lead_are_not_gone_on_with():
    found = read(LEAD, "1. Số hóa.", "4. Kiến nghị", "Tích hợp thanh toán.")
    assert [one.text for one in found.orders] == ["Số hóa.", "Tích hợp thanh toán."]


def test_an_item_that_says_what_to_do_is_no_head():
    found = said(LEAD, "1. Số hóa hồ sơ.", "a) Ký số.")
    assert found == [("1.", "Số hóa hồ sơ."), ("a)", "Ký số.")]
    long = "Số hóa đầy đủ mọi hồ sơ ngay khi tiếp nhận của người dân tại xã"
    assert said(LEAD, f"1. {long}", "a) Ký số.")[0] == ("1.", long)


def test_a_heading_alone_opens_orders_and_the_next_one_ends_them():
    found = read("3. Yêu cầu", "Số hóa hồ sơ.", "4. Kết quả", "Số hồ sơ: 5.")
    assert [one.text for one in found.orders] == ["Số hóa hồ sơ."]
    assert found.lead is None


@pytest.mark.parametrize(
    "heading", ["* Kiến nghị:", "4. Đề xuất, kiến nghị", "Kiến nghị"]
)
def test_what_stands_below_that_heading_is_a_petition(heading):
    (order,) = read(LEAD, heading, "Tích hợp thanh toán trực tuyến.").orders
    assert order.is_petition


def test_asking_an_office_above_is_a_petition_and_telling_ones_own_an_order():
    asked = read(LEAD, "1. Số hóa.", "2. Đề nghị Sở Tư pháp hướng dẫn.").orders
    assert [one.is_petition for one in asked] == [False, True]
    led = read("Đề nghị Văn phòng UBND tỉnh xem xét các nội dung sau:", "a) Tích hợp.")
    assert [one.is_petition for one in led.orders] == [True]
    assert led.lead is None
    (alone,) = read("Đề nghị UBND tỉnh sớm tích hợp thanh toán.").orders
    assert alone.is_petition


def test_a_sentence_of_its_own_orders_where_it_says_who_is_told():
    text = "Tổng điểm thấp dần. UBND xã giao Văn phòng theo dõi. Kết quả tốt."
    (order,) = read(text).orders
    assert order.text.strip() == "UBND xã giao Văn phòng theo dõi."
    assert order.parts[0].start == text.index(" UBND")
    assert read("Các công chức giao lưu.").orders == ()


@pytest.mark.parametrize(
    "text",
    [
        "TTHC có yêu cầu nghĩa vụ tài chính.",
        "Số giao dịch tăng.",
        "Theo yêu cầu của người dân.",
        "Phản ánh, kiến nghị xử lý đúng hạn.",
        "Không yêu cầu bổ sung hồ sơ quá 01 lần.",
    ],
)
def test_words_that_tell_nobody_are_no_order(text):
    assert read(text).orders == ()
    assert telling.verb(text, WORDS) == ""
    assert telling.told(text, WORDS) == ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (LEAD, "các công chức chuyên môn"),
        ("Đề nghị các Sở, ngành tỉnh cập nhật", "các Sở, ngành tỉnh"),
        ("Giao Văn phòng: theo dõi", "Văn phòng"),
        ("UBND xã đề nghị Công an xã", "Công an xã"),
    ],
)
def test_who_is_told_stands_before_what_to_do(text, who):
    assert telling.told(text, WORDS) == who


def test_the_verb_is_told_in_small_letters():
    assert telling.verb("Đề nghị các Sở", WORDS) == "đề nghị"


def test_weak_points_are_those_below_their_lead_or_heading():
    for lead in ("Các nội dung sau còn hạn chế, cần khắc phục:", "2. Tồn tại, hạn chế"):
        found = read(
            lead, "- Số hóa hồ sơ: 18%.", "Tổng số điểm là 80.", LEAD, "- Số hóa."
        )
        assert [one.text for one in found.weak] == ["- Số hóa hồ sơ: 18%."]
        assert len(found.orders) == 1


def test_a_sentence_calls_weak_what_follows_its_colon_else_all_of_it():
    found = read(
        "Tổng điểm 80. Một số tiêu chí thấp như: Số hóa hồ sơ; Thanh toán. Hết."
    )
    assert [one.text for one in found.weak] == [" Số hóa hồ sơ; Thanh toán."]
    assert found.weak[0].start == 39
    assert [one.text for one in read("Số hóa hồ sơ còn thấp.").weak] == [
        "Số hóa hồ sơ còn thấp."
    ]


def test_what_is_denied_or_not_said_is_not_weak():
    assert read("Không còn tiêu chí nào thấp.").weak == ()
    assert read("Tổng điểm 80.").weak == ()
    assert read("Tiêu chí thấp như: ").weak == ()


def test_items_of_orders_are_not_taken_for_headings():
    found = said(LEAD, "1. Kết quả điện tử", "2. Hạn chế hồ sơ quá hạn", "3. Kiến nghị")
    assert found == [("1.", "Kết quả điện tử"), ("2.", "Hạn chế hồ sơ quá hạn")]


def test_weak_items_that_begin_like_a_heading_are_weak():
    items = ("- Kết quả số hóa hồ sơ 18%", "- Kết quả ký số 20%")
    assert [one.text for one in read("2. Tồn tại, hạn chế", *items).weak] == [*items]
    numbered = ("1. Kết quả số hóa hồ sơ 18%", "2. Kết quả ký số 20%")
    found = read(
        "II. Tồn tại, hạn chế", "1. Số hóa 18%.", *numbered[1:], "III. Yêu cầu"
    )
    assert [one.text for one in found.weak] == ["1. Số hóa 18%.", numbered[1]]


def test_a_lead_that_says_no_verb_leads_in_by_what_is_to_be_done():
    found = said("Các công chức tập trung khắc phục một số nội dung sau:", "- Số hóa.")
    assert found == [("-", "Số hóa.")]
    assert said("Kết quả cụ thể như sau:", "- Số hóa: 18%.") == []


@pytest.mark.parametrize(
    "lead",
    [
        "Thực hiện nhiệm vụ UBND tỉnh giao tại Kế hoạch số 15/KH-UBND, Sở thông báo kết quả tháng 7 năm 2026, cụ thể:",
        "Thực hiện Quyết định số 766/QĐ-TTg phê duyệt Bộ chỉ số chỉ đạo, điều hành, UBND xã công bố kết quả như sau:",
        "UBND xã công bố kết quả thực hiện Bộ chỉ số chỉ đạo, điều hành như sau:",
    ],
)
def test_a_lead_to_results_gives_no_orders_whatever_it_rests_on(lead):
    assert said(lead, "1. Tỷ lệ số hóa hồ sơ đạt 58,9%.") == []


def test_a_lead_that_tells_results_and_then_orders_gives_orders():
    lead = "UBND xã thông báo kết quả và yêu cầu các công chức thực hiện:"
    assert said(lead, "1. Số hóa hồ sơ.") == [("1.", "Số hóa hồ sơ.")]


def test_empty_paragraphs_and_the_annex_are_left_out():
    assert said(LEAD, "  ", "1. Số hóa.") == [("1.", "Số hóa.")]
    annexed = Paper((Line(1, "UBND xã giao Văn phòng.", Component.BODY, annex=1),))
    assert orders.tasks(annexed, WORDS).orders == ()


def test_without_words_nothing_is_read_but_the_end():
    texts = ("UBND xã yêu cầu:", "1. Số hóa còn thấp.", END)
    found = orders.tasks(paper(*texts), Reference())
    assert (found.orders, found.weak, found.closing) == ((), (), 3)


@pytest.mark.parametrize(
    ("issuer", "day", "tier"),
    [
        ("XÃ TRƯỜNG TÂY", None, Tier.COMMUNE),
        ("THỊ TRẤN GÒ DẦU", None, Tier.COMMUNE),
        ("PHƯỜNG 1", None, Tier.COMMUNE),
        ("HUYỆN GÒ DẦU", None, Tier.DISTRICT),
        ("THỊ XÃ HÒA THÀNH", None, Tier.DISTRICT),
        ("THÀNH PHỐ TÂY NINH", date(2024, 9, 30), Tier.DISTRICT),
        ("THÀNH PHỐ TÂY NINH", None, Tier.DISTRICT),
        ("THÀNH PHỐ HUẾ", date(2025, 7, 1), Tier.PROVINCE),
        ("TỈNH TÂY NINH", None, Tier.PROVINCE),
        ("VĂN PHÒNG", None, Tier.COMMUNE),
    ],
)
def test_the_letterhead_says_whose_letter_it_is(issuer, day, tier):
    assert orders.tier(paper(issuer=issuer, day=day)) is tier


@pytest.mark.parametrize(
    ("name", "tier", "above"),
    [
        ("Văn phòng HĐND và UBND thị xã", Tier.COMMUNE, True),
        ("các Sở, ngành tỉnh", Tier.COMMUNE, True),
        ("Công an xã", Tier.COMMUNE, False),
        ("các cơ sở y tế", Tier.COMMUNE, False),
        ("UBND huyện", Tier.DISTRICT, False),
        ("UBND tỉnh", Tier.DISTRICT, True),
        ("các Sở", Tier.PROVINCE, False),
        ("Bộ Nội vụ", Tier.PROVINCE, True),
    ],
)
def test_who_is_above_depends_on_whose_letter_it_is(name, tier, above):
    assert orders.is_above(name, tier, WORDS) is above
