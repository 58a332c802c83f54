"""A .docx put together as offices type them, the same bytes each time."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape

SPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONT: Final = "Times New Roman"
_STYLES: Final = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{_FONT}"'
    f' w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/><w:sz w:val="28"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
)
_LEVEL: Final = (
    '<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    '<w:lvlText w:val="{text}"/><w:pPr><w:ind w:firstLine="720"/></w:pPr></w:lvl>'
)
_LISTS: Final = (
    (1, (("decimal", "%1."), ("lowerLetter", "%2)"))),
    (2, (("bullet", "-"),)),
)
_SHAPES: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_EMU: Final = 36_000  # to a mm
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
EDGE: Final = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'


def p(
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    align: str = "left",
    first: int = 0,
    before: int = 0,
    more: str = "",
    inside: str = "",
) -> str:
    """A paragraph; “\\n” in its text is a manual line break, “\\t” a tab.

    Args:
        text: What it says.
        size: Of its letters, in pt.
        bold: Whether they are.
        italic: Whether they are.
        align: "left", "center", "both".
        first: Indent of the first line, in twips.
        before: Room above it, in twips.
        more: Further properties, in the schema's order before spacing.
        inside: Further runs, before its text.
    """
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    look += "" if size == 14 else f'<w:sz w:val="{round(size * 2)}"/>'
    stands = f'{more}<w:spacing w:before="{before}" w:after="0"/>'
    stands += f'<w:ind w:firstLine="{first}"/>' if first else ""
    stands += f'<w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{stands}</w:pPr>{inside}{_runs(text, look)}</w:p>"


def _runs(text: str, look: str) -> str:
    told = ""
    for number, line in enumerate(text.split("\n")):
        told += f"<w:r><w:rPr>{look}</w:rPr><w:br/></w:r>" if number else ""
        for place, part in enumerate(line.split("\t")):
            told += "<w:r><w:tab/></w:r>" if place else ""
            if part:
                words = f'<w:t xml:space="preserve">{escape(part)}</w:t>'
                told += f"<w:r><w:rPr>{look}</w:rPr>{words}</w:r>"
    return told


def line(length: float, room: float) -> str:
    """A drawn line of `length` mm in the middle of `room` mm."""
    side = round(max(0.0, (room - length) / 2) * 56.7)
    edge = EDGE.format(side="top")
    return (
        f"<w:p><w:pPr><w:pBdr>{edge}</w:pBdr>"
        '<w:spacing w:before="20" w:after="0" w:line="80" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def listed(text: str, place: int = 0, number: int = 1) -> str:
    """A paragraph with an automatic number: of the list, or of the bullets (2)."""
    said = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, align="both", before=120, more=said)


def frame(columns: Sequence[int], *cells: str) -> str:
    """A row of a table without borders, used as layout."""
    return _table(columns, [list(cells)], "")


def grid(
    columns: Sequence[int], rows: Iterable[Sequence[str]], size: float = 12
) -> str:
    """A table with borders; its first row is bold and stands on each page."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(EDGE.format(side=one) for one in edges)
    told = [
        [p(cell, size=size, bold=not number, align="center") for cell in row]
        for number, row in enumerate(rows)
    ]
    return _table(columns, told, f"<w:tblBorders>{borders}</w:tblBorders>")


def _table(columns: Sequence[int], rows: list[list[str]], borders: str) -> str:
    widths = "".join(f'<w:gridCol w:w="{one}"/>' for one in columns)
    told = ""
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if borders and not number else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(columns, row, strict=True)
        )
        told += f"<w:tr>{head}{cells}</w:tr>"
    total = f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
    layout = '<w:jc w:val="center"/>' + borders + '<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{total}{layout}</w:tblPr><w:tblGrid>{widths}</w:tblGrid>{told}</w:tbl>"


def box(*inside: str, left: float, wide: float, high: float) -> str:
    """A run with a text box `left` mm from the margin, of that size in mm."""
    content = f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"
    across, down, at = (round(one * _EMU) for one in (wide, high, left))
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
    )
    place = (
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:posOffset>'
        f'{at}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
        f'<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="{across}"'
        f' cy="{down}"/><wp:wrapTopAndBottom/><wp:docPr id="{1 + at}" name="Box"/>'
    )
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0"'
        ' simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1"'
        f' allowOverlap="1">{place}<a:graphic><a:graphicData uri="{_SHAPES}">{shape}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def section(*, landscape: bool = False, restarts: bool = False) -> str:
    """The page: A4, the decree's margins, its number on top from the second on."""
    wide, high = (16838, 11906) if landscape else (11906, 16838)
    turned = ' w:orient="landscape"' if landscape else ""
    start = '<w:pgNumType w:start="1"/>' if restarts else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="head"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        '<w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1701"'
        f' w:header="567" w:footer="567"/>{start}<w:titlePg/></w:sectPr>'
    )


def new_section(properties: str) -> str:
    """An empty paragraph that ends a section of those properties."""
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"


def file(body: str) -> bytes:
    """The bytes of a .docx."""
    numbers = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">'
        + "".join(
            _LEVEL.format(place=place, form=form, text=text)
            for place, (form, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for key, levels in _LISTS
    ) + "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        for key, _ in _LISTS
    )
    page = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/>'
        "</w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar"
        ' w:fldCharType="end"/></w:r></w:p>'
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("main", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{numbers}</w:numbering>",
        "word/header1.xml": f"<w:hdr {SPACES}>{page}</w:hdr>",
        "word/_rels/document.xml.rels": _relations(
            [
                ("styles", "styles", "styles.xml"),
                ("numbers", "numbering", "numbering.xml"),
                ("head", "header", "header1.xml"),
            ]
        ),
    }
    return zipped(parts)


def zipped(parts: dict[str, str]) -> bytes:
    """The parts as a package, dated as of no day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return stream.getvalue()


def _content_types() -> str:
    named = (
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("header1", "header"),
    )
    told = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for part, kind in named
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _relations(named: Iterable[tuple[str, str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{key}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for key, kind, target in named
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'
