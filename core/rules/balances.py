"""Family N, part five: counts and ratios of one unit that have to add up."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Final

from core import figures
from core.report import Place, Row
from core.rules.registry import Example, Look, Remark, Rule, Scope, Severity, rule

MONTHLY: Final = "ecopy_count"
RUNNING: Final = "ecopy_cumulative"
_ZERO: Final = Decimal(0)
_WHOLES: Final = ("received_total", "resolved_total", "pending_total")
_CHANNELS: Final = ("online_submit_rate", "direct_submit_rate", "post_submit_rate")
_IN_TIME: Final = ("on_time_rate", "overdue_rate")
_ADDED: Final = "Các phần của cùng một tổng thể cộng lại phải bằng tổng thể đó."
_AUGUST: Final = {"report.period": "tháng 8/2026", "1.ecopy_cumulative": "1.900"}


def _with_running(look: Look) -> set[str]:
    """Units whose running total may not fit."""
    running = look.columns.of_key(RUNNING).numbers
    if look.context.previous is not None:
        return set(running)
    monthly = look.columns.of_key(MONTHLY).numbers.items()
    return {one for one, number in monthly if one in running and running[one] < number}


@rule(
    "N17",
    Severity.WARNING,
    title="Số lũy kế không khớp",
    when="Số lũy kế nhỏ hơn số trong kỳ, nhỏ hơn lũy kế kỳ trước cùng năm, hoặc khác lũy kế kỳ liền trước cộng số trong kỳ. Sang năm mới lũy kế có thể tính lại từ đầu nên không so với kỳ trước.",
    hint="Đối chiếu cả hai số với Cổng Dịch vụ công quốc gia và với phụ lục kỳ trước.",
    basis="Lũy kế kỳ này = lũy kế kỳ trước + số trong kỳ.",
    scope=Scope.ROW,
    suspects=_with_running,
    broken=(
        Example({"1.ecopy_count": "133", "1.ecopy_cumulative": "33"}),
        Example({"1.ecopy_count": "33", "1.ecopy_cumulative": "1.890"}, extra={"previous": _AUGUST}),
        Example({"1.ecopy_count": "133", "1.ecopy_cumulative": "2.003"}, extra={"previous": _AUGUST}),
    ),
    sound=(
        Example({"1.ecopy_count": "133", "1.ecopy_cumulative": "133"}),
        Example({"1.ecopy_count": "133", "1.ecopy_cumulative": "2.033"}, extra={"previous": _AUGUST}),
        Example({"1.ecopy_cumulative": "2.003"}, extra={"previous": _AUGUST}),
        Example({"1.ecopy_count": "5", "2.ecopy_cumulative": "3"}),
        Example({"1.ecopy_count": "133", "1.ecopy_cumulative": "2.003"},
                extra={"previous": _AUGUST | {"report.period": "tháng 7/2026"}}),
        Example({"1.ecopy_count": "33", "1.ecopy_cumulative": "33"},
                extra={"previous": _AUGUST | {"report.period": "tháng 12/2025"}, "also": ("N22",)}),
        Example({"1.ecopy_count": "33", "1.ecopy_cumulative": "33"},
                extra={"previous": _AUGUST | {"report.period": ""}}),
        Example({"1.ecopy_count": "33", "1.ecopy_cumulative": "33"},
                extra={"previous": _AUGUST | {"1.ecopy_cumulative": "-"}}),
    ),
)  # fmt: skip
def running_total_does_not_fit(look: Look) -> Iterator[Remark]:
    """A running total (lũy kế) below its month, or not the one before and the month."""
    row = look.the_row
    total, month = row.number(RUNNING), row.number(MONTHLY)
    if total is None:
        return
    place, shown = Place(row.id, RUNNING), figures.show(total)
    if month is not None and total < month:
        told = f"Lũy kế {shown} nhỏ hơn số trong kỳ {figures.show(month)}."
        yield Remark(place, told)
        return
    before = look.before(row)
    earlier = None if before is None else before.number(RUNNING)
    gap = _days_since(look)
    if earlier is None or gap is None:
        return
    if total < earlier:
        told = f"Lũy kế {shown} nhỏ hơn lũy kế kỳ trước {figures.show(earlier)}."
        yield Remark(place, told)
    elif gap == timedelta(days=1) and month is not None and total != earlier + month:
        yield Remark(
            place,
            f"Lũy kế {shown} không khớp kỳ trước {figures.show(earlier)} + trong kỳ "
            f"{figures.show(month)} = {figures.show(earlier + month)}.",
        )


def _days_since(look: Look) -> timedelta | None:
    """How long after the previous period this one begins; None in another year."""
    previous, period = look.context.previous, look.report.period
    before = None if previous is None else previous.period
    if before is None or period is None or before.year != period.year:
        return None
    return period.first_day - before.last_day


def _with_wholes(look: Look) -> set[str]:
    """Units that have a count made up of others."""
    return look.columns.ids(_WHOLES)


@rule(
    "N18",
    Severity.WARNING,
    title="Số liệu hồ sơ không cân",
    when="Biết đủ các phần mà: tiếp nhận khác trực tuyến + trực tiếp + bưu chính + kỳ trước chuyển sang, khác đã giải quyết + đang giải quyết; đã giải quyết khác trước hạn + đúng hạn + quá hạn; đang giải quyết khác trong hạn + quá hạn. Bảng có thể tính số kỳ trước chuyển sang vào tổng tiếp nhận hoặc không.",
    hint="Đối chiếu từng số với Hệ thống giải quyết thủ tục hành chính rồi sửa số sai.",
    basis=_ADDED,
    scope=Scope.ROW,
    suspects=_with_wholes,
    broken=(
        Example({"1.received_total": "100", "1.received_online": "80", "1.received_direct": "10"}),
        Example({"1.received_total": "100", "1.received_online": "80", "1.received_direct": "10",
                 "1.received_post": "1", "1.carried_over": "8"}),
        Example({"1.received_total": "100", "1.resolved_total": "80", "1.pending_total": "30"}),
        Example({"1.resolved_total": "80", "1.resolved_early": "50", "1.resolved_on_time": "20",
                 "1.overdue_total": "5"}),
        Example({"1.pending_total": "20", "1.pending_on_time": "18", "1.pending_overdue": "1"}),
    ),
    sound=(
        Example({"1.received_total": "100", "1.received_online": "80", "1.received_direct": "20"}),
        Example({"1.received_total": "100", "1.received_online": "80", "1.received_direct": "10",
                 "1.received_post": "1", "1.carried_over": "9"}),
        Example({"1.received_total": "91", "1.received_online": "80", "1.received_direct": "11",
                 "1.carried_over": "9", "1.resolved_total": "80", "1.pending_total": "20"}),
        Example({"1.received_total": "100", "1.received_online": "80"}),
        Example({"1.resolved_total": "80", "1.resolved_early": "50", "1.resolved_on_time": "25",
                 "1.overdue_total": "6", "1.pending_overdue": "1"}),
        Example({"1.resolved_total": "80", "1.resolved_on_time": "75", "1.overdue_total": "5"}),
        Example({"1.pending_total": "20", "1.pending_on_time": "18", "1.pending_overdue": "2"}),
    ),
)  # fmt: skip
def files_do_not_balance(look: Look) -> Iterator[Remark]:
    """Counts of files that are not the sum of their parts, in no way of counting."""
    row = look.the_row
    carried, stuck = row.number("carried_over"), row.number("pending_overdue")
    balances = (
        ("received_total", ("received_online", "received_direct"), ("received_post",), carried),
        ("received_total", ("resolved_total", "pending_total"), (), None if carried is None else -carried),
        ("resolved_total", ("resolved_on_time", "overdue_total"), ("resolved_early",), None if stuck is None else -stuck),
        ("pending_total", ("pending_on_time", "pending_overdue"), (), None),
    )  # fmt: skip
    for whole, parts, optional, other in balances:
        stated = row.number(whole)
        known = [(key, row.number(key)) for key in (*parts, *optional)]
        there = [(key, number) for key, number in known if number is not None]
        if stated is None or not {*parts} <= {key for key, _ in there}:
            continue
        summed = sum((number for _, number in there), _ZERO)
        if stated not in (summed, summed + (other or _ZERO)):
            yield Remark(Place(row.id, whole), _told(look, row, whole, there))


def _told(look: Look, row: Row, whole: str, parts: list[tuple[str, Decimal]]) -> str:
    """The sentence with the parts and what they come to."""
    adding = " + ".join(f"{_small(look, key)} {figures.show(n)}" for key, n in parts)
    summed = figures.show(sum((number for _, number in parts), _ZERO))
    stated = figures.show(row.number(whole) or _ZERO)
    return f"Số liệu hồ sơ không cân: {_small(look, whole)} {stated}, trong khi {adding} = {summed}."


def _small(look: Look, key: str) -> str:
    name = look.name(key)
    return name[0].lower() + name[1:]


def _with_ratios(look: Look) -> set[str]:
    """Units that have one of the ratios that stand beside the portal's."""
    return look.columns.ids((*_CHANNELS[1:], _IN_TIME[1]))


