"""Family I: weak criteria and the instructions about them; docs/linh-vuc.md 7.3 I."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from core import figures, weaknesses
from core.catalogue import Actor, Kind
from core.figures import HUNDRED
from core.frozen import replace
from core.office import Target
from core.paper.orders import Order, Tier
from core.report import Place
from core.rules.on_letter import instructions_examples as examples
from core.rules.on_letter.instructions_seen import Level, Mark, Seen, seen_in
from core.rules.registry import (
    Look,
    Need,
    Remark,
    Rule,
    Scope,
    Severity,
    rule,
)
from core.weaknesses import OVERDUE

_NEXT_CLAUSE: Final = re.compile(r";|\. |\bkhi\s+(?:\w+\s+)?$")
"""What stands before another clause, or before a circumstance ("khi nộp hồ sơ")."""

_FILES: Final = r"(?<![\d/.,])\d{1,3}(?:\.?\d{3})*\s+hồ\s+sơ\b"
_COUNTED: Final = re.compile(rf"{_FILES}[^.,;:\d]{{0,60}}$", re.IGNORECASE)
_COUNT: Final = re.compile(rf"[^.,;:\d]{{0,40}}{_FILES}", re.IGNORECASE)
_PREVENTED: Final = re.compile(
    r"\bkhông\s+(?:để|phát sinh)\b[^.;]{0,40}$", re.IGNORECASE
)
_ON_TIME: Final = "on_time_rate"

_INDEX: Final = "Bộ chỉ số 766 (Quyết định số 766/QĐ-TTg): mỗi tiêu chí có điểm riêng."


@rule(
    "I01",
    Severity.WARNING,
    title="Tiêu chí thấp chưa có yêu cầu khắc phục",
    when="Công văn nêu một tiêu chí, nhóm đạt thấp (hoặc bảng số liệu cho thấy thấp) mà không có yêu cầu hay kiến nghị nào về tiêu chí đó; chỉ có lời khắc phục chung thì là gợi ý.",
    hint="Thêm một mục yêu cầu (hoặc kiến nghị, nếu thuộc thẩm quyền cấp tỉnh) cho tiêu chí đó.",
    basis="Nêu tồn tại mà không giao khắc phục thì công văn không có tác dụng chỉ đạo, điều hành. "
    + _INDEX,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I01_BROKEN,
    sound=examples.I01_SOUND,
)
def weak_without_order(look: Look) -> Iterator[Remark]:
    """Weak criteria that no instruction and no kiến nghị serves, by line (I01)."""
    seen = seen_in(look)
    left = [mark for mark in seen.weak if not seen.covers(mark.keys)]
    for line, marks in groupby(left, key=lambda mark: mark.line):
        first, *others = marks
        last = others[-1] if others else first
        names = _quoted(seen.name(mark.keys) for mark in (first, *others))
        message = f"{names} được nêu là thấp nhưng chưa có yêu cầu khắc phục."
        severity = None
        if _is_mended(seen, line):
            message = f"{names} được nêu là thấp, mới có yêu cầu khắc phục chung."
            severity = Severity.HINT
        span = first.start, last.end
        yield Remark(None, message, line=line, span=span, severity=severity)
    unsaid = dict(_weak_unsaid(seen)) if seen.tasks.orders else {}
    if unsaid:
        message = (
            f"{', '.join(unsaid.values())} đạt thấp theo bảng số liệu nhưng công văn "
            "chưa có yêu cầu khắc phục."
        )
        yield Remark(None, message, line=seen.tasks.orders[0].line)


def _is_mended(seen: Seen, line: int) -> bool:
    """Whether an order behind that line is to mend what is weak, without its name."""
    told = [
        (one.line, one.text) for one in seen.instructions if not seen.marks(one.parts)
    ]
    if (last := seen.tasks.closing) is not None:
        told.append((last, seen.paper.lines[last].text))
    words = seen.look.reference.words("mending")
    return any(
        at >= line and any(one in text.lower() for one in words) for at, text in told
    )


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in dict.fromkeys(names))


def _weak_unsaid(seen: Seen) -> Iterator[tuple[str, str]]:
    """What the open figures show weak and the letter passes over, with its figure."""
    if seen.report is None:
        return
    named = {key for mark in seen.weak for key in mark.keys}
    named |= seen.naming.criteria(named)
    for place in _weak_places(seen):
        key = place.indicator
        if key not in named and not seen.covers((key,)):
            value = seen.report.cell(place).number
            shown = "" if value is None else f" ({figures.show(value)}%)"
            yield key, f"“{seen.look.name(key)}”{shown}"


def _weak_places(seen: Seen) -> Iterator[Place]:
    """What the figures say is weak, as a letter of ours would name it."""
    look = seen.look
    targets, year = seen.targets, seen.year
    for low in weaknesses.low_ratios(look.report, look.catalogue, targets, year):
        yield low.place
    for result in weaknesses.below_target(look.report, look.catalogue, targets, year):
        head = result.total or next(iter(result.below), None)
        if head is not None and head.value is not None and result.misses(head):
            yield head.place


@rule(
    "I02",
    Severity.WARNING,
    title="Yêu cầu về tiêu chí không có số liệu",
    when="Một yêu cầu, kiến nghị nói về tiêu chí mà cả công văn, phụ lục và bảng số liệu đều không có số; mới có điểm của nhóm thì là gợi ý. Yêu cầu nêu chỉ tiêu được giao kèm mức phải đạt thì không cần số liệu.",
    hint="Nêu số liệu của tiêu chí đó trong công văn hoặc phụ lục, hoặc bỏ yêu cầu.",
    basis="Yêu cầu phải dựa trên kết quả được công bố. " + _INDEX,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I02_BROKEN,
    sound=examples.I02_SOUND,
)
def order_without_figure(look: Look) -> Iterator[Remark]:
    """Instructions about what has a figure nowhere; hints where its group has (I02)."""
    seen = seen_in(look)
    for order in seen.tasks.orders:
        what = "Kiến nghị" if order.is_petition else "Yêu cầu"
        of_groups: list[Mark] = []
        for mark in _without_figure(seen, order):
            groups = _groups(seen, mark)
            if groups & seen.told:
                of_groups.append(mark)
                continue
            if order.is_petition and groups & seen.known:
                continue  # it may be narrower than what is told
            message = f"{what} về “{seen.name(mark.keys)}” nhưng công văn không có số liệu của tiêu chí này."
            yield seen.at(mark, message)
        if of_groups and not order.is_petition:
            names = _quoted(seen.name(mark.keys) for mark in of_groups)
            message = f"{what} về {names}: công văn mới có điểm của nhóm, chưa có số liệu của tiêu chí."
            yield replace(seen.at(of_groups[0], message), severity=Severity.HINT)


def _without_figure(seen: Seen, order: Order) -> Iterator[Mark]:
    """What an instruction names that has no figure, each thing once."""
    if _bears_its_figure(seen, order) or _is_assigned(seen, order):
        return
    said: frozenset[str] = frozenset()
    for mark in seen.marks(order.parts):
        keys = mark.keys | seen.naming.criteria(mark.keys)
        keys |= {_ON_TIME} if OVERDUE in keys else set()
        if not keys & (said | seen.known) and not _is_counted(seen, mark):
            said |= keys
            yield mark


def _is_counted(seen: Seen, mark: Mark) -> bool:
    """Whether files are counted there ("07 hồ sơ quá hạn"), or are not to arise."""
    text = seen.paper.lines[mark.line].text
    before = text[: mark.end]
    is_none = _PREVENTED.search(before) is not None
    return is_none or bool(_COUNTED.search(before) or _COUNT.match(text, mark.end))


def _bears_its_figure(seen: Seen, order: Order) -> bool:
    """Whether the paragraph itself says how the criterion stands now."""
    text = order.text
    return any(
        one in text and f"{one} " in text
        for one in seen.look.reference.words("present")
    )


def _is_assigned(seen: Seen, order: Order) -> bool:
    """Whether it names the target that was set, and its level."""
    if not seen.levels(order):
        return False
    said = f"{order.lead} {order.head} {order.text}".lower()
    return any(one in said for one in seen.look.reference.words("assigned"))


@rule(
    "I03",
    Severity.WARNING,
    title="Đặt tỷ lệ % cho chỉ tiêu không tính bằng %",
    when="Yêu cầu một xã đạt tỷ lệ % ở tiêu chí chỉ có hoặc không (chứng thực bản sao điện tử), hoặc ở số lượng.",
    hint="Yêu cầu duy trì cung cấp dịch vụ, hoặc nêu số lượng hồ sơ.",
    basis="Tiêu chí 4.2b: với một đơn vị cấp xã chỉ là có hay không cung cấp dịch vụ chứng thực bản sao điện tử; số hồ sơ là số đếm.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I03_BROKEN,
    sound=examples.I03_SOUND,
)
def ratio_of_a_count(look: Look) -> Iterator[Remark]:
    """A level in % for what is counted, or is there or not (I03)."""
    seen = seen_in(look)
    for order in seen.instructions:
        for mark in seen.marks(order.parts):
            level = seen.level_of(order, mark)
            if level is not None and _is_no_ratio(seen, mark):
                value = figures.show(level.value)
                message = (
                    f"“{seen.name(mark.keys)}” không tính được theo tỷ lệ {value}%: "
                    "đây là số lượng hồ sơ, hoặc chỉ là có hay không cung cấp dịch vụ."
                )
                yield seen.at(level, message)


def _is_no_ratio(seen: Seen, mark: Mark) -> bool:
    named = [seen.look.catalogue.indicators[key] for key in mark.keys]
    if seen.tier is Tier.COMMUNE and any(one.has_or_not for one in named):
        return True
    return all(one.kind is Kind.COUNT and one.key != OVERDUE for one in named)


@rule(
    "I04",
    Severity.HINT,
    title="Một mục yêu cầu gộp hai tiêu chí",
    when="Vế đầu của một mục yêu cầu nói về tiêu chí của hai nhóm khác nhau.",
    hint="Tách thành hai mục, mỗi mục một tiêu chí, một mức phải đạt.",
    basis="Mỗi nhiệm vụ cần theo dõi, đánh giá được riêng. " + _INDEX,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I04_BROKEN,
    sound=examples.I04_SOUND,
)
def two_criteria_in_one(look: Look) -> Iterator[Remark]:
    """An item whose first clause names criteria of two groups (I04)."""
    seen = seen_in(look)
    for order in seen.instructions:
        marks = [one for one in seen.marks(order.parts[:1]) if _is_first(order, one)]
        for mark in marks[1:]:
            if not _groups(seen, marks[0]) & _groups(seen, mark):
                names = seen.name(marks[0].keys), seen.name(mark.keys)
                message = f"Mục này gộp hai tiêu chí “{names[0]}” và “{names[1]}”."
                yield seen.at(mark, message)
                break


def _is_first(order: Order, mark: Mark) -> bool:
    """Whether it stands in the item's first clause."""
    part = order.parts[0]
    before = part.text[: mark.start - part.start]
    return not _NEXT_CLAUSE.search(before)


