"""Communes of one name in the tables of several districts: two units, not one."""

import pytest

from core.importing.asking import is_clear
from core.importing.grid import Grid
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.report import NoteKind, Source
from tests.core.importing.grids import notes, numbers, recogniser, sheet

CATALOGUE = recogniser().catalogue


def opened(*grids: Grid) -> Opened:
    return of_grids(grids, Source("Tệp.xlsx", "0"), CATALOGUE)


def overdue(told: Opened) -> list[tuple[str, object]]:
    return [
        (row.name, row.cell("overdue_total").value) for row in told.report.rows.values()
    ]


STACKED = """
    {first}
    STT | Đơn vị | Số hồ sơ quá hạn
    1 | Xã Bình Sơn | 2
    2 | Xã Bình Giang | 0
    {second}
    STT | Đơn vị | Số hồ sơ quá hạn
    1 | Xã Thạnh Hưng | 1
    2 | Xã Bình Sơn | 3
"""
FOUR = [
    ("Xã Bình Sơn", *numbers(2)),
    ("Xã Bình Giang", *numbers(0)),
    ("Xã Thạnh Hưng", *numbers(1)),
    ("Xã Bình Sơn", *numbers(3)),
]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("HUYỆN HÒN ĐẤT", "HUYỆN GIỒNG RIỀNG"),
        ("I. Huyện Hòn Đất", "II. Huyện Giồng Riềng"),
        ("UBND huyện Hòn Đất:", "UBND thị xã Giá Rai:"),
    ],
)
def test_titles_of_districts_part_units_of_one_name(first, second):
    told = opened(sheet(STACKED.format(first=first, second=second)))

    assert overdue(told) == FOUR
    assert not notes(told.report, NoteKind.CONFLICT)
    assert not told.rivals  # nobody is asked which of the two tables is wanted
    assert is_clear(told, CATALOGUE)


def test_a_district_a_sheet_parts_units_of_one_name():
    first, second = STACKED.format(first="", second="\n").strip("\n ").split("\n\n")
    told = opened(sheet(first, name="Huyện Hòn Đất"), sheet(second, name="TX Giá Rai"))

    assert overdue(told) == FOUR


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("HUYỆN HÒN ĐẤT", "Bảng 2"),
        ("HUYỆN HÒN ĐẤT", "HUYỆN HÒN ĐẤT"),
        ("Huyện có số hồ sơ cao", "Huyện có số hồ sơ thấp"),
        ("Kết quả tháng 8/2024", "Kết quả tháng 9/2024"),
    ],
)
def test_units_of_one_name_are_one_where_not_two_districts_are_told(first, second):
    told = opened(sheet(STACKED.format(first=first, second=second)))

    assert len(told.report.rows) == 3
    assert notes(told.report, NoteKind.CONFLICT)
    assert told.rivals
