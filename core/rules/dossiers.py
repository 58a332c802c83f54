"""Family O: lists of dossiers that are overdue or nearly due (hồ sơ quá hạn).

They hold personal data: a finding names a dossier by its code and its row in the file.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

from core import figures
from core.dossier import Dossier, DossierKind
from core.frozen import replace
from core.period import Moment
from core.report import Blank, Place, Unreadable
from core.rules.gathered import Dossiers
from core.rules.numbers import OVERDUE
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

_DATED: Final = re.compile(r"-(\d{2})(\d{2})(\d{2})-")
"""The day that a dossier's code holds: H53.35.21-240926-0001."""

_LISTED: Final = "Danh sách hồ sơ lấy từ Hệ thống giải quyết thủ tục hành chính phải khớp với số công bố."
_SYSTEM: Final = (
    "Ngày tháng, trạng thái hồ sơ trên Hệ thống giải quyết thủ tục hành chính."
)
_CODE: Final = "H53.35.21-260901-0001"
_LATE: Final = Dossier(
    DossierKind.OVERDUE,
    code=_CODE,
    received=Moment(date(2026, 9, 1)),
    due=Moment(date(2026, 9, 15)),
    at="Quá hạn!B4",
)


def _lists(**changed: object) -> dict[str, object]:
    """What an example adds: an overdue dossier, and a second one changed so."""
    second = {"code": "H53.35.21-260902-0002", "received": Moment(date(2026, 9, 2)), "at": "Quá hạn!B5"}  # fmt: skip
    made = replace(_LATE, **cast("dict[str, Any]", second | changed))
    return {"dossiers": (_LATE, made)}


def _named(one: Dossier) -> str:
    """How a finding calls a dossier: by its code, else by its row alone."""
    return f"Hồ sơ {one.code}" if isinstance(one.code, str) else "Hồ sơ chưa rõ mã"


def _remark(one: Dossier, told: str) -> Remark:
    return Remark(None, f"{_named(one)} {told}.", at=one.at)


@rule(
    "O01",
    Severity.WARNING,
    title="Số hồ sơ quá hạn khác danh sách",
    when="Số hồ sơ quá hạn đếm trong danh sách khác số ghi trong bảng số liệu; chưa có bảng thì so với số ghi trong công văn.",
    hint="Xem danh sách có cùng kỳ, cùng thời điểm với số liệu không; lấy lại phần nào cũ.",
    basis=_LISTED,
    scope=Scope.REPORT,
    needs=(Need.DOSSIERS,),
    broken=(
        Example({"1.overdue_total": "5"}, extra=_lists()),
        Example({"1.overdue_total": "4"}, extra=_lists(kind=DossierKind.UNKNOWN)),
        Example({}, letter={"body.first": "Tổng số hồ sơ quá hạn là 46 hồ sơ."}, extra=_lists()),
    ),
    sound=(
        Example({"1.overdue_total": "2"}, extra=_lists()),
        Example({"1.overdue_total": "1"}, extra=_lists(kind=DossierKind.NEARLY_DUE)),
        Example({"1.overdue_total": "2"}, extra=_lists(kind=DossierKind.UNKNOWN)),
        Example({"1.overdue_total": "9"}, extra={"dossiers": (Dossier(at="Sheet1!A4"),)}),
        Example({}, letter={}, extra=_lists()),
    ),
)  # fmt: skip
def count_differs(look: Look) -> Iterator[Remark]:
    """A number of overdue files that is not that of the list (docs/linh-vuc.md 7.3)."""
    kinds = [one.kind for one in look.dossiers.all]
    listed, unsure = kinds.count(DossierKind.OVERDUE), kinds.count(DossierKind.UNKNOWN)
    found = _stated(look)
    if found is None or not listed:
        return
    stated, at = found
    if not listed <= stated <= listed + unsure:
        told = f"Danh sách có {listed} hồ sơ quá hạn, số ghi là {figures.show(stated)}."
        yield replace(at, message=told)


def _stated(look: Look) -> tuple[Decimal, Remark] | None:
    """How many overdue files the figures state, else the letter, and where."""
    head, paper = look.report.head, look.context.paper
    number = None if head is None else head.number(OVERDUE)
    if head is not None and number is not None:
        return number, Remark(Place(head.id, OVERDUE), "")
    if paper is None:
        return None
    place = Place(paper.stated.head_id, OVERDUE)
    claim, number = paper.claimed().get(place), paper.stated.number_at(place)
    if claim is None or number is None:
        return None
    span = (claim.start, claim.end)
    return number, Remark(None, "", line=claim.line, span=span)


