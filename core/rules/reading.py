"""Family D too: what of a file was left out or read as something else."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from core import figures
from core.report import AS_OF_PLACE, UNIT_NAME, Cell, Note, NoteKind, Place
from core.rules.periods import is_misplaced
from core.rules.registry import (
    Example,
    Look,
    Need,
    Remark,
    Rule,
    Scope,
    Severity,
    rule,
)

_READING = "Chương trình không đoán số liệu: chỗ nào không hiểu thì nêu ra."
_SHEET = Note(NoteKind.LEFT_OUT, "Ghi chép", "Ghi chép")
_ALIKE = Note(
    NoteKind.SAME_NAME, "Phụ lục!B9", "Xã Tân Phú (B7, B9)", Place("2", UNIT_NAME)
)
_NEAR = Note(
    NoteKind.NEAR_HEADER,
    "Phụ lục!D6",
    "“Kết quả nộp trực tuyến” được lấy là “Hồ sơ nộp trực tuyến (%)”",
)
_WRITTEN = re.compile(r"[^0-9.%\n-]")
"""What no figure has in it that a spreadsheet keeps as a number."""

_LISTS = Note(NoteKind.KEPT_LISTS, "Tháng 9.xlsx", "3 hồ sơ quá hạn")


def _notes(look: Look, kind: NoteKind) -> Iterator[Note]:
    source = look.report.source
    yield from (note for note in (source.notes if source else ()) if note.kind is kind)


@rule(
    "D14",
    Severity.HINT,
    title="Phần của tệp không đọc được thành bảng",
    when="Một trang tính hoặc một bảng của tệp có chữ, có số nhưng không phải bảng số liệu mà chương trình đọc được.",
    hint="Nếu phần này có số cần dùng, mở Nhận dạng tệp để chỉ dòng tiêu đề và các cột; nếu không thì bỏ qua.",
    basis=_READING,
    scope=Scope.REPORT,
    broken=(Example({}, extra={"notes": (_SHEET,)}),),
    sound=(Example({}),),
)
def left_out(look: Look) -> Iterator[Remark]:
    """A sheet or a table that was not read (docs/linh-vuc.md 3.4)."""
    for note in _notes(look, NoteKind.LEFT_OUT):
        yield Remark(note.place, f"Chưa đọc được thành bảng: {note.text}.", at=note.at)


@rule(
    "D15",
    Severity.WARNING,
    title="Hai dòng cùng tên đơn vị",
    when="Trong một bảng có hai dòng cùng tên đơn vị mà mã định danh không giúp phân biệt.",
    hint="Xem có dòng nào lặp lại hoặc ghi nhầm tên không; sửa trong tệp rồi mở lại, hoặc sửa tên ngay trong bảng.",
    basis="Mỗi đơn vị có một dòng; hai xã cùng tên thì khác mã định danh.",
    scope=Scope.REPORT,
    broken=(
        Example(
            {"1.unit_name": "Xã Tân Phú", "2.unit_name": "Xã Tân Phú"},
            extra={"notes": (_ALIKE,), "at": {"2.unit_name": "Phụ lục!B9"}},
        ),
    ),
    sound=(
        Example(
            {"1.unit_name": "Xã Tân Phú", "2.unit_name": "Xã Tân Lập"},
            extra={"notes": (_ALIKE,)},
        ),
    ),
)
def same_name(look: Look) -> Iterator[Remark]:
    """Two rows of one table under one name (docs/linh-vuc.md 3.2)."""
    for note in _notes(look, NoteKind.SAME_NAME):
        cell = note.place and look.report.find(note.place)
        if cell is None or cell.at is not None:
            text = f"Hai dòng trở lên cùng tên đơn vị: {note.text}."
            yield Remark(note.place, text, at=note.at)


@rule(
    "D16",
    Severity.HINT,
    title="Cột có tiêu đề gần giống tên chỉ tiêu",
    when="Tiêu đề của một cột chỉ gần giống tên một chỉ tiêu; số của cột đã được lấy là chỉ tiêu đó.",
    hint="Xem cột này có đúng là chỉ tiêu đó không; nếu không, mở Nhận dạng tệp để chọn chỉ tiêu khác hoặc bỏ cột.",
    basis=_READING,
    scope=Scope.REPORT,
    broken=(Example({}, extra={"notes": (_NEAR,)}),),
    sound=(Example({}),),
)
def near_header(look: Look) -> Iterator[Remark]:
    """A column whose heading is only like the name of what it was taken for."""
    for note in _notes(look, NoteKind.NEAR_HEADER):
        yield Remark(None, f"Cột {note.text}.", at=note.at)


@rule(
    "D17",
    Severity.HINT,
    title="Danh sách hồ sơ giữ lại từ tệp trước",
    when="Tháng đã có danh sách hồ sơ được mở lại bằng tệp mới không có danh sách nào; danh sách của tệp trước được giữ.",
    hint="Xem danh sách còn đúng với số liệu mới không; đã có danh sách mới thì mở tệp có cả số liệu và danh sách đó.",
    basis="Tệp không có danh sách không có nghĩa là không còn hồ sơ quá hạn.",
    scope=Scope.REPORT,
    broken=(Example({}, extra={"notes": (_LISTS,)}),),
    sound=(Example({}),),
)
def kept_lists(look: Look) -> Iterator[Remark]:
    """A list of dossiers that a newer file does not have."""
    for note in _notes(look, NoteKind.KEPT_LISTS):
        kept = f"còn giữ {note.text} của tệp “{note.at}”"
        yield Remark(None, f"Tệp không có danh sách hồ sơ; {kept}.", at=note.at)


@rule(
    "D05",
    Severity.HINT,
    title="Số ghi dạng chữ đã đổi thành số",
    when="Ô của tệp ghi số bằng chữ theo cách viết tay (dấu phẩy thập phân, dấu chấm ngăn nghìn, kèm đơn vị); chữ đã được đọc thành số.",
    hint="Xem lướt các số đã đọc; số nào đọc nhầm thì gõ lại ở đó.",
    basis="Bảng tính không cộng, không so sánh được số ghi dạng chữ.",
    scope=Scope.REPORT,
    broken=(
        Example({"1.on_time_rate": "98,5"}, extra={"at": {"1.on_time_rate": "Phụ lục!E7"}}),
        Example({"total.on_time_rate": "98,5"}, extra={"at": {"total.on_time_rate": "Phụ lục!E7"}}),
    ),
    sound=(
        Example({"1.on_time_rate": "98.5%"}, extra={"at": {"1.on_time_rate": "Phụ lục!E7"}}),
        Example({"1.overdue_total": "46"}, extra={"at": {"1.overdue_total": "Phụ lục!E7"}}),
        Example({"1.on_time_rate": "98,5"}),
    ),
)  # fmt: skip
def numbers_as_text(look: Look) -> Iterator[Remark]:
    """Figures that stand as text in the file (docs/linh-vuc.md 3.1); in a letter all do."""
    paper = look.context.paper
    if paper is not None and look.report is paper.stated:
        return
    total = look.report.total
    columns = [one for one in look.columns.values() if one.numbers]
    count = sum(len(one.found(_as_text, _WRITTEN)) for one in columns)
    count += sum(1 for one in (total.cells.values() if total else ()) if _as_text(one))
    if count:
        first = next(cell for _, cell in look.report.cells() if _as_text(cell))
        told = f"{count} ô ghi số bằng chữ (như “{first.raw}”) đã đổi thành số."
        yield Remark(None, told, at=first.at)


def _as_text(cell: Cell) -> str | None:
    """The text of a figure that stood in the file as no number is stored, else None."""
    is_figure = isinstance(cell.value, Decimal) and _WRITTEN.search(cell.raw)
    return cell.raw if is_figure and cell.at is not None else None


@rule(
    "D12",
    Severity.HINT,
    title="Số liệu đã cũ",
    when="Từ thời điểm lấy số liệu đến ngày ký công văn quá 45 ngày.",
    hint="Lấy lại số liệu trên Cổng rồi mở tệp mới, hoặc nêu rõ thời điểm lấy số liệu trong công văn.",
    hint_in_letter="Lấy lại số liệu trên Cổng rồi sửa số liệu và thời điểm lấy số liệu trong công văn.",
    basis="Số liệu Bộ chỉ số 766 cập nhật theo thời gian thực.",
    scope=Scope.REPORT,
    needs=(Need.ISSUE_DATE,),
    broken=(Example({}, issue_date=date(2026, 11, 20)),),
    sound=(
        Example({}, issue_date=date(2026, 11, 19)),
        Example({"report.as_of": ""}, issue_date=date(2026, 11, 20), extra={"also": ("P05",)}),
        Example({"report.as_of": "05/08/2026"}, issue_date=date(2026, 11, 20), extra={"also": ("P03",)}),
    ),
)  # fmt: skip
def old_figures(look: Look) -> Iterator[Remark]:
    """Figures taken long before the letter is signed (docs/linh-vuc.md 1.5)."""
    taken, signed = look.report.as_of, look.the_issue_date
    period = look.report.period
    if taken is None:
        return
    if period is not None and is_misplaced(look, period, taken):
        return  # P03 speaks
    days = (signed - taken.day).days
    if days > look.reference.limit("old_days"):
        day = figures.show_date(taken.day)
        told = f"Số liệu lấy ngày {day}, {days} ngày trước ngày ký công văn."
        yield Remark(AS_OF_PLACE, told)


RULES: Final[tuple[Rule, ...]] = (
    left_out,
    numbers_as_text,
    old_figures,
    same_name,
    near_header,
    kept_lists,
)
