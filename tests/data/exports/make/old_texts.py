"""Vietnamese text in old fonts, in parts, with what cannot be seen (docs/linh-vuc.md 6.2)."""

import unicodedata
from collections.abc import Callable, Iterator

from tests.data.exports.make.biff5 import biff5
from tests.data.exports.make.headings import ON_TIME, ONLINE, OVERDUE, PAID
from tests.data.exports.make.model import Content, Expected, Export, Sheet
from tests.data.exports.make.old_fonts import tcvn3, vni
from tests.data.exports.make.tables import NAME, STT, table
from tests.data.exports.make.web import UNNAMED, html
from tests.data.exports.make.xls import xls
from tests.data.exports.make.xlsx import xlsx

_UNITS = ("UBND xã Tân Hưởng", "UBND phường Đông Hòa")


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _old(xls, "PL766 TCVN3.xls", tcvn3, ".VnTime", ".VnTimeH")
    yield _old(xlsx, "PL766 TCVN3.xlsx", tcvn3, ".VnTime", ".VnTimeH")
    yield _old(biff5, "PL766 TCVN3 (Excel 95).xls", tcvn3, ".VnTime", ".VnTimeH")
    yield _old(xls, "PL766 VNI.xls", vni, "VNI-Times", "VNI-Times")
    yield _old(xlsx, "PL766 VNI.xlsx", vni, "VNI-Helve", "VNI-Times")
    yield _excel_95()
    yield _decomposed()
    yield _invisible()
    yield _tones()


def _figures(sheet: Sheet, expected: Expected) -> None:
    sheet.title(1, "KẾT QUẢ THỰC HIỆN THÁNG 10/2025")
    rows = table(sheet, expected, 3, [STT, NAME, OVERDUE, ON_TIME, ONLINE])
    rows.unit(1, _UNITS[0], 3, 98.5, 77.25)
    rows.unit(2, _UNITS[1], 0, 100, 91.7)
    rows.total("", "Tổng cộng", 3, 99.1, 85.02)


def _old(
    writer, name: str, coded: Callable[[str], str], font: str, capitals: str
) -> Export:
    """Every text in an old font; the title in the one that draws capitals."""
    sheet = Sheet("PL766")
    expected = Expected("2025-10", notes={"old-font"})
    _figures(sheet, expected)
    for (row, column), content in list(sheet.cells.items()):
        if isinstance(content.value, str):
            is_title = row == 1
            text = content.value
            if is_title and capitals.endswith("H"):
                text = text.lower()
            shown = Content(coded(text), "", capitals if is_title else font)
            sheet.cells[row, column] = shown
    sheet.merges.clear()
    return Export(name, writer(sheet), expected)


def _excel_95() -> Export:
    """A workbook of before Unicode without accents, as its authors avoided trouble."""
    sheet = Sheet("Bang")
    expected = Expected("2025-10", notes={"near-header"})
    sheet.title(1, "Ket qua thang 10/2025")
    rows = table(sheet, expected, 3, [STT, NAME, OVERDUE, ON_TIME])
    rows.unit(1, "UBND xa Tan Huong", 3, 98.5)
    rows.unit(2, "UBND phuong Dong Hoa", 0, 100)
    for content in sheet.cells.values():
        if isinstance(content.value, str):
            content.value = _bare(content.value)
    return Export("Bang 766 (Excel 95).xls", biff5(sheet), expected)


def _bare(text: str) -> str:
    parted = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


def _decomposed() -> Export:
    """Letters and their marks apart, as a Mac or a telephone writes them."""
    sheet = Sheet("Bảng")
    expected = Expected("2025-10")
    _figures(sheet, expected)
    for content in sheet.cells.values():
        if isinstance(content.value, str):
            content.value = unicodedata.normalize("NFD", content.value)
    return Export("Chữ tách dấu.xlsx", xlsx(sheet), expected)


def _invisible() -> Export:
    """No-break spaces, spaces of no width, tabs and line breaks within texts."""
    sheet = Sheet(UNNAMED)
    expected = Expected("2025-10", notes={"web-page"})
    _figures(sheet, expected)
    for content in sheet.cells.values():
        if isinstance(content.value, str):
            content.value = content.value.replace(" ", "\u00a0", 1) + "\u200b"
            content.value = content.value.replace(" (", "\n(")
    return Export("Khoảng trắng lạ.xls", html(sheet), expected)


def _tones() -> Export:
    """The same units with the tone on the first or the second vowel, on two sheets."""
    one, two = Sheet("Hồ sơ"), Sheet("Thanh toán")
    expected = Expected("2025-10")
    one.title(1, "Kết quả tháng 10/2025")
    first = table(one, expected, 2, [STT, NAME, OVERDUE])
    first.unit(1, "UBND xã Hòa Thuận", 1)
    first.unit(2, "Ủy ban nhân dân xã Thủy Biều", 0)
    second = table(two, expected, 1, [STT, NAME, PAID])
    second.unit(1, "UBND xã Hoà Thuận", 80.4, same="UBND xã Hòa Thuận")
    second.unit(2, "UBND xã Thuỷ Biều", 66, same="Ủy ban nhân dân xã Thủy Biều")
    return Export("Hai kiểu đặt dấu.xlsx", xlsx(one, two), expected)
