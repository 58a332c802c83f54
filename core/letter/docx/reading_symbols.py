"""Signs of drawing fonts (Symbol, Wingdings) as letters that anyone can print."""

from collections.abc import Mapping
from typing import Final

UNKNOWN: Final = "□"
_PRIVATE: Final = 0xF000
_SYMBOL: Final[Mapping[int, str]] = {
    0xA3: "≤",
    0xB3: "≥",
    0xB1: "±",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xB0: "°",
    0xA5: "∞",
    0xAE: "→",
    0xAC: "←",
    0xDE: "⇒",
    0xD7: "⋅",
    0xE5: "∑",
    0x2D: "−",
    0xB8: "÷",
    0xA7: "♣",
    0xD6: "√",
    0x44: "Δ",
    0xBC: "…",
}
_WINGDINGS: Final[Mapping[int, str]] = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x2A: "✉",
    0x28: "☎",
    0x29: "✆",
}


def letter(font: str, code: str) -> str:
    """What a `w:sym` prints; a box where the sign is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    name = font.casefold()
    table = _SYMBOL if name == "symbol" else _WINGDINGS if "wingding" in name else None
    place = number - _PRIVATE if number >= _PRIVATE else number
    if table is not None:
        if place in table:
            return table[place]
        is_plain = name == "symbol" and 0x20 < place < 0x40
        return chr(place) if is_plain else UNKNOWN
    is_letter = 0x20 <= number < 0xD800 or 0xF900 <= number < 0xFFFE
    return chr(number) if is_letter else UNKNOWN