@rule(
    "N19",
    Severity.WARNING,
    title="Tổng các tỷ lệ không bằng 100%",
    when="Tỷ lệ nộp trực tuyến, trực tiếp, qua bưu chính cộng lại khác 100% quá 0,1 (chưa có tỷ lệ qua bưu chính thì chỉ xét khi quá 100%); hoặc đúng hạn cộng quá hạn khác 100%.",
    hint="Đối chiếu các tỷ lệ với Cổng Dịch vụ công quốc gia; số lấy từ hai nguồn khác nhau thì ghi rõ nguồn.",
    basis=_ADDED,
    scope=Scope.ROW,
    suspects=_with_ratios,
    broken=(
        Example({"1.online_submit_rate": "60", "1.direct_submit_rate": "30", "1.post_submit_rate": "5"}),
        Example({"1.online_submit_rate": "60", "1.direct_submit_rate": "50"}),
        Example({"1.on_time_rate": "98,1", "1.overdue_rate": "2,5"}),
    ),
    sound=(
        Example({"1.online_submit_rate": "60", "1.direct_submit_rate": "30,05", "1.post_submit_rate": "10"}),
        Example({"1.online_submit_rate": "60", "1.direct_submit_rate": "30"}),
        Example({"1.direct_submit_rate": "30", "1.post_submit_rate": "90"}),
        Example({"1.on_time_rate": "98,1", "1.overdue_rate": "1,9"}),
        Example({"1.online_submit_rate": "160", "1.direct_submit_rate": "50"}, extra={"also": ("N02",)}),
    ),
)  # fmt: skip
def ratios_do_not_make_a_whole(look: Look) -> Iterator[Remark]:
    """Ratios of all files that come to less or more than 100 %; of one alone N02 speaks."""
    row = look.the_row
    slack = look.reference.limit("ratio_sum_slack")
    for keys, needed in ((_CHANNELS, 2), (_IN_TIME, 2)):
        numbers = [row.number(key) for key in keys]
        known = [one for one in numbers if one is not None]
        if None in numbers[:needed] or not all(0 <= n <= 100 for n in known):
            continue
        over = sum(known, _ZERO) - figures.HUNDRED
        is_whole = len(known) == len(keys)
        if over > slack or (is_whole and over < -slack):
            adding = " + ".join(f"{figures.show(one)}%" for one in known)
            summed = figures.show(sum(known, _ZERO))
            told = f"Tổng các tỷ lệ không bằng 100%: {adding} = {summed}%."
            yield Remark(Place(row.id, keys[0]), told)


RULES: Final[tuple[Rule, ...]] = (
    running_total_does_not_fit,
    files_do_not_balance,
    ratios_do_not_make_a_whole,
)
