"""A small table of the office's own as an .xlsx: written harmless, read with its cells.

Targets, tasks, holidays and terms go to colleagues and come back through here. What the
columns mean is said by who asks (`core.office_tables`); here is only what stands where.
"""

import io
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from core import figures, names, zipped
from core.damaged import is_of_bytes
from core.errors import UnreadableFileError
from core.importing import refusals
from core.importing.books import package
from core.importing.grid import letters
from core.kind import Kind

LIMIT_MB = 8
"""What a table of the office's own may come to unpacked: one of 3,000 rows is 1 MB."""

LIMIT_ROWS = 5000
LIMIT_COLUMNS = 60
_HEADER_ROWS = 30  # a title, the office, a date: the header is below them
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOTE = re.compile(r"\([^()]*\)")  # "Mức (%)"
_MARKS = re.compile(r"[^\w]+")

Value: TypeAlias = str | Decimal | date | None
"""What a cell is written from; None and "" leave it empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table (cột).

    Attributes:
        key: How the code names it.
        title: Its heading.
        width: In characters.
        aliases: Further headings that mean it.
        needed: A sheet without it is not this table.
    """

    key: str
    title: str
    width: int = 20
    aliases: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What a cell of a file says.

    Attributes:
        at: "Chỉ tiêu!B5".
        text: As one would type it: "52,5", "30/11/2026".
        number: Where the cell holds one; in % where it is shown as a percentage.
        trouble: Why nothing can be read ("báo lỗi #REF!"); empty where it can.
    """

    at: str
    text: str = ""
    number: Decimal | None = None
    trouble: str = ""


Line: TypeAlias = Mapping[str, Given]
"""A row of the file: its cells by the key of the column; all known columns are there."""


@dataclass(frozen=True, slots=True)
class SmallTable:
    """What was read.

    Attributes:
        lines: The rows that say something, in the file's order.
        columns: Keys of the columns that the file has.
    """

    lines: tuple[Line, ...]
    columns: frozenset[str]


# ------------------------------------------------------------------------------ writing


def write(
    title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]
) -> bytes:
    """The workbook: one sheet `title`, a header row, the rows below it.

    No text of it is ever a formula: what begins with one of "= + - @" is marked as text,
    as Excel does with what was typed behind an apostrophe.
    """
    import openpyxl
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    sheet.freeze_panes = "A2"
    top = Alignment(vertical="top", wrap_text=True)
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        head = sheet.cell(1, number, column.title)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor="E0F0F1")
        head.alignment = top
    for row, values in enumerate(rows, start=2):
        for number, value in enumerate(values, start=1):
            if value is not None and value != "":
                cell = sheet.cell(row, number)
                _put(cell, value)
                cell.alignment = top
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _put(cell: Any, value: str | Decimal | date) -> None:  # noqa: ANN401 - openpyxl's
    if isinstance(value, date):
        cell.value = value
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, Decimal):
        cell.value = int(value) if value == value.to_integral_value() else float(value)
    else:
        # Excel keeps no control characters, and reads "_x0041_" as a letter's number.
        text = _ESCAPE.sub("_x005F_x", _UNWRITABLE.sub("", value))
        cell.value = text
        cell.data_type = "s"  # openpyxl takes "=1+1" for a formula, "#N/A" for an error
        cell.quotePrefix = text.startswith(_FORMULA)


def writable(number: Decimal, kind: Kind) -> Value:
    """`number` as a number where a workbook gives it back as it is, else as a text."""
    again = figures.of_number(float(number), kind)
    return number if again == number else figures.show(number)


# ------------------------------------------------------------------------------ reading


def read(data: bytes, name: str, columns: Sequence[Column]) -> SmallTable:
    """The rows of every sheet of the file that has the needed columns, in any order.

    Raises:
        UnreadableFileError: It is no workbook, unsafe, too large, or has no such table.
    """
    _check(data, name)
    known = _known(columns)
    needed = {column.key for column in columns if column.needed}
    lines: list[Line] = []
    found: set[str] = set()
    for grid in _sheets(data, name):
        if (head := _header(grid, known, needed)) is None:
            continue
        at, places = head
        found |= set(places)
        rows = (row for row in grid[at + 1 :] if not _repeats(row, grid[at], places))
        lines += [line for row in rows if (line := _line(row, places))]
    if not found:
        raise _no_table(name, columns)
    return SmallTable(tuple(lines), frozenset(found))


def _check(data: bytes, name: str) -> None:
    """Refuse what is no workbook, or not safe to be opened by openpyxl."""
    if not data:
        raise refusals.empty(name)
    if not data.startswith(b"PK"):
        raise refusals.not_a_table(name, "bảng này phải là tệp .xlsx của Excel")
    if len(data) > LIMIT_MB * 1024 * 1024:
        raise refusals.too_large(name, LIMIT_MB)
    parts = zipped.directory(data, name, refusals)
    if sum(part.file_size for part in parts) > LIMIT_MB * 1024 * 1024:
        raise refusals.too_large(name, LIMIT_MB)
    package.check(data, name)


def _sheets(data: bytes, name: str) -> list[list[list[Given]]]:
    """The rows of each sheet, down to the last that says something."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and parts that are not read
            values, formulas = (
                openpyxl.load_workbook(
                    io.BytesIO(data), read_only=True, data_only=only, keep_links=False
                )
                for only in (True, False)
            )
            pairs = zip(values.worksheets, formulas.worksheets, strict=True)
            sheets = [_rows(sheet, other) for sheet, other in pairs]
    except MemoryError:
        raise
    except Exception as problem:
        if not is_of_bytes(problem):
            raise
        raise refusals.broken(name, f"{type(problem).__name__}: {problem}") from problem
    if sum(map(len, sheets)) > LIMIT_ROWS:
        raise refusals.too_large(name, LIMIT_MB)
    return sheets


