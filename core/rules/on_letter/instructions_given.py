"""Family I: who is told, by when, and the lists of units; docs/linh-vuc.md 7.3 I."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from core import figures, weaknesses
from core.catalogue import Kind
from core.dates import lowered
from core.names import unit_key
from core.paper.holding import lines_holding
from core.paper.mentions import sentences
from core.paper.model import Component
from core.paper.orders import Order, Stretch
from core.paper.telling import told
from core.rules.on_letter import instructions_given_examples as examples
from core.rules.on_letter.instructions_seen import Mark, Seen, seen_in
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

_UNIT_FIGURE: Final = re.compile(
    r"(?<!\w)(?P<unit>[^\W\d_][^:;()%\d]{2,60}?)\s*(?::|đạt|là|có|\()\s*"
    r"(?P<value>\d{1,6}(?:[.,]\d+)?)\s*(?P<sign>%|hồ sơ)",
)
_SHARE, _FILES = "%", "hồ sơ"
_AIM: Final = re.compile(
    r"chỉ tiêu[^\d;:]{0,30}(\d{1,3}(?:[.,]\d+)?)\s*%", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A unit with its figure in a list: "xã Hiệp Thạnh: 4,55%"."""

    unit: str
    value: Decimal
    at: Mark


@rule(
    "I06",
    Severity.HINT,
    title="Yêu cầu chưa rõ ai làm, khi nào xong",
    when="Có mục yêu cầu không nêu đơn vị, người thực hiện hoặc không nêu thời hạn, mà câu dẫn và đoạn kết cũng không nêu; hoặc thay cho thời hạn chỉ ghi “càng sớm càng tốt”, “trong thời gian sớm nhất”.",
    hint="Ghi đơn vị, người chịu trách nhiệm và ngày phải xong; công văn do chương trình soạn thì khai ở Menu, Phân công thực hiện…, chương trình tự ghi vào từng mục.",
    hint_in_letter="Ghi đơn vị, người chịu trách nhiệm và ngày phải xong vào từng mục, câu dẫn hoặc đoạn kết.",
    basis="Giao việc phải rõ người, rõ việc, rõ thời gian.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I06_BROKEN,
    sound=examples.I06_SOUND,
)
def nobody_or_no_time(look: Look) -> Iterator[Remark]:
    """Instructions without a doer or a deadline; all of them in one remark (I06)."""
    yield from _vague(look)
    seen = seen_in(look)
    has_time = _has_time(look, _general(seen))
    lacking = [
        (order, lack)
        for order in seen.instructions
        if _is_task(seen, order) and (lack := _lack(look, order, has_time=has_time))
    ]
    if not lacking:
        return
    first = lacking[0][0]
    signs = [order.sign.rstrip(".)") for order, _ in lacking]
    which = f"{figures.show_count(Decimal(len(signs)))} yêu cầu"
    if all(sign[-1:].isalnum() for sign in signs):
        which = f"Mục {', '.join(signs)}"
    what = " và ".join(dict.fromkeys(one for _, lack in lacking for one in lack))
    yield Remark(None, f"{which} chưa ghi {what}.", line=first.line)


def _is_task(seen: Seen, order: Order) -> bool:
    """Whether it is an item, or names a criterion: no general call to take care."""
    return bool(order.sign or order.lead or seen.marks(order.parts))


def _lack(look: Look, order: Order, *, has_time: bool) -> list[str]:
    """What an instruction does not say."""
    said = f"{order.lead} {order.head} {order.text}"
    lack = []
    if not _has_doer(look, order):
        lack.append("đơn vị thực hiện")
    vague = look.reference.words("deadline.vague")  # `_vague` tells of those
    is_vague = any(one in said.lower() for one in vague)
    if not (has_time or is_vague or _has_time(look, said)):
        lack.append("thời hạn")
    return lack


def _has_doer(look: Look, order: Order) -> bool:
    """Whether the item, the item above it or the sentence that leads in says who."""
    text, head = order.text.lower(), order.head.lower()
    if _begins_with_doer(look, text) or _begins_with_doer(look, head):
        return True
    if any(one in text for one in look.reference.words("doer.said")):
        return True
    return any(
        told(one, look.reference) for one in (order.lead, order.head, order.text)
    )


