"""Lists of dossiers: recognised by their header, days first, codes as text, nothing kept that is not told."""

import json
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import catalogue as catalogues
from core import figures
from core.dossier import Dossier, DossierKind
from core.importing import opening, sample_layout
from core.importing.choosing.choices import NO_CHOICES, TableKey
from core.importing.grid import Grid, Marks, Spot
from core.importing.opened import Opened, RowRole
from core.importing.recognition.recognise import LEFT_OUT, Certainty
from core.importing.recognition.shapes import dossiers
from core.period import Moment
from core.report import Blank, NoteKind, Place, Report, Source, Unreadable

CATALOGUE = catalogues.load()
HEAD = [
    "STT",
    "Mã hồ sơ",
    "Thủ tục",
    "Chủ hồ sơ",
    "Địa chỉ",
    "Ngày nhận",
    "Ngày hẹn trả",
]
ROW = [1.0, "H15.1-260901-0001", "Khai sinh", "Người A", "Thôn Mẫu", "01/09/2026", "04/09/2026"]  # fmt: skip


def opened(*grids, choices=NO_CHOICES) -> Opened:
    return opening.of_grids(grids, Source("tệp.xlsx", ""), CATALOGUE, choices)


def a_list(*rows, title="DANH SÁCH HỒ SƠ QUÁ HẠN", head=HEAD, name="Trang", **marks):
    return Grid(name, [[title], [], head, *rows], Marks(**marks))


def read(*grids) -> Report:
    return opened(*grids).report


def only(report: Report) -> Dossier:
    (one,) = report.dossiers
    return one


def test_a_list_is_a_report_of_dossiers_and_of_nothing_else():
    report = read(a_list(ROW))

    assert (report.rows, report.total, report.columns) == ({}, None, ())
    assert only(report) == Dossier(
        DossierKind.OVERDUE,
        "H15.1-260901-0001",
        procedure="Khai sinh",
        owner="Người A",
        address="Thôn Mẫu",
        received=Moment(date(2026, 9, 1)),
        due=Moment(date(2026, 9, 4)),
        at="Trang!B4",
    )
    assert report.source is not None
    assert report.source.notes == ()


def test_a_title_with_an_office_makes_no_unit_of_it_but_says_who_took_the_dossiers_in():
    report = read(a_list(ROW, title="HỒ SƠ QUÁ HẠN - UBND xã Ea Ning"))

    assert report.rows == {}
    assert only(report).receiver == "UBND xã Ea Ning"


def test_a_list_beside_counts_by_unit_is_one_report():
    counts = Grid(
        "PL I",
        [["STT", "Đơn vị", "Số hồ sơ quá hạn"], [1.0, "UBND xã A", 1.0]],
    )
    report = read(counts, a_list(ROW))

    assert [row.name for row in report.rows.values()] == ["UBND xã A"]
    assert report.number_at(Place("1", "overdue_total")) == 1
    assert len(report.dossiers) == 1
    assert opened(counts, a_list(ROW)).rivals == ()


@pytest.mark.parametrize(
    ("title", "status", "kind"),
    [
        ("DANH SÁCH HỒ SƠ QUÁ HẠN", "", DossierKind.OVERDUE),
        ("Hồ sơ trễ hạn tháng 9/2026", "Đang xử lý", DossierKind.OVERDUE),
        ("Hồ sơ sắp đến hạn", "", DossierKind.NEARLY_DUE),
        ("Hồ sơ sắp quá hạn", "", DossierKind.NEARLY_DUE),
        ("Hồ sơ quá hạn và sắp đến hạn", "", DossierKind.UNKNOWN),
        ("Hồ sơ quá hạn và sắp đến hạn", "Quá hạn đã trả", DossierKind.OVERDUE),
        ("Hồ sơ quá hạn", "Chưa quá hạn", DossierKind.UNKNOWN),
        ("Hồ sơ đang xử lý", "Đang xử lý", DossierKind.UNKNOWN),
        ("HO SO QUA HAN", "", DossierKind.OVERDUE),
    ],
)
def test_overdue_or_nearly_due_is_what_the_state_else_the_title_says(
    title, status, kind
):
    grid = a_list([*ROW, status], title=title, head=[*HEAD, "Trạng thái"])
    assert only(read(grid)).kind is kind


def test_the_sheets_name_says_it_too():
    assert only(read(a_list(ROW, title="", name="Sắp đến hạn"))).kind is (
        DossierKind.NEARLY_DUE
    )


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("08/10/2026 08:30:00", Moment(date(2026, 10, 8), time(8, 30))),
        ("08/10/2026", Moment(date(2026, 10, 8))),
        (datetime(2026, 10, 8, 8, 30), Moment(date(2026, 10, 8), time(8, 30))),  # noqa: DTZ001
        (datetime(2026, 10, 8), Moment(date(2026, 10, 8))),  # noqa: DTZ001
        (date(2026, 10, 8), Moment(date(2026, 10, 8))),
        (46303.0, Moment(date(2026, 10, 8))),
        (46303.354166666664, Moment(date(2026, 10, 8), time(8, 30))),
        ("2026-10-08T08:30", Moment(date(2026, 10, 8), time(8, 30))),
        ("10/13/2026", Unreadable("10/13/2026")),
        ("31/02/2026", Unreadable("31/02/2026")),
        ("tuần sau", Unreadable("tuần sau")),
        (12.0, Unreadable("12")),
        (True, Unreadable("TRUE")),
        ("", Blank.MISSING),
        ("-", Blank.MISSING),
    ],
)
def test_a_day_is_read_day_first_or_kept_as_it_is_written(value, day):
    assert dossiers.day(value) == day