def _groups(seen: Seen, mark: Mark) -> set[str]:
    """The groups of what is named; overdue files are those of their time limits."""
    keys = {_ON_TIME if key == OVERDUE else key for key in mark.keys}
    return {seen.naming.group(key) for key in keys}


@rule(
    "I05",
    Severity.WARNING,
    title="Mức yêu cầu không khớp chỉ tiêu được giao",
    when="Mức % của một yêu cầu khác chỉ tiêu được giao trong bảng chỉ tiêu của cơ quan, vượt quá 100%, hoặc thấp hơn kết quả hiện có.",
    hint="Sửa theo bảng chỉ tiêu được giao, hoặc cập nhật bảng chỉ tiêu nếu có văn bản mới.",
    basis="Bảng chỉ tiêu được giao của cơ quan (Thông tin cơ quan).",
    scope=Scope.LETTER,
    needs=(Need.LETTER, Need.TARGETS),
    broken=examples.I05_BROKEN,
    sound=examples.I05_SOUND,
)
def level_not_the_target(look: Look) -> Iterator[Remark]:
    """A level that is not the one set, cannot be reached, or is reached long ago (I05)."""
    seen = seen_in(look)
    for order in seen.instructions:
        told: set[Level] = set()
        for mark in seen.marks(order.parts):
            level = seen.level_of(order, mark)
            if level is None or level in told:
                continue
            if message := _mismatch(seen, mark, level):
                told.add(level)
                yield seen.at(level, message)


