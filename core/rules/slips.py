"""Family O, part two: days that a list tells of apologies and of new promises.

The form that is in force since 15/9/2025 tells reason, apology and new day; how often and
how late a dossier may be postponed stands in the decree of before, so those warn only.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, cast

from core import figures, holidays
from core.dossier import Dossier, DossierKind
from core.frozen import replace
from core.period import Moment
from core.report import Blank
from core.rules.gathered import Dossiers
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

_LAW: Final = "Nghị định số 61/2018/NĐ-CP, Điều 19 khoản 9 (từ 01/7/2025: Nghị định số 118/2025/NĐ-CP, Thông tư số 03/2025/TT-VPCP); điều khoản mới chưa đối chiếu được nguyên văn."
_LATE: Final = Dossier(
    DossierKind.OVERDUE,
    code="H53.35.21-260901-0001",
    due=Moment(date(2026, 9, 15)),
    new_due=Moment(date(2026, 9, 22)),
    apologised=Moment(date(2026, 9, 14)),
    postponed=Decimal(1),
    at="Quá hạn!B4",
)


def _one(**changed: object) -> dict[str, object]:
    """What an example adds: a dossier that was postponed, changed so."""
    return {"dossiers": (replace(_LATE, **cast("dict[str, Any]", changed)),)}


def _remark(one: Dossier, told: str) -> Remark:
    named = f"Hồ sơ {one.code}" if isinstance(one.code, str) else "Hồ sơ chưa rõ mã"
    return Remark(None, f"{named} {told}.", at=one.at)


@rule(
    "O06",
    Severity.ERROR,
    title="Ngày hẹn trả mới không sau ngày hẹn cũ",
    when="Ngày hẹn trả mới không sau ngày hẹn trả cũ, hoặc không sau ngày của văn bản xin lỗi.",
    hint="Sửa ngày hẹn trả mới cho sau cả hai ngày đó.",
    basis=_LAW,
    scope=Scope.REPORT,
    needs=(Need.NEW_DATES,),
    broken=(
        Example({}, extra=_one(new_due=Moment(date(2026, 9, 15)))),
        Example({}, extra=_one(due=Blank.MISSING, new_due=Moment(date(2026, 9, 14)))),
    ),
    sound=(
        Example({}, extra=_one()),
        Example({}, extra=_one(new_due=Blank.MISSING)),
        Example({}, extra=_one(due=Blank.MISSING, apologised=Blank.MISSING)),
    ),
)
def promised_too_early(look: Look) -> Iterator[Remark]:
    """A new day that is none: not after the old one, or not after the apology."""
    yield from look.dossiers.told(_too_early)


def _too_early(lists: Dossiers) -> list[Remark]:
    found = []
    for one in lists.all:
        if not isinstance(one.new_due, Moment):
            continue
        new = figures.show_date(one.new_due.day)
        for name, other in (
            ("ngày hẹn cũ", one.due),
            ("ngày văn bản xin lỗi", one.apologised),
        ):
            if isinstance(other, Moment) and one.new_due.day <= other.day:
                day = figures.show_date(other.day)
                told = f"có ngày hẹn trả mới {new} không sau {name} {day}"
                found.append(_remark(one, told))
                break
    return found


@rule(
    "O07",
    Severity.WARNING,
    title="Ngày hẹn trả mới là ngày nghỉ",
    when="Ngày hẹn trả mới rơi vào thứ Bảy, Chủ nhật (trừ ngày làm bù) hoặc ngày nghỉ lễ, tết.",
    hint="Chọn một ngày làm việc.",
    basis="Cơ quan trả kết quả trong ngày làm việc.",
    scope=Scope.REPORT,
    needs=(Need.NEW_DATES,),
    broken=(Example({}, extra=_one(new_due=Moment(date(2026, 9, 26)))),),
    sound=(
        Example({}, extra=_one()),
        Example({}, extra={"dossiers": (_LATE, Dossier(at="Sheet1!A9"))}),
    ),
)
def promised_on_a_day_off(look: Look) -> Iterator[Remark]:
    """A new day on which nobody hands results over."""
    known = look.context.holidays or holidays.bundled()
    for one in look.dossiers.all:
        if not isinstance(one.new_due, Moment):
            continue
        if name := known.name(one.new_due.day):
            day = figures.show_date(one.new_due.day)
            yield _remark(one, f"có ngày hẹn trả mới {day} là ngày nghỉ ({name})")


@rule(
    "O08",
    Severity.WARNING,
    title="Hẹn lại quá một lần",
    when="Số lần hẹn lại của một hồ sơ quá một.",
    hint="Trả kết quả ngay; nếu vẫn chưa trả được thì báo cáo người đứng đầu, không hẹn thêm lần nữa.",
    basis=_LAW,
    scope=Scope.REPORT,
    needs=(Need.POSTPONED,),
    broken=(Example({}, extra=_one(postponed=Decimal(2))),),
    sound=(
        Example({}, extra=_one()),
        Example({}, extra={"dossiers": (_LATE, Dossier(at="Sheet1!A9"))}),
    ),
)
def postponed_again(look: Look) -> Iterator[Remark]:
    """A dossier that was postponed more often than it may be."""
    most = look.reference.limit("postponed_times")
    for one in look.dossiers.all:
        if isinstance(one.postponed, Decimal) and one.postponed > most:
            yield _remark(one, f"đã hẹn lại {figures.show(one.postponed)} lần")


@rule(
    "O09",
    Severity.WARNING,
    title="Xin lỗi muộn",
    when="Văn bản xin lỗi có ngày muộn hơn 01 ngày trước ngày hẹn trả.",
    hint="Lần sau gửi văn bản xin lỗi và hẹn lại trước khi hồ sơ hết hạn ít nhất một ngày.",
    basis=_LAW,
    scope=Scope.REPORT,
    needs=(Need.SLIP_DATES,),
    broken=(Example({}, extra=_one(apologised=Moment(date(2026, 9, 15)))),),
    sound=(
        Example({}, extra=_one()),
        Example({}, extra=_one(due=Blank.MISSING)),
        Example({}, extra={"dossiers": (_LATE, Dossier(at="Sheet1!A9"))}),
    ),
)
def apologised_late(look: Look) -> Iterator[Remark]:
    """An apology later than a day before the result was due."""
    ahead = timedelta(days=int(look.reference.limit("apology_days")))
    for one in look.dossiers.all:
        if not isinstance(one.apologised, Moment) or not isinstance(one.due, Moment):
            continue
        if one.apologised.day > one.due.day - ahead:
            days = [figures.show_date(day.day) for day in (one.apologised, one.due)]
            told = f"có văn bản xin lỗi ngày {days[0]}, hẹn trả ngày {days[1]}"
            yield _remark(one, told)


RULES: Final[tuple[Rule, ...]] = (
    promised_too_early,
    promised_on_a_day_off,
    postponed_again,
    apologised_late,
)
