"""Annexes of letters: units as rows, criteria as columns (docs/linh-vuc.md 3.3, 1–2)."""

from collections.abc import Iterator

from tests.data.exports.make.headings import (
    DIGITIZED,
    DIGITIZING,
    E_RESULT,
    ECOPY,
    ECOPY_SUM,
    ON_TIME,
    ONLINE,
    OVERDUE,
    PAID,
    REUSED,
    under,
)
from tests.data.exports.make.model import (
    Expected,
    Export,
    Sheet,
    comma,
    dots,
    missing,
    number,
)
from tests.data.exports.make.tables import CODE, NAME, STT, col, table
from tests.data.exports.make.xlsx import xlsx


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _one_commune()
    yield _sections()
    yield _three_tiers()
    yield _shuffled()
    yield _several_tables()
    yield _two_codes()


def _one_commune() -> Export:
    """The annex of one commune: two tiers, decimal commas, "2.033" files so far."""
    sheet = Sheet("Phụ lục")
    expected = Expected("2024-09")
    sheet.title(1, "PHỤ LỤC", 11)
    sheet.title(2, "KẾT QUẢ THỰC HIỆN BỘ CHỈ SỐ 766 TRONG THÁNG 9/2024", 11)
    sheet.title(3, "(Kèm theo Công văn số     /UBND ngày     tháng 10 năm 2024)", 11)
    columns = [STT, NAME, CODE, OVERDUE, ON_TIME, ONLINE, PAID]
    columns += under(DIGITIZING, E_RESULT, DIGITIZED, ECOPY, ECOPY_SUM)
    rows = table(sheet, expected, 5, columns)
    figures = (number("0"), number("100"), comma("92.4"), comma("88.61"))
    digitized = (comma("94.07"), comma("91.75"), number("118"), dots("2146"))
    rows.unit(1, "UBND xã Tân Phước", "000.22.35.H53", *figures, *digitized)
    rows.plain("(*) Tính cả hồ sơ đang xử lý.")
    rows.plain("(**) Theo số liệu trên Cổng Dịch vụ công quốc gia.")
    name = "Phụ lục 766 - UBND xã Tân Phước - tháng 9-2024.xlsx"
    return Export(name, xlsx(sheet), expected)


def _sections() -> Export:
    """Numbers of columns, Roman sections with sums, the header again, notes, a total."""
    sheet = Sheet("PL1")
    expected = Expected("2024-11", "2024-12-06T16:30")
    sheet.title(1, "Phụ lục 1", 7)
    sheet.title(2, "KẾT QUẢ CỦA CÁC XÃ, THỊ TRẤN THÁNG 11 NĂM 2024", 7)
    sheet.title(3, "(Số liệu lấy lúc 16 giờ 30 phút ngày 06/12/2024)", 7)
    rows = table(sheet, expected, 5, [STT, NAME, CODE, OVERDUE, ON_TIME, ONLINE, PAID])
    rows.plain("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)")
    rows.plain("I", "Khu vực phía Bắc")
    rows.unit(1, "Xã Phước Đông", "000.23.35.H53", 44, 91.7, 96.15, 71.4)
    rows.unit(2, "Xã Bàu Năng", "000.24.35.H53", 1, comma("99.2"), comma("88"), 65)
    rows.plain("", "Cộng", "", 45, "", "", "")
    rows.again()
    rows.plain("II", "Khu vực phía Nam")
    rows.unit(1, "Thị trấn Gò Chùa", "000.25.35.H53", 1, 98.06, missing("-"), 80.5)
    rows.unit(2, "Xã Thạnh Lợi", "000.26.35.H53", 0, 100, 93.33, missing())
    rows.plain("", "Cộng", "", 1, "", "", "")
    rows.total("", "TỔNG CỘNG", "", 46, 97.1, 92.2, 70.36)
    rows.plain("Ghi chú: (*) gồm cả hồ sơ đang giải quyết đã quá hạn.")
    return Export("Phụ lục 1 - tháng 11-2024.xlsx", xlsx(sheet), expected)


