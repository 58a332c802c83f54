"""Abbreviations spelled out where they are first used (chữ viết tắt, rule F13)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.letter.model import Paragraph, Piece
from core.letter.naming import raised


def spelled_out(
    body: Iterable[Paragraph],
    meanings: Mapping[str, str],
    kept: frozenset[str] = frozenset(),
) -> tuple[Paragraph, ...]:
    """`body` with each abbreviation written "thủ tục hành chính (TTHC)" at first.

    Paragraphs whose key is in `kept` stay as they are: their author chose the words,
    and what he introduced is introduced.
    """
    open_ones = dict(meanings)
    done = []
    for paragraph in body:
        if paragraph.key in kept:
            for short in [one for one in open_ones if f"({one})" in paragraph.text]:
                del open_ones[short]
            done.append(paragraph)
        else:
            pieces = tuple(_spelled(piece, open_ones) for piece in paragraph.pieces)
            done.append(replace(paragraph, pieces=pieces))
    return tuple(done)


def _spelled(piece: Piece, open_ones: dict[str, str]) -> Piece:
    """`piece` with its first abbreviations spelled out; takes them from `open_ones`."""
    if not isinstance(piece, str):
        return piece
    for short, full in list(open_ones.items()):
        # Not in symbols of documents ("QĐ-UBND"), nor where it is introduced already.
        found = re.search(rf"(?<![\w/(-]){re.escape(short)}(?![\w/-])", piece)
        if found:
            before, after = piece[: found.start()], piece[found.end() :]
            begins = not before.strip() or before.rstrip().endswith((".", ":"))
            words = raised(full) if begins else full
            piece = f"{before}{words} ({short}){after}"
            del open_ones[short]
    return piece
