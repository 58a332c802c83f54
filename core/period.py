"""Periods of report (kỳ báo cáo) and the time figures were taken at."""

from datetime import date, datetime, time, timedelta
from enum import Enum

from core.frozen import frozen

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years that a date or a period may have; others are typing errors."""

WEEK_DAYS = 7
_LAST = 12  # the month after which another year begins


class PeriodKind(Enum):
    """How long a period is; the value is what the store calls it."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine-months"
    YEAR = "year"
    SPAN = "span"


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}
"""How many months a period of that kind has."""

_ALONE = (PeriodKind.NINE_MONTHS, PeriodKind.YEAR)
"""Kinds of which a year has one; their number is 0."""


@frozen
class Period:
    """What figures are told of: a month, a year, any two days (kỳ báo cáo).

    Of periods told by months one stands for its days: `of_days` finds it.

    Attributes:
        kind: How long it is.
        year: Four digits; of a span, the year it ends in.
        number: The week, month (1–12), quarter (1–4) or half (1, 2); else 0.
        days: The first and the last day of a span, and of a week that does not run as
            ISO 8601 counts them; None for all others.
    """

    kind: PeriodKind
    year: int
    number: int = 0
    days: tuple[date, date] | None = None

    def __post_init__(self) -> None:
        """Refuse a period that no calendar has.

        Raises:
            ValueError: The number does not fit the kind, the year is no year, or the
                days are none of that kind's.
        """
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and self._is_sound()):
            message = f"no such period: {self.kind.value} {self.number} of {self.year}"
            raise ValueError(message)

    def _is_sound(self) -> bool:
        if self.kind is PeriodKind.SPAN:
            return self.days is not None and self._fits(self.days)
        if self.kind is PeriodKind.WEEK:
            iso, days = _iso_days(self.year, self.number), self.days
            fits = days is None or (days != iso and days[0] <= days[1])
            return fits and 1 <= self.number <= _weeks(self.year)
        if self.days is not None:
            return False
        if self.kind in _ALONE:
            return self.number == 0
        return 1 <= self.number <= 12 // _MONTHS[self.kind]

    def _fits(self, days: tuple[date, date]) -> bool:
        """Whether the days are a span's, told by no name."""
        first, last = days
        if first > last or first.year < FIRST_YEAR or last.year != self.year:
            return False
        return self.number == 0 and _named(first, last) is None

    @classmethod
    def week(
        cls, year: int, number: int, days: tuple[date, date] | None = None
    ) -> "Period":
        """The week `number` of `year`; by ISO 8601 unless the office says its days."""
        is_iso = days is None or days == _iso_days(year, number)
        return cls(PeriodKind.WEEK, year, number, None if is_iso else days)

    @classmethod
    def month(cls, year: int, number: int) -> "Period":
        """The month `number` of `year`."""
        return cls(PeriodKind.MONTH, year, number)

    @classmethod
    def quarter(cls, year: int, number: int) -> "Period":
        """The quarter `number` of `year`."""
        return cls(PeriodKind.QUARTER, year, number)

    @classmethod
    def half(cls, year: int, number: int) -> "Period":
        """The first or the second six months of `year`."""
        return cls(PeriodKind.HALF, year, number)

    @classmethod
    def nine_months(cls, year: int) -> "Period":
        """The first nine months of `year`."""
        return cls(PeriodKind.NINE_MONTHS, year)

    @classmethod
    def whole_year(cls, year: int) -> "Period":
        """The year `year`."""
        return cls(PeriodKind.YEAR, year)

    @classmethod
    def of_days(cls, first: date, last: date) -> "Period":
        """The month, quarter … that runs from `first` to `last`, else a span.

        Raises:
            ValueError: The days are in the wrong order, or of no year we know.
        """
        named = _named(first, last)
        return named or cls(PeriodKind.SPAN, last.year, 0, (first, last))

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return self._ends[0]

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        return self._ends[1]

    @property
    def _ends(self) -> tuple[date, date]:
        if self.days is not None:
            return self.days
        if self.kind is PeriodKind.WEEK:
            return _iso_days(self.year, self.number)
        months = _MONTHS[self.kind]
        end = max(self.number, 1) * months
        last = _days(self.year, end)
        return date(self.year, end - months + 1, 1), date(self.year, end, last)

    @property
    def order(self) -> tuple[date, date]:
        """What periods are put in order by: the day they end, then the day they begin."""
        return self.last_day, self.first_day

    @property
    def previous(self) -> "Period":
        """The period to compare with: of the same kind, just before this one.

        What runs from 1 January to a day within the year is compared with the same
        days of the year before.
        """
        if self.kind is PeriodKind.SPAN:
            return self._span_before()
        if self.kind is PeriodKind.WEEK:
            return self._week_before()
        if self.number > 1:
            return Period(self.kind, self.year, self.number - 1)
        number = 0 if self.kind in _ALONE else 12 // _MONTHS[self.kind]
        return Period(self.kind, self.year - 1, number)

    def _week_before(self) -> "Period":
        step = timedelta(days=WEEK_DAYS)
        days = self.days and (self.days[0] - step, self.days[1] - step)
        if self.number > 1:
            return Period.week(self.year, self.number - 1, days)
        return Period.week(self.year - 1, _weeks(self.year - 1), days)

    def _span_before(self) -> "Period":
        first, last = self._ends
        after = last + timedelta(days=1)
        if (first.month, first.day) == (1, 1) and last.year == first.year:
            return Period.of_days(_months_on(first, -12), _months_on(last, -12))
        end = first - timedelta(days=1)
        if after.day == first.day:
            months = 12 * (after.year - first.year) + after.month - first.month
            return Period.of_days(_months_on(first, -months), end)
        return Period.of_days(first - (after - first), end)

    @property
    def code(self) -> str:
        """How files and the command line name it.

        `2024-09`, `2024-Q3`, `2024-H1`, `2024-M9`, `2024`, `2024-W12`,
        `2024-01-05..2024-01-11`; a week with days of its own has both.
        """
        days = "" if self.days is None else "..".join(map(date.isoformat, self.days))
        match self.kind:
            case PeriodKind.SPAN:
                return days
            case PeriodKind.WEEK:
                week = f"{self.year:04d}-W{self.number:02d}"
                return f"{week}={days}" if days else week
            case PeriodKind.MONTH:
                return f"{self.year:04d}-{self.number:02d}"
            case PeriodKind.QUARTER:
                return f"{self.year:04d}-Q{self.number}"
            case PeriodKind.HALF:
                return f"{self.year:04d}-H{self.number}"
            case PeriodKind.NINE_MONTHS:
                return f"{self.year:04d}-M9"
            case PeriodKind.YEAR:
                return f"{self.year:04d}"


