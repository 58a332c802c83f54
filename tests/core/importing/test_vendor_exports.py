"""The exports of a one-stop system's vendor (docs/linh-vuc.md 3.3, no. 3, 4, 5, 13)."""

from decimal import Decimal

from core.report import Blank, NoteKind, Unreadable
from tests.core.importing.grids import figures, notes, numbers, report, sheet, value

ONLINE = sheet(
    """
    UBND TỈNH X | | | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    THEO DÕI CHỈ TIÊU DVC TRỰC TUYẾN
    THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTG NGÀY 23/06/2022
    (Thống kê hàng tháng, quý)
    STT | Mã định danh | Tên đơn vị | Số hồ sơ nhận giải quyết ||| Tỷ lệ nộp ||| Kết quả xử lý |||| Số HS đã đồng bộ về cổng DVCQG | Tổng HS có nghĩa vụ tài chính | Thanh toán trực tuyến ||
    | | | Số mới tiếp nhận trực tuyến | trực tiếp | qua dịch vụ BCCI | trực tuyến (%) | trực tiếp (%) | BCCI (%) | HS đúng hạn | quá hạn | Tỷ lệ đúng hạn (%) | Tỷ lệ quá hạn (%) | | | Số HS đã thanh toán trực tuyến | Tỷ lệ TTTT (%) | Tỷ lệ thanh toán trực tiếp (%)
    A | B | C | 1 | 2 | 3 | 4=1/(1+2+3) | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14=13/12 | 15
    I | Sở ban ngành ||||||||||||||||
    1 | 000.01.35.H53 | Sở Công Thương | '1.201 | 10 | 2 | 99.01% | 0.82% | 0.16% | 1200 | 1 | 99.92% | 0.08% | 1213 | 40 | 38 | 95% | 5%
    | | Cộng | '1.201 | 10 | 2 | 99.01% | 0.82% | 0.16% | 1200 | 1 | 99.92% | 0.08% | 1213 | 40 | 38 | 95% | 5%
    II | Cấp xã ||||||||||||||||
    2 | 000.21.35.H53 | UBND xã Trường Tây | 112 | 16 | | 87.50% | 12.50% | | 128 | | 100% | | 128 | | | |
    TỔNG CỘNG ||| 1313 | 26 | 2 | 97.91% | 1.94% | 0.15% | 1328 | 1 | 99.92% | 0.08% | 1341 | 40 | 38 | 95% | 5%
    """,
    *("A5:A6", "B5:B6", "C5:C6", "D5:F5", "G5:I5", "J5:M5", "N5:N6", "O5:O6", "P5:R5"),
)  # fmt: skip
COLUMNS = (
    "received_online received_direct received_post online_submit_rate"
    " direct_submit_rate post_submit_rate resolved_on_time overdue_total on_time_rate"
    " overdue_rate synced_total fee_total paid_online online_pay_rate direct_pay_rate"
)
MISSING = Blank.MISSING


def test_the_export_of_18_columns_is_read_with_its_sections_left_out():
    told = report(ONLINE)

    assert told.columns == tuple(COLUMNS.split())
    assert figures(told, COLUMNS) == {
        "Sở Công Thương": [
            *numbers(1201, 10, 2, "99.01", "0.82", "0.16", 1200, 1, "99.92", "0.08"),
            *numbers(1213, 40, 38, 95, 5),
        ],
        "UBND xã Trường Tây": [
            *numbers(112, 16), MISSING, *numbers("87.5", "12.5"), MISSING,
            *numbers(128), MISSING, *numbers(100), MISSING,
            *numbers(128), MISSING, MISSING, MISSING, MISSING,
        ],
    }  # fmt: skip
    assert [row.code for row in told.rows.values()] == [
        "000.01.35.H53",
        "000.21.35.H53",
    ]
    assert told.total is not None
    assert told.total.number("received_online") == 1313
    assert told.source is not None
    assert told.source.notes == ()


def test_the_export_of_payments_keeps_its_blanks():
    told = report(
        sheet("""
            THEO DÕI CHỈ TIÊU THANH TOÁN TRỰC TUYẾN
            (Thống kê hàng tháng, quý, 6 tháng, năm)

            STT | Đơn vị | Tổng HS có nghĩa vụ tài chính | Số HS đã thanh toán trực tuyến | Số HS thanh toán trực tiếp | Tỷ lệ TTTT (%) | Tỷ lệ thanh toán trực tiếp (%)
            I   | Sở ban ngành | 21 | 20 | 1 | 95.23% | 4.77%
            1   | Sở Tư pháp   | 21 | 20 | 1 | 95.23% | 4.77%
            II  | VPĐK         |    |    |   |        |
            1   | VPĐK Gò Dầu  |    |    |   |        |
            III | Cấp huyện    | 40 |    | 40 |       | 100%
            1   | UBND huyện Gò Dầu | 40 | | 40 |     | 100%
        """)
    )  # fmt: skip

    assert figures(told, "fee_total paid_online online_pay_rate direct_pay_rate") == {
        "Sở Tư pháp": numbers(21, 20, "95.23", "4.77"),
        "VPĐK Gò Dầu": [MISSING] * 4,
        "UBND huyện Gò Dầu": [Decimal(40), MISSING, MISSING, Decimal(100)],
    }
    assert told.total is None
    (unknown,) = notes(told, NoteKind.UNKNOWN_HEADER)
    assert unknown.text == "Số HS thanh toán trực tiếp"


