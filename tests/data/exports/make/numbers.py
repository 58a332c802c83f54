"""Numbers of one reading and of two, and cells without any (docs/linh-vuc.md 3.1, 3.6)."""

from collections.abc import Iterator
from datetime import date

from tests.data.exports.make.headings import ECOPY_SUM, ON_TIME, ONLINE, OVERDUE, PAID
from tests.data.exports.make.model import (
    DAY,
    Error,
    Expected,
    Export,
    Figure,
    Formula,
    Sheet,
    asked,
    comma,
    fraction,
    missing,
    not_applicable,
    number,
    pair,
    point,
)
from tests.data.exports.make.ods import ods
from tests.data.exports.make.tables import NAME, STT, col, table
from tests.data.exports.make.web import spreadsheet_ml
from tests.data.exports.make.xls import xls
from tests.data.exports.make.xlsb import xlsb
from tests.data.exports.make.xlsx import xlsx

RANK = col("Xếp hạng", key="rank")
TOTAL = col("Tổng điểm (100đ)", key="score_total")


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _two_readings()
    yield _as_written()
    yield _spoilt_ranks(xlsx, "Hạng bị đổi thành ngày.xlsx")
    yield _spoilt_ranks(xls, "Hang bi doi thanh ngay.xls")
    yield _fractions(xlsx, "Tỷ lệ dạng phân số.xlsx")
    yield _fractions(xls, "Ty le dang phan so.xls")
    yield _fractions(ods, "Tỷ lệ dạng phân số.ods")
    yield _fractions(xlsb, "Tỷ lệ dạng phân số.xlsb")
    yield _fractions(spreadsheet_ml, "Tỷ lệ dạng phân số (XML).xls", other=True)
    yield _formulas()
    yield _nothing()


def _two_readings() -> Export:
    """A point before three digits in ratios, a comma in counts, 2.033 of an English Excel."""
    sheet = Sheet("Bảng")
    expected = Expected("2024-09")
    sheet.title(1, "Kết quả tháng 9/2024", 5)
    rows = table(sheet, expected, 2, [STT, NAME, ON_TIME, OVERDUE, ECOPY_SUM])
    rows.unit(
        1,
        "Xã Lộc Thạnh",
        asked("85.714", "85714", "85.714"),
        asked("1,024", "1024", "1.024"),
        asked(2.033, "2033", "2.033"),
    )
    rows.unit(
        2,
        "Xã Lộc Thiện",
        asked("92.308", "92308", "92.308"),
        asked("2,500", "2500", "2.5"),
        asked(1.118, "1118", "1.118"),
    )
    rows.unit(3, "Xã Lộc Hòa", comma("97.5"), number("12", "12"), number("940"))
    return Export("Số có hai cách đọc.xlsx", xlsx(sheet), expected)


def _as_written() -> Export:
    """Units and spaces behind numbers, thousands, leading zeros: all of one reading."""
    sheet = Sheet("Bảng")
    expected = Expected("2024-09")
    sheet.title(1, "Kết quả tháng 9/2024", 6)
    rows = table(sheet, expected, 2, [STT, NAME, OVERDUE, ECOPY_SUM, ON_TIME, TOTAL])
    rows.unit(
        "01",
        "Xã Lộc Thạnh",
        number("1", "01 hồ sơ"),
        number("12033", "12.033"),
        point("95.23", "%"),
        number("80.33", "80,33 điểm"),
    )
    rows.unit(
        "02",
        "Xã Lộc Thiện",
        number("46", "46 hồ sơ"),
        number("1002033", "1.002.033"),
        comma("72.5", " %"),
        pair("87.07", "100", "87,07/100"),
    )
    rows.unit(
        "03",
        "Xã Lộc Hòa",
        number("0", "0"),
        number("2033", "2 033"),
        number("99.5", "99.5"),
        number("90", "90"),
    )
    return Export("Số viết đủ kiểu.xlsx", xlsx(sheet), expected)


def _spoilt_ranks(writer, name: str) -> Export:
    """ "8/9" typed into Excel has become the eighth of September."""
    sheet = Sheet("Xếp hạng")
    expected = Expected("2024-11")
    sheet.title(1, "Xếp hạng tháng 11/2024", 4)
    rows = table(sheet, expected, 2, [STT, NAME, TOTAL, RANK])
    rows.unit(1, "Xã Bàu Năng", 87.07, asked(date(2024, 9, 8), "8", form=DAY))
    rows.unit(2, "Xã Phước Đông", 91.2, asked(date(2024, 9, 1), "1", "9", form=DAY))
    rows.unit(3, "Xã Thạnh Lợi", 88, pair("7", "9", "7/9"))
    return Export(name, writer(sheet), expected)


def _fractions(writer, name: str, *, other: bool = False) -> Export:
    """Ratios stored as fractions that a format shows as percentages."""
    sheet = Sheet("Bảng")
    expected = Expected("2026-01", notes={"other-extension"} if other else set())
    sheet.title(1, "Kết quả tháng 01/2026", 5)
    rows = table(sheet, expected, 2, [STT, NAME, ON_TIME, ONLINE, PAID])
    rows.unit(1, "Xã Ia Grai", fraction("95.23"), fraction("0.5"), fraction("100"))
    rows.unit(2, "Phường Diên Hồng", fraction("99.95"), 61.7, fraction("0"))
    return Export(name, writer(sheet), expected)


def _formulas() -> Export:
    """Formulas with a result, without one, and cells that show an error."""
    sheet = Sheet("Bảng")
    expected = Expected("2026-01", notes={"error-cell", "no-stored-value"})
    sheet.title(1, "Kết quả tháng 01/2026", 5)
    rows = table(sheet, expected, 2, [STT, NAME, OVERDUE, ON_TIME, PAID])
    error = Figure(Error("#DIV/0!"), asked("").told)
    rows.unit(1, "Xã Ia Hrung", number("7", Formula("=3+4", 7)), 90.5, error)
    rows.unit(
        2,
        "Xã Ia Ko",
        asked(Formula("=SUM(C3:C3)")),
        number("95.5", Formula("=191/2", 95.5)),
        70,
    )
    return Export("Công thức và lỗi.xlsx", xlsx(sheet), expected)


def _nothing() -> Export:
    """Missing, zero and not applicable stay apart."""
    sheet = Sheet("Bảng")
    expected = Expected("2026-01")
    sheet.title(1, "Kết quả tháng 01/2026", 6)
    rows = table(sheet, expected, 2, [STT, NAME, OVERDUE, ON_TIME, ONLINE, PAID])
    rows.unit(1, "Xã Ia Hrung", 0, missing("-"), missing("N/A"), not_applicable())
    rows.unit(
        2, "Xã Ia Ko", missing(), number("0", "0"), missing("—"), number("0", "0%")
    )
    rows.unit(
        3,
        "Xã Ia Băng",
        missing("..."),
        missing("chưa có số liệu"),
        0,
        not_applicable("KAD"),
    )
    return Export("Thiếu, không và không áp dụng.xlsx", xlsx(sheet), expected)
