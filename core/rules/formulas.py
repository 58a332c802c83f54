"""Family N, part three: scores against the catalogue's formulas (docs/linh-vuc.md 1.5).

The portal's score is the official one: these rules explain and warn, no more.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core import figures, scoring
from core.catalogue import Group, Indicator
from core.report import Part, Place, Row
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
from core.scoring import GroupPoints

_COUNTS = (Part.NUMERATOR, Part.DENOMINATOR)
_TELLING = {Part.SCORE, Part.DENOMINATOR}
_FORMULAS = "Tài liệu mô tả công thức tính chỉ số 766 của Cổng Dịch vụ công quốc gia, đối chiếu với điểm công bố năm 2026."
_SEED_1 = {"report.period": "tháng 9/2024", "report.as_of": "05/10/2024"}


def _with_group_and_criteria(look: Look) -> set[str]:
    """Units that have a group's score and a figure of some criterion."""
    scored = look.columns.ids(scoring.group_keys(look.catalogue), (Part.VALUE,))
    criteria = (one.key for one in look.catalogue.criteria)
    return scored & look.columns.ids(criteria) if scored else scored


def _with_told_points(look: Look) -> set[str]:
    """Units that have a score or a denominator of some criterion."""
    return look.columns.ids((one.key for one in look.catalogue.criteria), _TELLING)


@rule(
    "N05",
    Severity.WARNING,
    title="Điểm nhóm khác với tỷ lệ của tiêu chí",
    when="Các tỷ lệ đã biết của một nhóm tương ứng với nhiều điểm hơn điểm nhóm đã ghi (quá 0,05 điểm), hoặc biết đủ các tiêu chí mà tổng khác điểm nhóm. Nhóm chỉ có tiêu chí chưa chắc công thức (dịch vụ công trực tuyến) thì là gợi ý. Tiêu chí đã bị N16 nêu thì thôi.",
    hint="Xem tỷ lệ và điểm nhóm có cùng kỳ, cùng nguồn (Cổng hay hệ thống Một cửa) không; lấy lại số nào cũ.",
    basis=_FORMULAS,
    scope=Scope.ROW,
    suspects=_with_group_and_criteria,
    needs=(Need.PERIOD, Need.FORMULAS),
    broken=(
        Example(
            _SEED_1 | {"1.online_pay_rate": "89,64", "1.score_tttt": "5,1"},
            extra={"also": ("N08",)},
        ),
        Example(
            {"1.on_time_rate": "85,25", "1.score_tdgq": "17,5"},
            extra={"also": ("N08",)},
        ),
        Example(
            {"1.satisfaction_rate": "90", "1.score_mdhl": "5,5"},
            extra={"also": ("N08",)},
        ),
        Example(
            {
                "1.e_result_rate": "95,09",
                "1.digitize_rate": "92,73",
                "1.score_mdsh": "9,3",
            },
            extra={"also": ("N08",)},
        ),
        Example(
            {"1.online_submit_rate": "91,7", "1.score_dvctt": "5"},
            extra={"also": ("N08",)},
        ),
    ),
    sound=(
        Example(
            {"1.online_pay_rate": "84", "1.score_tttt": "5,1"},
            extra={"also": ("N08",)},
        ),
        Example(
            {"1.on_time_rate": "85,25", "1.score_tdgq": "17,05"},
            extra={"also": ("N08",)},
        ),
        Example(
            {"1.e_result_rate": "50", "1.score_mdsh": "20"},
            extra={"also": ("N08",)},
        ),
        Example(
            {
                "1.on_time_rate": "95",
                "1.on_time_rate.score": "17,05",
                "1.score_tdgq": "17,05",
            },
            extra={"also": ("N08", "N16")},
        ),
        Example(
            {"1.on_time_rate": "85,25", "1.score_tdgq": "17,5"},
            extra={"also": ("N08",), "catalogue_ends": figures.parse_date("31/8/2026")},
        ),
    ),
)
def group_against_its_ratios(look: Look) -> Iterator[Remark]:
    """A group's score that the ratios of its criteria contradict."""
    row = look.the_row
    known = {key for key, _ in row.cells}
    told = {key for key, part in row.cells if part in _TELLING}
    for one in scoring.scored_groups(row, look.catalogue):
        if one.score is None or known.isdisjoint(one.group.criteria):
            continue
        if not all(_is_in_force(look, key) for key in one.group.criteria):
            continue
        if any(_is_in_conflict(look, key) for key in told & {*one.group.criteria}):
            continue
        earned = scoring.group_points(row, one.group, look.catalogue)
        over = earned.points - one.score
        slack = look.reference.limit("group_slack")
        if over > slack or (earned.is_exact and over < -slack):
            yield Remark(
                Place(row.id, one.group.key),
                _told(look, one.group, earned, one.score),
                severity=None if earned.is_settled else Severity.HINT,
            )


def _is_in_force(look: Look, key: str) -> bool:
    """Whether the criterion, and so its formula, is valid for the period."""
    return look.catalogue.indicators[key].is_valid_in(look.the_period)


def _told(look: Look, group: Group, earned: GroupPoints, score: Decimal) -> str:
    """The sentence that sets ratios and group score side by side."""
    ratios = ", ".join(
        f"“{one.name}” {_shown(look.the_row, one)}" for one in earned.counted
    )
    least, only = ("", "") if earned.points < score else (" ít nhất", " chỉ")
    return (
        f"{ratios} tương ứng{least} {figures.show(earned.points)} điểm, nhưng nhóm "
        f"{group.name}{only} ghi {figures.show(score)} điểm – có thể khác kỳ hoặc "
        f"khác nguồn số liệu{_dated(look)}."
    )


