"""Paragraphs that staff rewrote by hand (đoạn viết lại).

The words are the user's. A figure stays a figure where that is beyond doubt: the
composed paragraph has one with just that text, and the new words say it just once.
"""

import re
from collections.abc import Iterable, Mapping

from core.figures import clean
from core.frozen import replace
from core.letter.model import Figure, Paragraph, Piece, Pieces, Style
from core.letter.wording import join

_SIGN = {
    Style.BODY: re.compile(r"(?!)"),
    Style.DASH: re.compile(r"^\s*[-–]\s*"),
    Style.POINT: re.compile(r"^\s*[a-zđ]{1,3}\)\s*"),
    Style.HEADING: re.compile(r"^\s*\d+\.\s*"),
}


def rewritten(
    body: Iterable[Paragraph], overrides: Mapping[str, str]
) -> tuple[Paragraph, ...]:
    """`body` with the texts of `overrides` in place of the paragraphs of those keys."""
    return tuple(
        replace(one, pieces=_pieces(one, overrides[one.key]))
        if one.key in overrides
        else one
        for one in body
    )


def _pieces(paragraph: Paragraph, text: str) -> Pieces:
    """The user's words, with the sign that the paragraph has now ("- ", "b) ")."""
    pattern = _SIGN[paragraph.style]
    sign = pattern.match(paragraph.text)
    words = pattern.sub("", clean(text))
    return join([sign[0] if sign else ""], _with_figures(words, paragraph.pieces))


def _with_figures(words: str, composed: Pieces) -> Pieces:
    figures = [piece for piece in composed if isinstance(piece, Figure)]
    texts = [one.text for one in figures]
    parts: list[Piece] = [words]
    for figure in figures:
        if texts.count(figure.text) == 1:
            parts = [new for part in parts for new in _parted(part, figure, words)]
    return join(parts)


def _parted(part: Piece, figure: Figure, words: str) -> list[Piece]:
    """`part` with the figure in its middle, where `words` say it just once."""
    pattern = rf"(?<![\w/.,]){re.escape(figure.text)}(?![\w/%]|[.,]\d)"
    if isinstance(part, Figure) or len(re.findall(pattern, words)) != 1:
        return [part]
    found = re.search(pattern, part)
    if found is None:
        return [part]
    return [part[: found.start()], figure, part[found.end() :]]
