"""A workbook of many units, with its parts as Excel writes them."""

import io
import random
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from core.catalogue import Catalogue
from core.importing.grid import letters

HIDDEN = 1
"""How many of the units stand in a hidden row."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_TITLES = ("PHỤ LỤC", "Kết quả phục vụ người dân, doanh nghiệp tháng 9/2024")
_PERCENT, _TEXT, _OLD = 1, 2, 3
"""Styles of cells: a percentage, a text, a text in a font of before Unicode."""


def of_units(units: int, catalogue: Catalogue) -> bytes:
    """An .xlsx with the superior's annex of that many units; always the same one."""
    shared = _Shared()
    rows = "".join(_rows(units, catalogue, shared))
    sheet = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<dimension ref="A1:L{units + 3}"/><sheetViews><sheetView workbookViewId="0"/>'
        '</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="14" '
        'max="16384" width="9.14" hidden="1" customWidth="1"/></cols><sheetData>'
        f'{rows}</sheetData><mergeCells count="2"><mergeCell ref="A1:L1"/>'
        '<mergeCell ref="A2:L2"/></mergeCells><pageMargins left="0.7" right="0.7" '
        'top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Phụ lục" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            {
                "rId1": ("worksheet", "worksheets/sheet1.xml"),
                "rId2": ("styles", "styles.xml"),
                "rId3": ("sharedStrings", "sharedStrings.xml"),
            }
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/styles.xml": _styles(),
        "xl/sharedStrings.xml": shared.part(),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


class _Shared:
    """Texts by number, each once, as they are stored."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def cell(self, place: str, text: str, style: int = _TEXT) -> str:
        number = self._numbers.setdefault(text, len(self._numbers))
        return f'<c r="{place}" s="{style}" t="s"><v>{number}</v></c>'

    def part(self) -> str:
        texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in self._numbers)
        count = len(self._numbers)
        return f'{_HEAD}<sst xmlns="{_MAIN}" uniqueCount="{count}">{texts}</sst>'


def _rows(units: int, catalogue: Catalogue, shared: _Shared) -> Iterator[str]:
    for number, title in enumerate(_TITLES, start=1):
        yield _row(number, [shared.cell(f"A{number}", title)])
    keys = catalogue.annexes["superior"]
    headings = [catalogue.indicators[key].annex_label for key in keys]
    yield _row(
        3, [shared.cell(f"{letters(c)}3", h) for c, h in enumerate(headings, start=1)]
    )
    dice = random.Random(766)  # noqa: S311 - the same figures every time, no secret
    for unit in range(1, units + 1):
        row = unit + 3
        cells = list(_cells(unit, row, dice, shared))
        yield _row(row, cells, hidden=unit == 7)


def _cells(unit: int, row: int, dice: random.Random, shared: _Shared) -> Iterator[str]:
    """One unit: number, name, code, a count, six ratios in four writings, two counts."""
    yield f'<c r="A{row}"><v>{unit}</v></c>'
    if unit == 11:
        yield shared.cell(f"B{row}", f"UBND x· T©n Ph­íc {unit}", _OLD)  # TCVN3
    else:
        yield shared.cell(f"B{row}", f"UBND xã Tân Phước {unit}")
    yield shared.cell(f"C{row}", f"000.{unit % 63:02}.{unit}.H53")
    yield f'<c r="D{row}"><v>{dice.randrange(100)}</v></c>'
    rates = [dice.randrange(6000, 10_000) for _ in range(6)]
    for column, rate in zip("EF", rates[:2], strict=True):
        yield f'<c r="{column}{row}"><v>{rate / 100}</v></c>'
    if unit % 1000:
        yield f'<c r="G{row}"><f>F{row}*E{row}</f><v>{rates[2] / 100}</v></c>'
    else:
        yield f'<c r="G{row}" t="e"><f>F{row}/0</f><v>#DIV/0!</v></c>'
    yield shared.cell(f"H{row}", f"{rates[3] / 100:.2f}".replace(".", ","))
    for column, rate in zip("IJ", rates[4:], strict=True):
        yield f'<c r="{column}{row}" s="{_PERCENT}"><v>{rate / 10_000}</v></c>'
    yield f'<c r="K{row}"><v>{dice.randrange(10_000)}</v></c>'
    yield f'<c r="L{row}"><v>{dice.randrange(100_000)}</v></c>'


def _row(number: int, cells: list[str], *, hidden: bool = False) -> str:
    told = ' hidden="1"' if hidden else ""
    return f'<row r="{number}" spans="1:12"{told}>{"".join(cells)}</row>'


def _styles() -> str:
    fonts = "".join(
        f'<font><sz val="11"/><name val="{name}"/></font>'
        for name in ("Times New Roman", ".VnTime")
    )
    cells = "".join(
        f'<xf numFmtId="{code}" fontId="{font}" fillId="0" borderId="0" xfId="0"/>'
        for code, font in ((0, 0), (10, 0), (49, 0), (49, 1))
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2">{fonts}</fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
        f'</cellStyleXfs><cellXfs count="4">{cells}</cellXfs></styleSheet>'
    )


def _relations(parts: dict[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in parts.items()
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
    )


def _content_types() -> str:
    kinds = {
        "xl/workbook.xml": "sheet.main",
        "xl/worksheets/sheet1.xml": "worksheet",
        "xl/styles.xml": "styles",
        "xl/sharedStrings.xml": "sharedStrings",
    }
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    each = "".join(
        f'<Override PartName="/{name}" ContentType="{office}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{each}</Types>"
    )
