"""What a month is called, on its card and wherever else it is named."""

from core import figures

NO_PERIOD = "Chưa rõ kỳ"


def period_title(code: str) -> str:
    """The heading of a period: 2024-09 is "Tháng 9/2024"."""
    period = figures.parse_period(code) if code else None
    if period is None:
        return NO_PERIOD
    words = figures.show_period(period)
    return words[0].upper() + words[1:]
