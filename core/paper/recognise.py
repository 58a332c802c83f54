"""What each line of a letter is: Quốc hiệu, trích yếu, nội dung, Nơi nhận, phụ lục.

Letters are laid out in tables, by tabs, in text boxes, or line by line; so each line is
known by what it says and by what stands around it. What is not known stays OTHER.
"""

from collections.abc import Sequence
from typing import Final

from core import figures
from core.frozen import replace
from core.paper import recognise_annexes, recognise_end, recognise_head, wording
from core.paper.model import Component, Line, Paper

_HEAD: Final = (Component.STATE, Component.NUMBER, Component.ADDRESSEES)
_BLANKS: Final = " .…_\t-"


def recognised(paper: Paper) -> Paper:
    """`paper` with the component and annex of each line, its day, number and symbol."""
    lines = paper.lines
    head = recognise_head.head(lines)
    if not any(one in head.values() for one in _HEAD):
        return paper
    begin = max(head) + 1
    labels = recognise_annexes.labels(lines, begin)
    close = recognise_end.end(lines, begin, labels[0] if labels else len(lines))
    stop = max(close) + 1 if close else (labels[0] if labels else len(lines))
    annexes = recognise_annexes.annexes(lines, stop, labels)
    known = {**head, **close}
    body = range(begin, min(close) if close else stop)
    told: list[Line] = []
    for index, line in enumerate(lines):
        component = known.get(index, Component.OTHER)
        if index in body:
            component = known.get(index, Component.BODY)
        annex = 0
        if index in annexes:
            annex, component = annexes[index]
        told.append(_as(line, component, annex))
    return _with_facts(replace(paper, lines=tuple(_with_rules(told))))


def _as(line: Line, component: Component, annex: int) -> Line:
    """`line` as such a part of the letter; `replace` takes three times as long."""
    return Line(
        line.number,
        line.text,
        component,
        annex,
        line.cell,
        line.look,
        line.key,
        line.raw,
        line.section,
        line.starts_page,
    )


def _with_rules(lines: list[Line]) -> list[Line]:
    """Drawn lines of the letterhead moved to what they belong under.

    A drawing hangs on any paragraph near it: the name of the nation, or the number.
    """
    office = _last(lines, Component.ISSUER)
    motto = _last(lines, Component.MOTTO)
    for index, line in enumerate(lines[:60]):
        target = {
            Component.STATE: motto,
            Component.PLACE_DATE: motto,
            Component.ISSUER: office,
            Component.SUPERIOR: office,
            Component.NUMBER: office,
        }.get(line.component)
        if target is None or target == index or line.look is None:
            continue
        below = lines[target].look
        if line.look.ruled is None or below is None:
            continue
        if below.ruled is None:
            look = replace(below, ruled=line.look.ruled)
            lines[target] = replace(lines[target], look=look)
        lines[index] = replace(line, look=replace(line.look, ruled=None))
    return lines


def _last(lines: Sequence[Line], component: Component) -> int | None:
    found = [at for at, line in enumerate(lines) if line.component is component]
    return found[-1] if found else None


def _with_facts(paper: Paper) -> Paper:
    """The day, number and symbol that the letterhead says, and whether it is issued."""
    date = paper.text(Component.PLACE_DATE)
    at = date.lower().find("ngày")
    number = wording.NUMBER.match(paper.text(Component.NUMBER))
    given = number["number"].strip(_BLANKS) if number else ""
    return replace(
        paper,
        day=figures.parse_date(date[at:].rstrip(" .")) if at >= 0 else None,
        number=given,
        symbol=number["symbol"].strip() if number else "",
        issued=paper.issued or (bool(given) and _is_signed(paper.lines)),
    )


def _is_signed(lines: Sequence[Line]) -> bool:
    return any(wording.SIGNED.match(line.text) for line in lines if line.annex == 0)