def _mismatch(seen: Seen, mark: Mark, level: Level) -> str:
    """What is wrong with a level for what is named; empty for nothing."""
    asked, name = figures.show(level.value), seen.name(mark.keys)
    if level.value > HUNDRED:
        return f"Mức {asked}% của “{name}” vượt quá 100%."
    targets = _targets(seen, mark)
    if any(one.level == level.value for one in targets):
        return ""
    if targets:
        given = figures.show(targets[0].level)
        return f"“{name}” ghi mức {asked}%, chỉ tiêu được giao là {given}%."
    head = seen.look.report.head
    for key in sorted(mark.keys):
        indicator = seen.look.catalogue.indicators[key]
        value = None if head is None else head.number(key)
        is_ratio = indicator.kind is Kind.RATIO and indicator.higher_is_better
        if value is not None and is_ratio and value > level.value:
            now = figures.show(value)
            return f"“{name}” ghi mức {asked}%, thấp hơn kết quả hiện có {now}%."
    return ""


def _targets(seen: Seen, mark: Mark) -> list[Target]:
    """The targets of what is named, of the year of the figures.

    Words for a group and for a criterion mean the criterion.
    """
    own = {key for key in mark.keys if seen.look.catalogue.group(key) is None}
    keys = own or seen.naming.criteria(mark.keys)
    found = (seen.targets.find(key, seen.year) for key in sorted(keys))
    return [one for one in found if one is not None]


