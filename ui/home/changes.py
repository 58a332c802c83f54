"""What has become better or worse since the period before, as a card says it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from core import figures
from core.period import Period, PeriodKind
from core.store.month import MonthSummary

BETTER = ("arrow-up", "accent")
WORSE = ("arrow-down", "warn_i")

_NAMES = {
    PeriodKind.WEEK: "tuần trước",
    PeriodKind.MONTH: "tháng trước",
    PeriodKind.QUARTER: "quý trước",
    PeriodKind.HALF: "6 tháng trước",
    PeriodKind.NINE_MONTHS: "9 tháng năm trước",
    PeriodKind.YEAR: "năm trước",
    PeriodKind.SPAN: "kỳ trước",
}


class Told(NamedTuple):
    """A line of a card: words, and perhaps an arrow with its colour."""

    text: str
    icon: str = ""
    ink: str = ""


def newest_first(months: Iterable[MonthSummary]) -> list[MonthSummary]:
    """The months by their periods, the newest first; those of no known period last."""
    return sorted(months, key=_order, reverse=True)


def _order(month: MonthSummary) -> tuple[date, date]:
    period = period_of(month)
    return (date.min, date.min) if period is None else period.order


def before(month: MonthSummary, months: Iterable[MonthSummary]) -> MonthSummary | None:
    """The same office's month of the period before, where it is kept."""
    period = period_of(month)
    if period is None:
        return None
    wanted = period.previous.code
    others = (one for one in months if one.headline.period == wanted)
    return next((one for one in others if _office(one) == _office(month)), None)


def period_of(month: MonthSummary) -> Period | None:
    """The month's period, or None where it is not known."""
    code = month.headline.period
    return figures.parse_period(code) if code else None


def score_change(month: MonthSummary, former: MonthSummary | None) -> Told:
    """How the total score differs, in points (điểm); no words where nothing is known."""
    now = month.headline.score
    then = None if former is None else former.headline.score
    if now is None or then is None:
        return Told("")
    if now == then:
        return Told(f"Bằng {_former(month)}")
    more = f"{figures.show(abs(now - then), 2)} điểm so với {_former(month)}"
    return Told(more, *(BETTER if now > then else WORSE))


def rank_change(month: MonthSummary, former: MonthSummary | None) -> Told:
    """How the rank differs, in places (bậc); 1 is the best."""
    now = month.headline.rank
    then = None if former is None else former.headline.rank
    if now is None or then is None:
        return Told("")
    if now == then:
        return Told(f"Giữ nguyên so với {_former(month)}")
    more = f"{figures.show(abs(now - then))} bậc so với {_former(month)}"
    return Told(more, *(BETTER if now < then else WORSE))


def _former(month: MonthSummary) -> str:
    """The period before, as it is called: "tháng trước"."""
    period = period_of(month)
    return _NAMES[period.kind if period else PeriodKind.MONTH]


def _office(month: MonthSummary) -> str:
    return month.profile or month.title
