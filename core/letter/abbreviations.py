"""Abbreviations spelled out where they are first used (chữ viết tắt, rule F13)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.frozen import replace
from core.letter.model import Paragraph, Piece
from core.letter.naming import raised


def spelled_out(
    body: Iterable[Paragraph],
    meanings: Mapping[str, str],
    kept: frozenset[str] = frozenset(),
) -> tuple[Paragraph, ...]:
    """`body` with each abbreviation written "thủ tục hành chính (TTHC)" at first.

    One that is used only once is written in full and not introduced. Paragraphs whose
    key is in `kept` stay as they are: their author chose the words, and what he
    introduced is introduced.
    """
    paragraphs = list(body)
    left = _Left(dict(meanings), _uses(paragraphs, meanings))
    done = []
    for paragraph in paragraphs:
        if paragraph.key in kept:
            left.forget(paragraph.text)
            done.append(paragraph)
        else:
            pieces = tuple(left.spelled(piece) for piece in paragraph.pieces)
            done.append(replace(paragraph, pieces=pieces))
    return tuple(done)


def _uses(body: Iterable[Paragraph], meanings: Mapping[str, str]) -> dict[str, int]:
    text = "\n".join(paragraph.text for paragraph in body)
    return {short: len(_pattern(short).findall(text)) for short in meanings}


def _pattern(short: str) -> re.Pattern[str]:
    """Where `short` is used: not in symbols of documents ("QĐ-UBND")."""
    return re.compile(rf"(?<![\w/(-]){re.escape(short)}(?![\w/-])")


@dataclass(slots=True)
class _Left:
    """The abbreviations that are not introduced yet, and how often each is used."""

    meanings: dict[str, str]
    uses: dict[str, int] = field(default_factory=dict)

    def forget(self, text: str) -> None:
        """Drop those that `text` introduces itself."""
        for short in list(self.meanings):
            if f"({short})" in text:
                del self.meanings[short]

    def spelled(self, piece: Piece) -> Piece:
        """`piece` with the abbreviations spelled out that it is the first to use."""
        if not isinstance(piece, str):
            return piece
        for short, full in list(self.meanings.items()):
            if short in piece and (found := _pattern(short).search(piece)):
                before, after = piece[: found.start()], piece[found.end() :]
                introduced = f" ({short})" if self.uses[short] > 1 else ""
                piece = f"{before}{_cased(full, before)}{introduced}{after}"
                del self.meanings[short]
        return piece


def _cased(full: str, before: str) -> str:
    """`full` with a capital where a sentence begins."""
    start = before.rstrip()
    return raised(full) if not start or start.endswith((".", ":")) else full
