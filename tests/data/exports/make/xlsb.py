"""Sheets as the bytes of an .xlsb, written by hand: the records Excel itself needs."""

import struct

from tests.data.exports.make.model import Content, Error, Formula, Sheet
from tests.data.exports.make.packed import packed

_MAIN = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_PAGE = "application/vnd.ms-excel.worksheet"
_STYLES = "application/vnd.ms-excel.styles"
_NS = "http://schemas.openxmlformats.org"
_OFFICE = f"{_NS}/officeDocument/2006/relationships"
_ERRORS = {"#DIV/0!": 7, "#N/A": 42, "#REF!": 23, "#VALUE!": 15}


def xlsb(*sheets: Sheet) -> bytes:
    """The workbook; its bytes are the same at every making."""
    kinds = sorted({_kind(c) for s in sheets for c in s.cells.values()} - {("", "")})
    styles = [("", ""), *kinds]
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.bin")]),
        "xl/workbook.bin": _workbook(sheets),
        "xl/_rels/workbook.bin.rels": _relations(
            [
                *(
                    ("worksheet", f"worksheets/sheet{number}.bin")
                    for number in range(1, len(sheets) + 1)
                ),
                ("styles", "styles.bin"),
            ]
        ),
        "xl/styles.bin": _style_sheet(styles),
    }
    for number, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{number}.bin"] = _sheet(sheet, styles)
    return packed(parts)


def _kind(content: Content) -> tuple[str, str]:
    return content.font, content.format


def _record(kind: int, body: bytes = b"") -> bytes:
    """A record: its number and its size in groups of seven bits, then its body."""
    coded = bytes([kind]) if kind < 0x80 else bytes([(kind & 0x7F) | 0x80, kind >> 7])
    size, rest = b"", len(body)
    while True:
        size += bytes([(rest & 0x7F) | (0x80 if rest >= 0x80 else 0)])
        rest >>= 7
        if not rest:
            return coded + size + body


def _text(text: str) -> bytes:
    coded = text.encode("utf-16-le")
    return struct.pack("<I", len(coded) // 2) + coded


def _workbook(sheets: tuple[Sheet, ...]) -> bytes:
    bundles = (
        struct.pack("<II", int(sheet.hidden), number)
        + _text(f"rId{number}")
        + _text(sheet.name)
        for number, sheet in enumerate(sheets, start=1)
    )
    records = [
        _record(131),
        _record(153, struct.pack("<II", 0, 0) + _text("")),
        _record(143),
        *(_record(156, one) for one in bundles),
        _record(144),
        _record(132),
    ]
    return b"".join(records)


def _style_sheet(styles: list[tuple[str, str]]) -> bytes:
    formats = sorted({form for _, form in styles} - {""})
    fonts = sorted({font for font, _ in styles} - {""})
    records = [_record(278), _record(615, struct.pack("<I", len(formats)))]
    for number, form in enumerate(formats):
        records.append(_record(44, struct.pack("<H", 164 + number) + _text(form)))
    records += [_record(616), _record(611, struct.pack("<I", len(fonts) + 1))]
    for font in ["Arial", *fonts]:
        about = struct.pack("<HHHHBBBB", 240, 0, 400, 0, 0, 0, 0, 0)
        records.append(_record(43, about + bytes(8) + b"\0" + _text(font)))
    records += [_record(612), _record(617, struct.pack("<I", len(styles)))]
    for font, form in styles:
        one = 164 + formats.index(form) if form else 0
        about = struct.pack(
            "<HHHHHBBHH", 0, one, 1 + fonts.index(font) if font else 0, 0, 0, 0, 0, 0, 0
        )
        records.append(_record(47, about))
    return b"".join([*records, _record(618), _record(279)])


def _sheet(sheet: Sheet, styles: list[tuple[str, str]]) -> bytes:
    size = struct.pack("<IIII", 0, sheet.height - 1, 0, sheet.width - 1)
    records = [_record(129), _record(148, size)]
    if sheet.hidden_columns:
        records.append(_record(390))
        for column in sorted(sheet.hidden_columns):
            about = struct.pack("<IIIIH", column - 1, column - 1, 0, 0, 1)
            records.append(_record(60, about))
        records.append(_record(391))
    records.append(_record(145))
    for row, cells in enumerate(sheet.rows(), start=1):
        state = 0x10 if row in sheet.hidden_rows else 0
        about = struct.pack("<IIHBBBI", row - 1, 0, 300, 0, state, 0, 0)
        records.append(_record(0, about))
        for column, content in enumerate(cells):
            if content is not None:
                records.append(_cell(column, content, styles.index(_kind(content))))
    records.append(_record(146))
    if sheet.merges:
        records.append(_record(177, struct.pack("<I", len(sheet.merges))))
        for top, left, bottom, right in sheet.merges:
            span = struct.pack("<IIII", top - 1, bottom - 1, left - 1, right - 1)
            records.append(_record(176, span))
        records.append(_record(178))
    return b"".join([*records, _record(130)])


def _cell(column: int, content: Content, style: int) -> bytes:
    where = struct.pack("<II", column, style)
    value = content.value
    if isinstance(value, Error):
        return _record(3, where + bytes([_ERRORS[value.text]]))
    if isinstance(value, Formula):  # its result; the formula itself is one number
        parsed = struct.pack("<HI", 0, 3) + b"\x1e\x01\x00" + struct.pack("<I", 0)
        return _record(9, where + struct.pack("<d", float(value.stored)) + parsed)
    if isinstance(value, str):
        return _record(6, where + _text(value))
    return _record(5, where + struct.pack("<d", float(value)))


def _types(sheets: int) -> str:
    pages = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.bin" ContentType="{_PAGE}"/>'
        for number in range(1, sheets + 1)
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_NS}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="bin" ContentType="{_MAIN}"/>{pages}'
        f'<Override PartName="/xl/styles.bin" ContentType="{_STYLES}"/></Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Relationships xmlns="{_NS}/package/2006/relationships">{lines}</Relationships>'
    )
