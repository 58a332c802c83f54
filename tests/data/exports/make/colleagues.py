"""Tables that colleagues keep: a month below another, merges lost in a text file."""

from collections.abc import Iterator

from tests.data.exports.make.headings import ONLINE, OVERDUE, under
from tests.data.exports.make.model import Expected, Export, Sheet
from tests.data.exports.make.tables import NAME, STT, col, table
from tests.data.exports.make.text import text
from tests.data.exports.make.xlsx import xlsx


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _months_by_row()
    yield _unmerged()


def _months_by_row() -> Export:
    """Every month below the one before: the month of the title is read."""
    page = Sheet("Theo dõi")
    expected = Expected("2026-09", notes={"left-out"})
    page.title(1, "KẾT QUẢ THÁNG 9 NĂM 2026", 5)
    rows = table(page, expected, 3, [STT, col("Tháng"), NAME, OVERDUE, ONLINE])
    rows.plain(1, "8/2026", "Xã Suối Dây", 4, 80.5)
    rows.plain(2, "8/2026", "Phường Ninh Sơn", 0, 91.25)
    rows.unit(3, "9/2026", "Xã Suối Dây", 2, 85.5)
    rows.unit(4, "9/2026", "Phường Ninh Sơn", 1, 92.75)
    return Export("Theo dõi từng tháng.xlsx", xlsx(page), expected)


def _unmerged() -> Export:
    """Two rows of headings as a text file keeps them: once over their first column."""
    page = Sheet("Đã bỏ gộp ô")
    expected = Expected("2026-09", notes={"near-header"})
    page.put(1, 1, "TÌNH HÌNH GIẢI QUYẾT THÁNG 9/2026")
    resolved = [
        col("Tổng số", key="resolved_total"),
        col("Đúng hạn", key="resolved_on_time"),
        col("Quá hạn", key="overdue_total"),
    ]
    pending = [
        col("Tổng số", key="pending_total"),
        col("Trong hạn", key="pending_on_time"),
        col("Quá hạn", key="pending_overdue"),
    ]
    columns = [STT, NAME, *under("Đã giải quyết", *resolved)]
    rows = table(page, expected, 2, [*columns, *under("Đang giải quyết", *pending)])
    rows.unit(1, "Xã Suối Dây", 100, 98, 2, 10, 9, 1)
    rows.unit(2, "Phường Ninh Sơn", 50, 50, 0, 5, 5, 0)
    return Export("Đã bỏ gộp ô.csv", text(page, ",", "utf-8"), expected)
