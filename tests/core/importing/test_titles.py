"""The period, the time of the figures and the unit, read from titles and names."""

from datetime import date
from typing import Any

import pytest

from core.period import Period
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    NoteKind,
    Unreadable,
)
from tests.core.importing.written import THREE, notes

# ------------------------------------------------------------------ period and time


def around(title, *, sheet="Bảng", name="tệp.xlsx") -> dict[str, Any]:
    return {"rows": [[title], *THREE], "sheet": sheet, "name": name}


@pytest.mark.parametrize(
    ("told", "period", "at"),
    [
        (around("Tháng 9/2024"), Period.month(2024, 9), "Bảng!A1"),
        (around("QUÝ III NĂM 2024"), Period.quarter(2024, 3), "Bảng!A1"),
        (around("Năm 2024", name="năm 2024.xlsx"), Period.whole_year(2024), "Bảng!A1"),
        (around("", sheet="T9-2024"), Period.month(2024, 9), "T9-2024"),
        (
            around("", name="Thang 9-2024.xlsx"),
            Period.month(2024, 9),
            "Thang 9-2024.xlsx",
        ),
        (
            around("", name="Tháng_9_2024.xlsx"),
            Period.month(2024, 9),
            "Tháng_9_2024.xlsx",
        ),
        (
            around("", name="bao_cao_thang_08_2025.xlsx"),
            Period.month(2025, 8),
            "bao_cao_thang_08_2025.xlsx",
        ),
        (around("Ket qua thang 10/2025"), Period.month(2025, 10), "Bảng!A1"),
        (around("Tap chi Viet Nam 2025"), None, None),
        (around("KẾT QUẢ 6 THÁNG ĐẦU NĂM 2026"), Period.half(2026, 1), "Bảng!A1"),
        (
            around("BẢN TIN TUẦN 12/2026", sheet="Tuần 12"),
            Period.week(2026, 12),
            "Tuần 12!A1",
        ),
        (
            around("Tháng 9/2024 (từ ngày 15/8/2024 đến ngày 14/9/2024)"),
            Period.month(2024, 9),
            "Bảng!A1",
        ),
        (
            around("NĂM 2026, từ ngày 01/01/2026 đến hết ngày 20/8/2026"),
            Period.of_days(date(2026, 1, 1), date(2026, 8, 20)),
            "Bảng!A1",
        ),
        (
            around("BÁO CÁO NĂM 2026 (lũy kế từ đầu năm đến 30/9/2026)"),
            Period.nine_months(2026),
            "Bảng!A1",
        ),
        (
            around("Theo QĐ 766/QĐ-TTg ngày 23 tháng 6 năm 2022, năm 2024"),
            Period.whole_year(2024),
            "Bảng!A1",
        ),
        (
            around("Từ ngày 01/9/2024 đến ngày 30/9/2024"),
            Period.month(2024, 9),
            "Bảng!A1",
        ),
        (
            around("Tháng 9/2024 (lũy kế từ ngày 15/12/2023 đến 14/9/2024)"),
            Period.month(2024, 9),
            "Bảng!A1",
        ),
        (around("Báo cáo"), None, None),
    ],
)
def test_the_period_is_read_from_titles_sheet_or_file(told, period, at, read):
    report = read(**told)

    assert report.period == period
    assert report.cell(PERIOD_PLACE).at == at
    assert notes(report, NoteKind.CONFLICT) == []


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            around("Tháng 9/2024", name="tháng 10-2024.xlsx"),
            "tháng 9/2024 (Bảng!A1); tháng 10/2024 (tháng 10-2024.xlsx)",
        ),
        (
            around("Năm 2024", sheet="Tháng 9-2024"),
            "năm 2024 (Tháng 9-2024!A1); tháng 9/2024 (Tháng 9-2024)",
        ),
        (
            around("6 tháng đầu năm 2024", name="tháng 6-2024.xlsx"),
            "6 tháng đầu năm 2024 (Bảng!A1); tháng 6/2024 (tháng 6-2024.xlsx)",
        ),
        (
            around("Tháng 9/2024", sheet="Tuần 36-2024"),
            "tháng 9/2024 (Tuần 36-2024!A1); tuần 36 năm 2024 (Tuần 36-2024)",
        ),
        (
            around("Quý III và 9 tháng đầu năm 2026"),
            "quý III/2026 (Bảng!A1); 9 tháng đầu năm 2026 (Bảng!A1)",
        ),
        (
            around("Từ ngày 01/9/2024 đến ngày 20/9/2024", name="tháng 8-2024.xlsx"),
            "kỳ từ ngày 01/09/2024 đến ngày 20/09/2024 (Bảng!A1); tháng 8/2024 (tháng 8-2024.xlsx)",
        ),
    ],
)
def test_two_periods_are_never_chosen_between(told, text, read):
    report = read(**told)

    assert report.period is None
    assert report.cell(PERIOD_PLACE).value == Unreadable(text)
    (note,) = report.source.notes
    assert (note.kind, note.text, note.place) == (NoteKind.CONFLICT, text, PERIOD_PLACE)