def _begins_with_doer(look: Look, text: str) -> bool:
    """Whether a text begins with who acts: "Các sở, ban, ngành …", "Đối với Công an: …"."""
    for one in look.reference.words("doer.before"):
        text = text.removeprefix(f"{one} ")
    doers = look.reference.words("doer")
    if not text.startswith(doers) or text.startswith(look.reference.words("doer.not")):
        return False
    return any(
        text.startswith(one) and not text[len(one) : len(one) + 1].isalnum()
        for one in doers
    )


def _vague(look: Look) -> Iterator[Remark]:
    """Words in the place of a deadline that set none, where no other is beside them."""
    words = look.reference.words("deadline.vague")
    paper = look.the_paper
    for index in lines_holding(paper, words, (Component.BODY,), annex=0):
        text = lowered(paper.lines[index].text)
        for start, end in sentences(paper.lines[index].text):
            sentence = text[start:end]
            said = next((one for one in words if one in sentence), None)
            if said is not None and not _has_time(look, sentence):
                at = start + sentence.index(said)
                message = f"“{said}” chưa phải là thời hạn."
                yield Remark(None, message, line=index, span=(at, at + len(said)))


def _general(seen: Seen) -> str:
    """What is said of all instructions: the last paragraph, and when to report."""
    closing = seen.tasks.closing
    last = "" if closing is None else seen.paper.lines[closing].text
    texts = (one.text for one in seen.instructions)
    return "\n".join([last, *(one for one in texts if "báo cáo" in one.lower())])


def _has_time(look: Look, text: str) -> bool:
    text = text.lower()
    words = look.reference.words
    deadlines = (*words("deadline"), *words("deadline.more"))
    if not any(one in text for one in deadlines):
        return False
    for one in (
        *words("deadline.vague"),
        *words("deadline.not"),
        *words("relative_time"),
    ):
        text = text.replace(one, "")
    return any(one in text for one in deadlines)


@rule(
    "I07",
    Severity.ERROR,
    title="Nơi nhận kiến nghị không có trong công văn",
    when="Cơ quan được kiến nghị, đề nghị không có ở Kính gửi và Nơi nhận.",
    hint="Thêm cơ quan đó vào Kính gửi hoặc Nơi nhận, hoặc gửi kiến nghị bằng văn bản riêng.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I: Kính gửi, Nơi nhận ghi đúng cơ quan phải thực hiện.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I07_BROKEN,
    sound=examples.I07_SOUND,
)
def petition_to_nobody(look: Look) -> Iterator[Remark]:
    """A kiến nghị to an office that does not get the letter (I07)."""
    seen = seen_in(look)
    receivers = [
        _words(seen.paper.lines[index].text)
        for index in seen.paper.of(Component.ADDRESSEES, Component.RECIPIENTS, annex=0)
    ]
    said: set[str] = set()
    for order in seen.tasks.orders:
        if not order.is_petition:
            continue
        who = told(order.lead, look.reference) or told(order.text, look.reference)
        wanted = _words(who)
        gets_it = any(wanted <= one for one in receivers)
        if wanted and not gets_it and who not in said:
            said.add(who)
            message = f"Kiến nghị gửi “{who}” nhưng Kính gửi và Nơi nhận không có."
            yield Remark(None, message, line=order.line)


def _words(name: str) -> frozenset[str]:
    """The words of an office's name, long forms and small words aside."""
    text = name.lower().replace("hội đồng nhân dân", "hđnd")
    text = re.sub(r"[uủ][yỷ] ban nhân dân|uỷ ban nhân dân", "ubnd", text)
    small = {"các", "và", "kính", "gửi", "của", "b", "c", "cấp", "ban"}
    return frozenset(re.findall(r"\w+", text)) - small


