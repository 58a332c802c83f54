"""Tables of a one-stop system's vendor (docs/linh-vuc.md 3.3, 3–5), and the same as text."""

from collections.abc import Iterator

from tests.data.exports.make.headings import under
from tests.data.exports.make.model import (
    Expected,
    Export,
    Sheet,
    asked,
    comma,
    missing,
    number,
    point,
)
from tests.data.exports.make.tables import CODE, NAME, STT, Column, Table, col, table
from tests.data.exports.make.text import text
from tests.data.exports.make.web import UNNAMED, html, spreadsheet_ml
from tests.data.exports.make.xls import xls
from tests.data.exports.make.xlsx import xlsx

_LAW = "THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTG NGÀY 23/06/2022"


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _online(xlsx, "Theo dõi chỉ tiêu DVCTT.xlsm", macros=True)
    yield _online(xls, "Theo doi chi tieu DVCTT.xls")
    yield _payments(html, "ThanhToanTrucTuyen_20260403.xls", points=True)
    yield _payments(spreadsheet_ml, "Thanh toán trực tuyến (XML).xls", points=False)
    yield _digitizing()
    yield _text(";", "utf-8", "Chỉ tiêu DVCTT (UTF-8 BOM).csv", b"\xef\xbb\xbf")
    yield _text(",", "utf-8", "Chỉ tiêu DVCTT (phẩy).csv")
    yield _text("\t", "utf-16-le", "Chỉ tiêu DVCTT (Unicode).tsv", b"\xff\xfe")
    yield _text("\t", "utf-8", "Chỉ tiêu DVCTT.tsv")
    yield _text("\t", "cp1258", "Chi tieu DVCTT (1258).tsv")
    yield _text(";", "utf-8", "Chỉ tiêu DVCTT (đổi đuôi).xlsx", extension=True)
    yield _renamed()


def _columns() -> list[Column]:
    columns = [STT, CODE, NAME]
    columns += under(
        "Số hồ sơ nhận giải quyết",
        col("Số mới tiếp nhận trực tuyến", key="received_online"),
        col("Số mới tiếp nhận trực tiếp", key="received_direct"),
        col("Tiếp nhận qua dịch vụ BCCI", key="received_post"),
    )
    columns += under(
        "Tỷ lệ nộp",
        col("trực tuyến (%)", key="online_submit_rate"),
        col("trực tiếp (%)", key="direct_submit_rate"),
        col("BCCI (%)", key="post_submit_rate"),
    )
    columns += under(
        "Kết quả xử lý",
        col("HS đúng hạn", key="resolved_on_time"),
        col("HS quá hạn", key="overdue_total"),
        col("Tỷ lệ đúng hạn (%)", key="on_time_rate"),
        col("Tỷ lệ quá hạn (%)", key="overdue_rate"),
    )
    columns += [
        col("Số HS đã đồng bộ về cổng DVCQG", key="synced_total"),
        col("Tổng HS có nghĩa vụ tài chính", key="fee_total"),
    ]
    columns += under(
        "Thanh toán trực tuyến",
        col("Số HS đã thanh toán trực tuyến", key="paid_online"),
        col("Tỷ lệ TTTT (%)", key="online_pay_rate"),
        col("Tỷ lệ thanh toán trực tiếp (%)", key="direct_pay_rate"),
    )
    return columns


def _online(writer, name: str, **options: bool) -> Export:
    """Eighteen columns under two rows of headings."""
    sheet = Sheet("DVCTT")
    expected = Expected("2026-03", notes={"near-header"})
    sheet.title(1, f"THEO DÕI CHỈ TIÊU DVC TRỰC TUYẾN - {_LAW}", 18)
    sheet.title(2, "Từ ngày 01/03/2026 đến ngày 31/03/2026", 18)
    rows = table(sheet, expected, 4, _columns())
    first = (96, 4, 0, 96, 4, 0, 98, 2, 98, 2, 100, 37, 33, 89.19, 10.81)
    second = (1204, 35, 11, 96.32, 2.8, asked(0.88, "0.88", "88"), 1249, 1, 99.92, 0.08)
    rows.unit(1, "H44.101", "UBND xã Hùng Sơn", *first)
    rows.unit(
        2, "H44.102", "UBND phường Nông Trang", *second, 1250, 412, 300, 72.82, 27.18
    )
    rows.total(
        "",
        "",
        "Tổng cộng",
        1300,
        39,
        11,
        96.3,
        2.89,
        asked(0.81, "0.81", "81"),
        1347,
        3,
        99.78,
        0.22,
        1350,
        449,
        333,
        74.16,
        25.84,
    )
    return Export(name, writer(sheet, **options), expected)


