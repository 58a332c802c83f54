"""What a sheet was taken for, and what a person's choices change of it."""

import pickle
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from core.errors import UnreadableFileError
from core.importing import again, inspect, open_file
from core.importing.choosing.choices import LEFT_OUT, NO_CHOICES, Choices, TableKey
from core.importing.opened import Opened, RowRole
from core.importing.opening import inspect_pasted
from core.importing.recognition.recognise import Certainty, Meaning
from core.period import Moment, Period
from core.report import NoteKind, Part
from tests.core.importing.written import (
    HEAD,
    ONLINE,
    OVERDUE,
    THREE,
    new_sheet,
    notes,
    value,
)


@pytest.fixture
def looked(write, catalogue):
    """Write a workbook and look at it; then again, with choices."""

    def looked(rows, also=lambda _: None, **options):
        return inspect(write(rows, also, **options), catalogue)

    return looked


@pytest.fixture
def chosen(catalogue):
    def chosen(opened: Opened, choices: Choices) -> Opened:
        return again(opened, catalogue, choices)

    return chosen


ANNEX = [
    ["PHỤ LỤC 1"],
    ["Tháng 9 năm 2024"],
    [*HEAD, "Ghi chú riêng"],
    ["I", "Cấp xã"],
    [1, "Xã A", 1, 90, "x"],
    [2, "Xã B", 2, 80],
    [None, "TỔNG CỘNG", 3, 85],
    ["(*) Không tính hồ sơ liên thông."],
    [None, None, None, None, "NGƯỜI LẬP"],
]


def test_every_row_has_its_role(looked):
    (sheet,) = looked(ANNEX).sheets

    assert [sheet.role(row) for row in range(1, 11)] == [
        RowRole.TITLE,
        RowRole.TITLE,
        RowRole.HEADER,
        RowRole.LEFT_OUT,
        RowRole.UNIT,
        RowRole.UNIT,
        RowRole.TOTAL,
        RowRole.NOTE,
        RowRole.LEFT_OUT,
        None,
    ]
    assert [(title.text, title.at) for title in sheet.titles] == [
        ("PHỤ LỤC 1", "Bảng!A1"),
        ("Tháng 9 năm 2024", "Bảng!A2"),
    ]


def test_every_column_says_what_it_holds_and_how_sure_that_is(looked):
    head = ["STT", "Tên đơn vị", "Nộp trực tuyến của xã (%)", "Ghi chú riêng"]
    (sheet,) = looked([head, [1, "Xã A", 90, "x"]]).sheets
    (table,) = sheet.tables

    told = [(c.letters, c.heading, c.meaning, c.certainty) for c in table.columns]
    assert told == [
        ("A", "STT", Meaning("stt"), Certainty.SURE),
        ("B", "Tên đơn vị", Meaning("unit_name"), Certainty.SURE),
        ("C", "Nộp trực tuyến của xã (%)", Meaning(ONLINE), Certainty.NEAR),
        ("D", "Ghi chú riêng", None, Certainty.UNKNOWN),
    ]
    assert table.is_read
    assert (table.header, table.last_row) == ((1,), 2)


def test_two_tables_of_a_sheet_have_rows_of_their_own(looked):
    second = [["Phần hai"], ["Tên đơn vị", "Tỷ lệ số hóa hồ sơ (%)"], ["Xã A", 60]]

    (sheet,) = looked([*THREE, [], *second]).sheets

    assert [table.header for table in sheet.tables] == [(1,), (7,)]
    assert [sheet.role(row) for row in (1, 4, 5, 6, 7, 8)] == [
        RowRole.HEADER,
        RowRole.UNIT,
        None,
        RowRole.TITLE,
        RowRole.HEADER,
        RowRole.UNIT,
    ]
    assert sheet.table_at(4) is sheet.tables[0]
    assert sheet.table_at(8) is sheet.tables[1]


