"""Rewritten paragraphs whose figures are no longer those of the table (số cũ)."""

import re

from core.letter.model import Figure, Paragraph

_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def is_outdated(text: str, proposal: Paragraph) -> bool:
    """Whether `text` says a number that the proposal no longer has, and lacks a new one.

    A text that only leaves a figure out, or only adds a number of its own, is what its
    writer wanted.
    """
    said = set(_NUMBER.findall(text))
    now = {
        token
        for piece in proposal.pieces
        if isinstance(piece, Figure)
        for token in (_NUMBER.findall(piece.text) or [piece.text])
    }
    lost = said - set(_NUMBER.findall(proposal.text))
    return bool(lost) and not now <= said
