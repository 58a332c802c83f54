"""Rows whose unit no heading names: read by the names themselves, or said why not."""

from decimal import Decimal
from typing import Any

import pytest

from core.errors import UnreadableFileError
from core.importing.asking import is_clear
from core.importing.choosing.choices import NO_CHOICES, Choices, TableKey
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.importing.recognition.recognise import Meaning
from core.report import UNIT_NAME, NoteKind, Part, Source
from tests.core.importing.grids import figures, notes, numbers, recogniser, sheet, value

CATALOGUE = recogniser().catalogue
HEADER = [
    "STT",
    "Tỷ lệ hồ sơ nộp trực tuyến (%)",
    "Tỷ lệ số hóa hồ sơ (%)",
    "Hồ sơ quá hạn",
]
NUMBERED: list[list[Any]] = [HEADER, [1, 90, 91.5, 1], [2, 80, 70.5, 5]]


def opened(text: str, choices: Choices = NO_CHOICES) -> Opened:
    return of_grids([sheet(text)], Source("tệp.xlsx", ""), CATALOGUE, choices)


def numbered(last: str = "") -> str:
    lines = [" | ".join(map(str, row)) for row in NUMBERED]
    return "\n".join(["Kết quả tháng 9/2024", *lines, last] if last else lines)


@pytest.mark.parametrize("heading", ["", "Địa bàn", "Nơi thực hiện"])
def test_names_of_units_are_known_under_any_heading(heading):
    text = f"""
        Kết quả tháng 9/2024
        STT | {heading} | {" | ".join(HEADER[1:])}
        1   | Xã A      | 90 | 91.5 | 1
        2   | Phường 2  | 80 | 70   | 5
            | Tổng cộng | 85 | 80   | 6
    """

    told = opened(text).report

    assert figures(told, "online_submit_rate overdue_total") == {
        "Xã A": numbers(90, 1),
        "Phường 2": numbers(80, 5),
    }
    assert told.total is not None
    assert told.total.number("overdue_total") == 6


def test_names_that_are_not_all_of_units_are_not_taken():
    text = f"""
        {" | ".join(HEADER)} | Ghi nhận
        1 | 90 | 91.5 | 1 | Xã A chậm
        2 | 80 | 70   | 5 | tốt
    """

    found = opened(text)

    assert found.report.rows == {}


def test_rows_that_only_their_numbers_tell_apart_are_not_guessed():
    found = opened(numbered())

    assert not is_clear(found, CATALOGUE)
    (note,) = notes(found.report, NoteKind.LEFT_OUT)
    assert note.text == "Bảng: bảng có 2 dòng số liệu nhưng không có cột tên đơn vị"


def test_a_person_may_say_which_column_tells_the_units_apart():
    choices = NO_CHOICES.with_column(TableKey("Bảng", 1), 1, Meaning(UNIT_NAME))

    told = opened(numbered(), choices).report

    assert figures(told, "overdue_total") == {"1": numbers(1), "2": numbers(5)}


def test_their_total_line_is_the_offices_own():
    told = opened(numbered("Tổng cộng | 85 | 80 | 6")).report

    assert value(told, "overdue_total") == Decimal(6)
    (note,) = notes(told, NoteKind.LEFT_OUT)
    assert note.text == "Bảng: 2 dòng không có tên đơn vị"


def test_without_a_window_the_refusal_says_what_is_missing(read):
    with pytest.raises(UnreadableFileError) as caught:
        read(NUMBERED)

    assert str(caught.value) == (
        "“tệp.xlsx”: Bảng: bảng có 2 dòng số liệu nhưng không có cột tên đơn vị, nên chưa"
        " biết số nào của đơn vị nào. Thêm tên đơn vị vào bảng rồi mở lại, hoặc mở tệp"
        " trong cửa sổ chương trình để chọn cột tên đơn vị."
    )


def test_criteria_of_an_office_that_is_not_named_are_all_read():
    told = opened("""
        Kết quả tháng 9/2024
        Tiêu chí | Tử số | Mẫu số | Tỷ lệ (%)
        Hồ sơ nộp trực tuyến | 40 | 50 | 80
        Số hóa hồ sơ | 30 | 60 | 50
    """).report

    assert value(told, "online_submit_rate") == 80
    assert value(told, "digitize_rate") == 50
    assert value(told, "digitize_rate", part=Part.DENOMINATOR) == 60
    assert notes(told, NoteKind.UNKNOWN_HEADER) == []
