"""Where one line of a file holds two components, set side by side by tabs or blanks."""

import re
from typing import Final

# What stands at the right of a letterhead, or of Nơi nhận (docs/linh-vuc.md 4.2).
_NATION: Final = r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|Độc\s+[Ll]ập\s*\W"
_DATE: Final = r"[^,;:\d]{2,40},?\s*ngày\b[^,;]{0,14}\btháng\b.{0,14}\bnăm\b.{0,9}$"
_SIGNATURE: Final = (
    r"(?:TM|KT|TL|TUQ|Q)\s*\.\s*\w{2}|(?:PHÓ\s+)?CHỦ\s+TỊCH\s*$"
    r"|(?:PHÓ\s+)?(?:CHÁNH\s+VĂN\s+PHÒNG|TRƯỞNG\s+\w+|GIÁM\s+ĐỐC)\s*$"
)
_RIGHT: Final = re.compile(f"{_NATION}|{_DATE}|{_SIGNATURE}")
# What stands at the left of them: no number or sign of a list.
_LEFT: Final = re.compile(r"\s*(?:[A-ZĐÀ-Ỹ][^:]*|Số\b.*|V/v\b.*|Nơi nhận.*|-\s.+)$")
_GAP: Final = re.compile(r"[ \t]*\t[ \t]*| {3,}")
_LONGEST: Final = 90  # signs of the left part


def cut(text: str) -> tuple[int, int] | None:
    """Where the left part ends and where the right one begins; None for one part."""
    if "\t" not in text and "   " not in text:
        return None
    for gap in _GAP.finditer(text):
        left = text[: gap.start()]
        if len(left) > _LONGEST:
            return None
        if _LEFT.match(left) and _RIGHT.match(text, gap.end()):
            return gap.start(), gap.end()
    return None
