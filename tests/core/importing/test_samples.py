"""Every figure of the three samples, compared with the workbooks by eye."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from core.period import Moment, Period
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    UNIT_CODE,
    UNIT_NAME,
    Blank,
    Layout,
    Part,
    Report,
    Row,
    SourceTable,
)

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
COMMUNE = SAMPLES / "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
DISTRICT = SAMPLES / "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx"
PORTAL = SAMPLES / "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx"


def told(row: Row) -> dict[str, tuple[object, str, str | None]]:
    """Value (numbers as written out), raw text and address by key."""
    return {
        key if part is Part.VALUE else f"{key}/{part.value}": (
            str(cell.value) if isinstance(cell.value, Decimal) else cell.value,
            cell.raw,
            cell.at,
        )
        for (key, part), cell in row.cells.items()
    }


# ------------------------------------------------------------------ sample 1, the annex


def test_every_figure_of_the_communes_annex_is_read(opened):
    report: Report = opened(COMMUNE)

    assert list(report.rows) == ["1"]
    assert told(report.rows["1"]) == {
        "unit_name": ("UBND xã Trường Tây", "UBND xã Trường Tây", "Phụ lục!B7"),
        "unit_code": ("000.21.35.H53", "000.21.35.H53", "Phụ lục!C7"),
        "overdue_total": ("0", "0", "Phụ lục!D7"),
        "on_time_rate": ("100", "100", "Phụ lục!E7"),
        "online_submit_rate": ("91.7", "91,7", "Phụ lục!F7"),
        "online_pay_rate": ("89.64", "89,64", "Phụ lục!G7"),
        "e_result_rate": ("95.09", "95,09", "Phụ lục!H7"),
        "digitize_rate": ("92.73", "92,73", "Phụ lục!I7"),
        "ecopy_count": ("112", "112", "Phụ lục!J7"),
        "ecopy_cumulative": ("2033", "2.033", "Phụ lục!K7"),
    }
    assert report.total is None


def test_the_communes_annex_tells_its_period_layout_and_table(opened):
    report = opened(COMMUNE)

    assert report.period == Period.month(2024, 9)
    assert report.cell(PERIOD_PLACE).at == "Phụ lục!A3"
    assert report.as_of is None
    assert report.layout is Layout.UNITS
    assert report.columns == (
        "overdue_total",
        "on_time_rate",
        "online_submit_rate",
        "online_pay_rate",
        "e_result_rate",
        "digitize_rate",
        "ecopy_count",
        "ecopy_cumulative",
    )
    assert report.source.file == COMMUNE.name
    assert report.source.tables == (SourceTable("Phụ lục", (5, 6), 7),)
    assert report.source.notes == ()


# ---------------------------------------------------------- sample 2, a district's units

UNITS = {  # id: name, overdue, re-use
    "1": ("Các cơ quan chuyên môn huyện", "44", None),
    "2": ("Xã Cẩm Giang", "0", "40.25"),
    "3": ("Xã Thạnh Đức", "1", "41.79"),
    "4": ("Xã Hiệp Thạnh", "1", "4.55"),
    "5": ("Xã Bàu Đồn", "0", "40.08"),
    "6": ("Thị trấn Gò Dầu", "0", "33.93"),
    "7": ("Xã Phước Đông", "0", "47.06"),
    "8": ("Xã Phước Trạch", "0", None),
    "9": ("Xã Phước Thạnh", "0", None),
    "10": ("Xã Thanh Phước", "0", None),
}
DISTRICT_COLUMNS = (
    "overdue_total",
    "on_time_rate",
    "online_submit_rate",
    "online_pay_rate",
    "reuse_rate",
    "e_result_rate",
    "digitize_rate",
    "ecopy_count",
    "ecopy_cumulative",
)


def test_every_unit_of_the_district_is_read_and_blanks_stay_missing(opened):
    report = opened(DISTRICT)

    assert list(report.rows) == list(UNITS)
    for sheet_row, (key, (name, overdue, reuse)) in enumerate(UNITS.items(), start=7):
        figures: dict[str, tuple[object, str]]
        figures = dict.fromkeys(DISTRICT_COLUMNS, (Blank.MISSING, ""))
        figures["overdue_total"] = (overdue, overdue)
        if reuse is not None:
            figures["reuse_rate"] = (reuse, reuse.replace(".", ","))
        assert told(report.rows[key]) == {
            "unit_name": (name, name, f"Phụ lục!B{sheet_row}"),
            "unit_code": (Blank.MISSING, "", f"Phụ lục!C{sheet_row}"),
        } | {
            key: (*figures[key], f"Phụ lục!{letter}{sheet_row}")
            for key, letter in zip(DISTRICT_COLUMNS, "DEFGHIJKL", strict=True)
        }


def test_the_districts_total_line_is_no_unit(opened):
    report = opened(DISTRICT)

    assert report.total is not None
    assert report.total.id == "total"
    assert told(report.total) == {
        "unit_name": ("TỔNG CỘNG", "TỔNG CỘNG", "Phụ lục!B17"),
        "overdue_total": ("46", "46", "Phụ lục!D17"),
        "on_time_rate": (Blank.MISSING, "", "Phụ lục!E17"),
        "online_submit_rate": (Blank.MISSING, "", "Phụ lục!F17"),
        "online_pay_rate": (Blank.MISSING, "", "Phụ lục!G17"),
        "reuse_rate": (Blank.MISSING, "", "Phụ lục!H17"),
        "e_result_rate": ("70.85", "70,85", "Phụ lục!I17"),
        "digitize_rate": ("69.89", "69,89", "Phụ lục!J17"),
        "ecopy_count": (Blank.MISSING, "", "Phụ lục!K17"),
        "ecopy_cumulative": (Blank.MISSING, "", "Phụ lục!L17"),
    }
    assert not any(row.name == "TỔNG CỘNG" for row in report.rows.values())


def test_the_districts_titles_tell_the_period_and_the_time_of_the_figures(opened):
    report = opened(DISTRICT)

    assert report.period == Period.month(2024, 11)
    assert report.cell(PERIOD_PLACE).at == "Phụ lục!A2"
    assert report.as_of == Moment(date(2024, 12, 6), time(16, 30))
    assert report.cell(AS_OF_PLACE).at == "Phụ lục!A3"
    assert report.layout is Layout.UNITS
    assert report.columns == DISTRICT_COLUMNS
    assert report.source.tables == (SourceTable("Phụ lục", (5, 6), 7),)
    assert report.source.notes == ()


# --------------------------------------------------------- sample 3, criteria as rows

OVERVIEW = "1. Tổng quan Bộ Chỉ số 766"
DETAIL = "2. Chi tiết Tiêu chí Thành phần"
GROUPS = {  # sheet row: key, points, maximum
    7: ("score_ckmb", "11.85", "18"),
    8: ("score_tdgq", "17.05", "20"),
    9: ("score_dvctt", "6.33", "12"),
    10: ("score_mdsh", "7.05", "22"),
    11: ("score_tttt", "6.9", "10"),
    12: ("score_mdhl", "5.68", "18"),
}
CRITERIA = {  # sheet row: key, numerator, denominator, ratio, points, maximum
    4: ("publish_rate", "0", "82", "0", "0", "6"),
    5: ("update_rate", "79", "82", "96.34", "3.85", "4"),
    6: ("content_rate", "79", "79", "100", "2", "2"),
    7: ("sync_rate", "2429", "2429", "100", "6", "6"),
    8: ("on_time_rate", "2457", "2882", "85.25", "17.05", "20"),
    9: ("online_pay_rate", "1418", "1597", "88.79", "5.33", "6"),
    10: ("pay_used_rate", "20", "43", "46.51", "1.16", "2"),
    11: ("pay_integrated_rate", "7", "43", "16.28", "0.41", "2"),
    12: ("e_result_rate", "1663", "2882", "57.70", "3.46", "6"),
    13: ("digitize_rate", "215", "2882", "7.46", "0.30", "4"),
    14: ("ecopy_rate", None, None, "100", "2", "2"),
    15: ("reuse_rate", "362", "2882", "12.56", "0.31", "2"),
    16: ("share_rate", "12", "2882", "0.42", "0.02", "4"),
    17: ("citizen_data_rate", "1133", "2882", "39.31", "0.79", "2"),
    18: ("citizen_formality_rate", "33", "388", "8.51", "0.17", "2"),
    19: ("pakn_on_time_rate", "0", "1", "0", "0", "6"),
    20: ("pakn_satisfaction", "0", "1", "0", "0", "6"),
    21: ("satisfaction_rate", "2455", "2882", "85.18", "5.68", "6"),
}


def expected_of_the_portal() -> dict[str, tuple[object, str, str]]:
    title, above = f"{OVERVIEW}!A2", "54.86 / 100 điểm"
    expected: dict[str, tuple[object, str, str]] = {
        "score_total": ("54.86", above, f"{OVERVIEW}!B4"),
        "score_total/maximum": ("100", above, f"{OVERVIEW}!B4"),
        "rank": ("113", "113/116", f"{OVERVIEW}!E4"),
        "rank/of": ("116", "113/116", f"{OVERVIEW}!E4"),
        "unit_name": ("UBND xã Ea Ktur", "UBND xã Ea Ktur", title),
        "unit_code": ("H15.120", "H15.120", title),
    }
    for row, (key, points, most) in GROUPS.items():
        expected[key] = (points, points, f"{OVERVIEW}!C{row}")
        expected[f"{key}/maximum"] = (most, most, f"{OVERVIEW}!D{row}")
    for row, (key, top, bottom, ratio, points, most) in CRITERIA.items():
        for part, number, letter in (
            ("numerator", top, "D"),
            ("denominator", bottom, "E"),
        ):
            shown = (number, number) if number else (Blank.MISSING, "-")
            expected[f"{key}/{part}"] = (*shown, f"{DETAIL}!{letter}{row}")
        expected[key] = (ratio, f"{ratio}%", f"{DETAIL}!F{row}")
        pair = f"{points} / {most}"
        expected[f"{key}/score"] = (points, pair, f"{DETAIL}!G{row}")
        expected[f"{key}/maximum"] = (most, pair, f"{DETAIL}!G{row}")
    return expected


def test_every_figure_of_the_portals_two_sheets_is_joined_into_one_unit(opened):
    report = opened(PORTAL)

    assert list(report.rows) == ["1"]
    assert told(report.rows["1"]) == expected_of_the_portal()
    assert report.total is None


def test_the_portals_workbook_tells_its_period_time_layout_and_order(opened):
    report = opened(PORTAL)

    assert report.period == Period.whole_year(2026)
    assert report.cell(PERIOD_PLACE).at == f"{OVERVIEW}!A1"
    assert report.as_of == Moment(date(2026, 10, 10))
    assert report.cell(AS_OF_PLACE).at == f"{OVERVIEW}!A2"
    assert report.layout is Layout.CRITERIA
    assert report.columns == (
        "score_total",
        "rank",
        *(group[0] for group in GROUPS.values()),
        *(criterion[0] for criterion in CRITERIA.values()),
    )
    assert report.source.tables == (
        SourceTable(OVERVIEW, (6,), 7),
        SourceTable(DETAIL, (3,), 4),
    )


def test_the_portals_two_tables_complete_each_other_without_a_note(opened):
    assert opened(PORTAL).source.notes == ()


@pytest.mark.parametrize("path", [COMMUNE, DISTRICT, PORTAL], ids=["1", "2", "3"])
def test_a_sample_under_another_name_reads_the_same_figures(path, opened, tmp_path):
    copy = tmp_path / "a.bin"
    copy.write_bytes(path.read_bytes())

    assert opened(copy).rows == opened(path).rows


def test_progress_is_told_to_its_end(opened):
    steps = []
    opened(COMMUNE, progress=lambda done, all_: steps.append((done, all_)))

    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_what_progress_raises_to_cancel_is_handed_on(opened):
    class CancelledError(Exception):
        pass

    def cancel(done, steps):
        raise CancelledError

    with pytest.raises(CancelledError):
        opened(COMMUNE, progress=cancel)


def test_unit_name_and_code_are_cells(opened):
    row = opened(PORTAL).rows["1"]

    assert row.cell(UNIT_NAME).value == row.name == "UBND xã Ea Ktur"
    assert row.cell(UNIT_CODE).value == row.code == "H15.120"
