"""How the components of a letter begin and look as text (docs/linh-vuc.md 4.2, 4.3)."""

import re
from typing import Final

from core.names import folded
from core.paper.model import Line

_NATION: Final = "cong hoa xa hoi chu nghia viet nam"
_MOTTO: Final = ("doc lap", "tu do", "hanh phuc")
_LONGEST_MOTTO: Final = 60

ADDRESSEES: Final = re.compile(r"\s*kính\s+(?:gửi|gởi)\b", re.IGNORECASE)
RECIPIENTS: Final = re.compile(r"\s*nơi\s+(?:nhận|gửi)\b", re.IGNORECASE)
NUMBER: Final = re.compile(
    r"\s*Số\s*[:.]?(?P<number>[^/]{0,24})/\s*(?P<symbol>[^\s/].*)$", re.IGNORECASE
)
DATE: Final = re.compile(
    r"[^:;]{0,60}?\bngày\b[^,;/]{0,14}\btháng\b[^,;/]{0,14}\bnăm\b[^,;/]{0,12}$",
    re.IGNORECASE,
)
SUBJECT: Final = re.compile(r"\s*(?:V\s*/\s*v\b|về\s+việc\b)", re.IGNORECASE)
ITEM: Final = re.compile(r"\s*[-–—+•*▪➢]")
SIGNED: Final = re.compile(
    r"\s*\(?\s*(?:đã\s+ký|ký\s+bởi|người\s+ký\s*:)", re.IGNORECASE
)
OPENING: Final = re.compile(
    r"\s*(?:Căn cứ|Thực hiện|Tiếp theo|Theo|Trên cơ sở|Để|Qua|Vừa qua|Hiện nay)\s"
)
"""How the body of a letter mostly begins."""

_ANNEX_NUMBER: Final = r"(?:\s+(?:số\s*)?(?:[IVXLC]+|\d{1,2}|[A-ZĐ]))?"
ANNEX: Final = re.compile(
    rf"\s*phụ\s+lục{_ANNEX_NUMBER}(?:\s+kèm\s+theo)?\s*[:.]?\s*$", re.IGNORECASE
)
ANNEX_WITH_TITLE: Final = re.compile(
    rf"\s*PHỤ\s+LỤC{_ANNEX_NUMBER}\s*[:.\-–]?\s+(?P<title>\S.+)$"
)
REFERENCE: Final = re.compile(
    r"\s*\(?\s*(?:ban\s+hành\s+)?(?:đính\s+)?kèm\s+(?:theo|với)?\b", re.IGNORECASE
)

# The names of kinds of documents stand where a letter has none.
_KINDS: Final = frozenset(
    {
        "bao cao",
        "thong bao",
        "to trinh",
        "ke hoach",
        "quyet dinh",
        "cong van",
        "giay moi",
    }
    | {"chi thi", "nghi quyet", "huong dan", "chuong trinh", "bien ban", "cong dien"}
    | {
        "phieu trinh",
        "giay gioi thieu",
        "hoa toc",
        "thuong khan",
        "khan",
        "mat",
        "toi mat",
    }
    | {"tuyet mat", "du thao"}
)
_BODIES: Final = re.compile(
    r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|sở|phòng|văn phòng|ban"
    r"|chi cục|cục|tổng cục|vụ|viện|trung tâm|công an|ban chỉ huy|trường|trạm|bộ|thanh tra"
    r"|đảng ủy|hội|mặt trận|ủy ban mttq)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_TITLES: Final = re.compile(
    r"(?:T\s*/?\s*M|K\s*/?\s*T|TL|T\s*/\s*L|TUQ|Q)\s*\.|.*\b(?:CHỦ\s+TỊCH|CHÁNH\s+VĂN|GIÁM"
    r"\s+ĐỐC|VĂN\s+PHÒNG|(?:ỦY|UỶ)\s+BAN|HỘI\s+ĐỒNG|TRUNG\s+TÂM|BÍ\s+THƯ|CÔNG\s+AN|UBND"
    r"|TRƯỞNG\s+(?:PHÒNG|BAN|CÔNG|TRẠM)|CHỈ\s+HUY|THỦ\s+TRƯỞNG|HIỆU\s+TRƯỞNG|CÔNG\s+CHỨC)\b"
)
_NAME: Final = re.compile(r"(?:[^\W\d_]+\.\s*)*[^\W\d_]+(?:\s+[^\W\d_]+){1,5}$")
_MOST_NAME: Final = 40
_LONGEST_TITLE: Final = 70
_LONGEST_CAPITALS: Final = 160


def is_nation(text: str) -> bool:
    """Whether it is the name of the nation, however its marks are set."""
    return len(text) < _LONGEST_MOTTO and folded(text).startswith(_NATION)


def is_motto(text: str) -> bool:
    """Whether it is the motto, whatever stands between its parts."""
    if len(text) > _LONGEST_MOTTO:
        return False
    plain = folded(text)
    return all(part in plain for part in _MOTTO)


def is_capitals(text: str) -> bool:
    """Whether it is a short line in capitals."""
    return len(text) < _LONGEST_CAPITALS and text.isupper() and len(text.strip()) > 1


def is_kind(text: str) -> bool:
    """Whether it is the name of a kind of document, or a mark of urgency."""
    return folded(text).strip(" .:*") in _KINDS


def begins_body(text: str) -> bool:
    """Whether a line of a letterhead names a body, not only its place."""
    found = _BODIES.match(text.strip())
    return found is not None and found["rest"].strip() != ""


def is_title(text: str) -> bool:
    """Whether it is a line of the authority and office of who signs."""
    bare = text.strip()
    return (
        len(bare) < _LONGEST_TITLE
        and bare.isupper()
        and _TITLES.match(bare) is not None
    )


def is_name(text: str) -> bool:
    """Whether it may be the name of a person: two to six words, each with a capital."""
    bare = text.strip()
    words = bare.replace(".", " ").split()
    return (
        len(bare) < _MOST_NAME
        and _NAME.match(bare) is not None
        and all(word[0].isupper() for word in words)
        and not is_title(bare.upper())
    )


def is_centred_bold(line: Line) -> bool:
    """Whether a line looks like a title."""
    look = line.look
    return look is not None and look.bold is True and look.align.value == "center"
