"""What the import window says of a file: pure words from what was recognised."""

from collections.abc import Iterable, Sequence

from core import figures
from core.catalogue import Catalogue
from core.importing.asked import is_doubtful
from core.importing.choosing import naming
from core.importing.choosing.choices import LEFT_OUT, TableKey
from core.importing.choosing.questions import Question
from core.importing.grid import letters
from core.importing.opened import Column, FoundTable, Opened, RowRole, Sheet
from core.importing.recognition.recognise import Certainty
from core.report import PERIOD_PLACE, NoteKind, Part, Report
from ui.importing.outcomes import Overlap
from ui.importing.question_card import Asking, Choice

_NAMED = 4
"""How many units, indicators or spans of rows are named where there are more."""

_COUNTED = {
    RowRole.UNIT: "Đơn vị",
    RowRole.CRITERION: "Dòng số liệu",
    RowRole.DOSSIER: "Hồ sơ",
}

_TO_TYPE = "Gõ kỳ báo cáo vào ô bên dưới, ví dụ 9/2024."

UNSURE = "Số chưa chọn sẽ giữ nguyên chữ và được đánh dấu"


def heading(opened: Opened, still: int, asked: int, near: int) -> str:
    """What stands over the questions."""
    unknown = len([one for one in opened.columns if one.meaning is None])
    if not opened.has_figures:
        is_shown = any(sheet.tables for sheet in opened.sheets)
        return "Chưa đọc được số nào" if is_shown else "Chưa nhận ra bảng nào"
    if still:
        return f"Còn {still} câu cần bạn chọn"
    if asked and near:
        return f"Còn {near} cột gần đúng, xem lại"
    if asked:
        return "Đã chọn xong"
    if near:
        return f"Xem lại {near} cột gần đúng"
    return f"Có {unknown} cột chưa nhận ra" if unknown else "Không có gì phải chọn"


def advice(
    opened: Opened, still: int, asked: int, near: int, *, is_typed: bool = False
) -> str:
    """What to do next, below the heading; `is_typed` where no button answers."""
    if not opened.has_figures and any(sheet.tables for sheet in opened.sheets):
        return "Bấm vào đầu từng cột để chọn: cột nào là tên đơn vị, là chỉ tiêu nào."
    if not opened.has_figures:
        return "Bấm “Chọn lại dòng tiêu đề”, rồi bấm vào dòng có tên các chỉ tiêu."
    if still and is_typed:
        return _TO_TYPE
    if still:
        return "Bấm vào ô đúng, hoặc gõ phím 1, 2. Enter: câu kế tiếp."
    if near:
        return "Bấm vào tên cột để chọn chỉ tiêu khác; đúng rồi thì bấm Đưa vào bảng."
    if asked:
        return "Xem lại nếu cần, rồi bấm Đưa vào bảng."
    if any(one.meaning is None for one in opened.columns):
        return (
            "Bấm vào tên cột để chọn chỉ tiêu. Cột để nguyên thì số của cột không vào "
            "bảng; xong thì bấm Đưa vào bảng."
        )
    return "Xem các cột đã nhận ra đúng chưa, rồi bấm Đưa vào bảng."


def missing(opened: Opened) -> str:
    """Why nothing can be taken yet; empty where something can."""
    if opened.has_figures:
        return ""
    if any(sheet.tables for sheet in opened.sheets):
        return "Chưa đọc được số nào: bấm đầu cột để chọn chỉ tiêu."
    return "Chưa nhận ra bảng nào: chọn dòng tiêu đề trước."


def near(opened: Opened, catalogue: Catalogue) -> int:
    """How many columns of figures are only nearly what they are taken for."""
    return sum(is_doubtful(column, catalogue) for column in opened.columns)


def asking(question: Question, number: int, count: int, file: str = "") -> Asking:
    """A question as its card says it; `file` is the name of the file it is asked of."""
    others = len(question.places) - 1
    where = "" if question.is_of_report else question.where
    if others > 0:
        where = f"{where} và {others} ô khác cùng cột"
    return Asking(
        f"Câu {number}/{count}: {question.title}",
        where,
        [Choice(one.shown, _source(one.words, file)) for one in question.answers],
        question.reason,
    )


def _source(told: str, file: str) -> str:
    """Where an answer was read, the cell first: "ô A1, trang Nháp", "tên trang Nháp"."""
    if not told.startswith("theo "):
        return told
    sheet, sign, cell = told.removeprefix("theo ").rpartition("!")
    if sign:
        return f"ô {cell}, trang {sheet}"
    return "tên tệp" if cell == file else f"tên trang {cell}"


def asking_table(
    opened: Opened, group: Sequence[TableKey], number: int, count: int
) -> Asking:
    """The question which of several tables is wanted."""
    return Asking(
        f"Câu {number}/{count}: Lấy bảng nào?",
        "Các bảng này ghi cùng chỉ tiêu của cùng đơn vị.",
        [_table_choice(opened, key) for key in group],
        "Nếu không chọn, số của các bảng được ghép lại, chỗ khác nhau được đánh dấu.",
    )


def _table_choice(opened: Opened, key: TableKey) -> Choice:
    sheet = opened.sheet(key.sheet)
    tables = () if sheet is None else sheet.tables
    found = next((table for table in tables if table.key == key), None)
    last = key.row if found is None else found.last_row
    place = f", từ cột {letters(key.left)}" if key.left > 1 else ""
    return Choice(key.sheet, f"dòng {key.row}–{last}{place}")