def test_a_span_that_is_no_period_is_kept_as_it_is_written(read):
    report = read([["Kết quả 13 tháng năm 2024"], *THREE])

    assert report.period is None
    assert report.cell(PERIOD_PLACE).value == Unreadable("13 tháng năm 2024")
    assert report.cell(PERIOD_PLACE).at == "Bảng!A1"


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ("(từ ngày 15/12/2025 đến ngày 14/12/2026)", "2026"),
        ("(từ ngày 01/01/2026 đến ngày 20/8/2026)", "2026-01-01..2026-08-20"),
        ("(lũy kế từ đầu năm đến 30/9/2026)", "2026-M9"),
    ],
)
def test_a_year_beside_its_days_is_told_once(days, code, read):
    report = read([["BÁO CÁO NĂM 2026"], [days], *THREE])

    assert report.period.code == code
    assert notes(report, NoteKind.CONFLICT) == []


def test_a_week_has_the_days_that_another_title_says(read):
    days = "Từ ngày 13/3/2026 đến ngày 19/3/2026"
    report = read([["BẢN TIN TUẦN 12/2026"], [days], *THREE])

    assert report.period == Period.week(
        2026, 12, (date(2026, 3, 13), date(2026, 3, 19))
    )
    assert notes(report, NoteKind.CONFLICT) == []


def test_a_year_in_one_title_and_its_month_in_another_are_one_period(read):
    report = read([["BÁO CÁO NĂM 2024"], ["(Tháng 9/2024)"], *THREE])

    assert report.period == Period.month(2024, 9)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (
            "(Số liệu tính đến thời điểm 16 giờ 30 phút ngày 06/12/2024)",
            "2024-12-06T16:30",
        ),
        ("Ngày báo cáo: 10/10/2026", "2026-10-10"),
        ("Số liệu tính đến ngày 06 tháng 12 năm 2024", "2024-12-06"),
        ("Thời điểm lấy số liệu: 06/12/2024 16:30", "2024-12-06T16:30"),
        ("Cập nhật lúc 8h05 ngày 6/12/2024", "2024-12-06T08:05"),
    ],
)
def test_the_time_of_the_figures_is_read_and_is_no_period(title, code, read):
    report = read([[title], *THREE])

    assert report.as_of.code == code
    assert report.period is None
    assert report.cell(AS_OF_PLACE).at == "Bảng!A1"


def test_two_times_of_the_figures_are_a_conflict_but_a_day_and_its_hour_are_not(read):
    day, hour = "Ngày báo cáo: 06/12/2024", "Tính đến 16 giờ 30 phút ngày 06/12/2024"
    later = "Tính đến ngày 07/12/2024"

    assert read([[day], [hour], *THREE]).as_of.code == "2024-12-06T16:30"
    report = read([[day], [later], *THREE])
    assert isinstance(report.cell(AS_OF_PLACE).value, Unreadable)
    assert len(notes(report, NoteKind.CONFLICT)) == 1


def test_a_day_that_no_calendar_has_is_kept_unreadable(read):
    report = read([["Ngày báo cáo: 31/02/2024"], *THREE])

    assert report.cell(AS_OF_PLACE).value == Unreadable("31/02/2024")


def test_a_decisions_date_is_no_time_of_figures(read):
    assert read([["Quyết định số 766/QĐ-TTg ngày 23/6/2022"], *THREE]).as_of is None


def test_the_unit_of_measure_is_not_taken_for_the_unit(read):
    rows = [
        ["Đơn vị: hồ sơ"],
        ["Nhóm chỉ số", "Điểm đạt được"],
        ["Số hóa hồ sơ", 7.05],
    ]

    assert read(rows).rows["1"].name == ""
