"""Periods of every length, in titles, sheet names and file names (docs/linh-vuc.md 3.1)."""

from collections.abc import Iterator

from tests.data.exports.make.headings import ON_TIME, ONLINE
from tests.data.exports.make.model import Expected, Export, Sheet
from tests.data.exports.make.tables import NAME, STT, table
from tests.data.exports.make.xlsx import xlsx


def exports() -> Iterator[Export]:
    """The files of this family."""
    halves = "KẾT QUẢ 6 THÁNG ĐẦU NĂM 2026"
    yield _one("Sáu tháng.xlsx", "2026-H1", halves)
    yield _one("Chín tháng.xlsx", "2025-M9", "Kết quả 9 tháng năm 2025")
    odd = "Từ ngày 15/12/2025 đến ngày 14/01/2026"
    yield _one("Kỳ lẻ.xlsx", "2025-12-15..2026-01-14", odd)
    so_far = "Số liệu lũy kế từ ngày 01/01/2026 đến hết ngày 31/8/2026"
    yield _one("Lũy kế.xlsx", "2026-01-01..2026-08-31", so_far)
    yield _one("Kỳ ở tên trang.xlsx", "2025-09", "Kết quả của các xã", sheet="T9-2025")
    yield _one("bao_cao_thang_08_2025.xlsx", "2025-08", "Kết quả của các xã")
    yield _one("Quý IV-2025.xlsx", "2025-Q4", "BÁO CÁO QUÝ 4 NĂM 2025")
    conflict = {"conflict"}
    title = "KẾT QUẢ THÁNG 9/2025"
    yield _one("Kỳ mâu thuẫn.xlsx", None, title, sheet="Tháng 8-2025", notes=conflict)
    yield _two_months()


def _one(
    name: str,
    period: str | None,
    title: str,
    *,
    sheet: str = "Bảng",
    notes: set[str] | None = None,
) -> Export:
    page = Sheet(sheet)
    expected = Expected(period, notes=notes or set())
    page.title(1, title, 4)
    rows = table(page, expected, 3, [STT, NAME, ON_TIME, ONLINE])
    rows.unit(1, "Xã Suối Dây", 97.2, 88.05)
    rows.unit(2, "Phường Ninh Sơn", 99.95, 93.4)
    return Export(name, xlsx(page), expected)


def _two_months() -> Export:
    """A sheet a month: the first one's figures stay, and what differs is told."""
    expected = Expected(None, notes={"conflict", "several-tables"})
    first, second = Sheet("Tháng 8-2025"), Sheet("Tháng 9-2025")
    first.title(1, "KẾT QUẢ THÁNG 8/2025", 3)
    rows = table(first, expected, 3, [STT, NAME, ON_TIME])
    rows.unit(1, "Xã Suối Dây", 96)
    second.title(1, "KẾT QUẢ THÁNG 9/2025", 3)
    later = table(second, Expected(), 3, [STT, NAME, ON_TIME])
    later.unit(1, "Xã Suối Dây", 97.2)
    return Export("Hai tháng hai trang.xlsx", xlsx(first, second), expected)