def _rows(sheet: Any, other: Any) -> list[list[Given]]:  # noqa: ANN401 - openpyxl's
    """The rows that say something; `other` is the same sheet with its formulas."""
    made = []
    for one in (sheet, other):
        one.reset_dimensions()  # the size that a file declares need not be true
    rows = (one.iter_rows(max_col=LIMIT_COLUMNS) for one in (sheet, other))
    for number, (row, others) in enumerate(zip(*rows, strict=True), start=1):
        if all(cell.value is None for cell in others):
            continue
        made.append(
            [
                _given(f"{sheet.title}!{letters(place)}{number}", cell, beside)
                for place, (cell, beside) in enumerate(
                    zip(row, others, strict=True), start=1
                )
            ]
        )
        if len(made) > LIMIT_ROWS:
            break
    return made


def _given(at: str, cell: Any, beside: Any) -> Given:  # noqa: ANN401 - openpyxl's
    value = cell.value
    if value is None:
        is_formula = beside.value is not None
        return Given(at, trouble="có công thức chưa có kết quả" if is_formula else "")
    if cell.data_type == "e":
        return Given(at, trouble=f"báo lỗi {value}")
    if isinstance(value, bool):
        return Given(at, "TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return _number(at, value, cell.number_format)
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Given(at, figures.show_date(value))
    return Given(at, figures.clean(_ESCAPED.sub(_letter, str(value))))


def _letter(found: re.Match[str]) -> str:
    """The letter whose number Excel wrote instead ("_x000D_")."""
    letter = chr(int(found[1], 16))
    return " " if _UNWRITABLE.match(letter) else letter


def _number(at: str, value: float, shape: str | None) -> Given:
    is_percent = "%" in (shape or "")
    number = figures.of_number(value, Kind.RATIO, percent=is_percent)
    if not isinstance(number, Decimal):
        return Given(at, str(value))
    return Given(at, figures.show(number), number)


def _known(columns: Sequence[Column]) -> dict[str, str]:
    """Keys of the columns by their headings as they are compared."""
    return {
        _compared(heading): column.key
        for column in columns
        for heading in (column.title, *column.aliases)
    }


def _compared(heading: str) -> str:
    return _MARKS.sub(" ", names.folded(_NOTE.sub(" ", heading))).strip()


def _header(
    grid: Sequence[Sequence[Given]], known: Mapping[str, str], needed: set[str]
) -> tuple[int, dict[str, int]] | None:
    """The row of headings and where each column stands, or None."""
    for number, row in enumerate(grid[:_HEADER_ROWS]):
        places: dict[str, int] = {}
        for place, cell in enumerate(row):
            key = known.get(_compared(cell.text)) if cell.text else None
            if key is not None:
                places.setdefault(key, place)
        if needed <= places.keys():
            return number, places
    return None


def _repeats(
    row: Sequence[Given], head: Sequence[Given], places: Mapping[str, int]
) -> bool:
    """Whether a row is the header once more, as at the top of every page."""
    return all(row[place].text == head[place].text for place in places.values())


def _line(row: Sequence[Given], places: Mapping[str, int]) -> Line:
    """The cells of known columns; nothing where none of them says anything."""
    made = {key: row[place] for key, place in places.items()}
    return made if any(one.text or one.trouble for one in made.values()) else {}


def _no_table(name: str, columns: Sequence[Column]) -> UnreadableFileError:
    wanted = "”, “".join(column.title for column in columns if column.needed)
    return UnreadableFileError(
        f"Trong “{name}” không có bảng nào có cột “{wanted}”. Xuất bảng ra tệp để lấy"
        " mẫu, điền vào đó rồi nhập lại."
    )
