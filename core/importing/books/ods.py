"""The sheets of an .ods, values and marks in one pass over its content.

python-calamine runs lines of a cell together, shows errors as words and durations as
codes, reads what a merge covers, and knows of no merges: its values are not taken.
"""

import io
import re
import unicodedata
import zipfile
from datetime import date, datetime, time, timedelta

from core.importing import refusals
from core.importing.books import markup, package, passwords, values
from core.importing.books.ods_sheet import Look, Sheet, Value
from core.importing.books.ods_styles import Styles
from core.importing.grid import Grid, Raw

# Beside or within the text of a cell, but not of it.
_NOT_TEXT = {"office:annotation", "office:annotation-end", "text:note"}
_NOT_TEXT |= {"text:ruby-text", "table:table", "table:shapes", "office:forms"}
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_ERROR = re.compile(r"Err:\d{3}|#(DIV/0!|N/A|REF!|NAME\?|VALUE!|NUM!|NULL!)")
_REFERENCE = re.compile(r"\[\.?([^\]]*)\]")
_DURATION = re.compile(r"(-?)PT?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_DAY = timedelta(days=1)


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every sheet, hidden ones too, in the workbook's order.

    Raises:
        UnreadableFileError: Damaged, hostile, or with cells too far apart.
    """
    return values.guarded(lambda: _grids(data, name), name)


def _grids(data: bytes, name: str) -> tuple[Grid, ...]:
    package.check(data, name)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if passwords.of_ods(_part(parts, "META-INF/manifest.xml")):
            raise refusals.password(name)
        content, named = parts.read("content.xml"), _part(parts, "styles.xml")
    styles = Styles()
    if named:
        markup.parse(named, styles.start)
    reader = _Content(styles, name)
    markup.parse(content, reader.start, reader.end, reader.text)
    return tuple(reader.found)


def _part(parts: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a part; none where there is no such part."""
    return parts.read(name) if name in parts.namelist() else b""


class _Content:
    """The sheets of the content, tag by tag."""

    def __init__(self, styles: Styles, file: str) -> None:
        """Begin with no sheet; `file` names the file in refusals."""
        self.found: list[Grid] = []
        self._styles = styles
        self._file = file
        self._path: list[str] = []
        self._left_out = 0  # depth of what is not read, or 0
        self._sheet: Sheet | None = None
        self._cell: dict[str, str] | None = None  # its attributes
        self._cell_depth = 0
        self._lines: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._path.append(tag)
        if self._left_out:
            return
        if self._sheet is None:
            self._styles.start(tag, attributes)
        if tag == "table:table" and self._path[-2] == "office:spreadsheet":
            title = unicodedata.normalize("NFC", attributes.get("table:name", ""))
            hidden = attributes.get("table:style-name") in self._styles.hidden_sheets
            self._sheet = Sheet(title, hidden, self._styles)
        elif tag in _NOT_TEXT or tag.startswith("draw:"):
            self._left_out = len(self._path)
        elif self._cell is not None:
            self._within_cell(tag)
        elif self._sheet is not None:
            self._within_sheet(self._sheet, tag, attributes)

    def _within_sheet(self, sheet: Sheet, tag: str, attributes: dict[str, str]) -> None:
        if tag in _CELLS:
            self._cell = attributes
            self._cell_depth = len(self._path)
            self._lines = []
        elif tag == "table:table-column":
            times = _count(attributes.get("table:number-columns-repeated"))
            sheet.column(_look(attributes), times)
        elif tag == "table:table-row":
            times = _count(attributes.get("table:number-rows-repeated"))
            sheet.begin_row(_look(attributes), times)

    def _within_cell(self, tag: str) -> None:
        if len(self._path) == self._cell_depth + 1:
            if tag in ("text:p", "text:h"):
                self._lines.append("")
            else:
                self._left_out = len(self._path)
        elif tag == "text:line-break":
            self._add("\n")
        elif tag in ("text:s", "text:tab"):
            self._add(" ")

    def text(self, data: str) -> None:
        if self._cell is not None and not self._left_out:
            self._add(data)

    def _add(self, text: str) -> None:
        if self._lines:
            self._lines[-1] += text

    def end(self, tag: str) -> None:
        depth = len(self._path)
        self._path.pop()
        if self._left_out:
            self._left_out = 0 if depth == self._left_out else self._left_out
        elif self._sheet is None:
            return
        elif self._cell is not None and depth == self._cell_depth:
            self._end_cell(self._sheet, self._cell, covered="covered" in tag)
            self._cell = None
        elif tag == "table:table-row":
            if not self._sheet.end_row():
                raise refusals.far_cells(self._file, self._sheet.name)
        elif tag == "table:table":
            self.found.append(self._sheet.grid())
            self._sheet = None

    def _end_cell(
        self, sheet: Sheet, attributes: dict[str, str], *, covered: bool
    ) -> None:
        times = _count(attributes.get("table:number-columns-repeated"))
        if covered or not (attributes or self._lines):
            sheet.blank(times)
            return
        down = attributes.get("table:number-rows-spanned")
        across = attributes.get("table:number-columns-spanned")
        if down or across:
            sheet.merge(_count(down), _count(across))
        value = _value(attributes, self._lines)
        sheet.cell(value, times, attributes.get("table:style-name"))


def _look(attributes: dict[str, str]) -> Look:
    """How a row or a column looks."""
    hidden = attributes.get("table:visibility", "visible") != "visible"
    return Look(attributes.get("table:default-cell-style-name"), hidden)


def _count(text: str | None) -> int:
    """How often something repeats; once where that is not said."""
    if text is None or not (text.isascii() and text.isdigit()):
        return 1
    return max(int(text), 1)


def _value(attributes: dict[str, str], lines: list[str]) -> Value:
    """What a cell holds: its value, or what is wrong with it."""
    shown = "\n".join(lines)
    formula = attributes.get("table:formula")
    kind = attributes.get("office:value-type", "")
    if attributes.get("calcext:value-type") == "error" or _ERROR.fullmatch(shown):
        return Value(error=shown or "Err")
    if formula is not None and not kind and not lines:
        return Value(unsaved=_formula(formula))
    return Value(_typed(kind, attributes, shown), percent=kind == "percentage")


def _typed(kind: str, attributes: dict[str, str], shown: str) -> Raw:
    """The value as its type has it; as it is shown where that cannot be."""
    try:
        match kind:
            case "float" | "currency" | "percentage":
                return float(attributes["office:value"])
            case "boolean":
                return attributes["office:boolean-value"] == "true"
            case "date":
                return _date(attributes["office:date-value"])
            case "time":
                return _time(attributes["office:time-value"])
    except (KeyError, ValueError, OverflowError):
        return shown
    return attributes.get("office:string-value") or shown


def _date(text: str) -> date | datetime:
    if "T" not in text:
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text).replace(tzinfo=None, microsecond=0)
    return moment.date() if moment.time() == time() else moment


def _time(text: str) -> time | timedelta:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    lasting = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if found[1] or lasting >= _DAY:
        return -lasting if found[1] else lasting
    whole = lasting.seconds
    return time(whole // 3600, whole // 60 % 60, whole % 60)


def _formula(text: str) -> str:
    """A formula as a clerk knows it: "of:=SUM([.A1:.A3])" is "=SUM(A1:A3)"."""
    start = text.find("=")
    bare = text[start:] if 0 <= start < 6 else text
    return _REFERENCE.sub(lambda one: one[1].replace(":.", ":"), bare)