def test_a_column_holds_what_a_person_says(looked, chosen):
    opened = looked(ANNEX)
    key = opened.sheets[0].tables[0].key
    choices = NO_CHOICES.with_column(key, 5, Meaning("class"))
    choices = choices.with_column(key, 3, LEFT_OUT)

    after = chosen(opened, choices)

    assert after.report.columns == (ONLINE, "class")
    assert value(after.report, "class") == "x"
    assert notes(after.report, NoteKind.UNKNOWN_HEADER) == []
    column = after.sheets[0].tables[0].column(5)
    assert column is not None
    assert (column.is_chosen, column.certainty) == (True, Certainty.SURE)
    back = choices.with_column(key, 5, None).with_column(key, 3, None)
    assert chosen(after, back) == opened


def test_a_header_stands_where_a_person_says(looked, chosen):
    rows = [["Đơn vị bầu", "Kết quả A"], ["Xã A", 1], ["Xã B", 2]]
    opened = looked(rows)
    assert not opened.has_table
    assert opened.report.rows == {}

    pointed = chosen(opened, NO_CHOICES.with_header("Bảng", [1]))
    (table,) = pointed.sheets[0].tables
    assert (table.header, table.is_read) == ((1,), False)
    assert pointed.sheets[0].role(1) is RowRole.HEADER

    named = pointed.choices.with_column(table.key, 1, Meaning("unit_name"))
    named = named.with_column(table.key, 2, Meaning(OVERDUE))
    after = chosen(pointed, named)

    assert after.has_table
    assert [value(after.report, OVERDUE, row) for row in "12"] == [1, 2]


def test_another_header_forgets_what_was_said_of_the_columns(looked):
    key = TableKey("Bảng", 3)
    choices = NO_CHOICES.with_column(key, 5, LEFT_OUT).with_column(
        TableKey("Khác", 1), 2, LEFT_OUT
    )

    after = choices.with_header("Bảng", [4, 3])

    assert after.sheet("Bảng").header == (3, 4)
    assert [column.sheet for column in after.columns] == ["Khác"]


def two_months(sheet: Worksheet):
    later = new_sheet(sheet, "Tháng 10 năm 2024")
    rows: list[list[Any]] = [HEAD, [1, "Xã A", 7, 91], [2, "Xã B", 8, 92]]
    for row in rows:
        later.append(row)


def test_of_two_months_sheets_the_one_chosen_is_read(looked, chosen):
    opened = looked(THREE, two_months, sheet="Tháng 9 năm 2024")
    (group,) = opened.rivals
    assert [key.sheet for key in group] == ["Tháng 9 năm 2024", "Tháng 10 năm 2024"]
    assert opened.report.period is None

    after = chosen(opened, NO_CHOICES.with_table(group[1], group))

    assert value(after.report, OVERDUE) == 7
    assert after.report.period == Period.month(2024, 10)
    assert [n.kind for n in after.report.source.notes] == []
    assert after.rivals == opened.rivals
    assert after.sheets[0].role(2) is RowRole.LEFT_OUT
    back = chosen(after, after.choices.with_table(group[0], group))
    assert value(back.report, OVERDUE) == 1


def test_sheets_of_other_units_are_no_rivals(looked):
    def also(sheet: Worksheet):
        other = new_sheet(sheet, "Cấp sở")
        rows: list[list[Any]] = [HEAD, [1, "Sở Tư pháp", 7, 91]]
        for row in rows:
            other.append(row)

    opened = looked(THREE, also)

    assert opened.rivals == ()
    assert len(opened.report.rows) == 4


def test_a_sheet_is_left_out_or_taken_though_hidden(looked, chosen):
    def also(sheet: Worksheet):
        other = new_sheet(sheet, "Ẩn")
        rows: list[list[Any]] = [["Tên đơn vị", "Tỷ lệ số hóa hồ sơ (%)"], ["Xã A", 60]]
        for row in rows:
            other.append(row)
        other.sheet_state = "hidden"

    opened = looked(THREE, also)
    assert [(s.is_hidden, s.is_taken) for s in opened.sheets] == [
        (False, True),
        (True, False),
    ]
    assert notes(opened.report, NoteKind.HIDDEN) == [("Ẩn", "cả trang")]

    taken = chosen(opened, NO_CHOICES.with_sheet("Ẩn", taken=True))
    assert value(taken.report, "digitize_rate") == 60
    assert notes(taken.report, NoteKind.HIDDEN) == []

    left = chosen(taken, taken.choices.with_sheet("Bảng", taken=False))
    assert left.report.columns == ("digitize_rate",)
    assert left.sheets[0].role(1) is RowRole.LEFT_OUT


