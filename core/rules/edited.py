"""What differs from the file since it was read: N20 and D04."""

from collections.abc import Iterator
from itertools import compress
from operator import is_not
from typing import Final

from core import figures
from core.period import Period
from core.report import PERIOD_PLACE, TOTAL, Place, Report
from core.rules import accepting
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

_READ: Final = {"1.overdue_total": "46", "2.overdue_total": "1", "total.overdue_total": "47"}  # fmt: skip


@rule(
    "N20",
    Severity.HINT,
    title="Số liệu đã sửa so với tệp",
    when="Có ô mà giá trị hiện nay khác giá trị đọc được từ tệp.",
    hint="Xem lại các ô đã sửa trong nhật ký; sửa cả tệp gốc nếu tệp đó còn được dùng.",
    basis="Số công bố phải đối chiếu được với nguồn; chỗ nào sửa thì biết vì sao.",
    scope=Scope.REPORT,
    needs=(Need.AS_READ,),
    broken=(
        Example(_READ | {"2.overdue_total": "2", "total.overdue_total": "48"}, extra={"as_read": _READ}),
        Example({"1.overdue_total": "46"}, extra={"as_read": {"1.overdue_total": "46", "report.as_of": "06/10/2026"}}),
        Example(_READ | {"total.overdue_total": ""}, extra={"as_read": _READ}),
        Example({"1.overdue_total": "46"}, extra={"as_read": _READ}),
    ),
    sound=(
        Example(_READ, extra={"as_read": _READ}),
        Example(_READ | {"1.score_total": "87,07"}, extra={"as_read": _READ}),
        Example(_READ | {"3.overdue_total": "0"}, extra={"as_read": _READ}),
    ),
)  # fmt: skip
def edited_by_hand(look: Look) -> Iterator[Remark]:
    """How many cells of the file say something else now (docs/linh-vuc.md 7.3)."""
    places = list(_edited(look.context.as_read or Report(), look.report))
    if places:
        told = f"Đã sửa {len(places)} ô so với tệp Excel (xem nhật ký)."
        there = [one for one in places if look.report.find(one) is not None]
        yield Remark(there[0] if there else None, told, at=_at(look, places[0]))


def _at(look: Look, place: Place) -> str | None:
    read = look.context.as_read
    return None if read is None else read.cell(place).at


def _edited(read: Report, now: Report) -> Iterator[Place]:
    """The places of the file whose value is another one now.

    A row that nobody touched is the very row that was read.
    """
    for key, cell in read.facts.items():
        place = Place(PERIOD_PLACE.row, key)
        if place == PERIOD_PLACE or accepting.is_acceptance(place):
            continue  # of the period D04 speaks
        if now.cell(place).value != cell.value:
            yield place
    rows, were = now.rows, read.rows.values()
    if len(rows) == len(were):  # in one order: what is the same stands side by side
        changed = list(compress(were, map(is_not, were, rows.values())))
    else:
        changed = list(were)
    if read.total is not None and read.total is not now.total:
        changed.append(read.total)
    for row in changed:
        other = now.total if row.id == TOTAL else rows.get(row.id)
        for (key, part), cell in row.cells.items():
            after = None if other is None else other.cells.get((key, part))
            if after is None or after.value != cell.value:
                yield Place(row.id, key, part)


@rule(
    "D04",
    Severity.ERROR,
    title="Kỳ của tệp khác kỳ đã chọn",
    when="Tệp ghi một kỳ báo cáo, còn kỳ đang chọn là kỳ khác.",
    hint="Mở đúng tệp của kỳ cần công bố; nếu tệp ghi nhầm kỳ thì sửa tiêu đề trong tệp rồi mở lại.",
    basis="Kỳ báo cáo là căn cứ duy nhất cho mọi chỗ ghi tháng, quý, năm trong công văn và phụ lục.",
    scope=Scope.REPORT,
    needs=(Need.PERIOD, Need.AS_READ),
    broken=(
        Example({"1.overdue_total": "46"}, extra={"as_read": {"1.overdue_total": "46", "report.period": "tháng 8/2026"}}),
    ),
    sound=(
        Example({"1.overdue_total": "46"}, extra={"as_read": {"1.overdue_total": "46"}}),
        Example({"1.overdue_total": "46"}, extra={"as_read": {"1.overdue_total": "46", "report.period": ""}}),
    ),
)  # fmt: skip
def period_of_the_file(look: Look) -> Iterator[Remark]:
    """A period that is not the one the file itself tells (docs/linh-vuc.md 3.4)."""
    read = look.context.as_read or Report()
    cell = read.cell(PERIOD_PLACE)
    if isinstance(cell.value, Period) and cell.value != look.the_period:
        yield Remark(
            PERIOD_PLACE,
            f"Tệp ghi {figures.show_period(cell.value)}, kỳ đang chọn là "
            f"{figures.show_period(look.the_period)}.",
            at=cell.at,
        )


RULES: Final[tuple[Rule, ...]] = (edited_by_hand, period_of_the_file)
