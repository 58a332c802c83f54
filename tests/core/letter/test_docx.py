import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt

from core.letter.docx import write
from core.letter.docx.head import office_lines
from core.letter.typography import PRESET_A, PRESET_B, mm_to_pt
from core.letter.widths import Face, text_width
from core.office import Signatory
from tests.core.letter import letters
from tests.core.letter.reading import Seen, find, opened, seen, style_of, texts

LEFT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
BOTH = WD_ALIGN_PARAGRAPH.JUSTIFY


@pytest.fixture(scope="module")
def commune():
    return opened(letters.commune())


# ------------------------------------------------------------------ the file


def test_the_same_letter_gives_the_same_bytes():
    assert write(letters.commune()) == write(letters.commune())
    assert write(letters.commune()) != write(letters.district())


def test_nothing_of_the_hour_the_system_or_the_library_is_in_the_file():
    with zipfile.ZipFile(io.BytesIO(write(letters.commune()))) as archive:
        assert archive.testzip() is None
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.create_system == 0
            assert b"python" not in archive.read(entry).lower()


def test_the_offices_name_and_the_letters_day_are_the_properties(commune):
    core = commune.core_properties
    assert core.author == core.last_modified_by == "UBND xã Trường Tây"
    assert core.created == core.modified == datetime(2024, 10, 4, tzinfo=UTC)
    assert core.language == "vi-VN"
    assert core.title.startswith("V/v công bố kết quả Bộ chỉ số")


def test_the_language_is_vietnamese_and_every_font_slot_is_times(commune):
    defaults = commune.styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == "vi-VN"
    fonts = commune.element.getroottree().xpath("//w:rFonts", namespaces=NAMES)
    fonts += commune.styles.element.xpath("//w:rFonts")
    for font in fonts:
        slots = [
            font.get(qn(f"w:{one}")) for one in ("ascii", "hAnsi", "eastAsia", "cs")
        ]
        assert slots == ["Times New Roman"] * 4
    assert len(fonts) > 15


NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


# ------------------------------------------------------------------ the page


def test_the_letter_stands_on_a4_within_the_decrees_margins(commune):
    page = commune.sections[0]
    near = Emu(700)  # a twentieth of a point
    assert abs(page.page_width - Mm(210)) < near
    assert abs(page.page_height - Mm(297)) < near
    margins = [
        (page.top_margin, 20, 25),
        (page.bottom_margin, 20, 25),
        (page.left_margin, 30, 35),
        (page.right_margin, 15, 20),
    ]
    for margin, least, most in margins:
        assert Mm(least) - near <= margin <= Mm(most) + near


def test_the_page_number_is_a_field_in_the_header_from_the_second_page(commune):
    for section in commune.sections:
        assert section.different_first_page_header_footer
        assert not section.first_page_header.paragraphs[0].text
        (number,) = section.header.paragraphs
        assert "PAGE" in "".join(number._p.xpath(".//w:instrText/text()"))
        assert seen(number) == Seen(14, False, False, CENTRE)
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_no_table_is_wider_than_the_text(commune):
    for table, room in zip(commune.tables, (160, 160, 247), strict=True):
        width = sum(column.width for column in table.columns)
        assert width <= Mm(room) + Emu(700)


# -------------------------------------------------------------- the components


@pytest.mark.parametrize(
    ("start", "look"),
    [
        ("CỘNG HÒA XÃ HỘI", Seen(13, True, False, CENTRE)),
        ("Độc lập - Tự do - Hạnh phúc", Seen(14, True, False, CENTRE)),
        ("ỦY BAN NHÂN DÂN", Seen(13, True, False, CENTRE)),
        ("Số:", Seen(13, False, False, CENTRE)),
        ("Trường Tây, ngày 04 tháng 10", Seen(14, False, True, CENTRE)),
        ("V/v", Seen(12, False, False, CENTRE)),
        ("Kính gửi:", Seen(14, False, False, LEFT)),
        ("- Văn phòng HĐND và UBND", Seen(14, False, False, LEFT)),
        ("Căn cứ Quyết định", Seen(14, False, False, BOTH)),
        ("1. Kết quả", Seen(14, True, False, BOTH)),
        ("- Số hóa hồ sơ", Seen(14, False, False, BOTH)),
        ("a) Tăng cường", Seen(14, False, False, BOTH)),
        ("Nơi nhận:", Seen(12, True, True, LEFT)),
        ("- Như trên;", Seen(11, False, False, LEFT)),
        ("TM. ỦY BAN NHÂN DÂN", Seen(14, True, False, CENTRE)),
        ("Nguyễn Văn Nhân", Seen(14, True, False, CENTRE)),
        ("Phụ lục", Seen(14, True, False, CENTRE)),
        ("MỘT SỐ TIÊU CHÍ", Seen(14, True, False, CENTRE)),
        ("(Kèm theo Công văn số", Seen(14, False, True, CENTRE)),
    ],
)
def test_each_component_has_the_decrees_size_and_style(commune, start, look):
    assert seen(find(commune, start)) == look


