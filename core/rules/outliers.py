"""Family N, part four: figures far from those of the others, or of the period before."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core import figures
from core.catalogue import Indicator, Kind
from core.report import Place, Row
from core.rules.balances import RUNNING
from core.rules.grounds import is_across
from core.rules.registry import (
    Example,
    Look,
    Remark,
    Rule,
    Scope,
    Severity,
    rule,
)


def _listed(*rates: str) -> dict[str, str]:
    """Units with these rates."""
    return {f"{row}.reuse_rate": rate for row, rate in enumerate(rates, start=1)}


@rule(
    "N12",
    Severity.WARNING,
    title="Giá trị lệch nhiều so với các đơn vị khác hoặc kỳ trước",
    when="Một tỷ lệ (hoặc tổng điểm) lệch quá 25 so với mức giữa của các đơn vị, trong khi hầu hết các đơn vị không lệch như vậy; hoặc lệch quá 20 so với kỳ trước của chính đơn vị; hoặc một số lượng từ 20 trở lên tăng, giảm quá một nửa so với kỳ trước.",
    hint="Đối chiếu số này với Cổng Dịch vụ công quốc gia: có thể gõ thiếu hoặc thừa một chữ số, đặt sai dấu phẩy.",
    basis="Số lệch hẳn các số cùng loại thường do nhập sai.",
    scope=Scope.REPORT,
    broken=(
        Example(_listed("40,25", "41,79", "4,55", "40,08", "33,93", "47,06")),
        Example(_listed("40", "40", "40", "65,01")),
        Example({"1.online_pay_rate": "8,96"}, extra={"previous": {"1.online_pay_rate": "89,64"}}),
        Example({"1.overdue_total": "46"}, extra={"previous": {"1.overdue_total": "20"}}),
        Example({"1.unit_name": "Xã A", "2.unit_name": "Xã B", "total.score_total": "60"},
                extra={"previous": {"1.unit_name": "Xã A", "2.unit_name": "Xã B", "total.score_total": "81"}}),
        Example(
            {"1.unit_name": "Xã A", "1.reuse_rate": "40", "2.unit_name": "Xã B", "2.reuse_rate": "41"},
            extra={"previous": {"1.unit_name": "Xã B", "1.reuse_rate": "40",
                                "2.unit_name": "Xã A", "2.reuse_rate": "90"}},
        ),
    ),
    sound=(
        Example(_listed("40,25", "41,79", "45,5", "40,08", "33,93", "47,06")),
        Example(_listed("40", "40", "40", "65")),
        Example(_listed("10", "90", "50", "20", "80")),
        Example(_listed("40", "41", "4,55")),
        Example({f"{row}.overdue_total": number for row, number in
                 enumerate(("1", "2", "44", "1", "0"), start=1)}),
        Example(_listed("40", "40", "40", "140"), extra={"also": ("N02",)}),
        Example({"1.online_pay_rate": "140"},
                extra={"previous": {"1.online_pay_rate": "90"}, "also": ("N02",)}),
        Example({"1.online_pay_rate": "70"}, extra={"previous": {"1.online_pay_rate": "90"}}),
        Example({"1.overdue_total": "19"}, extra={"previous": {"1.overdue_total": "3"}}),
        Example({"1.overdue_total": "30"}, extra={"previous": {"1.overdue_total": "20"}}),
        Example({"1.overdue_total": "30"}, extra={"previous": {"1.overdue_total": "-"}}),
        Example({"1.ecopy_cumulative": "2.033"}, extra={"previous": {"1.ecopy_cumulative": "900"}}),
        Example({"report.period": "tháng 1/2026", "report.as_of": "05/02/2026", "1.score_total": "60"},
                extra={"previous": {"report.period": "tháng 12/2025", "1.score_total": "87"}, "also": ("N22",)}),
        Example(
            {"1.unit_name": "Xã A", "1.reuse_rate": "40", "2.unit_name": "Xã B", "2.reuse_rate": "41"},
            extra={"previous": {"1.unit_name": "Xã C", "1.reuse_rate": "90",
                                "2.unit_name": "Xã D", "2.reuse_rate": "90"}},
        ),
    ),
)  # fmt: skip
def far_from_the_others(look: Look) -> Iterator[Remark]:
    """A figure far from those of the other units, or from the unit's own before."""
    report = look.report
    told: set[Place] = set()
    for key in report.columns:
        indicator = look.indicator(key)
        if indicator is not None and indicator.kind in (Kind.RATIO, Kind.SCORE):
            for remark in _from_median(look, indicator):
                told |= {remark.place} if remark.place else set()
                yield remark
    if look.context.previous is None:
        return
    for row in report.all_rows:
        before = look.before(row)
        if before is not None:
            for remark in _from_before(look, row, before):
                if remark.place not in told:
                    yield remark


def _from_median(look: Look, indicator: Indicator) -> Iterator[Remark]:
    """Units far from the middle one; nothing where many are, for then that is usual."""
    column, limit = look.columns.of_key(indicator.key), look.reference.limit
    known = column.ordered
    if len(known) < limit("fewest_units"):
        return
    middle, distance = _middle(known), limit("unit_distance")
    beyond = column.beyond(middle - distance, middle + distance)
    far = [one for one in beyond if _can_be(column.numbers[one])]
    if len(far) > max(1, int(len(known) // limit("usual_one_in"))):
        return
    for one in far:
        yield Remark(
            Place(one, indicator.key),
            f"Giá trị {figures.show(column.numbers[one])} của "
            f"{look.report.rows[one].name or 'đơn vị'} lệch nhiều so với "
            f"các đơn vị khác (mức giữa {figures.show(middle, 2)}) – kiểm tra nhập liệu.",
        )


def _middle(ordered: list[Decimal]) -> Decimal:
    """The median of figures in their order."""
    half = len(ordered) // 2
    return (
        ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    )


def _can_be(number: Decimal) -> bool:
    """Whether a figure is one at all; of others N02 speaks."""
    return 0 <= number <= figures.HUNDRED


def _from_before(look: Look, row: Row, before: Row) -> Iterator[Remark]:
    """Figures of one unit that moved more than figures do."""
    for key in look.report.columns:
        indicator = look.indicator(key)
        now, then = row.number(key), before.number(key)
        if indicator is None or now is None or then is None:
            continue
        if _has_moved(look, indicator, now, then):
            name = f" của {row.name}" if row.name else ""
            yield Remark(
                Place(row.id, key),
                f"Giá trị {figures.show(now)}{name} lệch nhiều so với kỳ trước "
                f"({figures.show(then)}) – kiểm tra nhập liệu.",
            )


def _has_moved(look: Look, indicator: Indicator, now: Decimal, then: Decimal) -> bool:
    limit = look.reference.limit
    if indicator.kind in (Kind.RATIO, Kind.SCORE):
        is_far = _can_be(now) and abs(now - then) > limit("period_distance")
        return is_far and not (indicator.kind is Kind.SCORE and is_across(look))
    is_large = indicator.kind is Kind.COUNT and min(now, then) >= limit("small_count")
    share = limit("period_change") / figures.HUNDRED
    is_running = indicator.key == RUNNING
    return is_large and not is_running and abs(now - then) > then * share


RULES: Final[tuple[Rule, ...]] = (far_from_the_others,)
