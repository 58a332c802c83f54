"""Names and values of WordprocessingML, as the reading modules ask for them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives its element no other name

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V: Final = "{urn:schemas-microsoft-com:vml}"

_TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/"
# What Word calls "Strict Open XML" has the same names in other spaces.
_STRICT: Final[Mapping[bytes, bytes]] = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _TRANSITIONAL
    + b"wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _TRANSITIONAL
    + b"officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/drawingml/main": _TRANSITIONAL
    + b"drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": _TRANSITIONAL
    + b"drawingml/2006/wordprocessingDrawing",
}
VAL: Final = f"{W}val"
_OFF: Final = frozenset({"0", "false", "off", "none"})
_MM_PER: Final[Mapping[str, float]] = {
    "mm": 1.0,
    "cm": 10.0,
    "in": 25.4,
    "pt": 25.4 / 72,
    "pc": 25.4 / 6,
    "pi": 25.4 / 6,
}
MM_PER_TWIP: Final = 25.4 / 1440
MM_PER_EMU: Final = 25.4 / 914400


def parsed(data: bytes) -> Element:
    """The root of a part; nothing outside of it is ever asked for.

    Raises:
        etree.XMLSyntaxError: It is no XML.
    """
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    return etree.fromstring(data, parser)


def told(parent: Element) -> tuple[object, ...]:
    """What children without text say, as a value: where alike, it is equal.

    Most paragraphs of a file are set as others are; to see that takes less than to read
    again what is said of them.
    """
    return tuple(
        [
            (one.tag, *one.items(), told(one)) if len(one) else (one.tag, *one.items())
            for one in parent
        ]
    )


def value(parent: Element | None, name: str) -> str | None:
    """The `w:val` of the child `name`, None without one."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VAL)


def is_on(element: Element) -> bool:
    """Whether a switch is on: present, and not said to be off."""
    return element.get(VAL, "1").lower() not in _OFF


@lru_cache(maxsize=4096)
def whole(text: str | None) -> int | None:
    """A whole number, as sloppy programs write it too ("24.0"); None for no number."""
    try:
        return None if text is None else round(float(text))
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def mm(text: str | None) -> float | None:
    """A length in twips, or with a unit of its own ("2.5cm"), in mm."""
    if text is None:
        return None
    try:
        if (unit := text[-2:]) in _MM_PER:
            return round(float(text[:-2]) * _MM_PER[unit], 1)
        return round(float(text) * MM_PER_TWIP, 1)
    except (ValueError, OverflowError):
        return None