def _days(year: int, month: int) -> int:
    """How many days a month has; the module `calendar` takes 2 ms of each start."""
    if month == _LAST:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day


def _named(first: date, last: date) -> Period | None:
    """The period told by months that has those days, or None."""
    if first.day != 1 or first.year != last.year or first.month > last.month:
        return None
    year, months = first.year, last.month - first.month + 1
    kind = next((kind for kind, count in _MONTHS.items() if count == months), None)
    is_whole = last.day == _days(year, last.month)
    if kind is None or not is_whole or last.month % months:
        return None
    return Period(kind, year, 0 if kind in _ALONE else last.month // months)


def _weeks(year: int) -> int:
    """How many weeks ISO 8601 counts in a year."""
    return date(year, 12, 28).isocalendar().week


def _iso_days(year: int, number: int) -> tuple[date, date]:
    """Monday and Sunday of a week."""
    monday = date.fromisocalendar(year, min(number, _weeks(year)) or 1, 1)
    return monday, monday + timedelta(days=WEEK_DAYS - 1)


def _months_on(day: date, months: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    whole = 12 * day.year + day.month - 1 + months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, _days(year, month + 1)))


@frozen
class Moment:
    """When figures were taken (thời điểm lấy số liệu): a day, perhaps with a time.

    Attributes:
        day: The day.
        clock: Hours and minutes, or None when only the day is known.
    """

    day: date
    clock: time | None = None

    @property
    def code(self) -> str:
        """`2024-12-06T16:30` or `2024-12-06`."""
        if self.clock is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.clock).isoformat(timespec="minutes")
