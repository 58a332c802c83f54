"""Text in the fonts of TCVN3 and VNI comes out in Unicode, and that is said."""

import re
import unicodedata
from pathlib import Path

import pytest

from core import figures
from core.importing.books.legacy_text import in_unicode
from core.importing.grid import Grid, Marks, Spot
from core.legacy_text import OldFont, converted, old_font
from core.report import Note, NoteKind

TCVN3, TCVN3_CAPITALS, VNI = OldFont("TCVN3"), OldFont("TCVN3", True), OldFont("VNI")
ANNEX = Path(__file__).parents[3] / "docs" / "linh-vuc.md"
VOWELS = "aăâeêioôơuưy"
TONES = "", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
ALPHABET = {unicodedata.normalize("NFC", v + tone) for v in VOWELS for tone in TONES}
ALPHABET |= {"đ"}


def annex(which: str) -> str:
    """The block of the annex about one encoding, as it stands in the document."""
    text = ANNEX.read_text(encoding="utf-8").replace("\\xAD", "\xad")
    block = re.search(rf"\*\*{which}\*\*.*?```\n(.*?)```", text, re.DOTALL)
    assert block is not None
    return block[1]


def tcvn3_pairs() -> list[tuple[str, str]]:
    source, target, *rows = annex("TCVN3").strip().splitlines()
    pairs = [*zip(source.split()[1:], target.split()[1:], strict=True)]
    for row in rows:
        signs = [one for one in row.split() if not one.endswith(":")]
        pairs += zip(signs[::2], signs[1::2], strict=True)
    return pairs


def vni_pairs() -> list[tuple[str, str]]:
    """Each pair of old and new letter that the annex writes out or says in words."""
    pairs = re.findall(r"([^\W\d_]{1,2}) ([^\W\d_])(?=[\s,;)])", annex("VNI"))
    known = ALPHABET | {letter.upper() for letter in ALPHABET}
    written = [(old, new) for old, new in pairs if new in known and not new.isascii()]
    marks = zip(
        "øùûõï", ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323"), strict=True
    )
    said = [
        (vowel + mark, unicodedata.normalize("NFC", vowel + tone))
        for mark, tone in marks
        for vowel in "aeouy"
    ]
    return sorted({*written, *said})


@pytest.mark.parametrize(("old", "new"), tcvn3_pairs())
def test_each_letter_of_tcvn3_in_the_annex_is_converted(old, new):
    assert converted(f"x{old}x", TCVN3) == f"x{new}x"


@pytest.mark.parametrize(("old", "new"), vni_pairs())
def test_each_letter_of_vni_in_the_annex_is_converted(old, new):
    assert converted(f"x{old}x", VNI) == f"x{new}x"


@pytest.mark.parametrize(("old", "new"), vni_pairs())
def test_a_capital_of_vni_takes_capital_marks(old, new):
    assert converted(old.upper(), VNI) == new.upper()


def test_both_encodings_know_the_whole_alphabet():
    plain = set(VOWELS) - set("ăâêôơư")  # written as they are
    of_tcvn3 = {new for _, new in tcvn3_pairs()}
    of_vni = {new for _, new in vni_pairs()} | {"ì", "í"}  # the letters they look like

    assert of_tcvn3 | plain >= ALPHABET
    assert of_vni | plain >= ALPHABET


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("Xin chµo tÊt c¶ mäi ng\xadêi", TCVN3, "Xin chào tất cả mọi người"),
        ("Tû lÖ hå s¬ \xadu ®·i (%)", TCVN3, "Tỷ lệ hồ sơ ưu đãi (%)"),
        ("§¬n vÞ, 100% – 2.033", TCVN3, "Đơn vị, 100% – 2.033"),
        ("Céng hoµ x· héi", TCVN3_CAPITALS, "CỘNG HOÀ XÃ HỘI"),
        ("Ñaø Naüng, cheát vì chi phí", VNI, "Đà Nẵng, chết vì chi phí"),
        ("Tyû leä hoà sô ñuùng haïn", VNI, "Tỷ lệ hồ sơ đúng hạn"),
        ("UÛY BAN NHAÂN DAÂN XAÕ", VNI, "ỦY BAN NHÂN DÂN XÃ"),
        ("Tröôøng Taây", VNI, "Trường Tây"),
        ("thaúng thaén, kyõ thuaät, thuyeàn ñoî", VNI, "thẳng thắn, kỹ thuật, thuyền đoỵ"),
    ],
)  # fmt: skip
def test_sentences_come_out_as_they_were_meant(text, font, expected):
    assert converted(text, font) == expected


@pytest.mark.parametrize("font", [TCVN3, TCVN3_CAPITALS, VNI])
@pytest.mark.parametrize("text", ["Xã Đông Sơn", "Phường Việt Trì", "xa\u0303 Bàu"])
def test_unicode_text_in_an_old_font_is_left_alone(text, font):
    assert converted(text, font) == text


def test_a_soft_hyphen_and_hidden_signs_are_cleaned_only_after_conversion():
    text = "ng\xad\u200bêi\xa0d\xa9n"

    assert figures.clean(converted(text, TCVN3)) == "người dân"


@pytest.mark.parametrize(
    ("name", "font"),
    [
        (".VnTime", TCVN3),
        (".VnTimeH", TCVN3_CAPITALS),
        (".VnArial NarrowH", TCVN3_CAPITALS),
        (".vnarial", TCVN3),
        ("VNI-Times", VNI),
        ("VNI-Helve-Condense", VNI),
        ("Times New Roman", None),
        ("VN Arial", None),
        ("", None),
    ],
)
def test_the_name_of_a_font_tells_the_encoding(name, font):
    assert old_font(name) == font


def test_only_texts_in_old_fonts_change_and_a_note_says_where():
    fonts = {
        Spot(2, 1): ".VnTimeH",
        Spot(2, 2): ".VnTime",
        Spot(1, 1): ".VnTime",
        Spot(2, 3): ".VnTime",
        Spot(3, 1): "VNI-Times",
        Spot(9, 9): ".VnTime",
    }
    grid = Grid("Bảng", [["§¬n vÞ", "X·"], ["x· A", "TT", 9.5], ["xaõ B"]], Marks(fonts=fonts))  # fmt: skip

    after, notes = in_unicode(grid)

    assert after.rows == [["Đơn vị", "X·"], ["XÃ A", "TT", 9.5], ["xã B"]]
    assert notes == (
        Note(NoteKind.OLD_FONT, "Bảng!A1", "TCVN3, 2 ô"),
        Note(NoteKind.OLD_FONT, "Bảng!A3", "VNI, 1 ô"),
    )
    assert grid.rows[0][0] == "§¬n vÞ"


def test_a_sheet_without_old_fonts_is_itself():
    grid = Grid("Bảng", [["Xã A"]])

    assert in_unicode(grid) == (grid, ())
    assert in_unicode(grid)[0] is grid
