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

_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TEXTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def xlsx(*sheets: Sheet, macros: bool = False, inline: bool = False) -> bytes:
    """The workbook; its bytes are the same at every making.

    Its texts stand in a part of their own, as Excel writes them; with `inline` in the
    sheets, as openpyxl does.
    """
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
    parts = _finished(buffer.getvalue(), sheets, macros=macros)
    return packed(parts if inline else _with_shared_texts(parts))


def _cell(cell, content: Content) -> None:
    value = content.value
    if isinstance(value, Formula | Error):
        value = value.text
    cell.value = value
    if content.format:
        cell.number_format = content.format
    if content.font:
        cell.font = Font(name=content.font, size=12)


def _finished(
    data: bytes, sheets: Sequence[Sheet], *, macros: bool
) -> dict[str, bytes]:
    """The parts with a fixed date and the results that formulas have."""
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
    return parts


def _with_shared_texts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with the texts of all sheets in one, each once."""
    texts: dict[str, int] = {}

    def shared(found: re.Match[str]) -> str:
        number = texts.setdefault(found[2], len(texts))
        return f'{found[1]} t="s"><v>{number}</v></c>'

    inline = re.compile(
        r'(<c [^>]*?) t="inlineStr"><is>(<t.*?</t>)</is></c>', re.DOTALL
    )
    for name in [name for name in parts if name.startswith("xl/worksheets/")]:
        parts[name] = inline.sub(shared, parts[name].decode()).encode()
    items = "".join(f"<si>{text}</si>" for text in texts)
    count = f'count="{len(texts)}" uniqueCount="{len(texts)}"'
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{_SHEETS}" {count}>{items}</sst>'.encode()
    )
    _told(
        parts,
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        f'<Relationship Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml" Id="rIdT"/>',
    )
    _told(
        parts,
        "[Content_Types].xml",
        "</Types>",
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TEXTS}"/>',
    )
    return parts


def _told(parts: dict[str, bytes], name: str, end: str, line: str) -> None:
    """One line more at the end of a part."""
    parts[name] = parts[name].decode().replace(end, line + end).encode()


def _with_results(xml: str, sheet: Sheet) -> str:
    """The sheet's XML with the stored results that openpyxl leaves out."""
    for (row, column), content in sheet.cells.items():
        value = content.value
        if isinstance(value, Formula) and value.stored is not None:
            ref = f"{get_column_letter(column)}{row}"
            empty = rf'(<c r="{ref}"[^>]*><f>[^<]*</f>)(?:<v ?/>|<v></v>)'
            xml = re.sub(empty, rf"\g<1><v>{value.stored}</v>", xml)
    return xml