@rule(
    "I08",
    Severity.WARNING,
    title="Đơn vị có hồ sơ quá hạn chưa được giao giải quyết",
    when="Công văn hoặc bảng số liệu cho thấy một đơn vị có hồ sơ quá hạn nhưng không có yêu cầu nào giao đơn vị đó giải quyết. Yêu cầu gửi tất cả các đơn vị được coi là có.",
    hint="Nêu tên đơn vị đó trong mục yêu cầu giải quyết hồ sơ quá hạn.",
    basis="Hồ sơ quá hạn làm giảm điểm Tiến độ giải quyết (20 điểm) và phải có phiếu xin lỗi (Nghị định số 118/2025/NĐ-CP).",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I08_BROKEN,
    sound=examples.I08_SOUND,
)
def overdue_without_order(look: Look) -> Iterator[Remark]:
    """Units with overdue files that no instruction names (I08)."""
    seen = seen_in(look)
    units = _overdue_units(seen)
    if not units:
        return
    orders = [one for one in seen.instructions if _is_about_overdue(seen, one)]
    if any(_is_for_all(look, one) for one in orders):
        return
    named = unit_key(" ".join(order.text for order in orders))
    left = [unit for unit, _ in units if _bare(unit) not in named]
    if left:
        line = next((line for _, line in units if line is not None), None)
        if line is None:
            line = orders[0].line if orders else seen.tasks.lead
        message = (
            f"Có hồ sơ quá hạn nhưng chưa được giao giải quyết: {', '.join(left)}."
        )
        yield Remark(None, message, line=line)


def _overdue_units(seen: Seen) -> list[tuple[str, int | None]]:
    """Units with overdue files, and the line that says so; else by the figures."""
    listed = [
        (one.unit, one.at.line)
        for part in seen.tasks.weak
        if any(OVERDUE in mark.keys for mark in seen.marks((part,)))
        for one in _listed(seen, part, _FILES)
        if one.value > 0
    ]
    if listed or seen.report is None or len(seen.report.rows) < 2:
        return [*listed]
    over = weaknesses.overdue(seen.report)
    rows = (seen.report.row(place.row) for place, _ in over.units)
    return [(row.name, None) for row in rows if row is not None]


def _is_about_overdue(seen: Seen, order: Order) -> bool:
    return any(OVERDUE in mark.keys for mark in seen.marks(order.parts))


def _is_for_all(look: Look, order: Order) -> bool:
    """Whether it goes to every unit: its own head says so, or it has none."""
    text = order.text.lower()
    everyone = look.reference.words("everyone")
    if text.startswith(everyone):
        return True
    starts = text.startswith(tuple(f"{one} " for one in look.reference.words("doer")))
    led = told(order.lead, look.reference).lower()
    return not starts and (not led or any(one in led for one in everyone))


def _bare(unit: str) -> str:
    return unit_key(unit)


def _listed(seen: Seen, part: Stretch, sign: str) -> list[_Listed]:
    """The units that a paragraph lists with figures of that sign, in its order."""
    found: list[_Listed] = []
    if sign not in part.text:
        return found
    kind = Kind.RATIO if sign == _SHARE else Kind.COUNT
    for one in _UNIT_FIGURE.finditer(part.text):
        if one["sign"] != sign:
            continue
        unit = one["unit"].strip(" ,.–-")
        value = figures.parse(one["value"], kind)
        if isinstance(value, Decimal) and not seen.naming.find(unit):
            start, end = part.start + one.start("value"), part.start + one.end("value")
            mark = Mark(part.line, start, end, frozenset())
            found.append(_Listed(unit, value, mark))
    return found