@given(st.datetimes(datetime(1990, 1, 2), datetime(2099, 1, 1)))  # noqa: DTZ001
def test_a_day_is_the_same_as_text_as_a_cell_and_as_a_number(at):
    at = at.replace(second=0, microsecond=0)
    serial = (at - datetime(1899, 12, 30)).total_seconds() / 86_400  # noqa: DTZ001
    clock = None if at.time() == time() else at.time()
    moment = Moment(at.date(), clock)

    assert dossiers.day(at) == moment
    assert dossiers.day(serial) == moment
    assert dossiers.day(figures.show_short_moment(moment)) == moment
    assert dossiers.day(f"{at:%d/%m/%Y %H:%M:%S}") == moment


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("000.21.35.H53-240930-0001", "000.21.35.H53-240930-0001"),
        ("0012345", "0012345"),
        (12345.0, Unreadable("12345")),
        (1.5260901e11, Unreadable("152609010000")),
        ("1,52609E+11", Unreadable("1,52609E+11")),
        (date(2026, 10, 8), Unreadable("08/10/2026")),
        ("", Blank.MISSING),
    ],
)
def test_a_code_is_text_and_what_excel_made_a_number_is_unreadable(value, code):
    assert dossiers.code(value) == code


def test_days_overdue_are_counted_as_the_list_says():
    grid = a_list([*ROW, "3 ngày"], head=[*HEAD, "Số ngày quá hạn"])
    assert only(read(grid)).overdue_days == Decimal(3)


def test_new_promises_and_apologies_have_columns_of_their_own():
    told = ["22/10/2026", "14/10/2026", "1"]
    heads = ["Ngày hẹn trả mới", "Ngày phiếu xin lỗi", "Số lần hẹn lại"]
    grid = a_list([*ROW, *told], head=[*HEAD, *heads])
    found, plain = only(read(grid)), only(read(a_list(ROW)))
    assert found.new_due == Moment(date(2026, 10, 22))
    assert found.apologised == Moment(date(2026, 10, 14))
    assert found.postponed == Decimal(1)
    assert found.due == plain.due
    assert {plain.new_due, plain.apologised, plain.postponed} == {Blank.MISSING}


def test_rows_that_are_no_dossiers_are_left():
    report = read(
        a_list(
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            ["I", "Hộ tịch"],
            ROW,
            ["Tổng cộng", "1 hồ sơ", "", "", "Thôn"],
            ["Ghi chú: số liệu lấy từ Cổng", "x", "y"],
        )
    )
    assert [one.at for one in report.dossiers] == ["Trang!B6"]


def test_a_dossier_without_a_code_is_kept():
    report = read(a_list([1.0, "", *ROW[2:]]))
    assert only(report).code is Blank.MISSING


def test_numbers_of_identity_cards_are_known_and_not_kept():
    grid = a_list([*ROW, "012345678901"], head=[*HEAD, "Số CCCD"])
    report = read(grid)
    assert "012345678901" not in repr(report)
    assert report.source is not None
    assert report.source.notes == ()


def test_an_error_cell_is_said_and_the_rest_of_the_row_is_read():
    spot = Spot(4, 7)
    report = read(a_list([*ROW[:6], ""], errors={spot: "#N/A"}))
    assert only(report).due == Unreadable("#N/A")
    assert report.source is not None
    (note,) = report.source.notes
    assert (note.kind, note.at) == (NoteKind.ERROR_CELL, "Trang!G4")


def test_a_column_that_is_not_known_is_said():
    report = read(a_list([*ROW, "x"], head=[*HEAD, "Mã vạch"]))
    assert report.source is not None
    assert [note.text for note in report.source.notes] == ["Mã vạch"]


@pytest.mark.parametrize(
    "head",
    [
        ["STT", "Lĩnh vực", "Thủ tục", "Số hồ sơ tiếp nhận", "Số hồ sơ quá hạn"],
        ["STT", "Đơn vị", "Trạng thái", "Tổng số hồ sơ xử lý quá hạn"],
    ],
)
def test_counts_are_no_list(head):
    assert read(Grid("Trang", [head, [1.0, "a", "b", 3.0, 4.0]])).dossiers == ()


def test_the_window_is_told_what_rows_and_columns_are():
    (sheet,) = opened(a_list(ROW)).sheets
    (table,) = sheet.tables
    assert table.is_read
    assert table.last_row == 4
    assert sheet.role(4) is RowRole.DOSSIER
    code = table.column(2)
    assert code is not None
    assert code.meaning is not None
    assert (code.meaning.facet, code.certainty) == ("dossier.code", Certainty.SURE)


def test_a_column_that_a_person_leaves_out_is_not_read():
    choices = NO_CHOICES.with_column(TableKey("Trang", 3), 4, LEFT_OUT)
    assert only(opened(a_list(ROW), choices=choices).report).owner == ""


def test_a_sample_of_the_layout_holds_no_word_of_a_dossier():
    sample = sample_layout.sample(opened(a_list(ROW)), CATALOGUE)
    columns = json.loads(sample)["sheets"][0]["tables"][0]["columns"]

    assert [one["heading"][0] for one in columns] == HEAD
    assert [one["holds"] for one in columns[1:3]] == ["dossier.code", "dossier.procedure"]  # fmt: skip
    told = [str(one) for one in ROW[1:]]
    assert not [text for text in told if text in sample]
    assert "Người" not in sample
    assert "Mẫu" not in sample
    assert "260901" not in sample
