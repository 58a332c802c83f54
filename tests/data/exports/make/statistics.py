"""Statistics of a commune (docs/linh-vuc.md 3.3, 13), and what is hidden in a sheet."""

from collections.abc import Iterator

from tests.data.exports.make.headings import ON_TIME, ONLINE, OVERDUE, PAID, under
from tests.data.exports.make.model import Expected, Export, Sheet
from tests.data.exports.make.ods import ods
from tests.data.exports.make.tables import NAME, STT, col, criteria, held, table
from tests.data.exports.make.xls import xls
from tests.data.exports.make.xlsb import xlsb
from tests.data.exports.make.xlsx import xlsx


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _received_and_resolved(xlsx, "Biểu 07a - tháng 7-2026.xlsx")
    yield _received_and_resolved(ods, "Biểu 07a - tháng 7-2026.ods")
    yield _lines()
    yield _hidden(xlsx, "Có phần ẩn.xlsx")
    yield _hidden(xls, "Co phan an.xls")
    yield _hidden(ods, "Có phần ẩn.ods")
    yield _hidden(xlsb, "Có phần ẩn.xlsb")


def _received_and_resolved(writer, name: str) -> Export:
    """The classic form: received, resolved, pending; three rows of headings."""
    sheet = Sheet("07a")
    expected = Expected("2026-07", notes={"near-header"})
    sheet.title(1, "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC THÁNG 7/2026", 13)
    columns = [STT, NAME]
    received = [
        col("Tổng số hồ sơ tiếp nhận", key="received_total"),
        col("Số hồ sơ tiếp nhận trực tuyến", key="received_online"),
        col("Số hồ sơ tiếp nhận trực tiếp", key="received_direct"),
        col("Kỳ trước chuyển sang", key="carried_over"),
    ]
    columns += under("Số hồ sơ nhận giải quyết", *received)
    resolved = [
        col("Tổng số hồ sơ đã giải quyết", key="resolved_total"),
        col("Trước hạn", key="resolved_early"),
        col("Đúng hạn", key="resolved_on_time"),
        col("Quá hạn", key="overdue_total"),
    ]
    columns += under("Số hồ sơ đã giải quyết", *resolved)
    pending = [
        col("Tổng số hồ sơ đang giải quyết", key="pending_total"),
        col("Trong hạn", key="pending_on_time"),
        col("Quá hạn", key="pending_overdue"),
    ]
    columns += under("Số hồ sơ đang giải quyết", *pending)
    rows = table(sheet, expected, 3, columns)
    rows.plain("(1)", "(2)", *(f"({number})" for number in range(3, 14)))
    rows.unit(1, "UBND xã Hòa Phú", 640, 512, 101, 27, 601, 420, 177, 4, 39, 38, 1)
    rows.unit(2, "UBND xã Ea Kao", 88, 80, 8, 0, 88, 70, 18, 0, 0, 0, 0)
    rows.total("", "Tổng số", 728, 592, 109, 27, 689, 490, 195, 4, 39, 38, 1)
    return Export(name, writer(sheet), expected)


def _lines() -> Export:
    """A figure a line, named in words, for the one office of the title."""
    sheet = Sheet("Số liệu")
    expected = Expected("2026-07")
    sheet.title(1, "Đơn vị: UBND xã Hòa Phú", 3)
    sheet.title(2, "Số liệu tháng 7 năm 2026", 3)
    owner = expected.unit("UBND xã Hòa Phú")
    columns = [col("STT"), col("Nội dung"), held("Số lượng")]
    rows = criteria(sheet, owner, 4, columns)
    rows.figure("received_total", 1, "Tổng số hồ sơ tiếp nhận", 640)
    rows.figure("received_online", 2, "Số hồ sơ tiếp nhận trực tuyến", 512)
    rows.figure("resolved_total", 3, "Tổng số hồ sơ đã giải quyết", 601)
    rows.figure("overdue_total", 4, "Tổng số hồ sơ quá hạn", 5)
    rows.figure("ecopy_count", 5, "Chứng thực bản sao điện tử", 0)
    return Export("Số liệu từng dòng.xlsx", xlsx(sheet), expected)


def _hidden(writer, name: str) -> Export:
    """A hidden row, a hidden column and a hidden sheet: said, and left out."""
    sheet, last = Sheet("Tháng 7"), Sheet("Tháng 6 (cũ)")
    expected = Expected("2026-07", notes={"hidden"})
    sheet.title(1, "Kết quả tháng 7/2026 của các xã")
    seen = table(sheet, expected, 3, [STT, NAME, OVERDUE, ON_TIME])
    seen.unit(1, "Xã Ea Kao", 4, 98.31)
    seen.plain(2, "Xã Hòa Phú (số liệu thử)", 99, 1)
    seen.unit(3, "Xã Ea Tul", 0, 100)
    sheet.put(3, 5, ONLINE.head[0])
    for row, value in ((4, 11.1), (5, 22.2), (6, 33.3)):
        sheet.put(row, 5, value)
    sheet.hidden_rows.add(5)
    sheet.hidden_columns.add(5)
    other = table(last, Expected(), 1, [STT, NAME, PAID])
    other.unit(1, "Xã Ea Kao", 50)
    last.hidden = True
    return Export(name, writer(sheet, last), expected)