def _three_tiers() -> Export:
    """A header of three rows, with a blank column and a blank row before the table."""
    sheet = Sheet("Biểu tổng hợp")
    expected = Expected("2025-03", notes={"near-header"})
    sheet.title(2, "BIỂU TỔNG HỢP THÁNG 3/2025", 9, column=2)
    whole = "KẾT QUẢ THỰC HIỆN"
    columns = [STT, NAME]
    columns += under(whole, *under("Giải quyết hồ sơ", OVERDUE, ON_TIME))
    columns += under(whole, *under("Dịch vụ công trực tuyến", ONLINE, PAID))
    columns += under(whole, *under("Số hóa hồ sơ", E_RESULT, DIGITIZED, REUSED))
    rows = table(sheet, expected, 4, columns, left=2)
    rows.unit(1, "Phường Long Hoa", 3, 97.45, 88.2, 79.9, 96.1, 93.2, 41.5)
    rows.unit(2, "Phường Hiệp Ninh", 0, 100, 95.75, 91.2, 99, 97.25, 62.08)
    rows.unit(3, "Xã Trường Đông", 12, 92.3, 71.08, 55.5, 90.4, 88.8, 20)
    rows.total("", "Tổng cộng", 15, 96.6, 85.01, 75.53, 95.17, 93.08, 41.19)
    return Export("Biểu tổng hợp T3-2025.xlsx", xlsx(sheet), expected)


def _shuffled() -> Export:
    """One row of headings, columns in an unusual order, an unknown one among them."""
    sheet = Sheet("Sheet1")
    expected = Expected("2026-05", notes={"unknown-header", "near-header"})
    sheet.title(1, "Kết quả tháng 5/2026 của các xã")
    columns = [PAID, NAME, REUSED, col("Người lập biểu"), OVERDUE, ON_TIME]
    rows = table(sheet, expected, 2, columns)
    rows.unit(67.5, "Xã Ea Kao", 12.56, "Tổ CNTT", 4, 98.31)
    rows.unit(88.79, "Xã Hòa Phú", 30, "Tổ CNTT", 0, 100)
    return Export("ket qua cac xa.xlsx", xlsx(sheet, inline=True), expected)


def _several_tables() -> Export:
    """Two tables one below the other on a sheet, about the same units."""
    sheet = Sheet("Tổng hợp")
    expected = Expected("2026-04")
    sheet.title(1, "TỔNG HỢP KẾT QUẢ THÁNG 4/2026", 4)
    sheet.title(2, "1. Giải quyết hồ sơ", 4)
    first = table(sheet, expected, 3, [STT, NAME, OVERDUE, ON_TIME])
    first.unit(1, "Xã Cư Mgar", 2, 99.1)
    first.unit(2, "Xã Quảng Phú", 7, 95.46)
    first.unit(3, "Xã Ea Tul", 0, 100)
    below = first.row + 1
    sheet.title(below, "2. Dịch vụ công trực tuyến", 4)
    second = table(sheet, expected, below + 1, [STT, NAME, ONLINE, PAID])
    second.unit(1, "Xã Quảng Phú", 81.2, 77)
    second.unit(2, "Xã Cư Mgar", 90.5, 84.25)
    second.unit(3, "Xã Ea Tul", 66.67, missing("-"))
    return Export("Tổng hợp tháng 4.2026.xlsx", xlsx(sheet), expected)


def _two_codes() -> Export:
    """The same offices under other codes and other names on a second sheet."""
    old, new = Sheet("Hồ sơ"), Sheet("Trực tuyến")
    expected = Expected("2026-06")
    old.title(1, "Kết quả tháng 6/2026")
    first = table(old, expected, 2, [STT, CODE, NAME, OVERDUE])
    first.unit(1, "000.15.120.H15", "UBND xã Ea Ning", 5)
    first.unit(2, "000.15.121.H15", "UBND Phường Thành Nhất - Tỉnh Đắk Lắk", 0)
    second = table(new, expected, 1, [STT, CODE, NAME, ONLINE])
    ward = "UBND Phường Thành Nhất - Tỉnh Đắk Lắk"
    second.unit(1, "H15.131", "UBND phường Thành Nhất", 91.5, same=ward)
    second.unit(2, "H15.130", "xã Ea Ning", 73.25, same="UBND xã Ea Ning")
    return Export("Hai mã định danh.xlsx", xlsx(old, new), expected)
