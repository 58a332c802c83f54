"""Severity as the user sees it: always shape, colour and word together."""

from enum import Enum
from typing import NamedTuple


class Sign(NamedTuple):
    """How one severity is shown; colours by the names of the theme's tokens."""

    icon: str
    icon_ink: str
    ink: str
    ground: str
    word: str  # at the start of a sentence, and after a number in small letters


class Tone(Enum):
    """The severities, and the two signs of what needs no look."""

    ERROR = Sign("error", "err", "err", "err_s", "Lỗi")
    WARNING = Sign("warning", "warn_i", "warn", "warn_s", "Cảnh báo")
    HINT = Sign("hint", "hint", "hint", "hint_s", "Gợi ý")
    OK = Sign("check-circle", "accent", "text", "surface2", "Đạt")
    ACCEPTED = Sign("check-circle", "text2", "text2", "surface2", "Đã chấp nhận")

    def counted(self, count: int) -> str:
        """The number with its word: "3 cảnh báo"."""
        return f"{count} {self.value.word.lower()}"
