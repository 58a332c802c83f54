"""Tables as offices publish them: a sheet a group, the portal's page, snapshots, ranks."""

from decimal import Decimal

import pytest

from core.report import Blank, NoteKind, Part, Unreadable
from tests.core.importing.grids import (
    figures,
    found,
    notes,
    numbers,
    report,
    sheet,
    value,
)

# ------------------------------------------------- one sheet a group (3.3, no. 8)

GROUPS = {
    "Công khai minh bạch": (
        "score_ckmb",
        "Tỷ lệ TTHC công bố đúng hạn",
        "publish_rate",
    ),
    "Tiến độ giải quyết": (
        "score_tdgq",
        "Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn",
        "on_time_rate",
    ),
    "Dịch vụ công trực tuyến": (
        "score_dvctt",
        "Tỷ lệ hồ sơ nộp trực tuyến",
        "online_submit_rate",
    ),
    "Số hóa hồ sơ": (
        "score_mdsh",
        "Tỷ lệ hồ sơ thực hiện số hóa hồ sơ",
        "digitize_rate",
    ),
    "Mức độ hài lòng": (
        "score_mdhl",
        "Tỷ lệ hài lòng trong tiếp nhận",
        "satisfaction_rate",
    ),
    "Thanh toán trực tuyến": (
        "score_tttt",
        "Tỷ lệ hồ sơ thanh toán trực tuyến",
        "online_pay_rate",
    ),
}


def group_sheet(number: int, group: str, label: str, *, name: str = ""):
    """One of the six sheets: its units in another order than in the first."""
    a = f"UBND xã A | Xã | {number}.5 | 18 | 0.5 | {number}0 | 100 | 0.{number} | 3 | 6 | 3 | Có dữ liệu"
    b = "UBND xã B | Xã | - | 18 | - | | | | | | | Chưa có dữ liệu nhóm"
    units = [a, b] if number % 2 else [b, a]
    rows = "\n".join(f"{n} | {unit}" for n, unit in enumerate(units, start=1))
    return sheet(
        f"""
        BỘ CHỈ SỐ 766 - {group.upper()}
        Tỉnh Phú Thọ - Quý III/2026 - Phạm vi: toàn tỉnh
        Thời điểm lấy số liệu: 08:15 05/10/2026

        STT | Cơ quan, đơn vị | Cấp cơ quan | Điểm ghi nhận | Điểm tối đa | Tỷ lệ đạt | {label} |||||| Trạng thái dữ liệu
        | | | | | | Số lượng đạt | Tổng số | Tỷ lệ | Điểm ghi nhận | Điểm tối đa | Điểm chưa đạt |
        {rows}
        """,
        *("A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:E6", "F5:F6", "G5:L5", "M5:M6"),
        name=name or group,
        percents="I7 I8 F7 F8",
    )  # fmt: skip


def test_six_sheets_about_the_same_units_are_joined():
    told = report(
        *(
            group_sheet(number, group, label)
            for number, (group, (_, label, _)) in enumerate(GROUPS.items(), start=1)
        )
    )

    scores = " ".join(key for key, _, _ in GROUPS.values())
    ratios = " ".join(key for _, _, key in GROUPS.values())
    assert list(figures(told, "")) == ["UBND xã A", "UBND xã B"]
    assert figures(told, scores)["UBND xã A"] == numbers(1.5, 2.5, 3.5, 4.5, 5.5, 6.5)
    assert figures(told, ratios)["UBND xã A"] == numbers(10, 20, 30, 40, 50, 60)
    assert figures(told, ratios, Part.NUMERATOR)["UBND xã A"] == numbers(
        10, 20, 30, 40, 50, 60
    )
    assert figures(told, ratios, Part.DENOMINATOR)["UBND xã A"] == numbers(*[100] * 6)
    assert figures(told, ratios, Part.SCORE)["UBND xã A"] == numbers(*[3] * 6)
    assert figures(told, ratios, Part.MAXIMUM)["UBND xã A"] == numbers(*[6] * 6)
    assert set(figures(told, f"{scores} {ratios}")["UBND xã B"]) == {Blank.MISSING}
    assert told.source is not None
    assert told.source.notes == ()


def test_a_group_that_only_the_title_names_owns_the_points():
    told = report(group_sheet(1, "Số hóa hồ sơ", "Tỷ lệ số hóa hồ sơ", name="Sheet1"))

    assert figures(told, "score_mdsh")["UBND xã A"] == numbers(1.5)
    assert "score_total" not in told.columns


# ------------------------------------------------ the portal's own page (3.3, no. 9)


