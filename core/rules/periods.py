"""Family P: the period, the time of the figures, the date of the letter."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from core import dates, figures, holidays
from core.paper.model import Component
from core.period import Moment, Period
from core.report import AS_OF_PLACE, PERIOD_PLACE, Unreadable
from core.rules.registry import (
    Example,
    Fix,
    Look,
    Need,
    Remark,
    Rule,
    Scope,
    Severity,
    rule,
)

_ISSUE_2 = {"report.period": "tháng 11/2024", "report.as_of": "16:30, 06/11/2024"}


@rule(
    "P02",
    Severity.WARNING,
    title="Kỳ báo cáo chưa kết thúc",
    when="Công văn ký, hoặc số liệu lấy, khi ngày cuối cùng của kỳ chưa qua, mà công văn không nói số liệu còn tạm tính.",
    hint="Chờ hết kỳ rồi lấy lại số liệu, hoặc ghi rõ trong công văn là số liệu tạm tính.",
    basis="Số liệu Bộ chỉ số 766 cập nhật theo thời gian thực; số của một kỳ chỉ ổn định sau khi kỳ kết thúc.",
    scope=Scope.REPORT,
    needs=(Need.PERIOD,),
    broken=(
        Example(
            {"report.period": "tháng 9/2024", "report.as_of": "30/09/2024"},
            issue_date=date(2024, 9, 30),
        ),
        Example({"report.period": "năm 2026", "report.as_of": "10/10/2026"}),
    ),
    sound=(
        Example({"report.period": "tháng 9/2026"}, issue_date=date(2026, 10, 6)),
        Example({"report.as_of": ""}, extra={"also": ("P05",)}),
        Example(
            {"report.period": "tháng 10/2026", "report.as_of": "08/10/2026"},
            issue_date=date(2026, 10, 9),
            letter={"body.first": "Đây là số liệu tạm tính."},
            extra={"also": ("P01",)},
        ),
        Example(
            {"report.period": "quý III/2026", "report.as_of": "30/09/2026"},
            issue_date=date(2026, 10, 9),
            letter={"body.first": "Số liệu tính đến hết ngày 30/9/2026."},
            extra={"also": ("P01",)},
        ),
    ),
)
def period_not_over(look: Look) -> Iterator[Remark]:
    """A letter signed, or figures taken, before the period's last day has ended (docs/linh-vuc.md 1.5)."""
    period, signed = look.the_period, look.context.issue_date
    if _is_said_to_go_on(look):
        return
    named = figures.show_period(period)
    rest = f"khi {named} chưa kết thúc; số liệu kỳ này chưa phải số liệu cuối kỳ."
    if signed is not None and signed <= period.last_day:
        day = figures.show_date(signed)
        yield Remark(PERIOD_PLACE, f"Văn bản ký ngày {day} {rest}")
        return
    taken = look.report.as_of
    if taken is None or _is_to_the_end(look, period, taken):
        return
    if taken.day <= period.last_day and not is_misplaced(look, period, taken):
        when = figures.show_moment(taken)
        yield Remark(AS_OF_PLACE, f"Số liệu tính đến {when} {rest}")


def _is_to_the_end(look: Look, period: Period, taken: Moment) -> bool:
    """Whether the letter says that its figures are of the whole last day ("hết ngày")."""
    paper, day = look.context.paper, taken.day
    if paper is None or day != period.last_day:
        return False
    written = rf"hết\s+ngày\s+0?{day.day}(?:\s*[/.-]\s*|\s+tháng\s+)0?{day.month}(?!\d)"
    text = paper.text(Component.BODY, annex=0)
    return re.search(written, text, re.IGNORECASE) is not None


def _is_said_to_go_on(look: Look) -> bool:
    """Whether the letter itself says that its figures are not the last ones."""
    paper = look.context.paper
    if paper is None:
        return False
    text = paper.text(Component.BODY, annex=0).casefold()
    return any(words in text for words in look.reference.words("not_final"))


