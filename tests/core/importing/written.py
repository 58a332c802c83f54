"""Tables that several tests write, and short ways to look into a report."""

from openpyxl.worksheet.worksheet import Worksheet

from core.report import NoteKind, Part, Place, Report

HEAD = [
    "STT",
    "Tên đơn vị",
    "Tổng số hồ sơ xử lý quá hạn",
    "Tỷ lệ hồ sơ nộp trực tuyến (%)",
]
OVERDUE, ONLINE = "overdue_total", "online_submit_rate"


THREE = [HEAD, [1, "Xã A", 1, 90], [2, "Xã B", 2, 80], [3, "Xã C", 3, 70]]


def value(report: Report, key: str, row: str = "1", part: Part = Part.VALUE):
    return report.cell(Place(row, key, part)).value


def new_sheet(beside: Worksheet, name: str) -> Worksheet:
    """A further sheet in the same workbook."""
    assert beside.parent is not None
    sheet: Worksheet = beside.parent.create_sheet(name)
    return sheet


def notes(report: Report, kind: NoteKind) -> list[tuple[str, str]]:
    assert report.source is not None
    return [(note.at, note.text) for note in report.source.notes if note.kind is kind]
