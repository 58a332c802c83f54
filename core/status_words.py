"""What words in the place of a figure say: nothing is known, or nothing is measured.

`core.figures` asks here for what is no number. No word is taken for zero by itself:
where a count may be zero, that is one reading of it, to be asked (docs/linh-vuc.md 3.1).
"""

from decimal import Decimal

from core.absent import Blank, Unreadable
from core.kind import Kind
from core.patterns import later

_EDGES = " .,;:()[]*"
"""What may stand around words; alone it is none of them."""

_MISSING = later(
    r"-{0,3}|[–—…]|\.{3}|n/?a|null|none"
    r"|(?:chưa|không) (?:có|rõ|cung cấp)(?: (?:số liệu|dữ liệu|thông tin|kết quả|báo cáo))?"
    r"(?: (?:báo cáo|tổng hợp|thống kê|thành phần|nhóm))?"
    r"|chưa (?:có )?(?:báo cáo|cập nhật|tổng hợp|thống kê|tính|điểm|đánh giá|xếp hạng|chấm)"
    r"(?: (?:số liệu|dữ liệu|điểm|kết quả|nhóm))?"
    r"|(?:đang )(?:cập nhật|tổng hợp|rà soát)(?: (?:số liệu|dữ liệu))?"
    r"|nguồn chưa cung cấp (?:số liệu|dữ liệu)(?: thành phần)?"
)
_NOT_APPLICABLE = later(
    r"(?:không|ko|k) áp dụng|kad|k\.a\.d|không (?:đánh giá|xếp hạng|chấm điểm|tính điểm)"
    r"|không thuộc (?:thẩm quyền|diện|đối tượng|phạm vi)(?: (?:đánh giá|áp dụng))?"
)
_NONE_AROSE = later(
    r"(?:không|ko|chưa) (?:có )?(?:phát sinh|p/s|ps)"
    r"(?: (?:hồ sơ|hs|giao dịch|tthc|thủ tục))?|kps"
    r"|(?:không|ko|chưa) có (?:hồ sơ|hs|giao dịch)"
)
_PERHAPS_ZERO = later(r"không(?: có)?|ko(?: có)?")
_MEASURED = (Kind.RATIO, Kind.DAYS)
"""What cannot be reckoned where there was no dossier; points there may be all or none."""


def value(text: str, kind: Kind) -> Blank | Unreadable | None:
    """What that text says in a place of that kind; None for what is no such word.

    "Không phát sinh" is no share of anything, so a ratio does not apply; of a count it
    may say zero, which is asked; of points nobody knows.
    """
    bare = " ".join(text.lower().split())
    bare = bare.strip(_EDGES) or bare
    if _PERHAPS_ZERO.fullmatch(bare):
        return _asked(text, kind)
    if _MISSING.fullmatch(bare):
        return Blank.MISSING
    if _NOT_APPLICABLE.fullmatch(bare):
        return Blank.NOT_APPLICABLE
    if _NONE_AROSE.fullmatch(bare):
        return Blank.NOT_APPLICABLE if kind in _MEASURED else _asked(text, kind)
    return None


def _asked(text: str, kind: Kind) -> Unreadable:
    return Unreadable(text, (Decimal(0),) if kind is Kind.COUNT else ())