@rule(
    "I10",
    Severity.WARNING,
    title="Giao xã việc thuộc thẩm quyền cấp tỉnh",
    when="Công văn của xã yêu cầu cán bộ, đơn vị của xã thực hiện tiêu chí 1.1–1.3 (công bố, cập nhật, công khai thủ tục hành chính), vốn do cấp tỉnh thực hiện.",
    hint="Chuyển thành kiến nghị gửi Văn phòng UBND tỉnh, sở, ngành.",
    basis="Tiêu chí 1.1–1.3 của Bộ chỉ số 766 chỉ tính cho bộ, tỉnh; xã mang số của tỉnh nên chỉ có thể kiến nghị.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I10_BROKEN,
    sound=examples.I10_SOUND,
)
def order_for_the_province(look: Look) -> Iterator[Remark]:
    """A commune's order about what only the province can do (I10)."""
    seen = seen_in(look)
    if seen.tier is not Tier.COMMUNE:
        return
    asking = look.reference.words("asks_above")
    for order in seen.instructions:
        if any(one in order.text.lower() for one in asking):
            continue
        for mark in seen.marks(order.parts):
            named = [look.catalogue.indicators[key] for key in mark.keys]
            if all(one.actor is Actor.PROVINCE for one in named):
                name = seen.name(mark.keys)
                message = (
                    f"“{name}” do cấp tỉnh thực hiện: dùng kiến nghị thay cho yêu cầu."
                )
                yield seen.at(mark, message)
                break


RULES: Final[tuple[Rule, ...]] = (
    weak_without_order,
    order_without_figure,
    ratio_of_a_count,
    two_criteria_in_one,
    level_not_the_target,
    order_for_the_province,
)
