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
_STYLE: Final = re.compile(rb"<w:style\b([^>]*)>")
_ATTRIBUTE: Final = re.compile(rb'\bw:(styleId|type|default)="([^"&]*)"')
_DEFAULTS: Final = re.compile(rb"<w:docDefaults\b.*?</w:docDefaults>", re.DOTALL)
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
        return parsed(self.root + text + _CLOSE)[0]


def styles_part(data: bytes | None) -> StylesPart:
    """The styles in the bytes of their part; without a part there are none."""
    if data is None:
        return StylesPart(None, {}, {}, b"", {})
    return _cut(data) or _whole(data)


def _cut(data: bytes) -> StylesPart | None:
    """The styles as stretches of the part; None where it is not written as usual."""
    root = _ROOT.match(data)
    begins = list(_STYLE.finditer(data))
    if root is None or _ENCODING.match(data) or any(odd in data for odd in _ODD):
        return None
    if data.count(_END) != len(begins) or not data.rstrip().endswith(_CLOSE):
        return None
    texts, usual = {}, {}
    for begin in begins:
        end = data.find(_END, begin.end()) + len(_END)
        said = {name: text.decode() for name, text in _ATTRIBUTE.findall(begin[1])}
        key = said.get(b"styleId")
        if key is None or begin[1].endswith(b"/"):
            return None
        texts[key] = data[begin.start() : end]
        if said.get(b"default") in _ON:
            usual[said.get(b"type", "paragraph")] = key
    found = _DEFAULTS.search(data)
    defaults = None if found is None else parsed(root[1] + found[0] + _CLOSE)[0]
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
