"""Sheets as the bytes of an .ods, as LibreOffice Calc writes them."""

from datetime import date
from xml.sax.saxutils import escape, quoteattr

from tests.data.exports.make.model import Content, Formula, Sheet
from tests.data.exports.make.packed import packed

_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_NS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "office": f"{_NS}:office:1.0",
    "table": f"{_NS}:table:1.0",
    "text": f"{_NS}:text:1.0",
    "style": f"{_NS}:style:1.0",
    "fo": f"{_NS}:xsl-fo-compatible:1.0",
    "number": f"{_NS}:datastyle:1.0",
    "of": f"{_NS}:of:1.2",
}


def ods(*sheets: Sheet) -> bytes:
    """The workbook; its bytes are the same at every making."""
    spaces = " ".join(f'xmlns:{short}="{name}"' for short, name in _SPACES.items())
    fonts = sorted({c.font for s in sheets for c in s.cells.values()} - {""})
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}'
        f' office:version="1.2"><office:automatic-styles>{_styles(fonts)}'
        "</office:automatic-styles><office:body><office:spreadsheet>"
        + "".join(_sheet(sheet, fonts) for sheet in sheets)
        + "</office:spreadsheet></office:body></office:document-content>"
    )
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
        f' xmlns:manifest="{_NS}:manifest:1.0" manifest:version="1.2">'
        + entry.format("/", _KIND)
        + entry.format("content.xml", "text/xml")
        + "</manifest:manifest>"
    )
    parts = {
        "mimetype": _KIND,
        "content.xml": content,
        "META-INF/manifest.xml": manifest,
    }
    return packed(parts, stored="mimetype")


def _styles(fonts: list[str]) -> str:
    lines = [
        (
            '<number:percentage-style style:name="N1"><number:number number:decimal-places="2"'
            ' number:min-integer-digits="1"/><number:text>%</number:text>'
            "</number:percentage-style>"
        ),
        (
            '<style:style style:name="percent" style:family="table-cell"'
            ' style:data-style-name="N1"/>'
        ),
        (
            '<style:style style:name="hidden" style:family="table"><style:table-properties'
            ' table:display="false"/></style:style>'
        ),
    ]
    lines += [
        f'<style:style style:name="f{number}" style:family="table-cell">'
        f"<style:text-properties fo:font-family={quoteattr(font)}/></style:style>"
        for number, font in enumerate(fonts)
    ]
    return "".join(lines)


def _sheet(sheet: Sheet, fonts: list[str]) -> str:
    style = ' table:style-name="hidden"' if sheet.hidden else ""
    spans = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    width = max([sheet.width, *(merge[3] for merge in sheet.merges)])
    columns = "".join(
        f"<table:table-column{_hidden(column in sheet.hidden_columns)}/>"
        for column in range(1, width + 1)
    )
    rows = []
    for row in range(1, sheet.height + 1):
        cells = "".join(
            "<table:covered-table-cell/>"
            if (row, column) in covered
            else _cell(
                sheet.cells.get((row, column)),
                spans.get((row, column)),
                (row, column),
                fonts,
            )
            for column in range(1, width + 1)
        )
        hidden = _hidden(row in sheet.hidden_rows)
        rows.append(f"<table:table-row{hidden}>{cells}</table:table-row>")
    name = quoteattr(sheet.name)
    return (
        f"<table:table table:name={name}{style}>{columns}{''.join(rows)}</table:table>"
    )


def _hidden(is_hidden: bool) -> str:
    return ' table:visibility="collapse"' if is_hidden else ""


def _cell(
    content: Content | None,
    span: tuple[int, int] | None,
    at: tuple[int, int],
    fonts: list[str],
) -> str:
    told = ""
    if span is not None:
        down, across = span[0] - at[0] + 1, span[1] - at[1] + 1
        told = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
    if content is None:
        return f"<table:table-cell{told}/>"
    if content.font:
        told += f' table:style-name="f{fonts.index(content.font)}"'
    value = content.value
    if isinstance(value, Formula):
        told += f" table:formula={quoteattr('of:' + value.text)}"
        value = value.stored
    kind, shown = _value(value, content.format)
    return f"<table:table-cell{told}{kind}><text:p>{escape(shown)}</text:p></table:table-cell>"


def _value(value, form: str) -> tuple[str, str]:
    """The attributes that tell a value, and the text that is seen."""
    if isinstance(value, date):
        told = f' office:value-type="date" office:date-value="{value:%Y-%m-%d}"'
        return told, f"{value:%d/%m/%Y}"
    if isinstance(value, str):
        return ' office:value-type="string"', value
    if "%" in form:
        told = ' table:style-name="percent" office:value-type="percentage"'
        return f'{told} office:value="{value}"', f"{value * 100:.2f}%"
    return f' office:value-type="float" office:value="{value}"', f"{value}"
