"""Sheets as the bytes of an .xls of BIFF8 (Excel 97–2003), written by xlwt."""

import io
from datetime import date

import xlwt

from tests.data.exports.make.model import Content, Error, Formula, Sheet

_ERRORS = {"#DIV/0!": 7, "#N/A": 42, "#REF!": 23, "#VALUE!": 15}


def xls(*sheets: Sheet) -> bytes:
    """The workbook."""
    book = xlwt.Workbook(encoding="utf-8")
    for sheet in sheets:
        page = book.add_sheet(sheet.name, cell_overwrite_ok=True)
        merged = {(top, left): rest for top, left, *rest in sheet.merges}
        for (row, column), content in sheet.cells.items():
            style = _style(content)
            value = content.value
            if isinstance(value, Formula):
                value = xlwt.Formula(value.text.removeprefix("="))
            if isinstance(value, Error):
                page.row(row - 1).set_cell_error(column - 1, _ERRORS[value.text], style)
            elif (row, column) in merged:
                bottom, right = merged[row, column]
                page.write_merge(
                    row - 1, bottom - 1, column - 1, right - 1, value, style
                )
            else:
                page.write(row - 1, column - 1, value, style)
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
        for column in sheet.hidden_columns:
            page.col(column - 1).hidden = True
        page.visibility = 1 if sheet.hidden else 0
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _style(content: Content) -> xlwt.XFStyle:
    style = xlwt.XFStyle()
    if content.font:
        style.font.name = content.font
    if content.format:
        style.num_format_str = content.format
    elif isinstance(content.value, date):
        style.num_format_str = "dd/mm/yyyy"
    return style
