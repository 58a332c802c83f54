"""Each line of a letter is known for what it is, however the letter is laid out."""

from datetime import date

import pytest

from core import resources
from core.letter.docx import read, write
from core.paper.model import Component, Paper
from core.paper.recognise import recognised
from tests.core.letter.samples import DAYS, letter
from tests.core.paper import makes

COMMUNE = "Công văn 183-UBND xã Trường Tây (gõ tay).docx"
DISTRICT = "Công văn UBND-NC huyện Gò Dầu (gõ tay).docx"


def typed(name: str) -> Paper:
    path = resources.folder() / "samples" / name
    return recognised(read(path.read_bytes(), name))


def test_the_typed_letter_of_the_commune_is_known_whole():
    paper = typed(COMMUNE)
    assert Component.OTHER not in {line.component for line in paper.lines}
    assert paper.text(Component.ISSUER) == "ỦY BAN NHÂN DÂN\nXÃ TRƯỜNG TÂY"
    assert paper.text(Component.STATE).startswith("CỘNG HÒA")
    assert paper.text(Component.MOTTO) == "Độc lập – Tự do – Hạnh phúc"
    assert paper.text(Component.NUMBER) == "Số: 183/UBND"
    assert (paper.number, paper.symbol) == ("183", "UBND")
    assert paper.day == date(2024, 9, 30)
    assert paper.text(Component.SUBJECT).endswith("tháng 9/2024")
    assert paper.text(Component.ADDRESSEES).count("\n") == 1
    assert paper.text(Component.RECIPIENTS).endswith("- Lưu VT, VP .")
    assert paper.text(Component.AUTHORITY) == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert not paper.text(Component.SIGNER)


def test_the_typed_letter_of_the_commune_has_its_body_and_its_annex():
    paper = typed(COMMUNE)
    body = [paper.lines[index].text for index in paper.of(Component.BODY)]
    assert len(body) == 10
    assert body[0].startswith("Căn cứ Quyết định số 766/QĐ-TTg")
    assert body[-1].endswith("Công văn này ./.")
    assert paper.annexes == (1,)
    assert paper.text(Component.ANNEX_LABEL, annex=1) == "Phụ lục"
    assert paper.text(Component.ANNEX_TITLE).endswith("TRONG THÁNG 08/2024")
    assert paper.text(Component.ANNEX_REFERENCE).startswith(
        "(Kèm theo Công văn số: 183"
    )
    figures = paper.table(2)
    assert figures[0][7] == "Kết quả số hóa hồ sơ (**)"
    assert figures[1][0] == ""
    assert figures[2][1:4] == ("UBND xã Trường Tây", "000.21.35.H53", "0")


def test_the_typed_letter_of_the_district_is_known_whole():
    paper = typed(DISTRICT)
    assert Component.OTHER not in {line.component for line in paper.lines}
    assert (paper.number, paper.symbol) == ("", "UBND-NC")
    assert paper.day == date(2024, 12, 9)
    assert paper.text(Component.RECIPIENTS).endswith("\nTân")
    assert paper.text(Component.AUTHORITY) == "KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert paper.annexes == ()
    assert sum(1 for _ in paper.of(Component.BODY)) == 17


@pytest.mark.parametrize("office", DAYS)
def test_our_own_letters_are_known_whole(office):
    paper = recognised(read(write(letter(office, number="5"))))
    assert Component.OTHER not in {line.component for line in paper.lines}
    assert paper.day == DAYS[office]
    assert paper.number == "05"
    assert paper.annexes == (1,)
    assert paper.text(Component.BODY).endswith("./.")


def test_a_page_of_anything_else_stays_unknown():
    paper = Paper(typed(COMMUNE).lines[12:15])
    assert recognised(paper) == paper


HEAD_AND_END = (
    (Component.STATE, makes.NATION),
    (Component.MOTTO, makes.MOTTO),
    (Component.PLACE_DATE, makes.DATE),
    (Component.BODY, "\n".join(makes.BODY)),
)


def made(make: str) -> Paper:
    return recognised(read(makes.letter(make)))


@pytest.mark.parametrize("make", makes.MAKES)
def test_a_letter_of_any_make_has_its_parts(make):
    paper = made(make)
    for component, text in HEAD_AND_END:
        assert paper.text(component) == text
    assert paper.text(Component.ISSUER) == "ỦY BAN NHÂN DÂN\nXÃ HIỆP THẠNH"
    assert paper.text(Component.SUPERIOR) == (
        "UBND HUYỆN GÒ DẦU" if make == "table" else ""
    )
    assert paper.symbol == "UBND-VP"
    assert paper.day == date(2026, 10, 5)
    assert paper.text(Component.RECIPIENTS).startswith(
        "Nơi nhận:\n- Như trên;\n- Lưu: VT"
    )
    assert paper.text(Component.SIGNER).strip().title() == "Trần Thị Hoa"
    assert paper.text(Component.AUTHORITY).endswith("CHỦ TỊCH")
    unknown = [paper.lines[at].text for at in paper.of(Component.OTHER)]
    assert unknown == (["_________", "(Đã ký)"] if make == "lines" else [])


@pytest.mark.parametrize(
    ("make", "number", "authority", "addressees"),
    [
        ("table", "05", 2, 3),
        ("tabs", "05", 3, 1),
        ("boxes", "", 2, 3),
        ("lines", "05", 1, 1),
    ],
)
def test_number_signature_and_addressees_are_whole(make, number, authority, addressees):
    paper = made(make)
    assert paper.number == number
    assert len(list(paper.of(Component.AUTHORITY))) == authority
    assert len(list(paper.of(Component.ADDRESSEES))) == addressees


@pytest.mark.parametrize(
    ("make", "subject"),
    [("table", makes.SUBJECT), ("tabs", makes.SUBJECT), ("boxes", makes.SUBJECT)],
)
def test_a_subject_may_go_over_lines(make, subject):
    assert made(make).text(Component.SUBJECT).replace("\n", " ") == subject


def test_an_annex_has_a_label_a_title_a_reference_a_table_and_notes():
    paper = made("table")
    assert paper.annexes == (1,)
    assert paper.text(Component.ANNEX_LABEL) == "PHỤ LỤC I"
    assert paper.text(Component.ANNEX_TITLE) == "KẾT QUẢ CÁC NHÓM CHỈ SỐ"
    assert paper.text(Component.ANNEX_REFERENCE).endswith(
        "tháng 10\nnăm 2026 của UBND xã)"
    )
    assert paper.text(Component.ANNEX_TEXT).split("\n") == [
        "Đơn vị tính: điểm",
        "Ghi chú: số liệu tính đến ngày 01/10/2026./.",
    ]
    assert paper.table(2) == (("STT", "Nhóm", "Điểm"), ("1", "Số hóa hồ sơ", "18,5"))


def test_annexes_follow_one_another():
    paper = made("lines")
    assert paper.annexes == (1, 2)
    assert paper.text(Component.ANNEX_LABEL, annex=2) == "Phụ lục 2"
    assert len(list(paper.of(Component.ANNEX_CELL, annex=1))) == 2


def test_an_annex_without_a_label_is_known_by_the_letter_it_comes_with():
    paper = made("unlabelled")
    assert paper.annexes == (1,)
    assert not paper.text(Component.ANNEX_LABEL)
    assert paper.text(Component.ANNEX_TITLE) == "DANH SÁCH HỒ SƠ QUÁ HẠN"


def test_a_letter_with_number_and_signature_is_issued():
    assert made("lines").issued
    assert not made("table").issued
