"""Periods of report (kỳ báo cáo) and the time figures were taken at."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years that a date or a period may have; others are typing errors."""


class PeriodKind(Enum):
    """How long a period is; the value is what its ISO-like code shows."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """A month, quarter or year of report (kỳ báo cáo).

    Attributes:
        kind: Month, quarter or year.
        year: Four digits.
        number: The month (1–12) or quarter (1–4); 0 for a year.
    """

    kind: PeriodKind
    year: int
    number: int = 0

    def __post_init__(self) -> None:
        """Refuse a period that no calendar has.

        Raises:
            ValueError: The number does not fit the kind, or the year is no year.
        """
        most = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.YEAR: 0}
        least = 0 if self.kind is PeriodKind.YEAR else 1
        if not (
            FIRST_YEAR <= self.year <= LAST_YEAR
            and least <= self.number <= most[self.kind]
        ):
            message = f"no such period: {self.kind.value} {self.number} of {self.year}"
            raise ValueError(message)

    @classmethod
    def month(cls, year: int, number: int) -> "Period":
        """The month `number` of `year`."""
        return cls(PeriodKind.MONTH, year, number)

    @classmethod
    def quarter(cls, year: int, number: int) -> "Period":
        """The quarter `number` of `year`."""
        return cls(PeriodKind.QUARTER, year, number)

    @classmethod
    def whole_year(cls, year: int) -> "Period":
        """The year `year`."""
        return cls(PeriodKind.YEAR, year)

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return date(self.year, self._first_month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        month = {
            PeriodKind.MONTH: self.number,
            PeriodKind.QUARTER: self.number * 3,
            PeriodKind.YEAR: 12,
        }[self.kind]
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def previous(self) -> "Period":
        """The period of the same kind just before this one."""
        if self.kind is PeriodKind.YEAR:
            return Period(self.kind, self.year - 1)
        if self.number > 1:
            return Period(self.kind, self.year, self.number - 1)
        last = 12 if self.kind is PeriodKind.MONTH else 4
        return Period(self.kind, self.year - 1, last)

    @property
    def code(self) -> str:
        """`2024-09`, `2024-Q3` or `2024`: how files and the command line name it."""
        if self.kind is PeriodKind.MONTH:
            return f"{self.year:04d}-{self.number:02d}"
        if self.kind is PeriodKind.QUARTER:
            return f"{self.year:04d}-Q{self.number}"
        return f"{self.year:04d}"

    @property
    def _first_month(self) -> int:
        return {
            PeriodKind.MONTH: self.number,
            PeriodKind.QUARTER: self.number * 3 - 2,
            PeriodKind.YEAR: 1,
        }[self.kind]


@dataclass(frozen=True, slots=True)
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
