"""Several tables on one sheet: one below another, side by side, after a page break."""

from decimal import Decimal

import pytest

from core.importing.grid import Grid
from core.importing.recognition import tables
from core.importing.recognition.recognise import Certainty, Meaning
from core.report import Blank, NoteKind, Part
from tests.core.importing.grids import (
    figures,
    found,
    notes,
    numbers,
    recogniser,
    report,
    sheet,
)

TWO = """
    PHỤ LỤC THÁNG 9/2024
    STT | Tên đơn vị | Tỷ lệ hồ sơ nộp trực tuyến (%)
    1   | Xã A       | 91,7
    2   | Xã B       | 80
    {between}
    STT | Đơn vị | Tỷ lệ số hóa hồ sơ (%) | Hồ sơ quá hạn
    1   | UBND xã B | 50 | 3
    2   | UBND xã A | 60 | 0
"""


@pytest.mark.parametrize(
    "between",
    ["", "Bảng 2. Kết quả số hóa", "\n\n  | Bảng 2. Kết quả số hóa \n", "(*) Tạm tính"],
    ids=["a blank row", "a title", "blank rows and a title", "a note"],
)
def test_two_tables_one_below_another_are_joined_by_unit(between):
    told = report(sheet(TWO.format(between=between)))

    assert figures(told, "online_submit_rate digitize_rate overdue_total") == {
        "Xã A": numbers("91.7", 60, 0),
        "Xã B": numbers(80, 50, 3),
    }
    assert told.source is not None
    assert told.source.notes == ()


def test_a_table_right_under_another_without_a_row_between_is_found_too():
    text = TWO.format(between="@").replace("    @\n", "")

    first, second = found(sheet(text))

    assert (first.header.rows, first.last_row) == ((2,), 4)
    assert (second.header.rows, second.last_row) == ((5,), 7)


def test_the_titles_of_a_lower_table_are_those_between_the_two():
    told = TWO.format(between="\n  Đơn vị: UBND huyện Gò Dầu\n")

    first, second = found(sheet(told))

    assert [title.text for title in first.titles] == ["PHỤ LỤC THÁNG 9/2024"]
    assert [title.text for title in second.titles] == ["Đơn vị: UBND huyện Gò Dầu"]
    assert second.owner.name is not None
    assert second.owner.name.value == "UBND huyện Gò Dầu"


def test_tables_side_by_side_with_an_empty_column_between_are_joined_by_unit():
    told = report(
        sheet("""
            Kết quả tháng 9/2024
            STT | Đơn vị | Hồ sơ quá hạn | | STT | Đơn vị | Tỷ lệ số hóa (%)
            1   | Xã A   | 2             | | 1   | Xã C   | 70
            2   | Xã B   | 3             | | 2   | Xã A   | 60
                | Cộng   | 5             | | 3   | Xã B   | 50
                |        |               | |     | Tổng cộng | 65
        """)
    )

    assert figures(told, "overdue_total digitize_rate") == {
        "Xã A": numbers(2, 60),
        "Xã B": numbers(3, 50),
        "Xã C": [Blank.MISSING, Decimal(70)],
    }
    assert told.total is not None
    assert told.total.number("overdue_total") == 5
    assert told.total.number("digitize_rate") == 65
    assert notes(told, NoteKind.CONFLICT) == []


def test_an_empty_column_within_a_table_does_not_part_it():
    told = report(
        sheet("""
            STT | Đơn vị | | Hồ sơ quá hạn | | Tỷ lệ số hóa (%)
            1   | Xã A   | | 2             | | 60
        """)
    )

    assert figures(told, "overdue_total digitize_rate") == {"Xã A": numbers(2, 60)}


def test_a_header_printed_again_after_a_page_break_belongs_to_its_table():
    header = "STT | Tên đơn vị | Tỷ lệ nộp | \n | | trực tuyến (%) | trực tiếp (%)"
    grid = sheet(
        f"{header}\n1|Xã A|90|10\n2|Xã B|80|20\n{header}\n(1)|(2)|(3)|(4)\n3|Xã C|70|30",
        *("A1:A2", "B1:B2", "C1:D1", "A5:A6", "B5:B6", "C5:D5"),
    )

    told = report(grid)

    (table,) = found(grid)
    assert table.header.rows == (1, 2)
    assert list(table.rows()) == [3, 4, 7, 8]
    assert figures(told, "online_submit_rate direct_submit_rate") == {
        "Xã A": numbers(90, 10),
        "Xã B": numbers(80, 20),
        "Xã C": numbers(70, 30),
    }
    assert told.source is not None
    assert told.source.notes == ()


def test_the_same_header_with_the_same_units_again_is_another_table_and_is_said():
    told = report(
        sheet("""
            Tháng 8/2024
            Tên đơn vị | Hồ sơ quá hạn
            Xã A | 2
            Xã B | 3

            Tên đơn vị | Hồ sơ quá hạn
            Xã A | 5
            Xã B | 3
        """)
    )

    assert figures(told, "overdue_total") == {"Xã A": numbers(2), "Xã B": numbers(3)}
    (note,) = notes(told, NoteKind.CONFLICT)
    assert note.text.endswith(": 2 (Bảng!B3); 5 (Bảng!B7)")


