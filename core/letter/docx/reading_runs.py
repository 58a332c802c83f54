"""The runs of a paragraph: what is printed of it, in pieces of one look.

Insertions are kept and deletions left out; of a field its result is read; what may be
drawn in two ways is read once (ECMA-376, 17.3, 17.13, 17.16; part 3, 10).
"""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Final, NamedTuple

from core.letter.docx import reading_symbols
from core.letter.docx.reading_shapes import Box, Stroke, drawn
from core.letter.docx.reading_styles import Letters, Styles, letters
from core.letter.docx.reading_xml import MC, VAL, Element, W, told


class Mark(Enum):
    """What stands between pieces of text."""

    LINE = auto()
    PAGE = auto()


class Piece(NamedTuple):
    """A stretch of text of one look, and the run that it is of."""

    text: str
    letters: Letters
    run: Element


Inside = Piece | Mark | Box | Stroke

_TEXTS: Final[Mapping[str, str]] = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
}
_RUN: Final = f"{W}r"
_FONT: Final = f"{W}font"
_CHAR: Final = f"{W}char"
_BREAKS: Final = (f"{W}br", f"{W}cr")
_DRAWN: Final = (f"{W}drawing", f"{W}pict", f"{W}object")
_CHOICES: Final = (f"{MC}Choice", f"{MC}Fallback")
_UNPRINTED: Final = (f"{W}lastRenderedPageBreak", f"{W}softHyphen", f"{W}instrText")
_LOOK: Final = f"{W}rPr"
_STYLE: Final = f"{W}rStyle"
_TEXT: Final = f"{W}t"
_SYMBOL: Final = f"{W}sym"
_ALTERNATIVE: Final = f"{MC}AlternateContent"
# What only wraps other runs, and is read as if it were not there.
_WRAPPERS: Final = frozenset(
    W + name
    for name in (
        *("ins", "moveTo", "hyperlink", "smartTag", "customXml", "dir", "bdo"),
        *("fldSimple", "sdt", "sdtContent", "ruby", "rubyBase"),
    )
)
_TRACKED: Final = frozenset(
    W + name
    for name in (
        *("ins", "del", "moveTo", "moveFrom"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange"),
        *("tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange"),
    )
)


_COMMENTS: Final = (f"{W}commentReference", f"{W}commentRangeStart")


def reviewed(root: Element) -> tuple[bool, int]:
    """Whether anything in the part is a tracked change, and how many comments it has."""
    tags = [one.tag for one in root.iter(*_TRACKED, *_COMMENTS)]
    comments = max(map(tags.count, _COMMENTS))  # a comment has one of each, or either
    return any(one in _TRACKED for one in tags), comments


class Runs:
    """Reads the runs of paragraphs in order: a field may begin in one, end in another."""

    def __init__(self, styles: Styles) -> None:
        """Keep the styles."""
        self._styles = styles
        self._fields: list[bool] = []  # for each open field, whether its result is on
        self._looks: dict[tuple[object, ...], tuple[Letters, Letters]] = {}

    def inside(self, paragraph: Element, base: Letters) -> list[Inside]:
        """What stands in a paragraph whose letters look like `base`."""
        found: list[Inside] = []
        self._read(paragraph, base, found)
        return found

    def _read(self, holder: Element, base: Letters, found: list[Inside]) -> None:
        """Adds to `found`, as all that follow: half the time goes into these loops."""
        for child in holder:
            tag = child.tag
            if tag == _RUN:
                self._run(child, child, base, found)
            elif tag in _WRAPPERS:
                self._read(child, base, found)
            elif tag == _ALTERNATIVE:
                self._alternative(child, base, found, self._read)

    def _run(
        self, holder: Element, run: Element, look: Letters, found: list[Inside]
    ) -> None:
        """What a run holds, or what in it may be drawn in two ways."""
        text = ""
        for child in holder:
            tag = child.tag
            if tag == _TEXT:
                text += child.text or ""
            elif tag == _LOOK:
                look = self._letters(child, look)
            elif tag in _TEXTS:
                text += _TEXTS[tag]
            elif tag == _SYMBOL:
                font, code = child.get(_FONT, ""), child.get(_CHAR, "")
                text += reading_symbols.letter(font, code)
            elif tag not in _UNPRINTED:
                self._put(text, look, run, found)
                text = ""
                self._other(child, run, look, found)
        self._put(text, look, run, found)

    def _letters(self, said: Element, base: Letters) -> Letters:
        """How letters look that are set so where others look like `base`.

        Those that look alike are the very same value.
        """
        key = id(base), told(said)
        known = self._looks.get(key)
        if known is None:  # kept with its base, so that no other takes over that id
            known = self._looks[key] = self._read_letters(said, base), base
        return known[0]

    def _read_letters(self, said: Element, base: Letters) -> Letters:
        look = base
        for one in said:
            if one.tag == _STYLE:
                look = self._styles.run(one.get(VAL, ""), base)
        return {**look, **letters(said, self._styles.theme)}

    def _put(self, text: str, look: Letters, run: Element, found: list[Inside]) -> None:
        if text and all(self._fields) and not look.get("hidden"):
            found.append(Piece(text, look, run))

    def _other(
        self, child: Element, run: Element, look: Letters, found: list[Inside]
    ) -> None:
        """What is no text: breaks, fields, drawings."""
        tag = child.tag
        if tag in _BREAKS:
            kind = child.get(f"{W}type", "textWrapping")
            found.append(Mark.LINE if kind == "textWrapping" else Mark.PAGE)
        elif tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType", ""))
        elif tag == _ALTERNATIVE:
            self._alternative(
                child, look, found, lambda one, to, put: self._run(one, run, to, put)
            )
        elif tag in _DRAWN:
            found.extend(drawn(child))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    @staticmethod
    def _alternative(
        said: Element,
        look: Letters,
        found: list[Inside],
        read: Callable[[Element, Letters, list[Inside]], None],
    ) -> None:
        """The first choice of what may be drawn in several ways, that has anything."""
        before = len(found)
        for one in said:
            if one.tag in _CHOICES and len(found) == before:
                read(one, look, found)
