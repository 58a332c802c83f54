"""Sheets as the bytes of an .xlsx, or of an .xlsm with a macro that is never run."""

import io
import re
from collections.abc import Sequence

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from tests.data.exports.make.model import Content, Error, Formula, Sheet
from tests.data.exports.make.packed import packed, parts_of

_MADE = "2024-01-01T00:00:00Z"
_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def xlsx(*sheets: Sheet, macros: bool = False) -> bytes:
    """The workbook; its bytes are the same at every making."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for (row, column), content in sheet.cells.items():
            _cell(page.cell(row, column), content)
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(
                start_row=top, start_column=left, end_row=bottom, end_column=right
            )
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[get_column_letter(column)].hidden = True
        page.sheet_state = "hidden" if sheet.hidden else "visible"
    book.active = next(n for n, sheet in enumerate(sheets) if not sheet.hidden)
    buffer = io.BytesIO()
    book.save(buffer)
    return _finished(buffer.getvalue(), sheets, macros=macros)


def _cell(cell, content: Content) -> None:
    value = content.value
    if isinstance(value, Formula | Error):
        value = value.text
    cell.value = value
    if content.format:
        cell.number_format = content.format
    if content.font:
        cell.font = Font(name=content.font, size=12)


def _finished(data: bytes, sheets: Sequence[Sheet], *, macros: bool) -> bytes:
    """The package with a fixed date and the results that formulas have."""
    parts = parts_of(data)
    core = parts["docProps/core.xml"].decode()
    core = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _MADE, core)
    parts["docProps/core.xml"] = core.encode()
    for number, sheet in enumerate(sheets, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _with_results(parts[name].decode(), sheet).encode()
    if macros:
        types = parts["[Content_Types].xml"].decode().replace(_PLAIN, _MACRO)
        kind = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        types = types.replace("</Types>", f"{kind}</Types>")
        parts["[Content_Types].xml"] = types.encode()
        parts["xl/vbaProject.bin"] = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
    return packed(parts)


def _with_results(xml: str, sheet: Sheet) -> str:
    """The sheet's XML with the stored results that openpyxl leaves out."""
    for (row, column), content in sheet.cells.items():
        value = content.value
        if isinstance(value, Formula) and value.stored is not None:
            ref = f"{get_column_letter(column)}{row}"
            empty = rf'(<c r="{ref}"[^>]*><f>[^<]*</f>)(?:<v ?/>|<v></v>)'
            xml = re.sub(empty, rf"\g<1><v>{value.stored}</v>", xml)
    return xml
