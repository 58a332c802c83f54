"""The runs of a paragraph: what is printed of it, in pieces of one look.

Insertions are kept and deletions left out; of a field its result is read; what may be
drawn in two ways is read once (ECMA-376, 17.3, 17.13, 17.16; part 3, 10).
"""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from typing import Final, NamedTuple

from core.letter.docx import reading_symbols
from core.letter.docx.reading_shapes import Box, Stroke, drawn
from core.letter.docx.reading_styles import Letters, Styles, letters
from core.letter.docx.reading_xml import MC, VAL, Element, W


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
        *("ins", "del", "moveTo", "moveFrom", "commentRangeStart", "commentReference"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange"),
        *("tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange"),
    )
)


def is_tracked(root: Element) -> bool:
    """Whether anything in the part is a tracked change or is commented on."""
    return next(root.iter(*_TRACKED), None) is not None


class Runs:
    """Reads the runs of paragraphs in order: a field may begin in one, end in another."""

    def __init__(self, styles: Styles) -> None:
        """Keep the styles."""
        self._styles = styles
        self._fields: list[bool] = []  # for each open field, whether its result is on

    def inside(self, paragraph: Element, base: Letters) -> Iterator[Inside]:
        """What stands in a paragraph whose letters look like `base`."""
        for child in paragraph:
            tag = child.tag
            if tag == _RUN:
                yield from self._run(child, base)
            elif tag in _WRAPPERS:
                yield from self.inside(child, base)
            elif tag == _ALTERNATIVE:
                yield from self._alternative(child, lambda one: self.inside(one, base))

    def _run(self, run: Element, base: Letters) -> Iterator[Inside]:
        look = base
        for said in run:
            if said.tag != _LOOK:
                break
            for one in said:
                if one.tag == _STYLE:
                    look = self._styles.run(one.get(VAL, ""), base)
            look = {**look, **letters(said, self._styles.theme)}
        yield from self._content(run, run, look)

    def _content(
        self, holder: Element, run: Element, look: Letters
    ) -> Iterator[Inside]:
        """What a run holds, or what in it may be drawn in two ways."""
        text: list[str] = []
        for child in holder:
            tag = child.tag
            if tag == _TEXT:
                text.append(child.text or "")
                continue
            if tag in _TEXTS:
                text.append(_TEXTS[tag])
                continue
            if tag == _LOOK:
                continue
            if tag == _SYMBOL:
                font, code = child.get(f"{W}font", ""), child.get(f"{W}char", "")
                text.append(reading_symbols.letter(font, code))
                continue
            found = list(self._other(child, run, look))
            if found:
                yield from self._piece(text, look, run)
                yield from found
                text = []
        yield from self._piece(text, look, run)

    def _piece(self, text: list[str], look: Letters, run: Element) -> Iterator[Piece]:
        joined = "".join(text)
        if joined and all(self._fields) and not look.get("hidden"):
            yield Piece(joined, look, run)
            text.clear()

    def _other(self, child: Element, run: Element, look: Letters) -> Iterator[Inside]:
        """What is no text: breaks, fields, drawings."""
        tag = child.tag
        if tag in (f"{W}br", f"{W}cr"):
            kind = child.get(f"{W}type", "textWrapping")
            yield Mark.LINE if kind == "textWrapping" else Mark.PAGE
        elif tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType", ""))
        elif tag == _ALTERNATIVE:
            yield from self._alternative(
                child, lambda one: self._content(one, run, look)
            )
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            yield from drawn(child)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    @staticmethod
    def _alternative(
        said: Element, read: Callable[[Element], Iterator[Inside]]
    ) -> Iterator[Inside]:
        """The first choice of what may be drawn in several ways, that has anything."""
        for one in said:
            if one.tag in (f"{MC}Choice", f"{MC}Fallback"):
                found = list(read(one))
                if found:
                    yield from found
                    return
