"""How like a heading an indicator's words are, for a person to choose from.

Looser than recognition: "Cấp KQ điện tử" is like "cấp kết quả điện tử", but it is not
taken for it without being asked.
"""

from core.importing.recognition.vocabulary import Words
from core.importing.recognition.words import Label

LEAST = 0.5
"""What share of the words of an alias and the heading must be common."""


def likeness(one: Words, label: Label, *, fits: bool) -> float:
    """How like the label is what `one` names: 0 for not at all, 3 for all of it.

    `fits` says whether unit, maximum and values speak for it.
    """
    text = label.text
    named = one.length(text, percent=label.percent)
    found = 1 + named / max(len(text), 1) if named else _common(one, text)
    if found and fits:
        return found + 1
    return found if named else 0


def _common(one: Words, text: str) -> float:
    """The share of words that the nearest of its names and the text have in common."""
    own = set(text.split())
    shares = (
        len(own & set(name.split())) / len(own | set(name.split()))
        for name in one.exact
    )
    best = max(shares, default=0.0)
    return best if best >= LEAST else 0.0
