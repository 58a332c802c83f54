"""Periods printed as Vietnamese offices write them; `core.figures` hands them on."""

from core.dates import month_number, show_date
from core.period import Period, PeriodKind

_QUARTERS = {1: "I", 2: "II", 3: "III", 4: "IV"}


def show_period(period: Period) -> str:
    """`tháng 9/2024`, `quý III/2024`, `6 tháng đầu năm 2024` and the like."""
    match period.kind:
        case PeriodKind.MONTH:
            return f"tháng {month_number(period.number)}/{period.year}"
        case PeriodKind.QUARTER:
            return f"quý {_QUARTERS[period.number]}/{period.year}"
        case PeriodKind.HALF:
            half = "đầu" if period.number == 1 else "cuối"
            return f"6 tháng {half} năm {period.year}"
        case PeriodKind.NINE_MONTHS:
            return f"9 tháng đầu năm {period.year}"
        case PeriodKind.YEAR:
            return f"năm {period.year}"
        case PeriodKind.WEEK:
            days = "" if period.days is None else f" {_show_days(period)}"
            return f"tuần {period.number:02d} năm {period.year}{days}"
        case PeriodKind.SPAN:
            return f"kỳ {_show_days(period)}"


def show_full_period(period: Period) -> str:
    """The period as a letter prints it: a week with its days."""
    if period.kind is PeriodKind.WEEK:
        return f"tuần {period.number:02d} năm {period.year} ({_show_days(period)})"
    return show_period(period)


def _show_days(period: Period) -> str:
    first, last = show_date(period.first_day), show_date(period.last_day)
    return f"từ ngày {first} đến ngày {last}"
