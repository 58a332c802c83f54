"""Pieces of WordprocessingML as text, well-formed whatever the letter says.

A part of the letter is put together as one string and parsed once: an element at a
time takes several times as long. Children of `w:pPr` must stand in the schema's order.
"""

import re
from html import escape

from core.letter.typography import twips

# What XML 1.0 has no place for: control characters, lone surrogates, U+FFFE, U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Signs that cannot stand in a text of XML as they are, and those just named.
_SPECIAL = re.compile("[&<>\t\n]|" + _FORBIDDEN.pattern)
_OPEN = '<w:t xml:space="preserve">'
KEEP_NEXT = "<w:keepNext/>"
PLAIN = (  # of a table that only sets text side by side
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


def printable(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n"))


def escaped(text: str) -> str:
    """`text` as XML writes it, without the characters that XML cannot hold."""
    return escape(printable(text), quote=False)


def run(text: str, properties: str = "") -> str:
    """A run of text; `properties` are children of its `w:rPr`."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{head}{_OPEN}{inside(text)}</w:t></w:r>"


def inside(text: str) -> str:
    """`text` as the content of a `w:t`; its line breaks and tabs close that one."""
    if not _SPECIAL.search(text):
        return text
    safe = escaped(text).replace("\n", f"</w:t><w:br/>{_OPEN}")
    return safe.replace("\t", f"</w:t><w:tab/>{_OPEN}")


def paragraph(look: str, content: str = "", properties: str = "") -> str:
    """A paragraph of the style `look`, of runs.

    `properties` are the children of its `w:pPr` after `w:pStyle`.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{look}"/>{properties}</w:pPr>{content}</w:p>'


def size(points: float) -> str:
    """A size of type, for `run`, in pt."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def indent(left: float = 0.0, right: float = 0.0, hanging: float = 0.0) -> str:
    """Indents of a paragraph, in pt; all but the first line go in by `hanging` more."""
    attributes = f'w:left="{twips(left + hanging)}" w:right="{twips(right)}"'
    if hanging:
        attributes += f' w:hanging="{twips(hanging)}"'
    return f"<w:ind {attributes}/>"


def stand(name: str) -> str:
    """How the lines of a paragraph stand: left, center, right, both."""
    return f'<w:jc w:val="{name}"/>'


def cell(width: int, content: str, properties: str = "") -> str:
    """A cell `width` twips wide, of paragraphs; `properties` follow its width."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>'
        f"{content}</w:tc>"
    )


def row(cells: str, properties: str = "") -> str:
    """A row that is never torn over two pages."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def table(widths: tuple[int, ...], rows: str, properties: str = "") -> str:
    """A table of fixed columns, in twips; `properties` follow its layout."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{properties}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