def test_the_smaller_preset_makes_every_component_smaller_together():
    document = opened(letters.commune(), sizes=PRESET_B)
    starts = ("CỘNG HÒA", "Độc lập", "Trường Tây,", "Căn cứ Quyết", "TM. ỦY BAN")
    sizes = [seen(find(document, start)).size for start in starts]
    assert sizes == [12, 13, 13, 13, 13]


def test_body_paragraphs_are_indented_and_spaced_as_the_decree_says(commune):
    style = style_of(find(commune, "Căn cứ Quyết định")).paragraph_format
    assert abs(style.first_line_indent - Mm(12.7)) < Emu(700)
    assert style.space_before >= Pt(6)
    assert 1 <= style.line_spacing <= 1.5


def lines_drawn(document):
    """Length in pt of each drawn line, by the room that it stands in (mm)."""
    rules = [p for p in document.element.body.iter(qn("w:p")) if p.xpath(".//w:pBdr")]
    for rule, room in zip(rules, (61, 99, 247), strict=True):
        indent = rule.find(f".//{qn('w:ind')}")
        sides = int(indent.get(qn("w:left"))) + int(indent.get(qn("w:right")))
        yield mm_to_pt(room) - sides / 20


def test_lines_are_drawn_as_long_as_the_decree_says(commune):
    office, motto, reference = lines_drawn(commune)
    name = text_width("ỦY BAN NHÂN DÂN", 13, Face.BOLD)
    assert name / 3 <= office <= name / 2
    assert motto == pytest.approx(
        text_width("Độc lập - Tự do - Hạnh phúc", 14, Face.BOLD), abs=0.2
    )
    assert reference == pytest.approx(mm_to_pt(35), abs=0.2)
    assert not [text for text in texts(commune) if "__" in text]


def test_a_number_that_is_not_given_leaves_room_for_the_hand(commune):
    number = find(commune, "Số:")
    assert number.text == "Số:      /UBND-VP"
    assert number._p.xpath(".//w:spacing/@w:val") == ["60"]  # spread, not widened


@pytest.mark.parametrize(
    ("number", "printed"), [("5", "Số: 05/UBND-VP"), ("183", "Số: 183/UBND-VP")]
)
def test_a_number_below_ten_gets_a_zero(number, printed):
    document = opened(replace(letters.commune(), number=number))
    assert find(document, "Số:").text == printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2024, 12, 9), "Trường Tây, ngày 09 tháng 12 năm 2024"),
        (date(2025, 1, 5), "Trường Tây, ngày 05 tháng 01 năm 2025"),
        (date(2024, 6, 29), "Trường Tây, ngày 29 tháng 6 năm 2024"),
    ],
)
def test_the_date_stands_beside_the_number_with_the_decrees_zeros(day, printed):
    document = opened(replace(letters.commune(), day=day))
    left, right = document.tables[0].rows[1].cells
    assert (left.text, right.text) == ("Số:      /UBND-VP", printed)


def test_a_long_place_makes_the_date_smaller_not_two_lines():
    document = opened(replace(letters.commune(), place="Thành phố Hồ Chí Minh"))
    assert seen(find(document, "Thành phố Hồ Chí Minh, ngày")).size == 13


def test_the_subject_stands_below_the_number(commune):
    left, right = commune.tables[0].rows[2].cells
    assert left.text.startswith("V/v ")
    assert not right.text
    before = style_of(left.paragraphs[0]).paragraph_format.space_before
    assert before == Pt(6)


def test_the_letterhead_is_one_table_the_office_beside_the_nation(commune):
    left, right = commune.tables[0].rows[0].cells
    assert left.text.split() == ["ỦY", "BAN", "NHÂN", "DÂN", "XÃ", "TRƯỜNG", "TÂY"]
    assert right.text.splitlines()[:2] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        (
            ("ỦY BAN NHÂN DÂN XÃ TRƯỜNG TÂY",),
            ["ỦY BAN NHÂN DÂN", "XÃ TRƯỜNG TÂY"],
        ),
        (
            ("ỦY BAN NHÂN DÂN THỊ XÃ TÂN UYÊN",),
            ["ỦY BAN NHÂN DÂN", "THỊ XÃ TÂN UYÊN"],
        ),
        (
            ("ỦY BAN NHÂN DÂN", "PHƯỜNG PHAN RANG - THÁP CHÀM ĐÔNG HẢI"),
            ["ỦY BAN NHÂN DÂN", "PHƯỜNG PHAN RANG -", "THÁP CHÀM ĐÔNG HẢI"],
        ),
    ],
)
def test_an_offices_long_name_is_broken_at_sense_units(lines, broken):
    assert office_lines(lines, PRESET_A) == (broken, 13)


def test_a_word_too_wide_for_its_column_makes_the_name_smaller():
    _, size = office_lines(("TRUNGTÂMPHỤCVỤHÀNHCHÍNH",), PRESET_A)
    assert 12 <= size < 13