def test_the_export_of_digitisation_is_read():
    told = report(
        sheet(
            """
            THEO DÕI MỨC ĐỘ SỐ HÓA
            STT | Đơn vị | Tiếp nhận | Số hóa khi tiếp nhận |||| Đã giải quyết | Số hóa kết quả ||
            | | | Chưa số hóa TPHS | Có số hóa TPHS | Có tái sử dụng thành phần | Có tái sử dụng từ cổng DVCQG | | Chưa số hóa | Đã số hóa
            1 | Xã A | 120 | 20 | 100 | 30 | 5 | 110 | 10 | 100
            """,
            *("A2:A3", "B2:B3", "C2:C3", "D2:G2", "H2:H3", "I2:J2"),
        )
    )  # fmt: skip

    keys = (
        "received_total received_undigitized received_digitized received_reused"
        " received_reused_portal resolved_total resolved_undigitized resolved_digitized"
    )
    assert figures(told, keys) == {"Xã A": numbers(120, 20, 100, 30, 5, 110, 10, 100)}
    assert told.source is not None
    assert told.source.notes == ()


# ------------------------------------------------ receipts and results (07a/VPCP, no. 13)

RECEIPTS = """
    TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH
    Đơn vị: UBND xã Trường Tây
    Kỳ báo cáo: Quý III/2024
    STT | {names} | Số lượng hồ sơ tiếp nhận |||| Số lượng hồ sơ đã giải quyết |||| Số lượng hồ sơ đang giải quyết ||
    | | Tổng số | Trong kỳ || Từ kỳ trước | Tổng số | Trước hạn | Đúng hạn | Quá hạn | Tổng số | Trong hạn | Quá hạn
    | | | Trực tuyến | Trực tiếp, dịch vụ bưu chính | | | | | | | |
    (1) | (2) | (3)=(4)+(5)+(6) | (4) | (5) | (6) | (7)=(8)+(9)+(10) | (8) | (9) | (10) | (11)=(12)+(13) | (12) | (13)
    1 | {first} | 60 | 50 | 8 | 2 | 55 | 40 | 14 | 1 | 5 | 4 | 1
    2 | {second} | 40 | 30 | 10 | 0 | 40 | 40 | 0 | 0 | 0 | 0 | 0
    | Tổng cộng | 100 | 80 | 18 | 2 | 95 | 80 | 14 | 1 | 5 | 4 | 1
"""
MERGED = (
    *("A4:A6", "B4:B6", "C4:F4", "C5:C6", "D5:E5", "F5:F6", "G4:J4"),
    *("G5:G6", "H5:H6", "I5:I6", "J5:J6", "K4:M4", "K5:K6", "L5:L6", "M5:M6"),
)
COUNTS = (
    "received_total received_online received_direct carried_over resolved_total"
    " resolved_early resolved_on_time overdue_total pending_total pending_on_time"
    " pending_overdue"
)


def test_receipts_by_unit_are_read_under_a_header_of_three_tiers():
    text = RECEIPTS.format(names="Đơn vị", first="Xã A", second="Xã B")

    told = report(sheet(text, *MERGED))

    assert told.columns == tuple(COUNTS.split())
    assert figures(told, COUNTS) == {
        "Xã A": numbers(60, 50, 8, 2, 55, 40, 14, 1, 5, 4, 1),
        "Xã B": numbers(40, 30, 10, 0, 40, 40, 0, 0, 0, 0, 0),
    }
    assert told.total is not None
    assert told.total.number("received_total") == 100


def test_receipts_by_field_give_the_offices_own_total():
    text = RECEIPTS.format(
        names="Lĩnh vực giải quyết", first="Hộ tịch", second="Chứng thực"
    )

    told = report(sheet(text, *MERGED))

    assert figures(told, COUNTS) == {
        "UBND xã Trường Tây": numbers(100, 80, 18, 2, 95, 80, 14, 1, 5, 4, 1)
    }


def test_receipts_by_field_without_a_total_are_not_summed():
    text = RECEIPTS.format(names="Lĩnh vực", first="Hộ tịch", second="Chứng thực")
    without = text.replace("    | Tổng cộng | 100", "    | Người lập | 100")

    assert value(report(sheet(without, *MERGED)), "received_total") is MISSING


def test_counts_in_words_are_counts():
    told = report(
        sheet("""
            Tên đơn vị | Hồ sơ quá hạn | Số hồ sơ tiếp nhận
            Xã A | 01 hồ sơ | '2.033
            Xã B | 46 hồ sơ | 1,204
        """)
    )

    keys = "overdue_total received_total"
    assert figures(told, keys)["Xã A"] == numbers(1, 2033)
    assert figures(told, keys)["Xã B"] == [
        Decimal(46),
        Unreadable("1,204", (Decimal(1204), Decimal("1.204"))),
    ]
