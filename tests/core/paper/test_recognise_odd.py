"""Odd letters: what stands at unusual places is still known, and never breaks."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.paper.model import Cell, Component, Line, Look, Paper
from core.paper.recognise import recognised

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
HEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ HIỆP THẠNH",
    NATION,
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 05/UBND-VP",
    "Hiệp Thạnh, ngày 05 tháng 10 năm 2026",
    "V/v công bố kết quả Bộ chỉ số",
    "Kính gửi: Các phòng chuyên môn",
)
BODY = ("Căn cứ Quyết định số 766/QĐ-TTg.", "Yêu cầu các phòng thực hiện./.")
END = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Thị Hoa")


def paper(*texts: str | tuple[str, Cell]) -> Paper:
    lines = []
    for number, one in enumerate(texts, start=1):
        text, cell = one if isinstance(one, tuple) else (one, None)
        starts = text.startswith("¶")
        text = text.removeprefix("¶")
        lines.append(Line(number, text, cell=cell, look=Look(), starts_page=starts))
    return recognised(Paper(tuple(lines)))


def of(found: Paper, component: Component) -> list[str]:
    return [found.lines[at].text for at in found.of(component)]


def with_head(*head: str) -> Paper:
    return paper(*head, *BODY, *END)


def test_whom_a_letter_is_for_may_stand_in_a_table():
    to = (
        ("Kính gửi:", Cell(0, 0, 0)),
        ("- Văn phòng UBND tỉnh", Cell(0, 0, 1)),
        ("- Sở Nội vụ", Cell(0, 1, 1)),
    )
    found = paper(*HEAD[:-1], *to, *BODY, *END)
    assert len(of(found, Component.ADDRESSEES)) == 3
    assert of(found, Component.BODY) == list(BODY)


@pytest.mark.parametrize(
    ("to", "count"),
    [
        (("Kính gửi:", "- Sở Nội vụ;", "- Công an tỉnh."), 3),
        (("Kính gửi: - Sở Nội vụ;", "- Công an tỉnh."), 2),
        (("Kính gửi: - Sở Nội vụ.", "- Công an tỉnh."), 2),
        (("Kính gửi:", "Sở Nội vụ;", "Công an tỉnh."), 3),
        (("Kính gửi: Sở Nội vụ,", "Công an tỉnh"), 2),
        (("Kính gửi: Sở Nội vụ.",), 1),
        (("KÍNH GỬI: Sở Nội vụ",), 1),
    ],
)
def test_addressees_end_where_the_body_begins(to, count):
    found = with_head(*HEAD[:-1], *to)
    assert of(found, Component.ADDRESSEES) == list(to)
    assert len(to) == count
    assert of(found, Component.BODY) == list(BODY)


def test_a_list_that_is_announced_is_of_the_body():
    found = paper(*HEAD, "- Thực hiện các việc sau:", *BODY, *END)
    assert of(found, Component.BODY)[0] == "- Thực hiện các việc sau:"


@pytest.mark.parametrize(
    ("office", "above"),
    [
        (("UBND TỈNH TÂY NINH", "SỞ NỘI VỤ"), 1),
        (("UBND HUYỆN GÒ DẦU", "UBND XÃ BÀU ĐỒN"), 1),
        (("ỦY BAN NHÂN DÂN", "XÃ HIỆP THẠNH"), 0),
        (("VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN VÀ", "ỦY BAN NHÂN DÂN XÃ"), 0),
        (("UBND XÃ HIỆP THẠNH", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"), 1),
        (("ĐẢNG BỘ XÃ", "HIỆP THẠNH"), 0),
    ],
)
def test_the_body_above_is_known_by_the_names(office, above):
    found = with_head(*office, *HEAD[2:])
    assert of(found, Component.SUPERIOR) == list(office[:above])
    assert of(found, Component.ISSUER) == list(office[above:])


def test_names_of_kinds_and_marks_of_haste_are_no_office():
    found = with_head("HỎA TỐC", *HEAD[:4], "CÔNG VĂN", *HEAD[4:])
    assert of(found, Component.ISSUER) == list(HEAD[:2])
    assert of(found, Component.OTHER) == ["HỎA TỐC", "CÔNG VĂN"]


@pytest.mark.parametrize(
    ("text", "number", "symbol"),
    [
        ("Số: 183/UBND", "183", "UBND"),
        ("Số 05 /UBND-VP", "05", "UBND-VP"),
        ("Số:       /UBND-NC", "", "UBND-NC"),
        ("Số: …./BC-UBND", "", "BC-UBND"),
        ("SỐ: 12/UBND-VX", "12", "UBND-VX"),
    ],
)
def test_number_and_symbol_are_read(text, number, symbol):
    found = with_head(*HEAD[:4], text, *HEAD[5:])
    assert of(found, Component.NUMBER) == [text]
    assert (found.number, found.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hiệp Thạnh, ngày 05 tháng 10 năm 2026", date(2026, 10, 5)),
        ("Hiệp Thạnh, ngày 5 tháng 10 năm 2026.", date(2026, 10, 5)),
        ("Hiệp Thạnh, ngày      tháng 10 năm 2026", None),
        ("Hiệp Thạnh, ngày 31 tháng 02 năm 2026", None),
        ("Hiệp Thạnh, Ngày 05 tháng 10 năm 2026", date(2026, 10, 5)),
    ],
)
def test_the_day_is_read(text, day):
    found = with_head(*HEAD[:5], text, *HEAD[6:])
    assert of(found, Component.PLACE_DATE) == [text]
    assert found.day == day


def test_a_letter_to_nobody_ends_its_head_with_its_first_sentence():
    found = with_head(*HEAD[:-1])
    assert of(found, Component.BODY) == list(BODY)
    assert of(found, Component.SUBJECT) == [HEAD[6]]


def test_without_an_end_all_that_follows_is_the_body():
    found = paper(*HEAD, *BODY)
    assert of(found, Component.BODY) == list(BODY)
    attached = paper(*HEAD, *BODY, "Phụ lục", "DANH SÁCH")
    assert of(attached, Component.BODY) == list(BODY)
    assert of(attached, Component.ANNEX_TITLE) == ["DANH SÁCH"]


def test_who_signs_may_stand_before_where_it_goes():
    end = (
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Thị Hoa",
        "Nơi nhận:",
        "- Như trên;",
    )
    found = paper(*HEAD, *BODY, *end)
    assert of(found, Component.AUTHORITY) == list(end[:2])
    assert of(found, Component.SIGNER) == ["Trần Thị Hoa"]
    assert of(found, Component.RECIPIENTS) == list(end[3:])


@pytest.mark.parametrize(
    ("name", "component"),
    [
        ("Trần Thị Hoa", Component.SIGNER),
        ("TRẦN THỊ HOA", Component.SIGNER),
        ("Y Bling Niê", Component.SIGNER),
        ("ThS. Trần Hoa", Component.SIGNER),
        ("(Ký, ghi rõ họ tên)", Component.OTHER),
        ("BAN CHỈ ĐẠO 766 XÃ", Component.AUTHORITY),
    ],
)
def test_the_name_of_who_signs_is_known(name, component):
    found = paper(*HEAD, *BODY, "CHỦ TỊCH", name, "Nơi nhận:", "- Như trên;")
    assert found.lines[len(HEAD) + len(BODY) + 1].component is component


def test_recipients_over_rows_and_lines_are_whole():
    rows = (
        ("Nơi nhận:", Cell(0, 0, 0)),
        ("CHỦ TỊCH", Cell(0, 0, 1)),
        ("- Như trên;", Cell(0, 1, 0)),
        ("- Lưu: VT.", Cell(0, 1, 0)),
        ("Trần Thị Hoa", Cell(0, 1, 1)),
        ("Tân", Cell(0, 2, 0)),
    )
    found = paper(*HEAD, *BODY, *rows)
    assert of(found, Component.RECIPIENTS) == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "Tân",
    ]
    assert of(found, Component.SIGNER) == ["Trần Thị Hoa"]
    wrapped = paper(
        *HEAD, *BODY, "Nơi nhận:", "- Văn phòng HĐND", "và UBND tỉnh;", "CHỦ TỊCH"
    )
    assert len(of(wrapped, Component.RECIPIENTS)) == 3


@pytest.mark.parametrize(
    "label",
    [
        "Phụ lục",
        "PHỤ LỤC 1",
        "Phụ lục I",
        "Phụ lục số 02",
        "PHỤ LỤC KÈM THEO",
        "Phụ lục I.",
        "PHỤ LỤC I: DANH SÁCH ĐƠN VỊ",
        "PHỤ LỤC 1 - KẾT QUẢ",
    ],
)
def test_an_annex_begins_with_its_label(label):
    found = paper(*HEAD, *BODY, *END, f"¶{label}", "CHI TIẾT", ("STT", Cell(0, 0, 0)))
    assert of(found, Component.ANNEX_LABEL) == [label]
    assert of(found, Component.ANNEX_TITLE) == ["CHI TIẾT"]
    assert of(found, Component.ANNEX_CELL) == ["STT"]
    assert found.annexes == (1,)


@pytest.mark.parametrize(
    "text", ["Phụ lục kèm theo:", "Phụ lục I nêu rõ", "phụ lục các tiêu chí"]
)
def test_a_sentence_about_an_annex_begins_none(text):
    assert paper(*HEAD, text, *BODY, *END).annexes == ()


def test_a_cell_that_names_an_annex_begins_none():
    cells = [
        (text, Cell(0, 0, at)) for at, text in enumerate(("STT", "Tên", "Phụ lục"))
    ]
    found = paper(*HEAD, *cells, *BODY, *END)
    assert found.annexes == ()
    assert of(found, Component.BODY) == ["STT", "Tên", "Phụ lục", *BODY]


def test_an_annex_whose_page_has_a_letterhead_of_its_own_begins_with_it():
    top = (
        ("¶ỦY BAN NHÂN DÂN", Cell(0, 0, 0)),
        (NATION, Cell(0, 0, 1)),
        ("Phụ lục I", Cell(0, 1, 1)),
        ("(Kèm theo Công văn số 05/UBND-VP)", Cell(0, 1, 1)),
    )
    found = paper(*HEAD, *BODY, *END, *top, "DANH SÁCH", ("STT", Cell(1, 0, 0)))
    assert {line.annex for line in found.lines[-6:]} == {1}
    assert of(found, Component.ANNEX_LABEL) == ["Phụ lục I"]
    assert of(found, Component.ANNEX_REFERENCE) == ["(Kèm theo Công văn số 05/UBND-VP)"]
    assert of(found, Component.ANNEX_TITLE) == ["DANH SÁCH"]
    assert of(found, Component.ANNEX_CELL) == ["STT"]
    assert of(found, Component.STATE) == [NATION]


def test_a_drawn_line_is_moved_to_what_it_belongs_under():
    texts = [*HEAD, *BODY, *END]
    lines = [Line(n, text, look=Look()) for n, text in enumerate(texts, start=1)]
    lines[2] = Line(3, NATION, look=Look(ruled=60.0))
    lines[4] = Line(5, HEAD[4], look=Look(ruled=20.0))
    found = recognised(Paper(tuple(lines)))
    ruled = {
        line.text: line.look.ruled
        for line in found.lines
        if line.look and line.look.ruled
    }
    assert ruled == {"XÃ HIỆP THẠNH": 20.0, "Độc lập - Tự do - Hạnh phúc": 60.0}


TEXTS = st.sampled_from(
    [*HEAD, *BODY, *END, "Phụ lục", "(Kèm theo", "abc", "DANH", "¶Số"]
)
CELLS = st.one_of(
    st.none(), st.builds(Cell, st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TEXTS, CELLS), max_size=25))
def test_any_lines_in_any_order_keep_their_texts_and_places(told):
    lines = [Line(n, text, cell=cell) for n, (text, cell) in enumerate(told, start=1)]
    found = recognised(Paper(tuple(lines)))
    assert [(one.number, one.text, one.cell) for one in found.lines] == [
        (one.number, one.text, one.cell) for one in lines
    ]