def test_a_superior_stands_above_the_office_not_bold():
    document = opened(replace(letters.commune(), superior="UBND TỈNH TÂY NINH"))
    above = find(document, "UBND TỈNH TÂY NINH")
    assert seen(above) == Seen(13, False, False, CENTRE)
    first = document.tables[0].rows[0].cells[0].paragraphs[0].text
    assert first == "UBND TỈNH TÂY NINH"


# ------------------------------------------------------------------ Kính gửi


def test_several_addressees_stand_below_the_label_dashes_under_its_colon(commune):
    label = find(commune, "Kính gửi:")
    first = find(commune, "- Văn phòng HĐND")
    assert label.text == "Kính gửi:"
    assert label.paragraph_format.keep_with_next
    assert first.text == "- Văn phòng HĐND và UBND thị xã;"
    assert find(commune, "- Các công chức").text == "- Các công chức chuyên môn xã."
    start = label.paragraph_format.left_indent.pt
    colon = start + text_width("Kính gửi", 14)
    dash = first.paragraph_format
    assert dash.left_indent.pt + dash.first_line_indent.pt == pytest.approx(
        colon, abs=0.2
    )


def test_one_addressee_stands_on_the_labels_line_without_dash_and_stop():
    letter = replace(letters.commune(), addressees=("Văn phòng UBND tỉnh Tây Ninh.",))
    document = opened(letter)
    only = find(document, "Kính gửi:")
    assert only.text == "Kính gửi: Văn phòng UBND tỉnh Tây Ninh"
    assert only.paragraph_format.first_line_indent.pt == pytest.approx(
        -text_width("Kính gửi: ", 14), abs=0.1
    )


def test_a_long_addressee_moves_the_block_to_the_left_and_stays_within_the_text():
    name = "Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu trên địa bàn tỉnh"
    document = opened(replace(letters.commune(), addressees=(name, "Công an tỉnh")))
    assert find(document, "Kính gửi:").paragraph_format.left_indent < Mm(35)


# ------------------------------------------------- the end: recipients, signature


def test_recipients_stand_beside_the_signature_on_one_unbroken_row(commune):
    row = commune.tables[1].rows[0]
    left, right = row.cells
    assert left.text.splitlines() == [
        "Nơi nhận:",
        "- Như trên;",
        "- CT, PCT UBND xã;",
        "- Lưu: VT, VP.",
    ]
    assert [line for line in right.text.splitlines() if line] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn Nhân",
    ]
    assert row._tr.xpath("w:trPr/w:cantSplit")


@pytest.mark.parametrize("name", ["Nguyễn Văn Nhân", ""])
def test_there_is_room_for_the_hand_with_and_without_a_name(name):
    signatory = Signatory(("CHỦ TỊCH",), name)
    document = opened(replace(letters.commune(), signatory=signatory))
    last = document.tables[1].rows[0].cells[1].paragraphs[-1]
    assert last.text == name
    assert Pt(56) <= last.paragraph_format.space_before <= Pt(90)


def test_the_last_paragraph_stays_with_the_signature_and_a_heading_with_its_text(
    commune,
):
    assert find(commune, "Trên đây là").paragraph_format.keep_with_next
    assert style_of(find(commune, "1. Kết quả")).paragraph_format.keep_with_next
    assert find(commune, "Ủy ban nhân dân xã").paragraph_format.keep_with_next
    assert not find(commune, "Đề nghị các sở").paragraph_format.keep_with_next


def test_figures_are_plain_text_and_missing_ones_keep_their_brackets():
    document = opened(letters.district())
    paragraph = find(document, "- Tỷ lệ khai thác")
    assert paragraph.text.endswith("xã Phước Trạch: [chưa có số liệu].")
    assert not document.element.body.xpath(".//w:shd | .//w:highlight | .//w:u")


def test_a_letter_without_annex_is_one_section_and_ends_low():
    document = opened(replace(letters.commune(), annexes=()))
    assert len(document.sections) == 1
    assert document.sections[0].orientation is WD_ORIENT.PORTRAIT
    assert document.paragraphs[-1].text == ""
    spacing = document.paragraphs[-1]._p.xpath("w:pPr/w:spacing")[0]
    assert spacing.get(qn("w:line")) == "20"


def test_each_paragraph_bears_a_style_that_word_lists_by_its_vietnamese_name(commune):
    used = {
        value
        for value in commune.element.body.xpath(".//w:pStyle/@w:val")
        if commune.styles.element.find(f".//*[@w:styleId='{value}']", NAMES) is not None
    }
    assert used == set(commune.element.body.xpath(".//w:pStyle/@w:val"))
    names = {style.name for style in commune.styles}
    assert {"Quốc hiệu", "Tiêu ngữ", "Nội dung", "Nơi nhận", "Người ký"} <= names
    assert not [name for name in names if re.search("[<>&]", name)]