@rule(
    "O02",
    Severity.ERROR,
    title="Trùng mã hồ sơ",
    when="Một mã hồ sơ có ở hai dòng trở lên của danh sách.",
    hint="Bỏ dòng lặp lại trong tệp rồi mở lại; nếu là hai hồ sơ khác nhau thì sửa mã.",
    basis="Mỗi hồ sơ có một mã.",
    scope=Scope.REPORT,
    needs=(Need.DOSSIERS,),
    broken=(Example({}, extra=_lists(code=_CODE, received=_LATE.received)),),
    sound=(
        Example({}, extra=_lists()),
        Example({}, extra={"dossiers": (Dossier(at="Sheet1!A4"), Dossier(at="Sheet1!A5"))}),
    ),
)  # fmt: skip
def same_code(look: Look) -> Iterator[Remark]:
    """A code that stands twice in the lists."""
    for code, places in look.dossiers.told(_repeated):
        rows = ", ".join(places)
        told = f"Mã hồ sơ {code} có ở {len(places)} dòng: {rows}."
        yield Remark(None, told, at=places[1])


def _repeated(lists: Dossiers) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for one in lists.all:
        if isinstance(one.code, str):
            found.setdefault(one.code, []).append(one.at)
    return [(code, places) for code, places in found.items() if len(places) > 1]


@rule(
    "O03",
    Severity.WARNING,
    title="Hồ sơ trong danh sách chưa quá hạn",
    when="Hồ sơ ở danh sách quá hạn mà ngày kết thúc xử lý, hoặc hôm nay nếu chưa xong, không sau ngày hẹn trả.",
    hint="Xem lại ngày hẹn trả, ngày kết thúc; hồ sơ chưa quá hạn thì đưa ra khỏi danh sách.",
    basis="Hồ sơ quá hạn khi ngày kết thúc xử lý sau ngày hẹn trả; chưa xong thì tính đến nay.",
    scope=Scope.REPORT,
    needs=(Need.DOSSIERS,),
    broken=(
        Example({}, extra=_lists(finished=Moment(date(2026, 9, 15)))),
        Example({}, extra=_lists(due=Moment(date(2026, 12, 1)))),
    ),
    sound=(
        Example({}, extra=_lists(finished=Moment(date(2026, 9, 16)))),
        Example({}, extra=_lists(due=Blank.MISSING)),
        Example({}, extra=_lists(due=Moment(date(2026, 12, 1)), kind=DossierKind.NEARLY_DUE)),
        Example({}, extra=_lists(due=figures.parse_moment("08:00, 15/09/2026"),
                                 finished=Moment(date(2026, 9, 15)))),
        Example({}, extra=_lists(due=Moment(date(2026, 12, 1)), finished=Unreadable("32/09"))),
    ),
)  # fmt: skip
def not_overdue(look: Look) -> Iterator[Remark]:
    """A dossier called overdue that is, or was, in time (docs/linh-vuc.md 1.4)."""
    yield from look.dossiers.told(_in_time, look.context.today)


def _in_time(lists: Dossiers, today: date) -> list[Remark]:
    found = []
    for one in lists.all:
        if one.kind is not DossierKind.OVERDUE or not isinstance(one.due, Moment):
            continue
        due = figures.show_short_moment(one.due)
        if isinstance(one.finished, Moment) and _is_in_time(one.finished, one.due):
            end = figures.show_short_moment(one.finished)
            told = f"kết thúc {end}, không sau ngày hẹn trả {due} nên không quá hạn"
            found.append(_remark(one, told))
        elif one.finished is Blank.MISSING and today <= one.due.day:
            told = f"chưa tới ngày hẹn trả {due} nên chưa quá hạn"
            found.append(_remark(one, told))
    return found


def _is_in_time(end: Moment, due: Moment) -> bool:
    """Whether something surely ended by `due`, a day without hours being all of it."""
    if end.day != due.day or due.clock is None:
        return end.day <= due.day
    return end.clock is not None and end.clock <= due.clock


@rule(
    "O04",
    Severity.WARNING,
    title="Ngày nhận khác ngày trong mã hồ sơ",
    when="Sáu chữ số năm, tháng, ngày trong mã hồ sơ khác ngày tiếp nhận.",
    hint="Đối chiếu mã và ngày tiếp nhận của hồ sơ trên hệ thống; sửa chỗ gõ nhầm.",
    basis="Mã hồ sơ do hệ thống cấp có ngày tiếp nhận: H53.35.21-240926-0001.",
    scope=Scope.REPORT,
    needs=(Need.DOSSIERS,),
    broken=(Example({}, extra=_lists(received=Moment(date(2026, 9, 12)))),),
    sound=(
        Example({}, extra=_lists()),
        Example({}, extra=_lists(received=Blank.MISSING)),
        Example({}, extra=_lists(code="H53.35.21-269902-0002")),
        Example({}, extra=_lists(code="0002")),
        Example({}, extra=_lists(code=Blank.MISSING)),
    ),
)  # fmt: skip
def day_of_the_code(look: Look) -> Iterator[Remark]:
    """A dossier received on another day than its code says (docs/linh-vuc.md 3.1)."""
    yield from look.dossiers.told(_other_day)


