"""What the words before a figure say of it: whose it is, an aim, a result of now.

What has to stand right before a figure is looked for backwards from it: a pattern that
ends in "$" is tried at every sign. `small` and `before` are given in small letters.
"""

import re

_ASIDE = re.compile(r"\([^()]*\)")


def _backwards(words: str) -> str:
    """A pattern for one of `words`, between "|", in a text that is turned round."""
    return f"(?:{'|'.join(re.escape(word[::-1]) for word in words.split('|'))})"


_AIMS = (
    "tối thiểu|ít nhất|tối đa|không quá|chỉ tiêu|mục tiêu|kế hoạch|ngưỡng|phấn đấu|đạt từ"
    "|từ|trên|dưới|hơn|vượt|tăng|giảm|tụt|thiếu|mất|chiếm|chênh|chênh lệch|cách|thêm"
    "|so với|không để|quá|khoảng|gần|mỗi"
)
_FILLING = "được giao|đề ra|là|đạt|thêm|mức|hơn|còn|khoảng|phải|quy định"
_AIM = re.compile(
    rf"[\s:]*(?:(?:{_backwards(_FILLING)}|\d{{4}}{_backwards('năm ')})\s+)*"
    f"{_backwards(_AIMS)}"
)
_NOW = re.compile(
    rf"\W*{_backwards(' đạt')}{_backwards(' mới| chỉ')}?"
    rf"{_backwards(' nay| tại')}?{_backwards('hiện|đang|mới|chỉ')}"
)
_OF_OTHERS = (
    *("bình quân", "trung bình", "toàn tỉnh", "toàn quốc", "cả nước", "còn thiếu"),
    "bị mất",
)
_OTHERS = re.compile(rf"(?<!\w)(?:{'|'.join(_OF_OTHERS)})(?!\w)")
_MISSED = re.compile(
    r"\b(?:chưa|không) (?:đạt|bảo đảm|đảm bảo|hoàn thành|đáp ứng)\b[^,:;]*",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"(?:[\s,:)–-]|và|trong đó|cụ thể|là|đạt|với|được|ở mức|chỉ|mới|hiện|nay|đang|có"
    r"|còn|bằng|tương ứng|tương đương|như)*"
)
_BEFORE = re.compile(r"(?:tháng|quý|kỳ|tuần|năm) trước|trước đó")
_YEAR = re.compile(r"\d\d\d\d")
_PARTLY = re.compile(r"trong đó|chủ yếu|điển hình|như\b|nhiều nhất")
_KIND = re.compile(
    r"(?:xã|phường|th(?:ị trấn|ị xã|ành phố)|đặc khu|huyện|quận|sở)(?=\s)"
)
_KINDS = ("xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thành phố", "sở")
_BODIES = ("ubnd", "ủy ban nhân dân")
_WORD = re.compile(r"\S+")
_BEHIND_NAME = ",.:;)"


def label(before: str) -> str:
    """The words that belong to a figure: behind an open bracket, without asides."""
    if "(" not in before:
        return before
    return _ASIDE.sub(" ", before).rpartition("(")[2]


def whole(before: str) -> str:
    """The words before a figure, those before an open bracket too."""
    return _ASIDE.sub(" ", before).replace("(", " ")


def is_aim(before: str) -> bool:
    """Whether a figure behind these words is an aim or a difference."""
    return _AIM.match(before[::-1]) is not None


def is_now(before: str) -> bool:
    """Whether a figure behind these words is said to be so now ("hiện đạt")."""
    return _NOW.match(before[::-1]) is not None


def is_of_others(small: str) -> bool:
    """Whether the words of a figure say that it is an average, or what is missing."""
    for one in _OF_OTHERS:
        if one in small:
            return _OTHERS.search(small) is not None
    return False


def is_of_before(before: str) -> bool:
    """Whether these words compare with another time."""
    if "so với" in before or "cùng kỳ" in before:
        return True
    return "trước" in before and _BEFORE.search(before) is not None


def may_name_period(small: str) -> bool:
    """Whether a period may be read in these words: without a year or a week none is."""
    return "tuần" in small or _YEAR.search(small) is not None


def is_partly(between: str) -> bool:
    """Whether these words begin a list of some parts only."""
    return _PARTLY.search(between) is not None


def links(small: str) -> bool:
    """Whether these words say nothing of their own between what is named and a figure."""
    return _LINKING.fullmatch(small) is not None


def without_missed(text: str, small: str) -> str:
    """The words before a figure without the aims that they say were missed.

    `small` is `text` in small letters.
    """
    if "chưa " in small or "không " in small:
        return _MISSED.sub(" ", text)
    return text


def unit_in(text: str, small: str) -> str:
    """The name of the first unit named in full, as "xã Cẩm Giang"; empty for none.

    `small` is `text` in small letters.
    """
    for kind in _KINDS:
        if kind in small:
            break
    else:
        return ""
    for match in _KIND.finditer(small):
        if name := _name_at(text, match.end()):
            return f"{text[_begin(small, match.start()) : match.end()]} {name}"
    return ""


def _begin(small: str, at: int) -> int:
    """Where a unit's name begins whose kind stands there: with "UBND" before it."""
    before = small[:at].rstrip()
    if len(before) < at:
        for body in _BODIES:
            if before.endswith(body):
                return len(before) - len(body)
    return at


def _name_at(text: str, at: int) -> str:
    """The words from there on that are written as those of a name."""
    name: list[str] = []
    for found in _WORD.finditer(text, at):
        word = found[0]
        if not (word[0].isupper() or (word[0].isdecimal() and not name)):
            break
        name.append(word.rstrip(_BEHIND_NAME))
        if word[-1] in _BEHIND_NAME:
            break
    return " ".join(name)
