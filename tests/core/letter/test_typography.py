import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letter import typography
from core.letter.typography import PRESET_A, PRESET_B, mm_to_pt, mm_to_twips, twips
from core.letter.widths import (
    Face,
    _faces,
    balanced_width,
    longest_word,
    text_width,
    wrap,
)

WORDS = st.lists(
    st.text(st.characters(exclude_characters=" ", codec="utf-8"), max_size=12),
    min_size=1,
    max_size=20,
).map(" ".join)


def centimetres(points: float) -> float:
    return points / 72 * 2.54


@pytest.mark.parametrize(
    ("text", "size", "measured"),
    [
        # as rendered with Liberation Serif, in cm
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 8.77),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 9.50),
        ("Độc lập - Tự do - Hạnh phúc", 13, 5.61),
        ("Độc lập - Tự do - Hạnh phúc", 14, 6.04),
        ("ỦY BAN NHÂN DÂN XÃ TRƯỜNG TÂY", 13, 8.31),
        ("ỦY BAN NHÂN DÂN", 13, 4.30),
        ("XÃ TRƯỜNG TÂY", 13, 3.89),
    ],
)
def test_widths_are_those_that_were_measured_in_a_render(text, size, measured):
    width = centimetres(text_width(text, size, Face.BOLD))
    assert width == pytest.approx(measured, abs=0.1)


def test_every_letter_of_vietnamese_has_a_width_of_its_own_in_every_face():
    vowels = "aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
    for face in Face:
        for letter in vowels + vowels.upper() + "đĐ0123456789“”–…/%":
            assert letter in _faces()[face], (letter, face)
            assert 0 < text_width(letter, 1, face) <= 1


def test_a_letter_from_another_script_gets_the_widest_room():
    assert text_width("漢🙂", 10) == 20


def test_the_faces_differ():
    widths = {text_width("Tỷ lệ: mười hai", 14, face) for face in Face}
    assert len(widths) == 4
    assert Face.of(bold=True, italic=True) is Face.BOLD_ITALIC
    assert Face.of(bold=False, italic=True) is Face.ITALIC


def test_lengths_are_words_own():
    assert (mm_to_twips(10), mm_to_twips(12.7), twips(6)) == (567, 720, 120)
    assert (mm_to_twips(210), mm_to_twips(297)) == (11906, 16838)


def test_the_letterhead_fills_the_width_of_the_text_and_holds_the_nations_name():
    name = text_width(typography.NATIONAL_NAME, PRESET_A.national_name, Face.BOLD)
    assert typography.OFFICE_COLUMN + typography.NATION_COLUMN == 160
    assert name < mm_to_pt(typography.NATION_COLUMN)


@pytest.mark.parametrize(
    ("preset", "sizes"), [(PRESET_A, (13, 14, 14)), (PRESET_B, (12, 13, 13))]
)
def test_the_presets_are_the_decrees_two_examples(preset, sizes):
    assert (preset.national_name, preset.motto, preset.date) == sizes
    assert preset.body == preset.motto
    assert (preset.recipients_label, preset.recipients) == (12, 11)


@given(WORDS, st.floats(1, 600), st.sampled_from(Face))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text, width, face):
    lines = wrap(text, width, 13, face)
    assert " ".join(lines) == text
    for line in lines:
        fits = text_width(line, 13, face) <= width + 0.001
        assert fits or " " not in line.strip()


@given(WORDS, st.floats(1, 600), st.sampled_from(Face))
def test_balancing_takes_no_more_lines_and_no_more_room(text, width, face):
    narrow = balanced_width(text, width, 13, face)
    assert narrow <= width + 0.001
    assert len(wrap(text, narrow + 0.001, 13, face)) <= len(wrap(text, width, 13, face))


def test_a_balanced_subject_tears_no_term():
    subject = (
        "V/v công bố kết quả Bộ chỉ số phục vụ người dân, doanh nghiệp tháng 9/2024"
    )
    room = mm_to_pt(typography.SUBJECT_ROOM) - 6
    lines = wrap(subject, balanced_width(subject, room, 12), 12)
    assert lines == [
        "V/v công bố kết quả Bộ chỉ số",
        "phục vụ người dân, doanh nghiệp",
        "tháng 9/2024",
    ]


def test_the_longest_word_is_the_widest_not_the_one_with_most_letters():
    assert longest_word("iiiii WWWW", 10) == text_width("WWWW", 10)
    assert longest_word("", 10) == 0
