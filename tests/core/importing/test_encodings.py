"""Text in the encodings that offices have: what it says is what is read."""

import csv
import io
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UnreadableFileError
from core.importing import open_file
from core.importing.books import plain_text
from core.report import NoteKind, Place, Report, Unreadable

RATE = "online_submit_rate"
ROWS = [
    ["KẾT QUẢ THÁNG 9/2024"],
    ["STT", "Tên đơn vị", "Số hồ sơ quá hạn", "Tỷ lệ hồ sơ nộp trực tuyến (%)"],
    ["1", "Xã Thạnh Đức", "3", "91,7"],
    ["2", "Phường Ỷ La", "0", "2.033"],
]
TONES = "\u0300\u0301\u0303\u0309\u0323"
VIETNAMESE = (
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵđ"
    "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴĐ"
)


def windows_vietnamese(text: str) -> bytes:
    """Text as Windows writes it in its code page: a letter, then its tone."""
    told = ""
    for sign in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", sign)
        tones = "".join(mark for mark in parts if mark in TONES)
        letter = "".join(mark for mark in parts if mark not in TONES)
        told += unicodedata.normalize("NFC", letter) + tones
    return told.encode("cp1258")


def written(sign: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign).writerows(ROWS)
    return text.getvalue()


ENCODERS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "cp1258": windows_vietnamese,
    "utf-16 without a mark": lambda text: text.encode("utf-16-le"),
    "utf-16 from the other end": lambda text: text.encode("utf-16-be"),
    "utf-16 with a mark": lambda text: text.encode("utf-16"),
    "utf-8 in parts": lambda text: unicodedata.normalize("NFD", text).encode(),
}


@pytest.mark.parametrize("encode", ENCODERS.values(), ids=ENCODERS)
@pytest.mark.parametrize("sign", ";,\t")
def test_a_table_is_read_in_every_encoding(encode, sign, tmp_path, opened):
    path = tmp_path / "bảng.csv"
    path.write_bytes(encode(written(sign)))
    report: Report = opened(path)
    names = [row.name for row in report.rows.values()]
    assert names == ["Xã Thạnh Đức", "Phường Ỷ La"]
    assert report.cell(Place("1", RATE)).number == Decimal("91.7")
    assert report.cell(Place("2", RATE)).raw == "2.033"


@given(st.text(VIETNAMESE + "abc XYZ;\n0123", max_size=60))
def test_every_vietnamese_letter_comes_back_whole_from_the_old_code_page(text):
    text = f"Tên đơn vị;{text}"
    assert plain_text.decoded(windows_vietnamese(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=40))
def test_what_is_utf_8_is_never_taken_for_another(text):
    data = f"Tên đơn vị;{text}".encode()
    assert plain_text.decoded(data) == f"Tên đơn vị;{text}"


def test_other_old_encodings_are_not_taken_for_vietnamese():
    for text in ("Größe;Straße;Äpfel", "Prénom;Numéro", "®¬n vÞ;tû lÖ", "Ñôn vò;xaõ"):
        with pytest.raises(UnicodeDecodeError):
            plain_text.decoded(text.encode("cp1252"))


@pytest.mark.parametrize(
    "head",
    [
        "STT;Tªn ®¬n vÞ;Tæng sè hå s¬ xö lý qu¸ h¹n",
        "STT;Teân ñôn vò;Toång soá hoà sô xöû lyù quaù haïn",
    ],
    ids=["TCVN3", "VNI"],
)
def test_text_of_old_fonts_is_named_and_not_guessed(head, tmp_path, catalogue):
    path = tmp_path / "bảng.csv"
    path.write_bytes(f"{head}\n1;A;2\n2;B;3\n".encode("cp1252"))
    with pytest.raises(UnreadableFileError) as caught:
        open_file(path, catalogue)
    assert str(caught.value) == (
        "Chữ trong “bảng.csv” có vẻ thuộc bảng mã cũ (TCVN3 hoặc VNI), không phải Unicode"
        " nên chưa đọc được. Chuyển tệp sang Unicode (trong UniKey: Công cụ, Chuyển mã),"
        " rồi mở lại."
    )


def test_a_first_line_that_names_the_separator_is_no_row(tmp_path, opened):
    path = tmp_path / "bảng.csv"
    for mark in ("", "\ufeff"):
        path.write_bytes((mark + "sep=;\r\n" + written(";")).encode())
        assert opened(path).cell(Place("1", RATE)).at == "bảng!D3"


def test_a_separator_that_is_named_is_used_where_another_fits_too(tmp_path: Path):
    text = "a,b;c,d\n1,2;3,4\n5,6;7,8\n"
    assert plain_text.said_separator(f"SEP=,\n{text}") == (",", text)
    assert plain_text.said_separator(f"sep=x\n{text}") == (None, f"sep=x\n{text}")
    assert plain_text.said_separator(text) == (None, text)


def test_a_table_that_begins_with_a_forms_number_is_no_picture(tmp_path, opened):
    path = tmp_path / "bảng.csv"
    for first in ("BM.04", "MZ 2"):
        path.write_bytes((f"{first}\n" + written(";")).encode())
        assert len(opened(path).rows) == 2


def damaged(cell: str, letter: str) -> bytes:
    """The table in UTF-8, a letter of that cell with its last byte damaged."""
    broken = cell.encode().replace(letter.encode(), letter.encode()[:-1] + b"?", 1)
    return written(";").encode().replace(cell.encode(), broken, 1)


def test_text_with_a_damaged_letter_is_opened_and_the_cell_is_told(tmp_path, opened):
    path = tmp_path / "bảng.csv"
    path.write_bytes(damaged("Xã Thạnh Đức", "ạ"))

    report: Report = opened(path)

    assert [row.name for row in report.rows.values()] == [
        "Xã Th\ufffd?nh Đức",
        "Phường Ỷ La",
    ]
    (note,) = report.source.notes if report.source else ()
    assert note.kind is NoteKind.ERROR_CELL
    assert (note.at, note.text) == (
        "bảng!B3",
        "“\ufffd” vì chữ trong ô bị hỏng từ nơi gửi (“Xã Th\ufffd?nh Đức”)",
    )


def test_a_number_with_a_damaged_byte_stays_unreadable(tmp_path, opened):
    path = tmp_path / "bảng.csv"
    path.write_bytes(written(";").encode().replace(b"91,7", b"9\xb1,7"))

    report: Report = opened(path)

    assert report.cell(Place("1", RATE)).value == Unreadable("9\ufffd,7")


def test_a_text_in_which_most_letters_are_damaged_is_no_utf_8():
    half = "đơn vị xã ".encode() * 3 + b"\xe1 " * 10
    with pytest.raises(UnicodeDecodeError):
        plain_text.decoded(half)
