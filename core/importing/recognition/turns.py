"""Words that make another measure, or another time's, of what they stand beside.

"Không đúng hạn" is not what was on time, "tháng trước" is not this month's.
"""

from collections.abc import Sequence
from functools import lru_cache

from core.importing.recognition import words
from core.importing.recognition.words import fold
from core.names import folded

_TURNS = (
    ("not", ("không", "chưa", "còn thiếu")),
    ("before", [f"{one} trước" for one in ("tháng", "quý", "kỳ", "tuần", "năm")]),
    ("before", ("cùng kỳ", "năm ngoái")),
    ("sum", ("lũy kế", "từ đầu năm")),
    ("plan", ("kế hoạch", "ước thực hiện", "ước đạt")),
    ("rank", ("hạng",)),
    ("money", ("số tiền",)),
    ("sorry", ("xin lỗi",)),
    ("whole", ("toàn trình",)),
    ("part", ("một phần",)),
)
_NO_TURNS = tuple(
    f" {fold(f'{no} {verb}')} "
    for no in ("không", "chưa")
    for verb in ("tính", "kể", "bao gồm", "gồm")
)
_TURNED = tuple(
    (f" {form} ", key)
    for key, some in _TURNS
    for word in some
    for form in dict.fromkeys((fold(word), folded(word)))
)
ANOTHER_TIME = frozenset({"before", "plan"})
_BOTH_LEVELS = frozenset({"whole", "part"})  # of online services: all of them
_ANOTHER_MEASURE = ANOTHER_TIME | _BOTH_LEVELS | {"not", "money", "sorry"}
_LATE, _PENDING = (
    tuple(f" {form} " for word in some for form in (fold(word), folded(word)))
    for some in (
        ("quá hạn", "trễ hạn", "chậm hạn", "trễ hẹn"),
        ("đang giải quyết", "đang xử lý", "đang thụ lý"),
    )
)


@lru_cache(maxsize=4096)
def of(text: str) -> frozenset[str]:
    """What the folded `text` has of words that turn a figure into another one."""
    left = f" {text} "
    for aside in _NO_TURNS:
        left = left.replace(aside, " ")
    found = frozenset(key for word, key in _TURNED if word in left)
    return found - _BOTH_LEVELS if found >= _BOTH_LEVELS else found


def are_above(above: str, last: str) -> bool:
    """Whether a heading makes another measure of what is named below it.

    "Đã giải quyết" under "Quá hạn" are not all that were.
    """
    if words.is_bare_total(last):
        return False
    if (of(above) - of(last)) & _ANOTHER_MEASURE:
        return True
    return any(
        _says(some, above) and not _says(some, last) for some in (_LATE, _PENDING)
    )


def _says(some: Sequence[str], text: str) -> bool:
    return any(word in f" {text} " for word in some)
