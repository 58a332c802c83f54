"""The sheets of Excel 2003's workbook in one XML file, which vendors name .xls.

Read as a stream; a document type or an entity in it is refused. docs/linh-vuc.md 6.3.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from xml.etree.ElementTree import ParseError

from core.importing import refusals
from core.importing.books import html
from core.importing.grid import LIMIT_CELLS, Grid, Marks, Merge, Raw, Spot
from core.legacy_text import old_font

LIMIT_READ = 1_000_000
"""Cells of a file that are read: seconds of work."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Of a sheet in Excel."""

_SPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
_DECLARED = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_CHUNK = 1 << 20


class TooFarError(Exception):
    """More cells than are read, or beyond the end of a sheet; `str()` is the sheet."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of a cell: a fraction shown as a percentage, its old font."""

    percent: bool = False
    font: str = ""


@dataclass(slots=True)
class OpenSheet:
    """A sheet whose end has not come yet; rows and cells by number."""

    name: str
    rows: dict[int, dict[int, Raw]] = field(default_factory=dict)
    row: int = 0
    column: int = 0
    told: int = 0
    """The last column that the sheet has told the look of."""
    column_styles: dict[int, str] = field(default_factory=dict)
    row_style: str = ""
    style: str = ""
    is_hidden: bool = False
    merges: list[Merge] = field(default_factory=list)
    percents: set[Spot] = field(default_factory=set)
    errors: dict[Spot, str] = field(default_factory=dict)
    unsaved: dict[Spot, str] = field(default_factory=dict)
    fonts: dict[Spot, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def closed(self) -> Grid:
        """The sheet with its rows from 1 on."""
        filled = {number: row for number, row in self.rows.items() if row}
        height = max(filled, default=0)
        width = max((max(row) for row in filled.values()), default=0)
        if height * width > LIMIT_CELLS:
            raise TooFarError(self.name)
        marks = Marks(
            merges=tuple(self.merges),
            percents=frozenset(self.percents),
            errors=self.errors,
            unsaved=self.unsaved,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            hidden_sheet=self.is_hidden,
            fonts=self.fonts,
        )
        rows = [_listed(filled.get(number, {})) for number in range(1, height + 1)]
        return Grid(unicodedata.normalize("NFC", self.name), rows, marks)


def _listed(row: dict[int, Raw]) -> list[Raw]:
    return [row.get(column, "") for column in range(1, max(row, default=0) + 1)]


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every sheet of the workbook, hidden ones too, in its order.

    Raises:
        UnreadableFileError: Damaged, cut off, hostile or too large to be a table.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    # The text is decoded as for web pages: what such a file says of itself may be wrong.
    text = _DECLARED.sub("", html.text_of(data, name), count=1).lstrip("\ufeff \t\r\n")
    book = Book()
    parser = DefusedXMLParser(target=book, encoding="utf-8", forbid_dtd=True)
    try:
        for start in range(0, len(text), _CHUNK):
            parser.feed(text[start : start + _CHUNK].encode())
        parser.close()
        return tuple(sheet.closed() for sheet in book.sheets)
    except DefusedXmlException as problem:
        raise refusals.entities(name) from problem
    except TooFarError as problem:
        raise refusals.far_cells(name, str(problem)) from problem
    except (ParseError, ValueError, OverflowError) as problem:
        raise refusals.broken(name, str(problem)) from problem


@dataclass(slots=True)
class Book:
    """The target of the parser: tags and texts in, sheets out."""

    sheets: list[OpenSheet] = field(default_factory=list)
    styles: dict[str, Style] = field(default_factory=dict)
    styled: str = ""
    """The style whose end has not come yet."""
    text: list[str] | None = None
    kind: str = ""
    formula: str = ""
    cells: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in the beginning of an element."""
        name = tag.rpartition("}")[2]
        told = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        if name == "Worksheet":
            self.sheets.append(OpenSheet(told.get("Name", f"Sheet{len(self.sheets)}")))
        elif name == "Style":
            self.styled = told.get("ID", "")
            self.styles[self.styled] = self.styles.get(told.get("Parent", ""), Style())
        elif name in {"NumberFormat", "Font"} and self.styled:
            self._style(told)
        elif name in {"Data", "Visible"}:
            self.text, self.kind = [], told.get("Type", "String")
        elif self.sheets and tag.startswith(_SPACE):
            self._place(self.sheets[-1], name, told)

    def data(self, text: str) -> None:
        """Take in text."""
        if self.text is not None:
            self.text.append(text)

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        name = tag.rpartition("}")[2]
        sheet = self.sheets[-1] if self.sheets else None
        if name == "Style":
            self.styled = ""
        elif sheet is None:
            return
        elif name == "Data" and self.text is not None:
            self._put(sheet, "".join(self.text))
            self.text = None
        elif name == "Visible" and self.text is not None:
            sheet.is_hidden = "".join(self.text).strip() in {
                "SheetHidden",
                "SheetVeryHidden",
            }
            self.text = None
        elif name == "Cell" and self.formula:
            sheet.unsaved[Spot(sheet.row, sheet.column)] = self.formula
            self.formula = ""

    def close(self) -> None:
        """Nothing is left to do."""

    def _style(self, told: Mapping[str, str]) -> None:
        before = self.styles[self.styled]
        number = told.get("Format")
        percent = before.percent if number is None else _is_percent(number)
        name = told.get("FontName", "")
        font = name if old_font(name) else before.font
        self.styles[self.styled] = Style(percent, font)

    def _place(self, sheet: OpenSheet, name: str, told: Mapping[str, str]) -> None:
        span = int(told.get("Span", 0))
        hidden = told.get("Hidden") == "1"
        if name == "Column":
            first = int(told.get("Index", sheet.told + 1))
            sheet.told = self._within(sheet, 1, first + span)[1]
            for column in range(first, sheet.told + 1):
                sheet.column_styles[column] = told.get("StyleID", "")
            if hidden:
                sheet.hidden_columns.update(range(first, sheet.told + 1))
        elif name == "Row":
            first = int(told.get("Index", sheet.row + 1))
            sheet.row = self._within(sheet, first + span, 1)[0]
            sheet.column, sheet.row_style = 0, told.get("StyleID", "")
            if hidden:
                sheet.hidden_rows.update(range(first, sheet.row + 1))
        elif name == "Cell":
            self._cell(sheet, told)

    def _cell(self, sheet: OpenSheet, told: Mapping[str, str]) -> None:
        column = int(told.get("Index", sheet.column + 1))
        across = int(told.get("MergeAcross", 0))
        down = int(told.get("MergeDown", 0))
        self._within(sheet, sheet.row + down, column + across)
        sheet.column = column
        own = told.get("StyleID", "")
        sheet.style = own or sheet.row_style or sheet.column_styles.get(column, "")
        self.formula = told.get("Formula", "")
        if across or down:
            row = sheet.row
            sheet.merges.append(Merge(row, column, row + down, column + across))
            sheet.column = column + across
            sheet.rows.setdefault(row, {})
        self.cells += 1
        if self.cells > LIMIT_READ:
            raise TooFarError(sheet.name)

    @staticmethod
    def _within(sheet: OpenSheet, row: int, column: int) -> tuple[int, int]:
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            raise TooFarError(sheet.name)
        return row, column

    def _put(self, sheet: OpenSheet, text: str) -> None:
        """Put what the open cell holds in its place."""
        merge = sheet.merges[-1] if sheet.merges else None
        is_merged = merge and (merge.top, merge.right) == (sheet.row, sheet.column)
        spot = merge.anchor if merge and is_merged else Spot(sheet.row, sheet.column)
        self.formula = ""
        if self.kind == "Error":
            sheet.errors[spot] = text.strip()
            return
        value = _value(text, self.kind)
        if value == "":
            return
        sheet.rows.setdefault(spot.row, {})[spot.column] = value
        style = self.styles.get(sheet.style, Style())
        if style.percent:
            sheet.percents.add(spot)
        if style.font and isinstance(value, str):
            sheet.fonts[spot] = style.font


def _is_percent(number: str) -> bool:
    return "%" in number or number.lower() == "percent"


def _value(text: str, kind: str) -> Raw:
    if kind == "Number":
        return float(text)
    if kind == "DateTime":
        moment = datetime.fromisoformat(text.strip())
        return moment if moment.time() != moment.min.time() else _day(moment)
    if kind == "Boolean":
        return text.strip() == "1"
    return text


def _day(moment: datetime) -> date:
    return moment.date()