def test_a_table_far_below_the_head_of_a_sheet_is_found():
    rows = "\n".join(f"{number} | Xã {number} | {number}" for number in range(1, 201))
    told = sheet(f"""
        STT | Đơn vị | Hồ sơ quá hạn
        {rows}

        Bảng 2
        STT | Đơn vị | Tỷ lệ nộp |
            |        | trực tuyến (%) | trực tiếp (%)
        1   | Xã 7   | 40 | 60
    """, "C204:D204", "A204:A205", "B204:B205")  # fmt: skip

    first, second = found(told)

    assert first.last_row == 201
    assert second.header.rows == (204, 205)
    keys = "overdue_total online_submit_rate direct_submit_rate"
    assert figures(report(told), keys)["Xã 7"] == numbers(7, 40, 60)


# ------------------------------------------------------------- what a person says of it

ODD = sheet("""
    BÁO CÁO
    Nơi | Chỉ số lạ | Hồ sơ quá hạn
    Xã A | 50 | 3
""")


def test_a_header_that_nobody_recognised_can_be_told():
    assert found(ODD) == []
    assert tables.at(ODD, recogniser(), (2,)) is None

    told = {1: Meaning("unit_name"), 2: Meaning("online_submit_rate")}
    table = tables.at(ODD, recogniser(), (2,), told)

    assert table is not None
    assert table.header.meanings == {**told, 3: Meaning("overdue_total")}
    assert table.header.certainty(2) is Certainty.SURE
    assert [title.text for title in table.titles] == ["BÁO CÁO"]


def test_a_column_without_a_heading_can_be_told():
    grid = sheet("""
        Tên đơn vị | Hồ sơ quá hạn |
        Xã A | 3 | 91,7
    """)
    told = {3: Meaning("online_submit_rate", Part.TARGET)}

    (table,) = tables.find(grid, recogniser(), meanings=told)

    assert table.header.meanings[3] == told[3]


def test_a_header_told_for_one_table_leaves_the_others_as_found():
    grid = sheet(TWO.format(between=""))

    told = tables.find(
        grid, recogniser(), rows=(6,), meanings={4: Meaning(facet="left_out")}
    )

    assert [table.header.rows for table in told] == [(2,), (6,)]
    assert told[1].header.meanings[4].is_ignored
    assert 4 not in told[0].header.meanings


# --------------------------------------------------------------- sheets of odd extents


def test_a_table_in_the_first_columns_of_a_sheet_of_16384_is_found():
    wide = sheet("STT | Tên đơn vị | Hồ sơ quá hạn\n1 | Xã A | 3")
    rows = [[*row, *([""] * 16380), "x"] for row in wide.rows]

    told = report(Grid("Rộng", rows))

    assert figures(told, "overdue_total") == {"Xã A": numbers(3)}


def test_rows_that_are_only_formatted_belong_to_no_table():
    filled = sheet("Tên đơn vị | Hồ sơ quá hạn\nXã A | 3\n\nXã B | 4").rows
    (table,) = found(Grid("Dài", [*filled, *([""] * 5 for _ in range(5000))]))

    assert list(table.rows()) == [2, 4]
    assert table.last_row == 4


def test_a_sheet_of_words_has_no_table():
    rows = [[f"Đơn vị thứ {n}", f"xã số {n}", "ghi chú"] for n in range(4000)]

    assert found(Grid("Chữ", rows)) == []


def test_a_list_of_dossiers_is_no_table_of_units():
    listed = sheet("""
        DANH SÁCH HỒ SƠ QUÁ HẠN
        STT | Đơn vị tiếp nhận | Lĩnh vực | Tên thủ tục hành chính | Mã hồ sơ | Trạng thái | Địa chỉ | Chủ hồ sơ | Ngày nhận | Ngày hẹn trả | Ngày kết thúc xử lý | Đơn vị/cá nhân giải quyết quá hạn | Số ngày quá hạn
        1 | UBND xã A | Hộ tịch | Đăng ký khai sinh | H15.1-260101-0001 | Đang xử lý | Thôn 1 | Nguyễn Văn A | 01/01/2026 08:00:00 | 02/01/2026 | | Phòng B | 3
    """)  # fmt: skip

    told = report(listed)
    assert told.rows == {}
    assert len(told.dossiers) == 1


def test_a_heading_that_is_unknown_is_told_once_where_the_header_is_printed_again(read):
    head = ["STT", "Tên đơn vị", "Số hồ sơ quá hạn", "Cột lạ"]
    report = read(
        [
            ["Tháng 3/2026"],
            head,
            [1, "Xã A", 1, 5],
            ["II. Các xã phía đông"],
            head,
            [2, "Xã B", 2, 6],
        ]
    )

    assert [row.name for row in report.rows.values()] == ["Xã A", "Xã B"]
    (note,) = notes(report, NoteKind.UNKNOWN_HEADER)
    assert (note.at, note.text) == ("Bảng!D2", "Cột lạ")


def test_the_name_of_an_office_over_a_repeated_header_is_no_unit():
    """A title stands apart from the rows above it, or not under their names."""
    header = "STT | Tên đơn vị | Hồ sơ quá hạn"
    text = f"{header}\n1|Xã A|2\n{{between}}\n{header}\n1|Xã B|3"

    for between in ("Huyện Gò Dầu", "\n | Huyện Gò Dầu"):
        told = report(sheet(text.format(between=between)))
        assert [row.name for row in told.rows.values()] == ["Xã A", "Xã B"]