def _payments(writer, name: str, *, points: bool) -> Export:
    """Ratios as text with a "%", blank where nothing is; sections; a page for an .xls."""
    sheet = Sheet("Thanh toan" if writer is spreadsheet_ml else UNNAMED)
    note = "other-extension" if writer is spreadsheet_ml else "web-page"
    expected = Expected("2026-03", notes={note})
    sheet.title(1, f"THEO DÕI CHỈ TIÊU THANH TOÁN TRỰC TUYẾN - {_LAW}", 7)
    sheet.title(2, "(Thống kê tháng 3/2026)", 7)
    columns = [STT, NAME, col("Tổng HS có nghĩa vụ tài chính", key="fee_total")]
    columns += [col("Số HS đã thanh toán trực tuyến", key="paid_online")]
    columns += [col("Tỷ lệ TTTT (%)", key="online_pay_rate")]
    rows = table(sheet, expected, 3, columns)
    ratio = point if points else comma
    rows.plain("I", "Sở ban ngành")
    rows.unit(
        1, "Sở Xây dựng", number("84", "84"), number("80", "80"), ratio("95.23", "%")
    )
    rows.unit(2, "Sở Nội vụ", missing(""), missing(""), missing(""))
    rows.plain("II", "Cấp xã")
    rows.unit(
        1,
        "UBND xã Hy Cương",
        number("47", "47"),
        number("34", "34"),
        ratio("72.34", "%"),
    )
    rows.unit(
        2, "UBND phường Vân Phú", number("9", "9"), number("0", "0"), ratio("0", "%")
    )
    return Export(name, writer(sheet), expected)


def _digitizing() -> Export:
    """Counts of files digitized and reused, under two rows of headings."""
    sheet = Sheet(UNNAMED)
    expected = Expected("2026-Q1", notes={"web-page", "near-header"})
    sheet.title(1, "THEO DÕI MỨC ĐỘ SỐ HÓA QUÝ I/2026", 9)
    received = (
        col("Chưa số hóa TPHS", key="received_undigitized"),
        col("Có số hóa TPHS", key="received_digitized"),
    )
    reused = (
        col("Có tái sử dụng thành phần", key="received_reused"),
        col("Có tái sử dụng từ cổng DVCQG", key="received_reused_portal"),
    )
    columns = [
        STT,
        col("Đơn vị", key="unit_name"),
        col("Tiếp nhận", key="received_total"),
    ]
    columns += under("Trong đó", *received, *reused)
    columns += [col("Đã giải quyết", key="resolved_total")]
    columns += under(
        "Kết quả",
        col("Chưa số hóa", key="resolved_undigitized"),
        col("Đã số hóa", key="resolved_digitized"),
    )
    rows = table(sheet, expected, 3, columns)
    rows.unit(1, "UBND xã Phù Ninh", 1830, 40, 1790, 512, 66, 1801, 18, 1783)
    rows.unit(2, "UBND xã Dân Chủ", 402, 0, 402, 77, 3, 398, 0, 398)
    return Export("Mức độ số hóa quý I-2026.xls", html(sheet), expected)


def _figures(name: str) -> tuple[Sheet, Expected]:
    sheet = Sheet(name)
    expected = Expected("2026-02")
    sheet.title(1, "Chỉ tiêu dịch vụ công trực tuyến tháng 02/2026")
    columns = [STT, NAME, col("Tiếp nhận", key="received_total")]
    columns += [col("Tỷ lệ hồ sơ nộp trực tuyến (%)", key="online_submit_rate")]
    columns += [col("Tỷ lệ hồ sơ thanh toán trực tuyến (%)", key="online_pay_rate")]
    rows: Table = table(sheet, expected, 3, columns)
    rows.unit(
        "1", "UBND xã Bản Nguyên", number("1203", "1.203"), comma("91.7"), missing("-")
    )
    rows.unit("2", "UBND xã Xuân Lũng", number("87", "87"), comma("100"), comma("45.5"))
    rows.unit("3", "UBND phường Phong Châu", number("0", "0"), missing(""), comma("0"))
    rows.total("", "Tổng cộng", number("1290", "1.290"), comma("92.26"), comma("45.5"))
    return sheet, expected


def _text(
    sign: str, encoding: str, name: str, mark: bytes = b"", *, extension: bool = False
) -> Export:
    sheet, expected = _figures(name.rpartition(".")[0])
    if extension:
        expected.notes.add("other-extension")
    return Export(name, text(sheet, sign, encoding, mark=mark), expected)


def _renamed() -> Export:
    """A workbook of today under an extension of before 2007."""
    sheet, expected = _figures("Tháng 2")
    expected.notes.add("other-extension")
    return Export("Chỉ tiêu DVCTT (thật ra là xlsx).xls", xlsx(sheet), expected)
