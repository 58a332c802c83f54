"""Family D: what reading the file met (`Source.notes`); one rule for each kind."""

from collections.abc import Iterator
from typing import Final

from core.report import PERIOD_PLACE, Note, NoteKind, Place, Unreadable
from core.rules.registry import Example, Look, Remark, Rule, Scope, Severity, rule

_READING = "Chương trình không đoán số liệu: chỗ nào không hiểu thì nêu ra."
_PLACE = Place("1", "overdue_total")
_AT = "Phụ lục!D7"
_FROM_FILE = {"1.overdue_total": _AT}


def _noted(kind: NoteKind, text: str, place: Place | None = None) -> dict[str, object]:
    """What an example adds: one note of reading, and the file's address of the cell."""
    return {"notes": (Note(kind, _AT, text, place),), "at": _FROM_FILE}


def _notes(look: Look, kind: NoteKind) -> Iterator[Note]:
    """The notes of `kind` that still hold: nobody typed another value there since."""
    source = look.report.source
    for note in source.notes if source else ():
        if note.kind is kind:
            cell = note.place and look.report.find(note.place)
            if cell is None or cell.at is not None:
                yield note


def _remarks(look: Look, kind: NoteKind, pattern: str) -> Iterator[Remark]:
    """A remark for each note; `pattern` has slots for its text and its address.

    What leaves the period open is a lỗi: no letter can be written without it.
    """
    for note in _notes(look, kind):
        message = pattern.format(text=note.text, at=note.at)
        grave = Severity.ERROR if note.place == PERIOD_PLACE else None
        yield Remark(note.place, message, at=note.at, severity=grave)


@rule(
    "D01",
    Severity.WARNING,
    title="Có cột chưa nhận ra",
    when="Một cột của tệp có tiêu đề không ứng với chỉ tiêu nào.",
    hint="Nếu cột này có số cần dùng, sửa tiêu đề cho giống tên trên Cổng rồi mở lại tệp; nếu không thì bỏ qua.",
    basis=_READING,
    scope=Scope.REPORT,
    broken=(Example({}, extra=_noted(NoteKind.UNKNOWN_HEADER, "Ghi nhận khác")),),
    sound=(Example({}, extra=_noted(NoteKind.HIDDEN, "Cột L")
                   | {"also": ("D09",)}),),
)  # fmt: skip
def unknown_header(look: Look) -> Iterator[Remark]:
    """A column that was left out because nobody knows what it is."""
    pattern = "Chưa nhận ra cột “{text}”; số liệu của cột này không được đưa vào."
    yield from _remarks(look, NoteKind.UNKNOWN_HEADER, pattern)


@rule(
    "D02",
    Severity.WARNING,
    title="Tệp có nhiều bảng số liệu",
    when="Tệp có hơn một bảng số liệu; các bảng được ghép vào một.",
    hint="Xem các bảng có cùng kỳ, cùng đơn vị không; nếu không, chỉ giữ bảng cần dùng trong tệp rồi mở lại.",
    basis=_READING,
    scope=Scope.REPORT,
    broken=(Example({}, extra=_noted(NoteKind.SEVERAL_TABLES, "Tháng 8; Tháng 9")),),
    sound=(Example({}, extra=_noted(NoteKind.HIDDEN, "Trang “Tháng 8”")
                   | {"also": ("D09",)}),),
)  # fmt: skip
def several_tables(look: Look) -> Iterator[Remark]:
    """More tables than one, which were joined."""
    pattern = "Tệp có nhiều bảng số liệu, đã ghép vào một: {text}."
    yield from _remarks(look, NoteKind.SEVERAL_TABLES, pattern)