def hidden(opened: Opened) -> str:
    """What was hidden and left out: "1 dòng ẩn, trang “Cũ” ẩn"; empty for nothing."""
    source = opened.report.source
    notes = () if source is None else source.notes
    told = []
    for note in notes:
        if note.kind is NoteKind.HIDDEN:
            whole = note.text == "cả trang"
            told.append(f"trang “{note.at}” ẩn" if whole else note.text)
    return ", ".join(dict.fromkeys(told))


def lost(over: Overlap, catalogue: Catalogue) -> str:
    """What would be gone with a newer file in a month's place."""
    named = [naming.figure(catalogue, (key, Part.VALUE)) for key in over.lost]
    told = [_counted(len(named), "chỉ tiêu", named)] if named else []
    told += [_counted(len(over.units), "đơn vị", over.units)] if over.units else []
    return (
        f"Tệp không có {' và '.join(told)} mà {over.period} đang có. Thay theo tệp thì "
        "những số đó không còn trong bảng; để thành tháng riêng thì giữ cả hai."
    )


def _counted(count: int, word: str, names: Sequence[str]) -> str:
    more = ", …" if count > _NAMED else ""
    return f"{count} {word} ({', '.join(names[:_NAMED])}{more})"


def period_source(report: Report, *, is_chosen: bool, is_asked: bool) -> str:
    """Where the period was read, and what time the figures are of.

    `is_asked` where the file tells several, and a card offers them.
    """
    cell = report.cell(PERIOD_PLACE)
    if is_chosen:
        told = "Bạn đã chọn kỳ này."
    elif report.period is None and is_asked:
        told = "Các chỗ trong tệp ghi khác nhau: chọn ở trên, hoặc gõ vào đây."
    elif report.period is None and cell.raw:
        told = f"Chưa đọc được “{cell.raw}”. Gõ kỳ vào đây, ví dụ 9/2024."
    elif report.period is None:
        told = "Tệp không ghi kỳ báo cáo. Gõ vào đây, ví dụ 9/2024."
    else:
        told = f"Đọc từ {_place(report, cell.at)}."
    as_of = report.as_of
    if as_of is None:
        return told
    return f"{told} Số liệu tính đến {figures.show_moment(as_of)}."


def _place(report: Report, at: str | None) -> str:
    file = "" if report.source is None else report.source.file
    if at is None or at == file:
        return "tên tệp"
    sheet, _, cell = at.rpartition("!")
    return f"ô {cell}, trang “{sheet}”" if sheet else f"tên trang “{cell}”"


# ------------------------------------------------------------------------------ columns


def known(opened: Opened) -> tuple[int, int]:
    """How many columns of the tables that are read are recognised, of how many."""
    columns = opened.columns
    return sum(one.meaning is not None for one in columns), len(columns)


def doubtful(opened: Opened) -> list[tuple[FoundTable, Column]]:
    """The columns that a person should look at, with their tables."""
    return [
        (table, column)
        for sheet in opened.sheets
        for table in sheet.tables
        if table.is_read
        for column in table.columns
        if column.meaning is None
        or column.is_chosen
        or (column.certainty is Certainty.NEAR and not column.meaning.is_ignored)
        or column.meaning == LEFT_OUT
    ]


def open_columns(
    opened: Opened, catalogue: Catalogue
) -> list[tuple[FoundTable, Column]]:
    """The columns whose figures may be another's, or go into no table."""
    return [
        (table, column)
        for table, column in doubtful(opened)
        if column.meaning is None or is_doubtful(column, catalogue)
    ]


# ------------------------------------------------------------------------------- legend


def legend(sheet: Sheet, *, is_asked: bool) -> tuple[tuple[str, str], ...]:
    """The colours of the sheet's rows with what they are: (token, words)."""
    told: list[tuple[str, str]] = []
    if any(run.role is RowRole.TITLE for run in sheet.runs):
        told.append(("surface2", "Tên bảng"))
    tables = [one for one in sheet.tables if one.is_read] or list(sheet.tables[:1])
    if tables:
        told.append(("soft", f"Tiêu đề: dòng {_listed(t.header for t in tables)}"))
    for role, word in _COUNTED.items():
        runs = [(run.first, run.last) for run in sheet.runs if run.role is role]
        if runs:
            told.append(("surface", f"{word}: dòng {_listed(_joined(runs))}"))
    marks = sheet.grid.marks
    is_hidden = bool(marks.hidden_rows or marks.hidden_columns)
    if is_hidden or any(run.role is RowRole.LEFT_OUT for run in sheet.runs):
        told.append(("bg", "Không đưa vào"))
    if is_asked:
        told.append(("warn_s", "Cần bạn chọn"))
    return tuple(told)


def _listed(spans: Iterable[Sequence[int]]) -> str:
    """Rows in few words: "4–6, 10–12"."""
    told = [str(s[0]) if s[0] == s[-1] else f"{s[0]}–{s[-1]}" for s in spans]
    return ", ".join([*told[:_NAMED], "…"] if len(told) > _NAMED else told)


def _joined(runs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs of rows, those that follow each other as one."""
    made: list[tuple[int, int]] = []
    for first, last in runs:
        if made and made[-1][1] + 1 == first:
            made[-1] = made[-1][0], last
        else:
            made.append((first, last))
    return made
