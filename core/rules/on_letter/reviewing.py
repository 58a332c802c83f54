"""Rule W08: what was written into a letter's file while it was reviewed."""

from collections.abc import Iterator
from typing import Final

from core.rules.registry import (
    Example,
    Look,
    Need,
    Remark,
    Rule,
    Scope,
    Severity,
    rule,
)

WHOLE: Final = "cả công văn"


@rule(
    "W08",
    Severity.WARNING,
    title="Còn thay đổi hoặc chú thích chưa xử lý",
    when="Tệp còn thay đổi đang theo dõi (Track Changes) chưa chấp nhận hay từ chối; chỉ còn chú thích bên lề (Comment) thì là gợi ý.",
    hint="Trong Word mở thẻ Review (Xem lại), chấp nhận hoặc từ chối từng thay đổi, xóa chú thích, rồi lưu lại.",
    basis="Bản trình ký, phát hành là bản cuối; thay đổi, chú thích còn trong tệp có thể hiện ra ở máy người nhận.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={}, extra={"tracked": True}),
        Example({}, letter={}, extra={"comments": 2}),
        Example({}, letter={}, extra={"tracked": True, "comments": 1}),
    ),
    sound=(Example({}, letter={}),),
)
def still_under_review(look: Look) -> Iterator[Remark]:
    """Tracked changes that nobody accepted or rejected, and comments (W08)."""
    paper = look.the_paper
    beside = f"{paper.comments} chú thích bên lề"
    if paper.tracked:
        more = f" và {beside}" if paper.comments else ""
        message = f"Tệp còn thay đổi chưa chấp nhận hay từ chối{more}; công văn được xem như đã chấp nhận hết."
        yield Remark(None, message, at=WHOLE)
    elif paper.comments:
        yield Remark(None, f"Tệp còn {beside}.", at=WHOLE, severity=Severity.HINT)


RULES: Final[tuple[Rule, ...]] = (still_under_review,)