@rule(
    "D06",
    Severity.HINT,
    title="Chữ kiểu cũ đã đổi sang Unicode",
    when="Tệp có ô ghi bằng phông chữ cũ (TCVN3, VNI); chữ trong ô đã được đổi sang Unicode.",
    hint="Xem lại tên đơn vị và tên các cột; sai ở đâu thì gõ lại ở đó.",
    basis="Phông .Vn… ghi chữ theo bảng mã TCVN3, phông VNI… theo bảng mã VNI.",
    scope=Scope.REPORT,
    broken=(Example({}, extra=_noted(NoteKind.OLD_FONT, "TCVN3, 24 ô")),),
    sound=(Example({}, extra=_noted(NoteKind.HIDDEN, "dòng 9")
                   | {"also": ("D09",)}),),
)  # fmt: skip
def old_font(look: Look) -> Iterator[Remark]:
    """Text that stood in an encoding of before Unicode (docs/linh-vuc.md 6.2)."""
    pattern = "Chữ kiểu cũ ({text}, từ ô {at}) đã đổi sang Unicode, xem lại."
    yield from _remarks(look, NoteKind.OLD_FONT, pattern)


@rule(
    "D07",
    Severity.WARNING,
    title="Công thức không có kết quả",
    when="Ô có công thức mà tệp không lưu kết quả, và chưa có ai gõ số vào.",
    hint="Mở tệp bằng Excel, lưu lại rồi mở lại ở đây; hoặc gõ số vào ô.",
    basis="Phần mềm xuất tệp không tính công thức, nên tệp không có kết quả.",
    scope=Scope.REPORT,
    broken=(
        Example(
            {"1.overdue_total": ""},
            extra=_noted(NoteKind.NO_STORED_VALUE, "=SUM(D8:D17)", _PLACE),
        ),
    ),
    sound=(
        Example(
            {"1.overdue_total": "46"},
            extra=_noted(NoteKind.NO_STORED_VALUE, "=SUM(D8:D17)", _PLACE) | {"at": {}},
        ),
    ),
)
def no_stored_value(look: Look) -> Iterator[Remark]:
    """A formula whose result the file does not hold (docs/linh-vuc.md 6.3)."""
    pattern = "Ô {at} có công thức nhưng tệp không lưu kết quả ({text})."
    yield from _remarks(look, NoteKind.NO_STORED_VALUE, pattern)


@rule(
    "D08",
    Severity.WARNING,
    title="Ô báo lỗi của bảng tính",
    when="Ô trong tệp là lỗi (#DIV/0!, #REF!…), và chưa có ai gõ số vào.",
    hint="Sửa công thức trong tệp rồi mở lại, hoặc gõ số đúng vào ô.",
    basis="Ô lỗi không phải số 0 cũng không phải ô trống.",
    scope=Scope.REPORT,
    broken=(
        Example(
            {"1.overdue_total": "#DIV/0!"},
            extra=_noted(NoteKind.ERROR_CELL, "#DIV/0!", _PLACE),
        ),
    ),
    sound=(
        Example(
            {"1.overdue_total": "46"},
            extra=_noted(NoteKind.ERROR_CELL, "#DIV/0!", _PLACE) | {"at": {}},
        ),
        Example(
            {"1.overdue_total": "bốn sáu"},
            extra=_noted(NoteKind.ERROR_CELL, "#DIV/0!", _PLACE)
            | {"at": {}, "also": ("N23",)},
        ),
    ),
)
def error_cell(look: Look) -> Iterator[Remark]:
    """A cell in which the spreadsheet shows an error (docs/linh-vuc.md 6.3)."""
    yield from _remarks(look, NoteKind.ERROR_CELL, "Ô {at} báo lỗi {text}.")


@rule(
    "D09",
    Severity.HINT,
    title="Phần ẩn của tệp chưa đưa vào",
    when="Tệp có dòng, cột hoặc trang tính ẩn; chúng không được đọc.",
    hint="Nếu cần các số này, bỏ ẩn trong Excel rồi mở lại tệp.",
    basis="Phần bị ẩn thường là số cũ hoặc số tạm.",
    scope=Scope.REPORT,
    broken=(Example({}, extra=_noted(NoteKind.HIDDEN, "dòng 9")),),
    sound=(Example({}, extra=_noted(NoteKind.UNKNOWN_HEADER, "Cột khác")
                   | {"also": ("D01",)}),),
)  # fmt: skip
def hidden_left_out(look: Look) -> Iterator[Remark]:
    """Hidden rows, columns or sheets that were not read (docs/linh-vuc.md 6.3)."""
    pattern = "Tệp có phần ẩn chưa đưa vào: {text}."
    yield from _remarks(look, NoteKind.HIDDEN, pattern)