def test_hidden_rows_are_left_out_until_asked_for(looked, chosen):
    def hide(sheet: Worksheet):
        sheet.row_dimensions[3].hidden = True

    opened = looked(THREE, hide)

    assert opened.sheets[0].role(3) is RowRole.LEFT_OUT
    after = chosen(opened, Choices(hidden=True))
    assert after.sheets[0].role(3) is RowRole.UNIT
    assert [row.name for row in after.report.rows.values()] == ["Xã A", "Xã B", "Xã C"]


def test_the_period_and_the_time_that_a_person_says_end_the_doubt(looked, chosen):
    opened = looked([["Tháng 9 năm 2024"], ["Số liệu tháng 8/2024"], *THREE])
    assert notes(opened.report, NoteKind.CONFLICT)
    period = Period.month(2024, 9)
    moment = Moment(period.last_day)

    after = chosen(opened, Choices(period=period, as_of=moment))

    assert (after.report.period, after.report.as_of) == (period, moment)
    assert notes(after.report, NoteKind.CONFLICT) == []


def test_a_number_is_read_as_chosen_for_its_column(looked, chosen):
    opened = looked([HEAD, [1, "Xã A", 0, "40.250"]])
    style = {((ONLINE, Part.VALUE), "."): 0}

    assert value(chosen(opened, Choices(styles=style)).report, ONLINE) == 40250


def test_what_was_opened_can_be_sent_to_another_process(looked):
    opened = looked(ANNEX)

    assert pickle.loads(pickle.dumps(opened)) == opened  # noqa: S301 - our own bytes


def test_the_file_is_not_touched_when_choices_change(write, catalogue):
    path: Path = write(ANNEX)
    opened = inspect(path, catalogue)
    path.unlink()

    after = again(opened, catalogue, Choices(period=Period.month(2025, 1)))

    assert after.report.rows == opened.report.rows
    assert after.report.source == opened.report.source


def test_a_file_without_a_table_is_refused_where_nobody_can_be_asked(write, catalogue):
    path = write([["Kính gửi: các xã"], ["Đề nghị báo cáo trước ngày 05."]])

    assert not inspect(path, catalogue).has_table
    with pytest.raises(UnreadableFileError, match="Không nhận ra bảng số liệu"):
        open_file(path, catalogue)


def test_a_pasted_block_is_opened_as_a_file_is(catalogue, chosen):
    text = "Tên đơn vị\tHồ sơ quá hạn\nXã A\t1\nXã B\t2"

    opened = inspect_pasted(text, "", catalogue)

    assert [value(opened.report, OVERDUE, row) for row in "12"] == [1, 2]
    key = opened.sheets[0].tables[0].key
    after = chosen(opened, NO_CHOICES.with_column(key, 2, Meaning("pending_total")))
    assert after.report.columns == ("pending_total",)


@pytest.mark.parametrize("rows", [[2], [99], [1, 2], [4], [3, 5], [1, 2, 3, 4, 5]])
def test_any_row_may_be_called_a_header(rows, looked, chosen):
    opened = looked([["PHỤ LỤC"], [], *THREE])

    after = chosen(opened, NO_CHOICES.with_header("Bảng", rows))

    shown = [table.header for table in after.sheets[0].tables]
    assert tuple(rows) in shown or rows == [99]


def test_a_bare_column_may_be_named_and_read(looked, chosen):
    opened = looked([THREE[0], [1, "Xã A", 1, 90, 60]])
    key = opened.sheets[0].tables[0].key

    after = chosen(opened, NO_CHOICES.with_column(key, 5, Meaning("digitize_rate")))

    assert value(after.report, "digitize_rate") == 60
    assert after.sheets[0].tables[0].columns[-1].heading == ""


def test_choices_for_sheets_that_are_not_there_change_nothing(looked, chosen):
    opened = looked(ANNEX)
    choices = NO_CHOICES.with_header("Khác", [3]).with_sheet("Nữa", taken=False)
    choices = choices.with_column(TableKey("Bảng", 77), 4, LEFT_OUT)

    assert chosen(opened, choices).report == opened.report
