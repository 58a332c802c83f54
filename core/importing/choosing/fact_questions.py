"""What a file leaves open of its period, and of the time of its figures."""

from collections.abc import Iterator

from core import figures
from core.importing.choosing.question import CONFLICT, UNREAD, Answer, Question
from core.importing.recognition import titles
from core.period import Moment, Period
from core.report import AS_OF_PLACE, PERIOD_PLACE, Report, Unreadable

_DIFFERENT = "Các chỗ trong tệp ghi khác nhau; chọn theo tệp gốc."
_TO_TYPE = "Chưa đọc được “{}” trong tệp; gõ kỳ vào ô Kỳ báo cáo, ví dụ 9/2024."


def of(report: Report) -> Iterator[Question]:
    """Which of the periods, and of the times, that were told is meant."""
    for place, title in (
        (PERIOD_PLACE, "Kỳ báo cáo nào đúng?"),
        (AS_OF_PLACE, "Số liệu tính đến lúc nào?"),
    ):
        cell = report.cell(place)
        if not isinstance(cell.value, Unreadable):
            continue
        told = titles.told(cell.value.text)
        if len(told) < 2 and place != PERIOD_PLACE:
            continue
        yield Question(
            place.field,
            CONFLICT if len(told) > 1 else UNREAD,
            (place,),
            (cell.value.text,),
            tuple(Answer(v, _shown(v), f"theo {at}") for v, at in told),
            None,
            _DIFFERENT if len(told) > 1 else _TO_TYPE.format(cell.value.text),
            title if len(told) > 1 else "Kỳ báo cáo là kỳ nào?",
            cell.value.text,
        )


def _shown(value: Period | Moment) -> str:
    if isinstance(value, Period):
        shown = figures.show_period(value)
        return shown[:1].upper() + shown[1:]
    return figures.show_moment(value)
