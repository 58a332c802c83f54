"""A small writer of .xlsb: nothing that the tests could use writes it."""

import io
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

ERRORS = {"#DIV/0!": 0x07, "#REF!": 0x17, "#N/A": 0x2A}
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.ms-excel."


@dataclass
class Cell:
    """A value with its font and number format; by a formula if `formula`."""

    value: str | float | bool
    font: str = "Calibri"
    format: str = "General"
    formula: bool = False


Value: TypeAlias = Cell | str | float | date | None


@dataclass
class Sheet:
    """A sheet; rows and columns count from 0, merges are top, left, bottom, right."""

    name: str
    rows: Sequence[Sequence[Value]]
    state: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    first_row: int = 0


def record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, rest = b"", len(body)
    while True:
        length += bytes([rest & 0x7F | (0x80 if rest > 0x7F else 0)])
        rest >>= 7
        if not rest:
            return head + length + body


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def book(sheets: Sequence[Sheet]) -> bytes:
    cells = [c for s in sheets for row in s.rows for c in row if isinstance(c, Cell)]
    looks = dict.fromkeys([("Calibri", "General"), ("Calibri", "dd/mm/yyyy")])
    looks |= dict.fromkeys((one.font, one.format) for one in cells)
    styles = {look: number for number, look in enumerate(looks)}
    bundle = b"".join(
        record(156, struct.pack("<II", sheet.state, n) + wide(f"rId{n}") + wide(sheet.name))
        for n, sheet in enumerate(sheets, start=1)
    )  # fmt: skip
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.bin")]),
        "xl/workbook.bin": record(131) + record(143) + bundle + record(144) + record(132),
        "xl/_rels/workbook.bin.rels": _relations(
            [("worksheet", f"worksheets/sheet{n}.bin") for n in numbers] + [("styles", "styles.bin")]
        ),
        "xl/styles.bin": _styles(styles),
    }  # fmt: skip
    for n, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{n}.bin"] = _sheet(sheet, styles)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def _content_types(sheets: int) -> bytes:
    kinds = {"/xl/workbook.bin": "sheet.binary.macroEnabled.main"}
    kinds["/xl/styles.bin"] = "styles"
    for n in range(1, sheets + 1):
        kinds[f"/xl/worksheets/sheet{n}.bin"] = "worksheet"
    said = "".join(
        f'<Override PartName="{part}" ContentType="{_CONTENT}{kind}"/>'
        for part, kind in kinds.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{space}"><Default Extension="rels" ContentType="{rels}"/>'
        f"{said}</Types>"
    ).encode()


def _relations(targets: list[tuple[str, str]]) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    said = "".join(
        f'<Relationship Id="rId{n}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{space}">{said}</Relationships>'.encode()


def _styles(styles: dict[tuple[str, str], int]) -> bytes:
    codes = {code: 164 + n for n, code in enumerate({c: 0 for _, c in styles})}
    codes |= {"General": 0, "0%": 9, "0.00%": 10}
    fonts = list(dict.fromkeys(font for font, _ in styles))
    declared = [(code, n) for code, n in codes.items() if n >= 164]
    found = record(278) + record(615, struct.pack("<I", len(declared)))
    for code, number in declared:
        found += record(44, struct.pack("<H", number) + wide(code))
    found += record(616) + record(611, struct.pack("<I", len(fonts)))
    for font in fonts:
        shape = struct.pack("<HHHHBBBB8sB", 220, 0, 400, 0, 0, 2, 0, 0, b"\x07\x01" + bytes(6), 0)  # fmt: skip
        found += record(43, shape + wide(font))
    found += record(612)
    # a named style in another font and format, which is none of a cell
    found += record(626, struct.pack("<I", 1)) + record(47, _style(0xFFFF, 10, 0)) + record(627)  # fmt: skip
    found += record(617, struct.pack("<I", len(styles)))
    for font, code in styles:
        found += record(47, _style(0, codes[code], fonts.index(font)))
    return found + record(618) + record(279)


def _style(parent: int, code: int, font: int) -> bytes:
    return struct.pack("<HHHHHBBHBB", parent, code, font, 0, 0, 0, 0, 0, 0x3F, 0)


def _sheet(sheet: Sheet, styles: dict[tuple[str, str], int]) -> bytes:
    width = max((len(row) for row in sheet.rows), default=1)
    found = record(129)
    last = sheet.first_row + len(sheet.rows) - 1
    found += record(
        148, struct.pack("<IIII", sheet.first_row, max(last, 0), 0, width - 1)
    )
    if sheet.hidden_columns:
        found += record(390)
        for column in sorted(sheet.hidden_columns):
            found += record(60, struct.pack("<IIIIH", column, column, 2304, 0, 1))
        found += record(391)
    found += record(145)
    for number, cells in enumerate(sheet.rows, start=sheet.first_row):
        hidden = 0x10 if number in sheet.hidden_rows else 0
        found += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, hidden, 0, 0))
        for column, cell in enumerate(cells):
            if cell is not None:
                found += _cell(column, cell, styles)
    found += record(146)
    if sheet.merges:
        found += record(177, struct.pack("<I", len(sheet.merges)))
        for top, left, bottom, right in sheet.merges:
            found += record(176, struct.pack("<IIII", top, bottom, left, right))
        found += record(178)
    return found + record(130)


def _cell(column: int, cell: Cell | str | float | date, styles: dict[tuple[str, str], int]) -> bytes:  # fmt: skip
    if isinstance(cell, date):
        cell = Cell(float((cell - date(1899, 12, 30)).days), format="dd/mm/yyyy")
    one = cell if isinstance(cell, Cell) else Cell(cell)
    head = struct.pack("<II", column, styles[one.font, one.format])
    tokens = b"\x1e\x01\0"  # the formula "=1"
    formula = struct.pack("<HI", 0, len(tokens)) + tokens + struct.pack("<I", 0)
    formula = formula if one.formula else b""
    value = one.value
    if isinstance(value, bool):
        return record(10 if formula else 4, head + bytes([value]) + formula)
    if isinstance(value, str) and value in ERRORS:
        return record(11 if formula else 3, head + bytes([ERRORS[value]]) + formula)
    if isinstance(value, str):
        return record(8 if formula else 6, head + wide(value) + formula)
    return record(9 if formula else 5, head + struct.pack("<d", value) + formula)