@pytest.mark.parametrize(
    "header",
    [
        (
            "STT | Tỉnh/Thành phố | Công khai, minh bạch | Tiến độ giải quyết"
            " | Dịch vụ trực tuyến | Mức độ hài lòng | Số hóa hồ sơ | Tổng điểm"
        ),
        "Hạng | Tỉnh, thành phố | CKMB | TDGQ | Dịch vụ trực tuyến | MDHL | MDSH | TONG_SCORE",
    ],
)
def test_the_portals_five_groups_are_read_with_services_of_22_points(header):
    told = report(
        sheet(f"""
            {header}
            1 | Tây Ninh | 16,20 | 18,85 | 20,31 | 17,5 | 15,4 | 88,26
            2 | TP. Hồ Chí Minh | 15 | 17 | 11,5 | 18 | 12 | 73,5
        """)
    )

    keys = "score_ckmb score_tdgq score_online22 score_mdhl score_mdsh score_total"
    assert figures(told, keys) == {
        "Tây Ninh": numbers("16.2", "18.85", "20.31", "17.5", "15.4", "88.26"),
        "TP. Hồ Chí Minh": numbers(15, 17, "11.5", 18, 12, "73.5"),
    }


# ------------------------------------------------------------ snapshots (3.3, no. 10)

DAYS = """
    THEO DÕI ĐIỂM BỘ CHỈ SỐ 766
    STT | Tên đơn vị | Ngày 28/9 || Ngày 29/9 |
        |            | Điểm | Chênh lệch | Điểm | Chênh lệch
    1   | UBND xã A  | 88.4 | 1.2 | 89 | 0.6
        | Δ          | 0.4  |     | 0.6 |
    2   | UBND xã B  | 86.05 | -0.35 | 86 | -0.05
        | Δ          | -0.1 |     | 0 |
        | Thời gian  | '28/9/2026 16:00 | | '29/9/2026 16:00 |
        |            | '28/9/2026 16:00 | | '29/9/2026 16:00 |
"""


def test_of_several_snapshots_none_is_chosen_and_all_are_said():
    told = report(sheet(DAYS, "A2:A3", "B2:B3", "C2:D2", "E2:F2"))

    assert figures(told, "score_total") == {
        "UBND xã A": [Unreadable("88.4 (C4); 89 (E4)", tuple(numbers("88.4", 89)))],
        "UBND xã B": [Unreadable("86.05 (C6); 86 (E6)", tuple(numbers("86.05", 86)))],
    }
    (note,) = notes(told, NoteKind.CONFLICT)
    assert note.at == "Bảng!E3"
    assert note.text.startswith(
        "“Ngày 28/9 – Điểm” (cột C) và “Ngày 29/9 – Điểm” (cột E), dòng "
    )
    assert note.text.endswith("; chưa lấy cột nào")


def test_snapshots_without_days_over_them_are_read_alike():
    text = DAYS.replace("Ngày 28/9 || Ngày 29/9 |", "|||").replace(
        "STT | Tên đơn vị", "|"
    )
    text = text.replace("        |            | Điểm", "    STT | Tên đơn vị | Điểm")

    told = report(sheet(text))

    assert figures(told, "score_total")["UBND xã B"] == [
        Unreadable("86.05 (C6); 86 (E6)", tuple(numbers("86.05", 86)))
    ]
    assert len(notes(told, NoteKind.CONFLICT)) == 1


def test_the_time_below_a_table_is_the_time_of_its_figures():
    text = (
        "Tên đơn vị | Tổng điểm\nXã A | 80\n\nCập nhật: 28/9/2026 16:00\nNgười lập biểu"
    )
    (table,) = found(sheet(text))

    assert [title.text for title in table.titles] == ["Cập nhật: 28/9/2026 16:00"]
    assert list(figures(report(sheet(text)), "score_total")) == ["Xã A"]


# -------------------------------------------------------- ranks and changes (no. 12)


def test_a_weekly_bulletin_keeps_points_and_rank_and_leaves_the_change():
    told = report(
        sheet("""
            BẢN TIN TUẦN 03/2024
            STT | Tên đơn vị | Điểm | Xếp hạng | Tăng/giảm so với tuần trước
            1 | Phường Hòa Lợi | 83,21 | 2/8 | +0,5
            2 | Xã Phú An | 79,4 | 5/8 | -1,25
        """)
    )

    assert figures(told, "score_total rank") == {
        "Phường Hòa Lợi": numbers("83.21", 2),
        "Xã Phú An": numbers("79.4", 5),
    }
    assert value(told, "rank", part=Part.OF) == 8
    assert told.source is not None
    assert told.source.notes == ()


# ----------------------------------------------------------- headings without diacritics


def test_headings_without_diacritics_are_recognised():
    told = report(
        sheet("""
            STT | Ten don vi | Ma dinh danh | Ty le ho so nop truc tuyen (%) | So hoa ho so (22d) | Ho so qua han
            1 | UBND xa A | H15.1 | 91,7 | 18,5 | 2
            2 | UBND xa B | H15.2 | 50 | 7 | 3
            | TONG CONG | | 80 | | 5
        """)
    )

    assert figures(told, "online_submit_rate score_mdsh overdue_total") == {
        "UBND xa A": numbers("91.7", "18.5", 2),
        "UBND xa B": numbers(50, 7, 3),
    }
    assert told.total is not None
    assert told.total.number("overdue_total") == 5
    assert value(told, "online_submit_rate") == Decimal("91.7")