def _other_day(lists: Dossiers) -> list[Remark]:
    found = []
    for one in lists.all:
        dated = _DATED.search(one.code) if isinstance(one.code, str) else None
        if dated is None or not isinstance(one.received, Moment):
            continue
        coded = figures.parse_date(f"{dated[3]}/{dated[2]}/20{dated[1]}")
        if coded is not None and coded != one.received.day:
            days = figures.show_date(one.received.day), figures.show_date(coded)
            told = f"ghi nhận ngày {days[0]}, trong mã là {days[1]}"
            found.append(_remark(one, told))
    return found


@rule(
    "O05",
    Severity.ERROR,
    title="Hồ sơ quá hạn chưa ghi lý do",
    when="Danh sách có cột lý do mà một hồ sơ quá hạn để trống cột đó.",
    hint="Hỏi người giải quyết rồi ghi lý do của từng hồ sơ vào tệp; không ghi lý do chung chung.",
    basis="Văn bản xin lỗi phải nêu lý do chậm và ngày hẹn trả mới (Nghị định số 61/2018/NĐ-CP, Điều 19; từ 01/7/2025: Nghị định số 118/2025/NĐ-CP).",
    scope=Scope.REPORT,
    needs=(Need.REASONS,),
    broken=(
        Example({}, extra=_lists(reason="Chờ ý kiến cơ quan thuế")),
    ),
    sound=(
        Example({}, extra=_lists()),
        Example({}, extra={"dossiers": (
            Dossier(DossierKind.OVERDUE, code="1", reason="Chờ ý kiến cơ quan thuế", at="Sheet1!A4"),
            Dossier(DossierKind.NEARLY_DUE, code="2", at="Sheet1!A5"))}),
    ),
)  # fmt: skip
def no_reason(look: Look) -> Iterator[Remark]:
    """An overdue dossier without its reason, where the list has a column for it."""
    yield from look.dossiers.told(_without_reason)


def _without_reason(lists: Dossiers) -> list[Remark]:
    late = (one for one in lists.all if one.kind is DossierKind.OVERDUE)
    return [_remark(one, "chưa ghi lý do quá hạn") for one in late if not one.reason]


@rule(
    "O10",
    Severity.WARNING,
    title="Hồ sơ đã trả kết quả còn trong danh sách",
    when="Trạng thái của hồ sơ là đã trả kết quả.",
    hint="Đưa hồ sơ đã trả kết quả ra khỏi danh sách cần giải quyết; nếu là danh sách đã trả quá hạn thì giữ nguyên.",
    basis=_SYSTEM,
    scope=Scope.REPORT,
    needs=(Need.DOSSIERS,),
    broken=(Example({}, extra=_lists(status="Đã trả kết quả")),),
    sound=(
        Example({}, extra=_lists(status="Đang xử lý")),
        Example({}, extra=_lists(status="Chưa trả kết quả")),
    ),
)
def returned_already(look: Look) -> Iterator[Remark]:
    """A dossier whose result was handed over, still in a list."""
    yield from look.dossiers.told(_returned, look.reference.words("returned"))


def _returned(lists: Dossiers, words: tuple[str, ...]) -> list[Remark]:
    return [
        _remark(one, f"có trạng thái “{one.status}” mà còn trong danh sách")
        for one in lists.all
        if any(word in one.status.casefold() for word in words)
    ]


@rule(
    "O11",
    Severity.WARNING,
    title="Ngày nhận sau ngày hẹn trả",
    when="Ngày tiếp nhận của hồ sơ sau ngày hẹn trả.",
    hint="Đối chiếu hai ngày trên hệ thống; có thể đã đảo hai cột hoặc gõ nhầm tháng.",
    basis=_SYSTEM,
    scope=Scope.REPORT,
    needs=(Need.DOSSIERS,),
    broken=(
        Example({}, extra=_lists(due=Moment(date(2026, 9, 1)))),
        Example({}, extra=_lists(received=figures.parse_moment("09:00, 02/09/2026"),
                                 due=figures.parse_moment("08:00, 02/09/2026"))),
    ),
    sound=(
        Example({}, extra=_lists()),
        Example({}, extra=_lists(due=Moment(date(2026, 9, 2)))),
        Example({}, extra=_lists(due=Blank.MISSING)),
        Example({}, extra=_lists(received=Blank.MISSING)),
    ),
)  # fmt: skip
def received_too_late(look: Look) -> Iterator[Remark]:
    """A dossier that was due before it came in."""
    yield from look.dossiers.told(_backwards)


def _backwards(lists: Dossiers) -> list[Remark]:
    found = []
    for one in lists.all:
        if not isinstance(one.received, Moment) or not isinstance(one.due, Moment):
            continue
        clocks = one.received.clock, one.due.clock
        is_later = one.received.day > one.due.day
        if one.received.day == one.due.day and None not in clocks:
            is_later = not _is_in_time(one.received, one.due)
        if is_later:
            days = (figures.show_short_moment(day) for day in (one.received, one.due))
            told = "nhận {} sau ngày hẹn trả {}".format(*days)
            found.append(_remark(one, told))
    return found


RULES: Final[tuple[Rule, ...]] = (
    count_differs,
    same_code,
    not_overdue,
    day_of_the_code,
    no_reason,
    returned_already,
    received_too_late,
)
