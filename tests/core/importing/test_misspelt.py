"""Headings one letter off a name are proposed and asked, those off by marks are it."""

import pytest

from core.importing.asking import is_clear
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.importing.recognition.recognise import Certainty, Meaning
from core.report import NoteKind, Source
from tests.core.importing.grids import figures, notes, numbers, recogniser, sheet

CATALOGUE = recogniser().catalogue
ONLINE_PAY = Meaning("online_pay_rate")


def opened(heading: str) -> Opened:
    grid = sheet(f"""
        Kết quả tháng 9/2024
        STT | Đơn vị | Hồ sơ quá hạn | {heading}
        1   | Xã A   | 2 | 50.5
        2   | Xã B   | 3 | 60.5
    """)
    return of_grids([grid], Source("tệp.xlsx", ""), CATALOGUE)


@pytest.mark.parametrize(
    "heading",
    [
        "Thanh toán trực tuyến. (%)",
        "Thanh toan trực tuyén (%)",
        "Thanh tóan trực tuyến (%)",
        "Thanh toán trưc tuyến (%)",
    ],
)
def test_a_heading_that_differs_by_its_marks_alone_is_that_name(heading):
    found = opened(heading)

    assert figures(found.report, ONLINE_PAY.indicator) == {
        "Xã A": numbers("50.5"),
        "Xã B": numbers("60.5"),
    }
    assert found.columns[3].certainty is Certainty.SURE
    assert is_clear(found, CATALOGUE)


@pytest.mark.parametrize(
    "heading",
    [
        "Thanh toán trực tuyếnn (%)",
        "Thanh toán trực tuyế (%)",
        "Thanh toám trực tuyến (%)",
        "Thanh to\ufffdn trực tuyến (%)",
        "Thnah toán trực tuyến (%)",
        "Tỷ lệ hồ sơ thanh toán trực tuyếm (%)",
    ],
)
def test_a_heading_one_letter_off_is_proposed_and_asked(heading):
    found = opened(heading)

    assert found.columns[3].meaning == ONLINE_PAY
    assert found.columns[3].certainty is Certainty.NEAR
    assert not is_clear(found, CATALOGUE)
    (note,) = notes(found.report, NoteKind.NEAR_HEADER)
    assert note.at == "Bảng!D2"
    assert note.text == f"“{heading}” được lấy là “Hồ sơ thanh toán trực tuyến (%)”"


@pytest.mark.parametrize(
    "heading",
    [
        "Thanh toán trực tiếp ngay (%)",
        "Thanh toán trực tnyếm (%)",
        "Chưa thanh toán trực tuyến (%)",
        "Hạng mục",
    ],
)
def test_a_heading_further_off_is_left_and_said(heading):
    found = opened(heading)

    assert found.columns[3].meaning is None
    (note,) = notes(found.report, NoteKind.UNKNOWN_HEADER)
    assert note.text == heading


def test_what_is_paid_directly_is_not_what_is_paid_online():
    found = opened("Thanh toán trực tiếp (%)")

    assert found.columns[3].meaning == Meaning("direct_pay_rate")
    assert ONLINE_PAY.indicator not in found.report.columns


def test_a_table_with_one_misspelt_heading_alone_is_found():
    grid = sheet("Tên đơn vị | Thanh toám trực tuyến (%)\nXã A | 50.5")

    found = of_grids([grid], Source("tệp.xlsx", ""), CATALOGUE)

    assert figures(found.report, ONLINE_PAY.indicator) == {"Xã A": numbers("50.5")}
    assert not is_clear(found, CATALOGUE)