@rule(
    "I09",
    Severity.HINT,
    title="Danh sách đơn vị chưa đạt chưa đầy đủ",
    when="Công văn liệt kê các đơn vị chưa đạt một chỉ tiêu nhưng thiếu đơn vị so với bảng số liệu, hoặc không nói các đơn vị còn lại thế nào.",
    hint="Bổ sung đơn vị còn thiếu; ghi “các đơn vị còn lại đạt” hoặc “chưa có số liệu của …”.",
    basis="Danh sách thiếu làm người đọc hiểu rằng đơn vị không được nêu là đã đạt.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I09_BROKEN,
    sound=examples.I09_SOUND,
)
def list_of_units_incomplete(look: Look) -> Iterator[Remark]:
    """Lists of units that leave others unsaid (I09)."""
    seen = seen_in(look)
    for part in seen.tasks.weak:
        marks = seen.marks((part,))
        if not marks or len(_listed(seen, part, _SHARE)) < 2:
            continue
        missing = _missing(seen, marks[0], part.text)
        says_rest = any(one in part.text for one in look.reference.words("rest"))
        if missing:
            message = f"Danh sách đơn vị chưa đạt “{seen.name(marks[0].keys)}” còn thiếu: {', '.join(missing)}."
            yield Remark(None, message, line=part.line)
        elif not says_rest:
            message = f"Chưa nói các đơn vị còn lại đạt hay chưa có số liệu về “{seen.name(marks[0].keys)}”."
            yield Remark(None, message, line=part.line)


def _missing(seen: Seen, mark: Mark, text: str) -> list[str]:
    """Units below the target by the figures that a paragraph does not name."""
    if seen.report is None:
        return []
    named = unit_key(text)
    below = []
    for result in weaknesses.below_target(
        seen.report, seen.look.catalogue, seen.targets, seen.year
    ):
        if result.indicator.key in mark.keys:
            below += [one.place.row for one in result.below]
    rows = (seen.report.row(row) for row in below)
    return [row.name for row in rows if row and unit_key(row.name) not in named]


@rule(
    "I11",
    Severity.WARNING,
    title="Đơn vị đã đạt chỉ tiêu bị nêu là thấp",
    when="Công văn nêu một đơn vị, tiêu chí là thấp trong khi số của nó đã bằng hoặc hơn chỉ tiêu ghi trong công văn hay trong bảng chỉ tiêu của cơ quan.",
    hint="Bỏ đơn vị, tiêu chí đó khỏi phần tồn tại, hoặc kiểm tra lại số liệu, chỉ tiêu.",
    basis="Chỉ tiêu ghi trong công văn; bảng chỉ tiêu được giao của cơ quan.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=examples.I11_BROKEN,
    sound=examples.I11_SOUND,
)
def reached_but_called_weak(look: Look) -> Iterator[Remark]:
    """What is called weak although it reaches its target (I11)."""
    seen = seen_in(look)
    for part in seen.tasks.weak:
        marks = seen.marks((part,))
        level = _level(seen, part, marks)
        if level is None:
            continue
        for one in _listed(seen, part, _SHARE) or _alone(seen, part, marks):
            if one.value >= level:
                value, aim = figures.show(one.value), figures.show(level)
                message = f"{one.unit}: {value}% đã đạt chỉ tiêu {aim}% nhưng được nêu là thấp."
                yield seen.at(one.at, message)


def _level(seen: Seen, part: Stretch, marks: tuple[Mark, ...]) -> Decimal | None:
    """The target of what a paragraph names, where it names one thing alone."""
    if len(marks) != 1:
        return None
    keys = marks[0].keys
    for key in sorted(keys):
        target = seen.targets.find(key, seen.year)
        if target is not None:
            return target.level
    if said := _AIM.search(part.text):
        value = figures.parse(said[1], Kind.RATIO)
        return value if isinstance(value, Decimal) else None
    return next((value for named, value in seen.asked if named == {keys}), None)


def _alone(seen: Seen, part: Stretch, marks: tuple[Mark, ...]) -> list[_Listed]:
    """The only figure of a paragraph that lists no units: "…: 69,89%."."""
    mark = marks[0]
    at = mark.end - part.start
    found = re.match(r"\s*(?::|đạt|là)\s*(\d{1,3}(?:[.,]\d+)?)\s*%", part.text[at:])
    value = figures.parse(found[1], Kind.RATIO) if found else None
    if found is None or not isinstance(value, Decimal):
        return []
    start, end = mark.end + found.start(1), mark.end + found.end(1)
    at_figure = Mark(part.line, start, end, mark.keys)
    return [_Listed(seen.name(mark.keys), value, at_figure)]


RULES: Final[tuple[Rule, ...]] = (
    nobody_or_no_time,
    petition_to_nobody,
    overdue_without_order,
    list_of_units_incomplete,
    reached_but_called_weak,
)