@rule(
    "D10",
    Severity.HINT,
    title="Tệp không đúng loại như phần đuôi của tên",
    when="Nội dung tệp là một loại khác với loại mà phần đuôi của tên tệp nói; tệp được đọc theo nội dung.",
    hint="Số liệu đã được đọc theo nội dung, không cần làm gì; nếu muốn gửi tiếp tệp này, lưu lại bằng Excel thành .xlsx.",
    basis="Phần đuôi của tên tệp ai cũng đổi được; nội dung mới cho biết tệp là loại gì.",
    scope=Scope.REPORT,
    broken=(
        Example({}, extra=_noted(NoteKind.OTHER_EXTENSION, ".csv thật ra là sổ tính .xlsx")),
    ),
    sound=(Example({}, extra=_noted(NoteKind.HIDDEN, "dòng 9")
                   | {"also": ("D09",)}),),
)  # fmt: skip
def other_extension(look: Look) -> Iterator[Remark]:
    """A file under the extension of another kind (docs/linh-vuc.md 3.4)."""
    yield from _remarks(look, NoteKind.OTHER_EXTENSION, "Tệp {text}.")


@rule(
    "D11",
    Severity.HINT,
    title="Tệp Excel thật ra là trang web",
    when="Tệp mang tên .xls, .xlsx nhưng nội dung là một trang web; các bảng trong trang đã được đọc.",
    hint="Số liệu đã được đọc theo nội dung, không cần làm gì; nếu muốn gửi tiếp tệp này, lưu lại bằng Excel thành .xlsx.",
    basis="Nhiều hệ thống lưu trang web dưới tên tệp Excel.",
    scope=Scope.REPORT,
    broken=(Example({}, extra=_noted(NoteKind.WEB_PAGE, ".xls")),),
    sound=(Example({}, extra=_noted(NoteKind.OTHER_EXTENSION, ".csv thật ra là sổ tính .xlsx")
                   | {"also": ("D10",)}),),
)  # fmt: skip
def web_page(look: Look) -> Iterator[Remark]:
    """A web page under the extension of a workbook (docs/linh-vuc.md 3.3)."""
    yield from _remarks(look, NoteKind.WEB_PAGE, "Tệp {text} thật ra là trang web.")


@rule(
    "D13",
    Severity.WARNING,
    title="Tệp ghi khác nhau cho cùng một số liệu",
    when="Hai bảng, hai cột hoặc hai tiêu đề trong tệp ghi khác nhau cho cùng một ô, và chưa có ai gõ lại. Về kỳ báo cáo thì là lỗi.",
    hint="Đối chiếu với Cổng, gõ số đúng vào ô.",
    basis=_READING,
    scope=Scope.REPORT,
    broken=(
        Example(
            {"1.overdue_total": "46"},
            extra=_noted(NoteKind.CONFLICT, "46 và 45", _PLACE),
        ),
        Example(
            {"report.period": "tháng 8/2026; tháng 9/2026"},
            extra=_noted(NoteKind.CONFLICT, "tháng 8/2026; tháng 9/2026", PERIOD_PLACE)
            | {"at": {"report.period": "Phụ lục!A2"}},
        ),
    ),
    sound=(
        Example(
            {"1.overdue_total": "46"},
            extra=_noted(NoteKind.CONFLICT, "46 và 45", _PLACE) | {"at": {}},
        ),
    ),
)
def tables_disagree(look: Look) -> Iterator[Remark]:
    """Two tables, columns or titles of one file that disagree about one place."""
    for note in _notes(look, NoteKind.CONFLICT):
        cell = None if note.place is None else look.report.find(note.place)
        is_taken = cell is not None and not isinstance(cell.value, Unreadable)
        kept = "; đã lấy phần ghi trước" if is_taken else ""
        message = f"Tệp ghi khác nhau cho cùng một số liệu: {note.text}{kept}."
        grave = Severity.ERROR if note.place == PERIOD_PLACE else None
        yield Remark(note.place, message, at=note.at, severity=grave)


RULES: Final[tuple[Rule, ...]] = (
    unknown_header,
    several_tables,
    old_font,
    no_stored_value,
    error_cell,
    hidden_left_out,
    other_extension,
    web_page,
    tables_disagree,
)