@rule(
    "P03",
    Severity.ERROR,
    title="Thời điểm lấy số liệu không hợp lý",
    when="Thời điểm lấy số liệu sau ngày ký công văn, ở tương lai, trước khi kỳ bắt đầu, hoặc trước ngày cuối kỳ trong khi công văn ký sau kỳ (chưa có ngày ký thì là cảnh báo).",
    hint="Sửa thời điểm cho đúng với lúc xem số liệu trên Cổng, hoặc lấy lại số liệu.",
    basis="Số liệu của một kỳ phải được lấy sau khi kỳ kết thúc và trước khi ký văn bản.",
    scope=Scope.REPORT,
    needs=(Need.PERIOD,),
    broken=(
        Example(_ISSUE_2, issue_date=date(2024, 12, 9)),
        Example(_ISSUE_2),
        Example({"report.as_of": "08/10/2026"}, issue_date=date(2026, 10, 7)),
        Example({"report.as_of": "05/10/2027"}),
    ),
    sound=(
        Example(
            {"report.period": "tháng 11/2024", "report.as_of": "16:30, 06/12/2024"},
            issue_date=date(2024, 12, 9),
        ),
        Example(
            {"report.period": "năm 2026", "report.as_of": "10/10/2026"},
            extra={"also": ("P02",)},
        ),
        Example({"report.as_of": ""}, extra={"also": ("P05",)}),
    ),
)
def time_out_of_place(look: Look) -> Iterator[Remark]:
    """A time of the figures that does not fit the period and the letter's date (docs/linh-vuc.md 1.5, 7.3)."""
    period, taken = look.the_period, look.report.as_of
    if taken is None or not is_misplaced(look, period, taken):
        return
    signed = look.context.issue_date
    written = f" (văn bản ngày {figures.show_date(signed)})" if signed else ""
    likely = _likely(look, period, taken)
    asked = f" Có phải {figures.show_date(likely)}?" if likely else ""
    is_sure = signed is not None or taken.day > look.context.today
    yield Remark(
        AS_OF_PLACE,
        f"Thời điểm lấy số liệu {figures.show_moment(taken)} không phù hợp với "
        f"{figures.show_period(period)}{written}.{asked}",
        severity=None if is_sure else Severity.WARNING,
        fix=_moved_to(likely, taken) if likely else None,
    )


def _moved_to(day: date, taken: Moment) -> Fix:
    """The fix that keeps the hour and takes the day that was meant."""
    typed = figures.show_short_moment(Moment(day, taken.clock))
    return Fix(f"Đổi thành {typed}", ((AS_OF_PLACE, typed),))


@rule(
    "P05",
    Severity.WARNING,
    title="Chưa ghi thời điểm lấy số liệu",
    when="Không có thời điểm lấy số liệu, hoặc không đọc được thời điểm đã ghi.",
    hint="Nhập thời điểm xem số liệu trên Cổng vào ô “Số liệu tính đến”.",
    hint_in_letter="Ghi trong công văn lúc xem số liệu trên Cổng, ví dụ “(số liệu tính đến 16 giờ 30 phút ngày 06/12/2024)”.",
    basis="Số liệu trên Cổng Dịch vụ công quốc gia thay đổi theo thời gian thực, phải ghi thời điểm mới đối chiếu được.",
    scope=Scope.REPORT,
    broken=(Example({"report.as_of": ""}), Example({"report.as_of": "đầu tháng 10"})),
    sound=(Example({"report.as_of": "06/10/2026"}),),
)
def time_unknown(look: Look) -> Iterator[Remark]:
    """Figures without their time; D13 speaks where titles disagree (docs/linh-vuc.md 1.5)."""
    value = look.report.cell(AS_OF_PLACE).value
    if AS_OF_PLACE in look.noted:
        return
    if isinstance(value, Unreadable):
        if look.context.paper is not None and any(dates.impossible(value.text)):
            return  # P09 says so
        message = f"Không đọc được thời điểm lấy số liệu “{value.text}”."
        yield Remark(AS_OF_PLACE, message)
    elif look.report.as_of is None:
        message = "Chưa ghi thời điểm lấy số liệu trên Cổng Dịch vụ công quốc gia."
        yield Remark(AS_OF_PLACE, message)


