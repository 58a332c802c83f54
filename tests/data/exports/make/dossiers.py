"""Lists of files overdue or nearly due (docs/linh-vuc.md 3.3, 6). All names are invented."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.data.exports.make.model import DAY, Expected, Export, Sheet, shown
from tests.data.exports.make.tables import STT, col, table
from tests.data.exports.make.text import text
from tests.data.exports.make.web import html
from tests.data.exports.make.xls import xls
from tests.data.exports.make.xlsx import xlsx

_HEADINGS = (
    ("Đơn vị tiếp nhận", "receiver"),
    ("Lĩnh vực", "field"),
    ("Tên thủ tục hành chính", "procedure"),
    ("Mã hồ sơ", "code"),
    ("Trạng thái", "status"),
    ("Địa chỉ", "address"),
    ("Chủ hồ sơ", "owner"),
    ("Ngày nhận", "received"),
    ("Ngày hẹn trả", "due"),
    ("Ngày kết thúc xử lý", "finished"),
    ("Đơn vị/cá nhân giải quyết quá hạn", "handler"),
)
_at = datetime.fromisoformat
_WARD, _COMMUNE = "UBND phường Nông Trang", "UBND xã Hùng Sơn"
_LATE = (
    (_WARD, "Hộ tịch", "Đăng ký khai sinh", "H44.102-261008-0975", "Quá hạn đang xử lý",
     "Tổ Ví Dụ, phường Nông Trang", "Người Nộp Một", _at("2026-10-08T08:30"),
     date(2026, 10, 9), None, "Cán bộ Ví Dụ A"),
    (_WARD, "Đất đai", "Đăng ký biến động quyền sử dụng đất", "H44.102-260914-0012",
     "Quá hạn đã trả", "Tổ Giả Định, phường Nông Trang", "Người Nộp Hai",
     _at("2026-09-14T14:05"), date(2026, 9, 30), date(2026, 10, 2), "Cán bộ Ví Dụ B"),
    (_COMMUNE, "Chứng thực", "Chứng thực chữ ký", "000.21.35.H44-261001-0003",
     "Quá hạn đang xử lý", "Thôn Mẫu, xã Hùng Sơn", "Người Nộp Ba",
     _at("2026-10-01T09:00"), date(2026, 10, 2), None, "Cán bộ Ví Dụ C"),
)  # fmt: skip


def exports() -> Iterator[Export]:
    """The files of this family."""
    yield _list(xlsx, "DS hồ sơ quá hạn tháng 10-2026.xlsx", as_text=True)
    yield _list(xls, "DS ho so qua han (ngay that).xls", as_text=False)
    yield _list(html, "DanhSachHoSoQuaHan.xls", as_text=True)
    yield _list(
        lambda sheet: text(sheet, ",", "utf-8", mark=b"\xef\xbb\xbf"),
        "ho so qua han.csv",
        as_text=True,
    )
    yield _nearly_due()
    yield _with_counts()


def _told(row: tuple[Any, ...]) -> dict[str, Any]:
    """What must be read of one file: days as in ISO, with the time where it is told."""
    told = {}
    for (_, key), value in zip(_HEADINGS, row, strict=True):
        if isinstance(value, datetime):
            told[key] = value.isoformat(timespec="minutes")
        elif isinstance(value, date):
            told[key] = value.isoformat()
        else:
            told[key] = value
    return told


def _put(sheet: Sheet, expected: Expected, top: int, *, as_text: bool) -> None:
    sheet.line(top, ["STT", *(heading for heading, _ in _HEADINGS)])
    for count, row in enumerate(_LATE, start=1):
        sheet.put(top + count, 1, count)
        for offset, value in enumerate(row):
            is_day = isinstance(value, date)
            form = f"{DAY} hh:mm:ss" if isinstance(value, datetime) else DAY
            content = shown(value) if as_text else value
            sheet.put(top + count, 2 + offset, content, form if is_day else "")
        expected.dossiers.append(_told(row))


def _list(writer, name: str, *, as_text: bool) -> Export:
    """A list of overdue files, its days as text or as days."""
    sheet = Sheet(name.rpartition(".")[0][:31])
    expected = Expected("2026-10", notes={"web-page"} if writer is html else set())
    sheet.title(1, "PHỤ LỤC II: DANH SÁCH HỒ SƠ GIẢI QUYẾT QUÁ HẠN THÁNG 10/2026", 12)
    _put(sheet, expected, 3, as_text=as_text)
    return Export(name, writer(sheet), expected)


def _nearly_due() -> Export:
    """A list of files that are nearly due, with other words for its columns."""
    sheet = Sheet("Sắp đến hạn")
    expected = Expected(None, "2026-10-12")
    sheet.title(1, "DANH SÁCH HỒ SƠ SẮP ĐẾN HẠN (tính đến ngày 12/10/2026)", 7)
    headings = ["STT", "Số hồ sơ", "Tên TTHC", "Người nộp", "Ngày tiếp nhận", "Hạn trả"]
    sheet.line(3, [*headings, "Cán bộ xử lý"])
    rows = (
        ("H15.130-261005-0101", "Cấp giấy phép xây dựng nhà ở", date(2026, 10, 5), 14),
        ("H15.130-261007-0107", "Đăng ký kết hôn", date(2026, 10, 7), 13),
    )
    for count, (code, procedure, received, due) in enumerate(rows, start=1):
        values = [count, code, procedure, f"Người Nộp {count}"]
        sheet.line(3 + count, values)
        sheet.put(3 + count, 5, received, DAY)
        sheet.put(3 + count, 6, date(2026, 10, due), DAY)
        sheet.put(3 + count, 7, "Cán bộ Ví Dụ D")
        told = {"code": code, "procedure": procedure, "owner": f"Người Nộp {count}"}
        days = {"received": f"{received}", "due": f"2026-10-{due}"}
        expected.dossiers.append({**told, **days, "handler": "Cán bộ Ví Dụ D"})
    return Export("Hồ sơ sắp đến hạn.xlsx", xlsx(sheet), expected)


def _with_counts() -> Export:
    """Counts by unit on one sheet, the files themselves on another."""
    counts, files = Sheet("PL I"), Sheet("PL II")
    expected = Expected("2026-10")
    counts.title(1, "PHỤ LỤC I: SỐ HỒ SƠ QUÁ HẠN THÁNG 10/2026", 3)
    columns = [STT, col("Đơn vị", key="unit_name")]
    columns += [col("Số hồ sơ quá hạn", key="overdue_total")]
    rows = table(counts, expected, 3, columns)
    rows.unit(1, _WARD, 2)
    rows.unit(2, _COMMUNE, 1)
    rows.total("", "TỔNG CỘNG", 3)
    files.title(1, "PHỤ LỤC II: DANH SÁCH HỒ SƠ QUÁ HẠN THÁNG 10/2026", 12)
    _put(files, expected, 3, as_text=True)
    return Export("Quá hạn PL I và II.xlsx", xlsx(counts, files), expected)
