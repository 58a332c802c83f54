"""How wide a text is in Times New Roman, and where its lines break.

No font and no screen is needed: the widths come from a table that ships with the
program (resources/typography), so that lines in the letter are as long as the decree
says (docs/linh-vuc.md 4.2, 4.4). Widths and sizes are in pt. Word and LibreOffice do
not kern the text of our letters, nor is it done here.
"""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from core import resources


class Face(StrEnum):
    """One of the four faces of Times New Roman."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"

    @classmethod
    def of(cls, *, bold: bool, italic: bool) -> "Face":
        """The face for these two switches."""
        if bold:
            return cls.BOLD_ITALIC if italic else cls.BOLD
        return cls.ITALIC if italic else cls.REGULAR


# A letter that the table lacks is drawn from another font: room for the widest.
_UNKNOWN = 1.0
_HAIR = 0.01  # pt
# Terms and dates of the titles of our letters that a line should not tear.
_TERM = re.compile(
    r"bộ chỉ số|phục vụ|người dân|doanh nghiệp|kết quả|đánh giá|tiêu chí|thành phần"
    r"|đơn vị|ngày \d+ tháng \d+ năm \d+|(?:tháng|quý|năm) \S+"
    r"|(?:xã|phường|huyện|tỉnh|thị trấn|ubnd) .*",
    re.IGNORECASE,
)


class _Ems(dict[str, float]):
    """Width of each letter of a face, in em."""

    def __missing__(self, letter: str) -> float:
        return _UNKNOWN


@cache
def _faces() -> Mapping[Face, _Ems]:
    return load()


def load(folder: Path | None = None) -> Mapping[Face, _Ems]:
    """The widths of each face by the data pack, or by the table in `folder`.

    Raises:
        KeyError, ValueError: The file is no such table (a programmer's mistake).
    """
    path = (folder or resources.data("typography")) / "times-new-roman.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    units = table["units_per_em"]
    return {
        face: _Ems(
            (letter, int(width) / units)
            for width, letters in table[face.value].items()
            for letter in letters
        )
        for face in Face
    }


def text_width(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """Width of `text` on one line, in pt."""
    return size * _ems_of(text, face)


# The same words come again in every letter: a table's headings, names of units.
@lru_cache(maxsize=4096)
def _ems_of(text: str, face: Face) -> float:
    """Width of `text` in em."""
    return sum(map(_faces()[face].__getitem__, text))


def longest_word(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """Width of the widest word of `text`, in pt: the least width that it needs."""
    return size * _longest_ems(text, face)


@lru_cache(maxsize=4096)
def _longest_ems(text: str, face: Face) -> float:
    return max((_ems_of(word, face) for word in text.split()), default=0.0)


def wrap(text: str, width: float, size: float, face: Face = Face.REGULAR) -> list[str]:
    """The lines of `text`, each filled as a word processor fills it.

    Breaks at spaces only; a word wider than `width` stands alone.
    """
    words = text.split(" ")
    starts = _starts(
        _word_widths(words, size, face), width, text_width(" ", size, face)
    )
    ends = [*starts[1:], len(words)]
    return [" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True)]


@lru_cache(maxsize=256)
def balanced_width(
    text: str, width: float, size: float, face: Face = Face.REGULAR
) -> float:
    """A width, in pt, in which `text` takes no more lines than in `width`.

    Of those, one that tears the fewest words that belong together, and then the least:
    the lines of a centred text are about as long as each other.
    """
    words = text.split(" ")
    widths, space = _word_widths(words, size, face), text_width(" ", size, face)
    count = len(_starts(widths, width, space))
    least = max(widths)
    if count < 2 or least >= width:
        return width
    tied = _tied(text)
    best, limit = (len(words), width), width
    while limit >= least:
        starts = _starts(widths, limit, space)
        if len(starts) > count:
            break
        widest = _widest(widths, starts, space)
        best = min(best, (len(tied.intersection(starts)), widest))
        limit = widest - _HAIR  # the next width that breaks elsewhere
    return best[1]


def _word_widths(words: list[str], size: float, face: Face) -> list[float]:
    return [size * _ems_of(word, face) for word in words]


def _starts(widths: list[float], width: float, space: float) -> list[int]:
    """The first word of each line."""
    starts, used = [0], widths[0]
    for place, own in enumerate(widths[1:], 1):
        used += space + own
        if used > width:
            starts.append(place)
            used = own
    return starts


def _widest(widths: list[float], starts: list[int], space: float) -> float:
    """Width of the longest line."""
    ends = [*starts[1:], len(widths)]
    return max(
        sum(widths[start:end]) + space * (end - start - 1)
        for start, end in zip(starts, ends, strict=True)
    )


def _tied(text: str) -> set[int]:
    """The words that should not begin a line, because they end a term."""
    tied: set[int] = set()
    for found in _TERM.finditer(text):
        before = text.count(" ", 0, found.start())
        tied.update(range(before + 1, before + 1 + found[0].count(" ")))
    return tied
