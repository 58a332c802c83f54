"""The text of a file as paper shows it: composed letters, no signs without a shape."""

import re
import unicodedata

# Signs of no width that copying and typing leave behind (docs/linh-vuc.md 6.2).
_UNSEEN = re.compile("[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff]")
_SOFT_HYPHEN = "\u00ad"
# Blanks that hold a line together, or are of a width of their own, are blanks.
_BLANKS = re.compile("[\u00a0\u2002\u2003\u2004\u2005\u2009\u202f]")
_ANY = re.compile(f"{_UNSEEN.pattern}|{_BLANKS.pattern}|{_SOFT_HYPHEN}")


def printed(text: str) -> str:
    """`text` as it is read on paper: NFC, each blank a space, nothing unseen."""
    if text.isascii():
        return text
    if _ANY.search(text):  # seldom
        text = _UNSEEN.sub("", _meant(text))
    return unicodedata.normalize("NFC", text)


def raw_of(text: str) -> str:
    """The characters of the file where they are not as printed; else empty.

    A soft hyphen, and a blank of another width, are no difference: both are meant.
    """
    if text.isascii():
        return ""
    meant = _meant(text)
    return "" if meant == printed(meant) else meant


def _meant(text: str) -> str:
    return _BLANKS.sub(" ", text.replace(_SOFT_HYPHEN, ""))
