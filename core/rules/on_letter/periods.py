"""Family P on a letter: the period it names, its date; docs/linh-vuc.md 7.3 P, 4.2."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from core import dates, figures
from core.paper.holding import lines_holding, texts
from core.paper.mentions import (
    Mention,
    Spot,
    Writing,
    is_of_results,
    mentions,
    sentences,
    writing,
)
from core.paper.model import Component
from core.paper.orders import tasks
from core.period import Period
from core.rules.letter_examples import SOUND
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

AGREEING: Final = 3
"""So many other places that agree with each other outweigh the subject."""

_BASIS: Final = SOUND["body"].split("\n")[0]
_NO_PERIOD: Final = _BASIS + "\nTrên đây là kết quả, đề nghị các công chức thực hiện./."
_ANNEX: Final = "Phụ lục\nKẾT QUẢ BỘ CHỈ SỐ\nCỦA UBND XÃ TRƯỜNG TÂY THÁNG {0}\n(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã Trường Tây)"
_ANNEXED: Final = "Chi tiết tại Phụ lục kèm theo."
_OF_DAYS: Final = ("ngày", "19", "20")
"""What stands in a day that is named: its word, or the century of its year."""

_IN_WORDS: Final = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_IN_SIGNS: Final = re.compile(
    r"(?:ngày\s+)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})",
    re.IGNORECASE,
)


@rule(
    "P01",
    Severity.ERROR,
    title="Kỳ báo cáo không thống nhất",
    when="Trích yếu, nội dung, đoạn kết hoặc phụ lục ghi tháng, quý, năm khác nhau, hoặc khác kỳ của bảng số liệu. Không kể kỳ đem ra so sánh, thời hạn, kế hoạch và ngày của văn bản khác.",
    hint="Sửa mọi chỗ ghi kỳ cho đúng với kỳ của số liệu.",
    basis="Trích yếu và nội dung phải thống nhất (Nghị định số 30/2020/NĐ-CP, Điều 8); kỳ báo cáo là căn cứ của mọi số trong công văn.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={"body.last": "Kết quả tháng 8/2026 như trên."}),
        Example({}, letter={"body.first": _ANNEXED, "annex": _ANNEX.format("8/2026")}),
        Example(
            {"report.period": "tháng 8/2026", "report.as_of": "05/09/2026"},
            letter={},
        ),
        Example(
            {"report.period": "", "report.as_of": "05/10/2026"},
            letter={
                "subject": "V/v công bố kết quả Bộ chỉ số tháng 8/2026",
                "body.first": "Kết quả tháng 9/2026 của xã.\nTrong tháng 9, xã đã cố gắng.",
            },
            extra={"also": ("P10",)},
        ),
        Example({}, letter={"body.first": "Trong tháng 10/2026 xã đạt 80,5/100 điểm."}),
        Example({}, letter={"body.first": "Số liệu của tháng 10/2026 như sau."}),
    ),
    sound=(
        Example({}, letter={}),
        Example({}, letter={"body.first": _ANNEXED, "annex": _ANNEX.format("9/2026")}),
        Example(
            {},
            letter={
                "body.first": "UBND xã Trường Tây yêu cầu các công chức khắc phục trong "
                "tháng 10/2026, chậm nhất ngày 30/10/2026."
            },
        ),
        Example({}, letter={"body.first": "3. Việc của tháng 10/2026"}),
        Example(
            {},
            letter={
                "body.first": "Xã xếp hạng 6/9, so với tháng 8/2026 tăng 02 hạng; tháng 8/2026"
                " xếp hạng 8/9."
            },
        ),
        Example(
            {"report.period": ""},
            letter={"subject": "V/v công bố kết quả Bộ chỉ số", "body": _NO_PERIOD},
            extra={"also": ("P10",)},
        ),
    ),
)
def periods_differ(look: Look) -> Iterator[Remark]:
    """Places that name another period than the subject, or than the figures (P01)."""
    found = mentions(look.the_paper)
    is_alone = look.report is look.the_paper.stated
    reference, said = _reference(found, None if is_alone else look.report.period)
    if reference is None:
        return
    named = figures.show_period(reference)
    told_of = {reference}
    beside = {one.period for one in found if one.spot is Spot.SUBJECT}
    told_of |= beside if reference in beside else set()
    ordered = {
        part.line
        for order in tasks(look.the_paper, look.reference).orders
        for part in order.parts
    }
    for one in found:
        text = look.the_paper.lines[one.line].text
        is_later = one.period.first_day > reference.last_day
        is_aim = one.line in ordered or not is_of_results(one, text)
        if one.period not in told_of and not (is_later and is_aim):
            other = figures.show_period(one.period)
            message = (
                f"Kỳ báo cáo không thống nhất: {said} {named}, "
                f"{one.spot.value} ghi {other}."
            )
            yield _at(one, message)


def _reference(
    found: Sequence[Mention], told: Period | None
) -> tuple[Period | None, str]:
    """The period that all others are held against, and where it stands.

    That of the figures; else that of the subject, unless all other places, at least
    `AGREEING`, name one other.
    """
    if told is not None:
        return told, "bảng số liệu ghi"
    if not found:
        return None, ""
    first = next((one for one in found if one.spot is Spot.SUBJECT), found[0])
    others = Counter(one.period for one in found if one is not first)
    if len(others) == 1 and others.total() >= AGREEING:
        return next(iter(others)), "các chỗ khác ghi"
    return first.period, f"{first.spot.value} ghi"


@rule(
    "P04",
    Severity.HINT,
    title="Ghi thời gian chung chung",
    when="Câu ghi “tháng qua”, “tháng này”, “thời gian qua” mà không kèm tháng, quý, năm nào.",
    hint="Thay bằng kỳ cụ thể, ví dụ “tháng 9/2026”.",
    basis="Người đọc sau ngày ký không biết “tháng qua” là tháng nào.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={"body.first": "Trong tháng qua, xã đã có nhiều cố gắng."}),
        Example(
            {"report.period": ""},
            letter={
                "subject": "V/v công bố kết quả Bộ chỉ số",
                "body": _NO_PERIOD,
                "body.first": "Thời gian qua, xã đã có nhiều cố gắng.",
            },
            extra={"also": ("P10",)},
        ),
    ),
    sound=(
        Example(
            {}, letter={"body.first": "Trong tháng qua (tháng 9/2026), xã đã cố gắng."}
        ),
    ),
)
def time_told_from_today(look: Look) -> Iterator[Remark]:
    """Words for a time that depend on the day of reading (P04)."""
    words = look.reference.words("relative_time")
    paper = look.the_paper
    told = lines_holding(paper, words, (Component.BODY,))
    if not told:
        return
    pattern = _of_now(words)
    named = mentions(paper)
    period = look.report.period or (named[0].period if named else None)
    instead = figures.show_period(period) if period else "kỳ cụ thể"
    for index in told:
        text = paper.lines[index].text
        for start, end in sentences(text):
            is_plain = any(
                one.line == index and start <= one.start < end for one in named
            )
            found = pattern.search(text, start, end)
            if found and not is_plain:
                message = f"Nên ghi rõ {instead} thay cho “{found[0]}”."
                yield Remark(None, message, line=index, span=found.span())


@lru_cache(maxsize=4)
def _of_now(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE)


@rule(
    "P06",
    Severity.HINT,
    title="Cách ghi tháng chưa thống nhất",
    when="Cùng một công văn có chỗ ghi “9/2024”, có chỗ ghi “09/2024” hoặc “tháng 9 năm 2024”.",
    hint="Chọn một cách ghi và dùng cho cả công văn.",
    basis="Cách trình bày phải thống nhất trong toàn văn bản (Nghị định số 30/2020/NĐ-CP).",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={"body.first": "Kết quả tháng 09/2026 của xã."}),
        Example({}, letter={"body.first": "Kết quả tháng 9 năm 2026 của xã."}),
    ),
    sound=(
        Example({}, letter={"body.first": "Kết quả tháng 9/2026 của xã."}),
        Example(
            {"report.period": "quý III/2026"},
            letter={
                "subject": "V/v công bố kết quả Bộ chỉ số quý III/2026",
                "body": _BASIS
                + "\nTrên đây là kết quả quý III/2026, đề nghị thực hiện./.",
            },
        ),
    ),
)
def months_written_in_two_ways(look: Look) -> Iterator[Remark]:
    """Months that are not written as the first one that shows how (P06)."""
    written = [(one, how) for one in mentions(look.the_paper) if (how := writing(one))]
    shown: tuple[Mention, Writing] | None = None
    for one, how in written:
        first, usual = shown or (one, how)
        shown = (first, usual)
        if how.differs(usual):
            message = f"Cách ghi tháng chưa thống nhất: “{one.text}” và “{first.text}”."
            yield _at(one, message)


@rule(
    "P07",
    Severity.WARNING,
    title="Kỳ báo cáo đã quá lâu",
    when="Ngày ký sau ngày cuối kỳ quá 45 ngày. Chương trình chưa lưu công văn đã phát hành nên chưa biết kỳ này đã được công bố hay chưa.",
    hint="Kiểm tra kỳ báo cáo và ngày ký; kỳ đã công bố thì không công bố lại.",
    basis="Số liệu công bố hằng tháng; quá 45 ngày thì thường là nhầm kỳ hoặc dùng lại công văn cũ.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, issue_date=date(2026, 11, 16), letter={}),
        Example(
            {"report.period": ""},
            issue_date=date(2026, 11, 16),
            letter={},
            extra={"also": ("P10",)},
        ),
    ),
    sound=(
        Example({}, issue_date=date(2026, 11, 13), letter={}),
        Example({}, letter={}),
        Example(
            {"report.period": ""},
            issue_date=date(2026, 11, 16),
            letter={
                "subject": "V/v công bố kết quả Bộ chỉ số",
                "body": _NO_PERIOD,
            },
            extra={"also": ("P10",)},
        ),
    ),
)
def period_long_ago(look: Look) -> Iterator[Remark]:
    """A letter about a period that ended more than 45 days before it (P07)."""
    paper = look.the_paper
    signed = paper.day or look.context.issue_date
    named = mentions(paper)
    period = look.report.period or (named[0].period if named else None)
    if signed is None or period is None:
        return
    days = (signed - period.last_day).days
    if days > look.reference.limit("late_days"):
        line = next(paper.of(Component.SUBJECT, Component.PLACE_DATE), None)
        yield Remark(
            None,
            f"Công văn ký ngày {figures.show_date(signed)}, {days} ngày sau khi "
            f"{figures.show_period(period)} kết thúc; kỳ này có thể đã được công bố.",
            line=line,
        )


@rule(
    "P09",
    Severity.ERROR,
    title="Cách ghi ngày tháng chưa đúng",
    when="Dòng địa danh, ngày tháng ghi ngày không có trong lịch, ngày dưới 10 hoặc tháng 1, 2 thiếu số 0, hoặc không theo mẫu “ngày … tháng … năm …” (tháng 3 đến 9 thêm số 0 chỉ là gợi ý); hoặc chỗ khác của công văn ghi ngày không có trong lịch.",
    hint="Ghi lại ngày tháng theo mẫu “ngày 09 tháng 12 năm 2026”; ngày không có trong lịch thì tra lại ngày đúng.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 4: ngày dưới 10 và tháng 1, 2 phải ghi thêm số 0 phía trước.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={"place_date": "Trường Tây, ngày 9 tháng 10 năm 2026"}),
        Example({}, letter={"place_date": "Trường Tây, ngày 09 tháng 1 năm 2026"}),
        Example({}, letter={"place_date": "Trường Tây, ngày 29 tháng 09 năm 2026"}),
        Example({}, letter={"place_date": "Trường Tây, ngày 31 tháng 9 năm 2026"}),
        Example({}, letter={"place_date": "Trường Tây, ngày 09/10/2026"}),
        Example({}, letter={"body.first": "Số liệu tính đến ngày 31/9/2026."}),
        Example(
            {"report.as_of": "ngày 31/9/2026"},
            letter={"body.first": "Số liệu tính đến ngày 31/9/2026."},
        ),
    ),
    sound=(
        Example({}, letter={"place_date": "Trường Tây, ngày 09 tháng 12 năm 2026"}),
        Example({}, letter={"place_date": "Trường Tây, ngày 05 tháng 02 năm 2026"}),
        Example(
            {},
            letter={"place_date": "Trường Tây, ngày     tháng 9 năm 2026"},
            extra={"also": ("F06",)},
        ),
    ),
)
def date_badly_written(look: Look) -> Iterator[Remark]:
    """A date that is not as the decree has it, or that is in no calendar (P09)."""
    paper = look.the_paper
    for index in texts(paper).holding(*_OF_DAYS):
        line = paper.lines[index]
        if line.component is not Component.PLACE_DATE or line.annex:
            for start, end in dates.impossible(line.text):
                message = f"“{line.text[start:end]}” không có trong lịch."
                yield Remark(None, message, line=index, span=(start, end))
    for index in paper.of(Component.PLACE_DATE, annex=0):
        text = paper.lines[index].text
        found = _IN_WORDS.search(text)
        other = found or _IN_SIGNS.search(text)
        if other is None:
            continue
        day = figures.parse_date("/".join(other.group("day", "month", "year")))
        if day is None:
            message = f"“{other[0]}” không có trong lịch."
            yield Remark(None, message, line=index, span=other.span())
            continue
        right = figures.show_long_date(day)
        message = (
            f"Cách ghi ngày tháng chưa đúng NĐ 30/2020/NĐ-CP (phải ghi “{right}”)."
        )
        if found is None or _lacks_zero(found):
            yield Remark(None, message, line=index, span=other.span())
        elif found["month"] not in right.split():
            yield Remark(
                None, message, line=index, span=other.span(), severity=Severity.HINT
            )


def _lacks_zero(found: re.Match[str]) -> bool:
    """Whether a day below 10, or a month 1 or 2, has no zero before it."""
    return len(found["day"]) < 2 or found["month"] in ("1", "2")


def _at(one: Mention, message: str) -> Remark:
    return Remark(None, message, line=one.line, span=(one.start, one.end))


RULES: Final[tuple[Rule, ...]] = (
    periods_differ,
    time_told_from_today,
    months_written_in_two_ways,
    period_long_ago,
    date_badly_written,
)
