"""What a letter's file is called."""

import re

from core import figures
from core.letter.model import Letter

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
"""What Windows does not take in a file's name."""


def file_name(letter: Letter) -> str:
    """`Công văn 766 - Trường Tây - tháng 9-2024.docx`; safe on Windows."""
    period = figures.show_period(letter.period) if letter.period else "chưa rõ kỳ"
    parts = ("Công văn 766", letter.place, period)
    name = " - ".join(part for part in parts if part)
    return _FORBIDDEN.sub("-", name).strip(" .") + ".docx"
