"""What is drawn over a page: text boxes and lines, of DrawingML and of VML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.letter.docx.reading_xml import (
    MC,
    MM_PER_EMU,
    WP,
    WPS,
    A,
    Element,
    V,
    W,
    mm,
    whole,
)


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: its content is that of a page of its own.

    Attributes:
        content: What stands in it.
        width: How wide it is, in mm; 0 where the file does not say it.
    """

    content: Element
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line; its length in mm, 0 where the file does not say it."""

    length: float


_LINES: Final = frozenset({"line", "straightConnector1"})
_VML_LINE: Final = "_x0000_t32"
_MM_PER_PIXEL: Final = 25.4 / 96
_THIN: Final = 25400  # EMU, 2 pt: what is lower is a line
_WIDTH: Final = re.compile(r"(?:^|;)\s*width\s*:\s*([\d.]+[a-z]*)")


def drawn(drawing: Element) -> Iterator[Box | Stroke]:
    """The text boxes of a drawing, or the line that it is."""
    boxes = [one for one in drawing.iter(f"{W}txbxContent") if _is_of(one, drawing)]
    for one in boxes:
        yield Box(one, _length(drawing) if len(boxes) == 1 else 0.0)
    if not boxes and _is_line(drawing):
        yield Stroke(_length(drawing))


def _is_of(box: Element, drawing: Element) -> bool:
    """Whether a box is of the drawing itself: of none in it, and drawn only so."""
    for one in box.iterancestors():
        if one is drawing:
            return True
        if one.tag in (f"{W}txbxContent", f"{MC}Fallback"):
            return False
    return False


def _is_line(drawing: Element) -> bool:
    """Whether a drawing without text is a line."""
    if any(one.get("prst") in _LINES for one in drawing.iter(f"{A}prstGeom")):
        return True
    if next(drawing.iter(f"{V}line"), None) is not None:
        return True
    if any(
        one.get("type", "").endswith(_VML_LINE) for one in drawing.iter(f"{V}shape")
    ):
        return True
    if next(drawing.iter(f"{WPS}wsp"), None) is None:
        return False
    height = whole(next((one.get("cy") for one in drawing.iter(f"{A}ext")), None))
    return height is not None and height <= _THIN


def _length(drawing: Element) -> float:
    """How long a drawn line is, in mm; 0 where the file does not say it."""
    for one in drawing.iter(f"{WP}extent"):
        return round((whole(one.get("cx")) or 0) * MM_PER_EMU, 1)
    for one in drawing.iter(f"{V}line"):
        begin, end = _across(one.get("from")), _across(one.get("to"))
        return 0.0 if begin is None or end is None else round(abs(end - begin), 1)
    for one in drawing.iter(f"{V}shape"):
        found = _WIDTH.search(one.get("style", ""))
        return (_vml(found[1]) or 0.0) if found else 0.0
    return 0.0


def _across(point: str | None) -> float | None:
    """The place from the left of a point "12pt,0", in mm."""
    return None if point is None else _vml(point.split(",")[0].strip())


def _vml(length: str) -> float | None:
    """A length of VML, in mm; a bare number is in pixels, 96 to the inch."""
    if length[-2:].isalpha():
        return mm(length)
    try:
        return float(length) * _MM_PER_PIXEL
    except ValueError:
        return None
