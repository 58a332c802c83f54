"""Family N, part six: what the figures rest on, and whether they can be compared."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core import figures, scoring
from core.catalogue import Actor, Catalogue, Group
from core.report import PERIOD_PLACE, Part, Place, Row
from core.rules.gathered import Column
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

_ZERO: Final = Decimal(0)
_CENT: Final = Decimal("0.01")
_FIVE: Final = {"1.score_online22": "14,72"}


def _inherited(*scores: str) -> dict[str, str]:
    """Units with these scores for Công khai, minh bạch."""
    return {f"{row}.score_ckmb": one for row, one in enumerate(scores, start=1)}


@rule(
    "N15",
    Severity.HINT,
    title="Bảng chia năm nhóm như cách cũ",
    when="Bảng có điểm nhóm gộp “Dịch vụ trực tuyến” (22 điểm) mà không có điểm hai nhóm thành phần.",
    hint="Có thể giữ nguyên; muốn nêu đủ sáu nhóm thì xem trên Cổng và ghi điểm hai nhóm thành phần.",
    basis="Quyết định số 766/QĐ-TTg chia sáu nhóm; Cổng có thời gian gộp dịch vụ công trực tuyến và thanh toán trực tuyến.",
    scope=Scope.REPORT,
    broken=(
        Example(_FIVE, extra={"also": ("N08",)}),
        Example({"1.score_online22": "14,72", "2.score_online22": "15"}),
    ),
    sound=(
        Example(_FIVE | {"1.score_dvctt": "8", "1.score_tttt": "6,72"}, extra={"also": ("N08",)}),
        Example({"1.score_total": "62,95"}),
    ),
)  # fmt: skip
def five_groups(look: Look) -> Iterator[Remark]:
    """A joined score where those of its groups should stand (docs/linh-vuc.md 1.2)."""
    report, head = look.report, look.report.head
    for joined in look.catalogue.joined_scores:
        units = look.columns.of_key(joined.key).numbers
        row = head if head and head.number(joined.key) is not None else None
        if row is None and units:
            row = report.rows[min(units, key=int)]
        if row is None or any(row.number(key) is not None for key in joined.parts):
            continue
        parts = (look.catalogue.indicators[key] for key in joined.parts)
        told = " và ".join(
            f"{one.name} ({figures.show(one.maximum or _ZERO)})" for one in parts
        )
        yield Remark(Place(row.id, joined.key), f"Nhóm “{joined.name}” gồm {told}.")


@rule(
    "N21",
    Severity.WARNING,
    title="Điểm công khai, minh bạch khác các xã cùng tệp",
    when="Điểm nhóm Công khai, minh bạch của một đơn vị khác điểm mà quá nửa số đơn vị trong tệp cùng có, không phải do tiêu chí của chính đơn vị; nhiều đơn vị khác như vậy thì thôi.",
    hint="Đối chiếu điểm nhóm này với Cổng; nếu đúng thì xem tiêu chí đồng bộ hồ sơ của đơn vị.",
    basis="Các tiêu chí 1.1–1.3 tính cho cấp tỉnh; xã thường có cùng điểm với tỉnh, trừ tiêu chí 1.4.",
    scope=Scope.REPORT,
    broken=(
        Example(_inherited("11,85", "11,85", "11,58", "11,85")),
        Example(_inherited("11,85", "11,85", "11,58", "11,85") | {"3.sync_rate": "99"}),
    ),
    sound=(
        Example(_inherited("11,85", "11,85", "11,85", "11,85")),
        Example(_inherited("11,85", "11,58")),
        Example(_inherited("11,85", "11,58", "11,85", "11,58", "11,85")),
        Example(_inherited("11,85", "11,85", "5,85", "11,85") | {"3.sync_rate.score": "0"}),
        Example(_inherited("11,85", "11,85", "8,85", "11,85") | {"3.sync_rate": "50"}),
    ),
)  # fmt: skip
def group_unlike_the_others(look: Look) -> Iterator[Remark]:
    """A score that all inherit from the province, and one unit does not (docs/linh-vuc.md 1.4)."""
    for group in look.catalogue.groups:
        column = look.columns.of_key(group.key)
        usual = column.told(_usual) if _is_inherited(look.catalogue, group) else None
        fewest = look.reference.limit("fewest_alike")
        if usual is None or len(column.numbers) < fewest:
            continue
        most = int(len(column.numbers) // look.reference.limit("usual_one_in"))
        unlike = column.beyond(usual, usual)
        if len(unlike) > max(1, most):
            continue
        for one in unlike:
            row, score = look.report.rows[one], column.numbers[one]
            if not _is_own_doing(look, row, group, usual - score):
                yield Remark(
                    Place(one, group.key),
                    f"Nhóm {group.name} ghi {figures.show(score)} điểm, các đơn vị khác "
                    f"{figures.show(usual)}. Nhóm này thường giống điểm của tỉnh; kiểm tra lại.",
                )


def _usual(column: Column) -> Decimal | None:
    """The figure that more than half of the units have, or None."""
    counted = Counter(column.numbers.values()).most_common(1)
    found = [one for one, times in counted if 2 * times > len(column.numbers)]
    return found[0] if found else None


def _is_inherited(catalogue: Catalogue, group: Group) -> bool:
    """Whether most points of a group are won by the province alone."""
    criteria = (catalogue.indicators[key] for key in group.criteria)
    theirs = (one.maximum for one in criteria if one.actor is Actor.PROVINCE)
    return 2 * sum((one or _ZERO for one in theirs), _ZERO) > group.maximum


def _is_own_doing(look: Look, row: Row, group: Group, lost: Decimal) -> bool:
    """Whether the unit lost that much with the criteria that are its own."""
    own = _ZERO
    for key in group.criteria:
        criterion = look.catalogue.indicators[key]
        score = row.number(key, Part.SCORE)
        earned = scoring.points_in(row, criterion) if score is None else score
        if criterion.actor is Actor.COMMUNE and earned is not None:
            own += (criterion.maximum or _ZERO) - earned
    return abs(own - lost) <= _CENT


@rule(
    "N22",
    Severity.WARNING,
    title="Hai kỳ không cùng cơ sở tính điểm",
    when="Kỳ trước đem so sánh nằm trước ngày các công thức hiện nay được áp dụng, kỳ này nằm sau.",
    hint="Không nêu tăng, giảm điểm giữa hai kỳ này; chỉ so các tỷ lệ, số lượng tính như nhau.",
    basis="Công thức tính điểm và Cổng thay đổi từ năm 2025 sang 2026.",
    scope=Scope.REPORT,
    needs=(Need.PERIOD, Need.PREVIOUS),
    broken=(
        Example({"report.period": "tháng 1/2026", "report.as_of": "05/02/2026"},
                extra={"previous": {"report.period": "tháng 12/2025"}}),
    ),
    sound=(
        Example({}, extra={"previous": {"report.period": "tháng 8/2026"}}),
        Example({}, extra={"previous": {"report.period": ""}}),
        Example({"report.period": "tháng 12/2025", "report.as_of": "05/01/2026"},
                extra={"previous": {"report.period": "tháng 11/2025"}}),
    ),
)  # fmt: skip
def bases_differ(look: Look) -> Iterator[Remark]:
    """Two periods across the change of the formulas (docs/linh-vuc.md 1.5)."""
    if is_across(look):
        told = "không cùng cơ sở tính điểm, không nên so sánh tăng, giảm."
        before = look.context.previous and look.context.previous.period
        named = f"Kỳ này và {figures.show_period(before)}" if before else "Hai kỳ"
        yield Remark(PERIOD_PLACE, f"{named} {told}")


def is_across(look: Look) -> bool:
    """Whether the formulas changed between the previous period and this one."""
    previous, period = look.context.previous, look.report.period
    before = None if previous is None else previous.period
    if period is None or before is None:
        return False
    return scoring.formula_is_dated(
        look.catalogue, before
    ) and not scoring.formula_is_dated(look.catalogue, period)


RULES: Final[tuple[Rule, ...]] = (five_groups, group_unlike_the_others, bases_differ)