@rule(
    "P08",
    Severity.WARNING,
    title="Ngày ký rơi vào ngày nghỉ",
    when="Ngày ký là thứ Bảy, Chủ nhật (trừ ngày làm bù) hoặc ngày nghỉ lễ, tết. Năm mà chương trình chưa có lịch nghỉ thì chỉ gợi ý tự kiểm tra.",
    hint="Kiểm tra lại ngày ký; nếu đúng là ký trong ngày nghỉ thì giữ nguyên.",
    basis="Điều 112 Bộ luật Lao động; Nghị quyết số 28/2026/QH16 (ngày 24/11); thông báo nghỉ lễ, tết hằng năm (resources/holidays).",
    scope=Scope.REPORT,
    needs=(Need.ISSUE_DATE,),
    broken=(
        Example({}, issue_date=date(2026, 10, 10)),
        Example(
            {"report.as_of": "05/11/2026"},
            issue_date=date(2026, 11, 24),
            today=date(2026, 11, 25),
        ),
        Example(
            {"report.period": "tháng 7/2031", "report.as_of": "05/08/2031"},
            issue_date=date(2031, 9, 2),
            today=date(2031, 9, 3),
        ),
    ),
    sound=(
        Example({}, issue_date=date(2026, 10, 12)),
        Example({"report.period": "tháng 12/2025", "report.as_of": "05/01/2026"}),
        Example(
            {"report.period": "tháng 12/2025", "report.as_of": "05/01/2026"},
            issue_date=date(2026, 1, 10),
        ),
    ),
)
def signed_on_a_day_off(look: Look) -> Iterator[Remark]:
    """A letter dated on a weekend or a public holiday."""
    signed = look.the_issue_date
    known = look.context.holidays or holidays.bundled()
    name = known.name(signed)
    day = figures.show_date(signed)
    if name:
        yield Remark(None, f"Ngày ký {day} rơi vào ngày nghỉ ({name}).")
    elif not known.knows(signed.year):
        message = (
            f"Chương trình chưa có lịch nghỉ lễ, tết năm {signed.year}; ngày ký {day} "
            "chỉ chắc là không rơi vào cuối tuần."
        )
        yield Remark(None, message, severity=Severity.HINT)


@rule(
    "P10",
    Severity.ERROR,
    title="Chưa biết kỳ báo cáo",
    when="Tệp không cho biết kỳ báo cáo và chưa có ai nhập, hoặc không đọc được kỳ đã ghi.",
    hint="Nhập kỳ báo cáo, ví dụ “tháng 9/2024”, “quý III/2026”, “6 tháng đầu năm 2026” hoặc “năm 2026”.",
    hint_in_letter="Ghi kỳ báo cáo ở trích yếu và trong nội dung, ví dụ “tháng 9/2024”, “quý III/2026”, “6 tháng đầu năm 2026” hoặc “năm 2026”.",
    basis="Kỳ báo cáo là căn cứ duy nhất cho mọi chỗ ghi tháng, quý, năm trong công văn và phụ lục.",
    scope=Scope.REPORT,
    broken=(Example({"report.period": ""}), Example({"report.period": "tháng qua"})),
    sound=(Example({"report.period": "quý III/2026"}),),
)
def period_unknown(look: Look) -> Iterator[Remark]:
    """Figures of an unknown period; D13 speaks where titles disagree (docs/linh-vuc.md 3.4)."""
    value = look.report.cell(PERIOD_PLACE).value
    if PERIOD_PLACE in look.noted:
        return
    if isinstance(value, Unreadable):
        message = f"Không đọc được kỳ báo cáo “{value.text}”."
        yield Remark(PERIOD_PLACE, message)
    elif look.report.period is None:
        message = "Chưa biết số liệu này của tháng, quý hay năm nào."
        yield Remark(PERIOD_PLACE, message)


def is_misplaced(look: Look, period: Period, taken: Moment) -> bool:
    """Whether figures cannot, or hardly, have been taken at that time.

    On the last day itself, or while the period still runs, P02 speaks instead.
    """
    signed, today = look.context.issue_date, look.context.today
    too_late = taken.day > today or (signed is not None and taken.day > signed)
    too_early = taken.day < period.last_day and (signed or today) > period.last_day
    return too_late or too_early or taken.day < period.first_day


def _likely(look: Look, period: Period, taken: Moment) -> date | None:
    """The day that was meant: after the period, and not after the letter's date.

    Tried in turn: the same day of the next month, day and month exchanged, the same
    day of the month before, the year before, the year after.
    """
    day = taken.day
    after = look.context.issue_date or look.context.today
    before_month = date(day.year, day.month, 1) - timedelta(days=1)
    next_month = date(day.year, day.month, 28) + timedelta(days=4)
    for year, month, number in (
        (next_month.year, next_month.month, day.day),
        (day.year, day.day, day.month),
        (before_month.year, before_month.month, day.day),
        (day.year - 1, day.month, day.day),
        (day.year + 1, day.month, day.day),
    ):
        likely = figures.parse_date(f"{number}/{month}/{year}")
        if likely and period.last_day < likely <= after:
            return likely
    return None


RULES: Final[tuple[Rule, ...]] = (
    period_not_over,
    time_out_of_place,
    time_unknown,
    signed_on_a_day_off,
    period_unknown,
)
