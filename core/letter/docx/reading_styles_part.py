"""The part of a file's styles, of which only those that are asked for are parsed.

Files hold some hundred styles and use ten: parsing all of them takes longer than
reading the letter.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from core.letter.docx.reading_xml import Element, W, parsed

_ROOT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*(<w:styles\b[^>]*[^/]>)"
)
_ENCODING: Final = re.compile(
    rb"""<\?xml[^>]*\bencoding=["'](?!utf-8["'])""", re.IGNORECASE
)
_ID: Final = re.compile(rb'\bw:styleId="([^"&]*)"')
_ATTRIBUTE: Final = re.compile(rb'\bw:(type|default)="([^"&]*)"')
_DEFAULTS: Final = re.compile(rb"<w:docDefaults\b.*?</w:docDefaults>", re.DOTALL)
_BEGIN: Final = b"<w:style "
_END: Final = b"</w:style>"
_CLOSE: Final = b"</w:styles>"
_ODD: Final = (b"<!--", b"<![CDATA[")
_ON: Final = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class StylesPart:
    """The styles of a file.

    Attributes:
        defaults: What holds for the whole document (`w:docDefaults`), or None.
        usual: The style of each type (paragraph, table …) for what names none.
        texts: Styles not parsed yet, by id.
        root: The tag around them.
        styles: Styles that are parsed, by id.
    """

    defaults: Element | None
    usual: Mapping[str, str]
    texts: Mapping[str, bytes]
    root: bytes
    styles: Mapping[str, Element]

    def __contains__(self, style: str) -> bool:
        """Whether there is a style of that id."""
        return style in self.texts or style in self.styles

    def find(self, style: str) -> Element | None:
        """The style of that id, or None."""
        text = self.texts.get(style)
        if text is None:
            return self.styles.get(style)
        return parsed(self.root + text + _END + _CLOSE)[0]


def styles_part(data: bytes | None) -> StylesPart:
    """The styles in the bytes of their part; without a part there are none."""
    if data is None:
        return StylesPart(None, {}, {}, b"", {})
    return _cut(data) or _whole(data)


def _cut(data: bytes) -> StylesPart | None:
    """The styles as stretches of the part; None where it is not written as usual."""
    root = _ROOT.match(data)
    # One sign is found many times faster than two, and most parts have none.
    is_odd = b"!" in data and any(odd in data for odd in _ODD)
    if root is None or is_odd or _ENCODING.match(data):
        return None
    *pieces, last = data.split(_END)
    begin = pieces[0].find(_BEGIN) if pieces else -1
    if last.strip() != _CLOSE or begin < 0:
        return None
    default_text = _DEFAULTS.search(pieces[0])
    pieces[0] = pieces[0][begin:]
    texts: dict[str, bytes] = {}
    usual: dict[str, str] = {}
    for text in pieces:
        head = text[: text.find(b">")]
        found = _ID.search(head)
        if found is None or head.endswith(b"/") or not head.lstrip().startswith(_BEGIN):
            return None
        key = found[1].decode()
        texts[key] = text
        if b"w:default=" in head:
            said = {name: told.decode() for name, told in _ATTRIBUTE.findall(head)}
            if said.get(b"default") in _ON:
                usual[said.get(b"type", "paragraph")] = key
    defaults = (
        None if default_text is None else parsed(root[1] + default_text[0] + _CLOSE)[0]
    )
    return StylesPart(defaults, usual, texts, root[1], {})


def _whole(data: bytes) -> StylesPart:
    """The styles of a part that is parsed as a whole."""
    part = parsed(data)
    every = part.findall(f"{W}style")
    return StylesPart(
        part.find(f"{W}docDefaults"),
        dict(_usual(every)),
        {},
        b"",
        {one.get(f"{W}styleId", ""): one for one in every},
    )


def _usual(styles: list[Element]) -> Iterator[tuple[str, str]]:
    for one in styles:
        if one.get(f"{W}default") in _ON:
            yield one.get(f"{W}type", "paragraph"), one.get(f"{W}styleId", "")
