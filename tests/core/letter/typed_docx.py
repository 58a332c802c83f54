"""Files of Word put together from raw XML, as offices' programs write them."""

import io
import zipfile
from collections.abc import Mapping

from core.letter.docx import read
from core.paper.model import Line, Look, Paper

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TIMES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"'
    ' w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
)
A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/>'
)


def run(text: str, look: str = "") -> str:
    """A run with the children `look` of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, stands: str = "") -> str:
    """A paragraph of runs, or of plain texts."""
    runs = (one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p><w:pPr>{stands}</w:pPr>{''.join(runs)}</w:p>"


def tc(*blocks: str, properties: str = "") -> str:
    """A cell of paragraphs, or of plain texts."""
    inside = "".join(one if one.startswith("<") else p(one) for one in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or p()}</w:tc>"


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """A table of cells by row."""
    inside = "".join(
        "<w:tr>"
        + "".join(one if one.startswith("<w:tc>") else tc(one) for one in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{inside}</w:tbl>"


def section(inside: str = A4) -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


def file(
    body: str,
    *,
    styles: str = TIMES,
    numbering: str = "",
    theme: str = "",
    headers: Mapping[str, str] | None = None,
    main: str = "word/document.xml",
) -> bytes:
    """The bytes of a .docx; `headers` are texts of header parts by the relation's id."""
    parts = {main: f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"}
    named = {"styles": f"<w:styles {SPACES}>{styles}</w:styles>"}
    if numbering:
        named["numbering"] = f"<w:numbering {SPACES}>{numbering}</w:numbering>"
    if theme:
        named["theme"] = f"<a:theme {SPACES}>{theme}</a:theme>"
    relations = ""
    for kind, text in named.items():
        parts[f"word/{kind}.xml"] = text
        relations += _relation(kind, kind, f"{kind}.xml")
    for key, text in (headers or {}).items():
        parts[f"word/{key}.xml"] = f"<w:hdr {SPACES}>{text}</w:hdr>"
        relations += _relation(key, "header", f"/word/{key}.xml")
    folder, name = main.rsplit("/", 1)
    parts[f"{folder}/_rels/{name}.rels"] = _all(relations)
    parts["_rels/.rels"] = _all(_relation("main", "officeDocument", main))
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return stream.getvalue()


def paper(body: str, **parts) -> Paper:
    """The paper of a file with that body."""
    return read(file(body, **parts))


def texts(body: str, **parts) -> list[str]:
    """The texts of its lines."""
    return [line.text for line in paper(body, **parts).lines]


def look_of(line: Line) -> Look:
    """How a line that was read from a file is printed."""
    assert line.look is not None
    return line.look


def sizes(look: Look) -> list[float]:
    """The sizes of its letters, the smallest first."""
    return sorted(map(float, look.sizes))


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{_KIND}/{kind}" Target="{target}"/>'


def _all(relations: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