def _shown(row: Row, criterion: Indicator) -> str:
    """A criterion's ratio, else its score, else its numerator and denominator."""
    ratio, score = row.number(criterion.key), row.number(criterion.key, Part.SCORE)
    if ratio is not None:
        return f"{figures.show(ratio)}%"
    if score is not None:
        return f"{figures.show(score)} điểm"
    parts = (row.number(criterion.key, one) for one in _COUNTS)
    return "/".join(figures.show(one) for one in parts if one is not None)


def _is_in_conflict(look: Look, key: str) -> bool:
    """Whether N16 speaks of that criterion."""
    return any(True for _ in _conflicts(look, look.catalogue.indicators[key]))


@rule(
    "N16",
    Severity.WARNING,
    title="Điểm hoặc tỷ lệ khác với kết quả tính lại",
    when="Điểm một tiêu chí chênh quá 0,02 so với tính theo công thức, hoặc tỷ lệ khác tử số chia mẫu số. Tiêu chí chưa chắc công thức thì là gợi ý.",
    hint="Điểm của Cổng là chính thức: kiểm tra tử số, mẫu số, tỷ lệ đã ghi đúng chưa; nếu đúng cả, giữ điểm của Cổng.",
    basis=_FORMULAS,
    scope=Scope.ROW,
    suspects=_with_told_points,
    needs=(Need.PERIOD, Need.FORMULAS),
    broken=(
        Example({"1.online_pay_rate": "88,79", "1.online_pay_rate.score": "5,83"}),
        Example(
            {
                "1.on_time_rate.numerator": "2.457",
                "1.on_time_rate.denominator": "2.882",
                "1.on_time_rate": "95,25",
                "1.on_time_rate.score": "17,05",
            }
        ),
        Example({"1.digitize_rate": "80", "1.digitize_rate.score": "4"}),
        Example(
            _SEED_1 | {"1.online_pay_rate": "50", "1.online_pay_rate.score": "2"},
        ),
    ),
    sound=(
        Example(
            {
                "1.online_pay_rate.numerator": "1.418",
                "1.online_pay_rate.denominator": "1.597",
                "1.online_pay_rate": "88,79",
                "1.online_pay_rate.score": "5,33",
            }
        ),
        Example({"1.e_result_rate.score": "3,46", "1.ecopy_rate": "100"}),
        Example(
            {
                "1.e_result_rate.numerator": "31",
                "1.e_result_rate.denominator": "30",
                "1.e_result_rate": "57",
                "1.e_result_rate.score": "1",
            },
            extra={"also": ("N02",)},
        ),
        Example(
            {"1.online_pay_rate": "88,79", "1.online_pay_rate.score": "1"},
            extra={"catalogue_ends": figures.parse_date("31/8/2026")},
        ),
    ),
)
def differs_from_the_formula(look: Look) -> Iterator[Remark]:
    """A criterion's score or ratio that its own numbers contradict."""
    told = {key for key, part in look.the_row.cells if part in _TELLING}
    if not told:
        return
    for criterion in look.catalogue.criteria:
        if criterion.key in told and _is_in_force(look, criterion.key):
            yield from _conflicts(look, criterion)


def _conflicts(look: Look, criterion: Indicator) -> Iterator[Remark]:
    """What N16 says of one criterion; nothing where N02 speaks of its numbers."""
    row, key = look.the_row, criterion.key
    above, below = (row.number(key, part) for part in _COUNTS)
    given = row.number(key)
    is_sound = given is None or 0 <= given <= figures.HUNDRED
    if above is not None and below is not None:
        is_sound = is_sound and above <= below
        if is_sound and criterion.settled and given is not None:
            yield from _ratio_conflict(Place(row.id, key), above, below, given)
    if is_sound:
        yield from _score_conflict(look, criterion)


def _ratio_conflict(
    place: Place, above: Decimal, below: Decimal, given: Decimal
) -> Iterator[Remark]:
    """A ratio that is not its numerator over its denominator, rounding aside."""
    exact = figures.ratio(above, below)
    rounding = Decimal("0.5").scaleb(-figures.decimals_of(given)) + Decimal("0.005")
    if exact is not None and abs(exact - given) > rounding:
        yield Remark(
            place,
            f"Tỷ lệ ghi {figures.show(given)}%, tính lại từ {figures.show(above)}/"
            f"{figures.show(below)} là {figures.show(exact)}%.",
        )


def _score_conflict(look: Look, criterion: Indicator) -> Iterator[Remark]:
    """A score that fits neither the ratio nor numerator and denominator."""
    row, key = look.the_row, criterion.key
    score = row.number(key, Part.SCORE)
    above, below = (row.number(key, part) for part in _COUNTS)
    by_counts = scoring.points(criterion, numerator=above, denominator=below)
    by_ratio = scoring.points(criterion, ratio=row.number(key))
    reckoned = [one for one in (by_counts, by_ratio) if one is not None]
    if score is None or not reckoned:
        return
    if all(abs(one - score) > look.catalogue.tolerance for one in reckoned):
        yield Remark(
            Place(row.id, key, Part.SCORE),
            f"Điểm ghi {figures.show(score)}, tính lại theo công thức "
            f"{figures.show(reckoned[0])}{_dated(look)}. Điểm của Cổng là chính thức; "
            "kiểm tra phiên bản công thức.",
            severity=None if criterion.settled else Severity.HINT,
        )


def _dated(look: Look) -> str:
    """“ (theo công thức năm 2026)” for a period before the formulas were observed."""
    since = look.catalogue.formula_valid_from
    if since is None or not scoring.formula_is_dated(look.catalogue, look.the_period):
        return ""
    return f" (theo công thức năm {since.year})"


RULES: Final[tuple[Rule, ...]] = (group_against_its_ratios, differs_from_the_formula)
