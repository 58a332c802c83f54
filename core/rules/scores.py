"""Family N, part two: the scores of the groups and the total."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from core import figures, scoring, weaknesses
from core.report import TOTAL, Blank, Cell, Part, Place
from core.rules.registry import Example, Look, Remark, Rule, Scope, Severity, rule
from core.scoring import TOTAL_SCORE, ScoredGroup

PETITIONS = ("pakn_on_time_rate", "pakn_satisfaction")
_GROUPS_BASIS = "Quyết định số 766/QĐ-TTg: sáu nhóm 18, 20, 12, 10, 22, 18 điểm; cách chia cũ năm nhóm có “Dịch vụ trực tuyến” 22 điểm."
_ZERO = Decimal(0)

_SIX = {
    "1.score_ckmb": "11,85",
    "1.score_tdgq": "17,05",
    "1.score_dvctt": "6,33",
    "1.score_tttt": "6,9",
    "1.score_mdsh": "7,05",
    "1.score_mdhl": "5,68",
}
_FIVE = {
    "1.score_ckmb": "10,46",
    "1.score_tdgq": "17,56",
    "1.score_online22": "14,72",
    "1.score_mdhl": "10,24",
    "1.score_mdsh": "9,61",
}
_ALL_LOW = {
    "1.score_total": "6",
    "1.score_ckmb": "9",
    "1.score_tdgq": "10",
    "1.score_dvctt": "10",
    "1.score_tttt": "8",
    "1.score_mdsh": "15",
    "1.score_mdhl": "12",
}
_SEED_1 = {"1.score_total": "80,33", "1.score_mdsh": "18,5", "1.score_tttt": "5,1"}


def _with_total(look: Look) -> Iterable[str]:
    """Units that have a total score."""
    return look.columns.of_key(TOTAL_SCORE).cells


def _with_groups(look: Look) -> set[str]:
    """Units that have the score of a group."""
    return look.columns.ids(scoring.group_keys(look.catalogue))


def _with_petitions(look: Look) -> set[str]:
    """Units that have a figure about petitions."""
    return look.columns.ids(PETITIONS)


@rule(
    "N01",
    Severity.ERROR,
    title="Tổng điểm không bằng tổng các nhóm",
    when="Biết đủ điểm các nhóm (sáu, hoặc năm theo cách chia cũ) và tổng điểm, mà chênh nhau quá 0,04 điểm.",
    hint="Đối chiếu tổng điểm và điểm từng nhóm với Cổng Dịch vụ công quốc gia, rồi sửa số sai.",
    basis=_GROUPS_BASIS,
    scope=Scope.ROW,
    suspects=_with_total,
    broken=(
        Example(_SIX | {"1.score_total": "55,31"}),
        Example(_FIVE | {"1.score_total": "62,95"}, extra={"also": ("N15",)}),
    ),
    sound=(
        Example(_SIX | {"1.score_total": "54,86"}),
        Example(_SIX | {"1.score_total": "54,9"}),
        Example(_FIVE | {"1.score_total": "62,59"}, extra={"also": ("N15",)}),
        Example(_SEED_1, extra={"also": ("N06", "N08")}),
    ),
)
def total_is_not_the_sum(look: Look) -> Iterator[Remark]:
    """A total score that is not the sum of the groups."""
    row = look.the_row
    total = row.number(TOTAL_SCORE)
    if total is None:
        return
    scores = [one.score for one in scoring.scored_groups(row, look.catalogue)]
    known = [score for score in scores if score is not None]
    if len(known) < len(scores):
        return
    summed = sum(known, _ZERO)
    apart = abs(summed - total)
    if apart > look.catalogue.sum_tolerance:
        yield Remark(
            Place(row.id, TOTAL_SCORE),
            f"Tổng điểm {figures.show(total)} không bằng tổng các nhóm "
            f"{figures.show(summed)} (chênh {figures.show(apart)}).",
        )


@rule(
    "N06",
    Severity.WARNING,
    title="Các nhóm nêu ra chưa giải thích đủ điểm bị mất",
    when="Các nhóm được nêu là thấp chỉ giải thích dưới một nửa số điểm bị mất của tổng điểm.",
    hint="Xem trên Cổng các nhóm chưa có điểm, bổ sung điểm rồi nêu cả nhóm mất nhiều nhất.",
    basis="Điểm bị mất = 100 − tổng điểm; nhóm nêu là thấp được chọn từ nhóm có tỷ lệ điểm thấp nhất trở lên.",
    scope=Scope.REPORT,
    broken=(
        Example(_SEED_1, extra={"also": ("N08",)}),
        Example(
            {
                "1.score_total": "89,05",
                "1.score_ckmb": "16,2",
                "1.score_tdgq": "18,05",
                "1.score_dvctt": "10,8",
                "1.score_tttt": "8",
                "1.score_mdsh": "19,8",
                "1.score_mdhl": "16,2",
            }
        ),
    ),
    sound=(
        Example(_SIX | {"1.score_total": "54,86"}),
        Example({"1.score_total": "80,33"}),
        Example(_SEED_1 | {"1.score_mdhl": "10"}, extra={"also": ("N08",)}),
        Example(_ALL_LOW, extra={"also": ("N01",)}),
    ),
)
def weak_groups_explain_little(look: Look) -> Iterator[Remark]:
    """Named groups that lost less than half of the points lost (docs/linh-vuc.md 7.1, dòng 8)."""
    report, catalogue = look.report, look.catalogue
    head = report.head
    named = weaknesses.weak_groups(report, catalogue)
    lost = weaknesses.lost_points(report, catalogue)
    explained = sum((one.lost for one in named), _ZERO)
    if head is None or not named or explained * 2 >= lost:
        return
    names = {one.group.key for one in named}
    others = [
        one
        for one in scoring.scored_groups(head, catalogue)
        if one.group.key not in names
    ]
    if not others:
        return  # every group is named: what is left over is N01's to tell
    told = ", ".join(f"{one.group.name} {figures.show(one.lost)}" for one in named)
    yield Remark(
        Place(head.id, TOTAL_SCORE),
        f"Các nhóm đạt thấp có điểm ({told}) chỉ giải thích {figures.show(explained)}/"
        f"{figures.show(lost)} điểm bị mất; {_rest(others, lost - explained)}.",
    )


def _rest(others: list[ScoredGroup], rest: Decimal) -> str:
    """Where the rest of the points was lost: unknown groups, else the worst one."""
    unknown = [one.group.name for one in others if one.score is None]
    if unknown:
        left = f"{figures.show(rest)} điểm còn lại mất ở nhóm khác"
        return f"{left} (chưa có điểm: {'; '.join(unknown)})"
    worst = max(others, key=lambda one: one.lost)
    return f"nhóm mất nhiều nhất trong số còn lại là {worst.group.name} ({figures.show(worst.lost)} điểm)"


@rule(
    "N08",
    Severity.WARNING,
    title="Chưa đủ điểm các nhóm",
    when="Dòng của đơn vị mới có điểm của một số nhóm chỉ số, chưa đủ sáu (hoặc năm theo cách chia cũ).",
    hint="Xem trên Cổng và bổ sung điểm các nhóm còn thiếu, để công bố đủ và thấy nhóm nào mất điểm nhiều.",
    basis=_GROUPS_BASIS,
    scope=Scope.REPORT,
    broken=(Example(_SEED_1, extra={"also": ("N06",)}),),
    sound=(
        Example(_SIX),
        Example(_FIVE, extra={"also": ("N15",)}),
        Example({"1.score_total": "87,07"}),
        Example({"1.score_ckmb": "9", "2.unit_name": "Xã B"}),
    ),
)
def groups_missing(look: Look) -> Iterator[Remark]:
    """A head row that publishes some groups and not the others."""
    head = look.report.head
    if head is None:
        return
    groups = scoring.scored_groups(head, look.catalogue)
    missing = [one.group for one in groups if one.score is None]
    known = len(groups) - len(missing)
    if known and missing:
        names = "; ".join(group.name for group in missing)
        message = f"Mới nêu {known}/{len(groups)} nhóm chỉ số; chưa có: {names}."
        yield Remark(Place(head.id, missing[0].key), message)


@rule(
    "N13",
    Severity.WARNING,
    title="Điểm nhóm trống hoặc bằng 0",
    when="Điểm một nhóm bằng 0, hoặc ô điểm để trống trong bảng nhiều đơn vị, trong khi các nhóm khác của đơn vị có điểm. Dòng tổng và ô ghi “-” không xét.",
    hint="Xem lại trên Cổng: nếu thật sự bằng 0 thì giữ nguyên; nếu thiếu dữ liệu thì để trống hoặc ghi điểm đúng.",
    basis="Thiếu số liệu khác với bằng 0; Cổng có lúc trả về 0 khi lỗi kết nối.",
    scope=Scope.ROW,
    suspects=_with_groups,
    broken=(
        Example(_SIX | {"1.score_tttt": "0"}),
        Example(_SIX | {f"2.{key[2:]}": text for key, text in _SIX.items()}
                | {"2.score_tttt": ""}),
    ),
    sound=(
        Example(_SIX),
        Example(_FIVE, extra={"also": ("N15",)}),
        Example(dict.fromkeys(_SIX, "0")),
        Example(_SIX | {f"2.{key[2:]}": text for key, text in _SIX.items()}
                | {"2.score_tttt": "-"}),
        Example(_SIX | {"total.score_ckmb": "0", "total.score_tdgq": "17"},
                extra={"also": ("N08",)}),
        Example(
            {
                "1.score_tdgq": "0",
                "1.on_time_rate.numerator": "0",
                "1.on_time_rate.denominator": "12",
                "1.on_time_rate": "0",
                "1.score_mdhl": "6",
            },
            extra={"also": ("N08",)},
        ),
    ),
)  # fmt: skip
def score_blank_or_zero(look: Look) -> Iterator[Remark]:
    """A group without points beside groups that have some; N08 tells of the head (docs/linh-vuc.md 3.1)."""
    row = look.the_row
    groups = () if row.id == TOTAL else scoring.scored_groups(row, look.catalogue)
    if not any(one.score for one in groups):
        return
    for one in groups:
        place = Place(row.id, one.group.key)
        if one.score == 0 and not _is_truly_zero(look, one):
            yield Remark(
                place,
                f"Nhóm {one.group.name} ghi 0 điểm trong khi các nhóm khác có điểm: "
                "thiếu dữ liệu hay thật sự bằng 0?",
            )
        elif _is_left_blank(look, one):
            yield Remark(
                place,
                f"Ô điểm nhóm {one.group.name} để trống trong khi các nhóm khác có "
                "điểm: thiếu dữ liệu hay bằng 0?",
            )


def _is_truly_zero(look: Look, one: ScoredGroup) -> bool:
    """Whether the criteria of the group say themselves that there are no points."""
    earned = scoring.group_points(look.the_row, one.group, look.catalogue)
    return earned.complete and earned.points == 0


def _is_left_blank(look: Look, one: ScoredGroup) -> bool:
    """Whether the table has the column and nothing, not even "-", stands in it."""
    cell: Cell = look.the_row.cell(one.group.key)
    is_empty = cell.value is Blank.MISSING and not cell.raw.strip()
    return is_empty and not look.is_head and one.group.key in look.report.columns


@rule(
    "N14",
    Severity.WARNING,
    title="Mất điểm vì phản ánh, kiến nghị",
    when="Tiêu chí 5.2 hoặc 5.3 (phản ánh, kiến nghị xử lý đúng hạn; hài lòng trong xử lý) chưa đủ 6 điểm.",
    hint="Mở Hệ thống tiếp nhận phản ánh, kiến nghị ngay hôm nay: từ chối trong 2, bổ sung trong 5, xử lý trong 15, công khai trong 2 ngày làm việc.",
    basis="Tiêu chí 5.2, 5.3: không có phản ánh, kiến nghị thì được đủ 6 + 6 điểm; một phản ánh chưa xử lý có thể mất tới 12 điểm.",
    scope=Scope.ROW,
    suspects=_with_petitions,
    broken=(
        Example(
            {
                "1.pakn_on_time_rate.score": "0",
                "1.pakn_on_time_rate": "0",
                "1.pakn_on_time_rate.denominator": "1",
                "1.pakn_satisfaction.score": "0",
                "1.pakn_satisfaction": "0",
            }
        ),
        Example({"1.pakn_satisfaction": "50"}),
    ),
    sound=(
        Example({"1.pakn_on_time_rate.score": "6", "1.pakn_satisfaction": "100"}),
        Example(
            {
                "1.pakn_on_time_rate.numerator": "0",
                "1.pakn_on_time_rate.denominator": "0",
            }
        ),
        Example(
            {"1.pakn_satisfaction": "50", "report.period": "tháng 9/2026"},
            extra={"catalogue_ends": figures.parse_date("31/12/2025")},
        ),
    ),
)
def petitions_cost_points(look: Look) -> Iterator[Remark]:
    """Petitions (phản ánh, kiến nghị) late or unsatisfied: up to 12 points at once (docs/linh-vuc.md 1.4)."""
    known = {key for key, _ in look.the_row.cells}
    losses = [(key, _lost(look, key)) for key in PETITIONS if key in known]
    total = sum((lost for _, lost in losses), _ZERO)
    if total <= 0:
        return
    worst = max(losses, key=lambda one: one[1])[0]
    row = look.the_row
    part = Part.VALUE if row.number(worst, Part.SCORE) is None else Part.SCORE
    most = sum(
        (look.catalogue.indicators[key].maximum or _ZERO for key in PETITIONS), _ZERO
    )
    yield Remark(
        Place(row.id, worst, part),
        f"Có phản ánh, kiến nghị quá hạn hoặc chưa hài lòng{_counted(look)}: mất "
        f"{figures.show(total)}/{figures.show(most)} điểm. "
        "Kiểm tra Hệ thống phản ánh, kiến nghị ngay.",
    )


def _counted(look: Look) -> str:
    """How many petitions there are altogether, where the file says so."""
    numbers = [look.the_row.number(key, Part.DENOMINATOR) for key in PETITIONS]
    most = max((one for one in numbers if one is not None), default=_ZERO)
    return f" (tổng số {figures.show_count(most)})" if most else ""


def _lost(look: Look, key: str) -> Decimal:
    """Points lost with a criterion, by its given score, else by its ratio."""
    criterion = look.catalogue.indicators[key]
    score = look.the_row.number(key, Part.SCORE)
    if score is None and scoring.can_recompute(look.catalogue, look.report.period):
        score = scoring.points_in(look.the_row, criterion)
    return _ZERO if score is None else (criterion.maximum or _ZERO) - score


RULES: Final[tuple[Rule, ...]] = (
    total_is_not_the_sum,
    weak_groups_explain_little,
    groups_missing,
    score_blank_or_zero,
    petitions_cost_points,
)
