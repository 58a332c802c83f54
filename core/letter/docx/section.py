"""The pages of a part of the letter: size, margins, page number (`w:sectPr`)."""

from core.letter import typography
from core.letter.typography import mm_to_twips

# The names by which resources/template/cong-van/word/document.xml knows its headers.
_NUMBERED, _FIRST = "rId3", "rId4"


def section(*, landscape: bool = False) -> str:
    """A section that begins on a new page and numbers its pages from 1.

    The number stands in the header from the second page on (PL I, phần I, 5; each
    annex is numbered by itself, phần III).
    """
    width, height = typography.PAGE_WIDTH, typography.PAGE_HEIGHT
    turn = ' w:orient="landscape"' if landscape else ""
    if landscape:
        width, height = height, width
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{_NUMBERED}"/>'
        f'<w:headerReference w:type="first" r:id="{_FIRST}"/>'
        '<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{mm_to_twips(width)}" w:h="{mm_to_twips(height)}"{turn}/>'
        f'{_margins()}<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _margins() -> str:
    lengths = {
        "top": typography.MARGIN_TOP,
        "right": typography.MARGIN_RIGHT,
        "bottom": typography.MARGIN_BOTTOM,
        "left": typography.MARGIN_LEFT,
        "header": typography.HEADER_DISTANCE,
        "footer": typography.HEADER_DISTANCE,
        "gutter": 0.0,
    }
    sides = " ".join(f'w:{side}="{mm_to_twips(of)}"' for side, of in lengths.items())
    return f"<w:pgMar {sides}/>"
