"""Rows with figures that are of no one unit: sums of sections, averages, aims."""

import pytest

from core.report import NoteKind
from tests.core.importing.written import HEAD, notes


def _left(report) -> str:
    return " ".join(text for _, text in notes(report, NoteKind.LEFT_OUT))


@pytest.mark.parametrize(
    "name",
    [
        "Cộng I",
        "Tổng I",
        "Cộng khối xã",
        "Tổng các xã",
        "Tổng cộng khối phường",
        "Cấp xã",
        "Khối phường",
        "Bình quân",
        "Bình quân chung",
        "Trung bình",
        "Trung bình toàn tỉnh",
        "Max",
        "Min",
        "Cao nhất",
        "Thấp nhất",
        "Chỉ tiêu giao",
        "Kế hoạch năm 2026",
        "Mục tiêu",
        "Tháng trước",
        "Kỳ trước",
        "Tăng/giảm",
        "So với tháng trước",
        "Xếp hạng",
        "Người lập biểu",
        "Ngưỡng",
    ],
)
@pytest.mark.parametrize("number", [None, 3])
def test_a_row_of_that_name_is_no_unit_and_a_note_says_so(read, name, number):
    report = read(
        [
            HEAD,
            [1, "Xã Tân Phú", 3, 99],
            [2, "Xã Tân Lập", 5, 98],
            [number, name, 4, 98],
        ]
    )

    assert [row.name for row in report.rows.values()] == ["Xã Tân Phú", "Xã Tân Lập"]
    assert report.total is None
    assert f"“{name}”" in _left(report)


@pytest.mark.parametrize("name", ["TỔNG SỐ (I+II)", "Tổng (A + B)", "TOÀN ĐỊA BÀN"])
def test_the_sum_of_all_is_the_total_line_and_sums_of_sections_are_not(read, name):
    report = read(
        [
            HEAD,
            ["I", "KHỐI PHƯỜNG"],
            [1, "Phường 1", 3, 99],
            [None, "Cộng I", 3, 99],
            ["II", "KHỐI XÃ"],
            [2, "Xã Bình Minh", 5, 98],
            [None, "Cộng khối xã", 5, 98],
            [None, name, 8, "98,5"],
        ]
    )

    assert [row.name for row in report.rows.values()] == ["Phường 1", "Xã Bình Minh"]
    assert report.total.number("overdue_total") == 8
    assert [note.kind for note in report.source.notes] == [NoteKind.LEFT_OUT]
    assert "“Cộng I”, “Cộng khối xã”" in _left(report)


@pytest.mark.parametrize("name", ["Dự kiến", "Thanh Hóa"])
def test_a_row_without_a_number_called_as_no_office_is_left_out_with_a_note(read, name):
    report = read([HEAD, [1, "Xã Tân Phú", 3, 99], [None, name, 4, 98]])

    assert [row.name for row in report.rows.values()] == ["Xã Tân Phú"]
    assert f"“{name}”" in _left(report)


@pytest.mark.parametrize(
    "name",
    [
        "Các cơ quan chuyên môn",
        "Trung tâm Phục vụ hành chính công",
        "Gò Dầu",
        "Trung Bình",
        "Bình Quới",
        "Cao Lãnh",
        "Tổng cục Thuế",
        "Cộng Hòa",
        "Tăng Nhơn Phú",
        "Thứ Mười Một",
        "Năm Căn",
        "Kế Sách",
        "Hạng Chú",
    ],
)
def test_a_numbered_row_called_as_a_place_is_a_unit(read, name):
    report = read([HEAD, [1, "Xã Tân Phú", 3, 99], [2, name, 4, 98]])

    assert [row.name for row in report.rows.values()] == ["Xã Tân Phú", name]
    assert report.source.notes == ()


def test_names_without_a_number_stay_units_where_no_row_is_called_an_office(read):
    report = read([HEAD, [1, "Gò Dầu", 3, 99], [None, "Bến Cầu", 4, 98]])

    assert [row.name for row in report.rows.values()] == ["Gò Dầu", "Bến Cầu"]
