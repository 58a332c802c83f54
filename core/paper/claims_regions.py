"""What a letter's paragraphs are about: results, what is weak, what is to be done.

A figure in an order ("bảo đảm tối thiểu 52%") is an aim and not a result, and "giảm" in
one is no news; so both the figures that a letter states and rules about them ask this.
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from core import figures
from core.dates import lowered
from core.paper.holding import texts
from core.paper.model import Component, Line, Paper
from core.same import Same


class Region(Enum):
    """What a paragraph of the body tells."""

    RESULT = "kết quả"
    WEAK = "tồn tại, hạn chế"
    ORDER = "yêu cầu, kiến nghị"

    __hash__ = object.__hash__


_MOST_HEADING_WORDS = 14
_NUMBERED = re.compile(r"\s*(?:[-–+*•]|(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)/])\s*")
_PARTED = re.compile(r"[.;]\s")
_DIGIT = re.compile(r"\d")
_ORDER_HEADING = re.compile(
    r"^(?:\W*)(?:(?:một số|các) )?(?:yêu cầu|nhiệm vụ|giải pháp|biện pháp|kiến nghị|đề nghị"
    r"|đề xuất|phương hướng|tổ chức thực hiện|nội dung (?:chỉ đạo|thực hiện|cần))",
    re.IGNORECASE,
)
_WEAK_HEADING = re.compile(r"tồn tại|hạn chế|khó khăn|yếu kém", re.IGNORECASE)
_RESULT_HEADING = re.compile(
    r"kết quả|đánh giá|tình hình|ưu điểm|nhận xét|nguyên nhân", re.IGNORECASE
)
_ORDERS = ("yêu cầu", "đề nghị", "kiến nghị", "chỉ đạo", "giao", "phân công")
_ORDERING = re.compile(
    r"(?<!theo )(?<!có )(?<!chỉ số )\b(?:yêu cầu|đề nghị|kiến nghị|chỉ đạo|giao(?! dịch)"
    r"|phân công)\b"
)
TOLD_RESULTS = re.compile(
    r"\b(?:công bố|thông báo) (?:về )?(?:kết quả|số liệu)\b", re.IGNORECASE
)
"""What leads in results; what the letter rests on may speak of orders before it."""

_ORDER_BEGINS = re.compile(
    r"^(?:đề nghị|yêu cầu|giao(?! dịch)|tăng cường|tiếp tục|đẩy mạnh|phấn đấu|đảm bảo"
    r"|bảo đảm|chủ động|tập trung|khẩn trương|nâng cao|duy trì|rà soát|đôn đốc"
    # what is carried out may be a document, by which the letter is written
    r"|thực hiện(?! (?:quyết định|nghị định|nghị quyết|thông tư|chỉ thị|kế hoạch|công văn"
    r"|chương trình|văn bản|đề án)(?!\w))|trên đây)(?!\w)",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"^(?:(?:các )?(?:phòng|công chức|đơn vị|bộ phận)|trung tâm|văn phòng|công an|ubnd"
    r"|ủy ban nhân dân)\s(?!.*\bđã\b).*(?:\btrước|\bchậm nhất(?: là)?) ngày \d",
    re.IGNORECASE,
)
"""Who does something by which day, without a word that orders it."""

_WEAK = re.compile(
    r"(?<!\w)(?=[thcyk])(?:thấp(?! hơn)|hạn chế|tồn tại|chưa đạt|chưa đảm bảo|chưa bảo đảm|yếu kém"
    r"|yếu|khắc phục)(?!\w)",
    re.IGNORECASE,
)

_WEAK_WORDS = (
    *("thấp", "hạn chế", "tồn tại", "chưa đạt", "chưa đảm bảo", "chưa bảo đảm", "yếu"),
    "khắc phục",
)
"""Without one of them the pattern finds nothing; most paragraphs hold none."""


def bare(text: str) -> str:
    """A paragraph without the sign or number that it begins with."""
    found = _NUMBERED.match(text)
    return text if found is None else text[found.end() :]


def weak_from(text: str) -> int | None:
    """Where in a paragraph something begins to be called weak, or None."""
    small = lowered(text)
    is_there = any(word in small for word in _WEAK_WORDS)
    found = _WEAK.search(text) if is_there else None
    return None if found is None else found.start()


def regions(paper: Paper) -> Mapping[int, Region]:
    """What each line of the body is about, by its index in `Paper.lines`.

    A heading, or a sentence that ends in a colon, says it of the lines below it.
    """
    return _regions(Same(paper.lines))


@lru_cache(maxsize=4)  # claims and several rules ask for those of one letter
def _regions(lines: Same[tuple[Line, ...]]) -> Mapping[int, Region]:
    paper = Paper(lines.value)
    dated = frozenset(texts(paper).holding("ngày"))
    told: dict[int, Region] = {}
    here = Region.RESULT
    for index in paper.of(Component.BODY, annex=0):
        text = figures.clean(paper.lines[index].text)
        title = bare(text)
        own = _of_heading(text, title) or _of_opening(text)
        if own is not None:
            here = own
        is_task = index in dated and _TASK.match(title) is not None
        is_order = is_task or _ORDER_BEGINS.match(title) is not None
        told[index] = Region.ORDER if is_order else here
    return told


def _of_heading(text: str, title: str) -> Region | None:
    """What a heading says of the lines below it; None where it is none.

    `title` is the text without its number.
    """
    if not title or title.endswith((".", ";")) or _DIGIT.search(title):
        return None
    if title.count(" ") >= _MOST_HEADING_WORDS:
        return None
    if _ORDER_HEADING.match(title):
        return Region.ORDER
    if title == text and not (title.isupper() or title.endswith(":")):
        return None  # neither numbered nor in capitals: a sentence
    if _WEAK_HEADING.search(title):
        return Region.WEAK
    return Region.RESULT if _RESULT_HEADING.search(title) else None


def _of_opening(text: str) -> Region | None:
    """What a sentence that ends in a colon says of the lines below it."""
    if not text.endswith(":"):
        return None
    last = _PARTED.split(text)[-1]
    if _orders(lowered(last)):
        return Region.ORDER
    return Region.WEAK if weak_from(last) is not None else None


def _orders(small: str) -> bool:
    """Whether a sentence, in small letters, orders something behind the results in it."""
    if not any(word in small for word in _ORDERS):
        return False
    results = TOLD_RESULTS.search(small)
    return _ORDERING.search(small, results.end() if results else 0) is not None
