"""Sheets as a web page: as systems save one under the name .xls, or as .mht."""

import base64
from xml.sax.saxutils import escape, quoteattr

from tests.data.exports.make.model import Content, Sheet, shown

UNNAMED = "Bảng 1"
"""What the first table of a page is called, since no page names its tables."""

_PAGE = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type"'
    ' content="text/html; charset=UTF-8"><style>td {{border: thin solid}}</style></head>'
    "<body>{}</body></html>"
)


def html(*sheets: Sheet) -> bytes:
    """A page with a table for each sheet, as a system's export writes it."""
    return _PAGE.format("".join(_table(sheet) for sheet in sheets)).encode()


def mhtml(*sheets: Sheet) -> bytes:
    """The page as a browser saves it in one file."""
    page = base64.encodebytes(html(*sheets)).replace(b"\n", b"\r\n")
    head = (
        "From: <Saved by Blink>\r\nSubject: Danh gia chat luong phuc vu\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html"; boundary="----MultipartBoundary--766----"\r\n\r\n'
        "------MultipartBoundary--766----\r\nContent-Type: text/html\r\n"
        "Content-Transfer-Encoding: base64\r\n"
        "Content-Location: https://example.vn/danh-gia\r\n\r\n"
    )
    end = b"\r\n------MultipartBoundary--766------\r\n"
    return head.encode() + page + end


def _table(sheet: Sheet) -> str:
    spans = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    rows = []
    for row in range(1, sheet.height + 1):
        cells = []
        for column in range(1, sheet.width + 1):
            if (row, column) not in covered:
                told = ""
                if (row, column) in spans:
                    bottom, right = spans[row, column]
                    across, down = right - column + 1, bottom - row + 1
                    told += f' colspan="{across}"' if across > 1 else ""
                    told += f' rowspan="{down}"' if down > 1 else ""
                text = _text(sheet.cells.get((row, column)))
                cells.append(f"<td{told}>{text}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>\n")
    return f"<table>\n{''.join(rows)}</table>\n"


def _text(content: Content | None) -> str:
    return "" if content is None else escape(shown(content.value))


_SPREADSHEET = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{}</Workbook>\n'
)


def spreadsheet_ml(*sheets: Sheet) -> bytes:
    """The XML of Excel 2003 ("XML Spreadsheet")."""
    styles = (
        '<Styles><Style ss:ID="p"><NumberFormat ss:Format="0.00%"/></Style></Styles>'
    )
    pages = "".join(_worksheet(sheet) for sheet in sheets)
    return _SPREADSHEET.format(styles + pages).encode()


def _worksheet(sheet: Sheet) -> str:
    spans = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    rows = []
    for row in range(1, sheet.height + 1):
        cells = []
        for (at, column), content in sorted(sheet.cells.items()):
            if at == row:
                told = f' ss:Index="{column}"'
                if (row, column) in spans:
                    bottom, right = spans[row, column]
                    told += f' ss:MergeAcross="{right - column}"'
                    told += f' ss:MergeDown="{bottom - row}"'
                if "%" in content.format:
                    told += ' ss:StyleID="p"'
                kind = "String" if isinstance(content.value, str) else "Number"
                data = escape(str(content.value))
                cells.append(f'<Cell{told}><Data ss:Type="{kind}">{data}</Data></Cell>')
        hidden = ' ss:Hidden="1"' if row in sheet.hidden_rows else ""
        if cells:
            rows.append(f'<Row ss:Index="{row}"{hidden}>{"".join(cells)}</Row>\n')
    name = quoteattr(sheet.name)
    return f"<Worksheet ss:Name={name}><Table>\n{''.join(rows)}</Table></Worksheet>\n"
