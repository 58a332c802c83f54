"""The head of a letter: letterhead, number, date, subject, addressees."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from core.paper import wording
from core.paper.model import Component, Line

_MOST: Final = 60  # lines that a head may take
_LONG: Final = 200  # signs: what is longer is a sentence of the body
_LONGEST_ADDRESSEE: Final = 160
_GOES_ON: Final = (";", ":", ",")


def head(lines: Sequence[Line]) -> Mapping[int, Component]:
    """The component of each line of the head, by index."""
    first = _first_addressee(lines)
    limit = _limit(lines) if first is None else first
    found: dict[int, Component] = {}
    for index in range(limit):
        if component := _by_text(lines[index].text, found):
            found[index] = component
    found |= _subject(lines, found, limit)
    found |= _office(lines, found, limit)
    if first is not None:
        found |= dict.fromkeys(_addressees(lines, first), Component.ADDRESSEES)
    return found


def _first_addressee(lines: Sequence[Line]) -> int | None:
    for index, line in enumerate(lines[:_MOST]):
        if wording.ADDRESSEES.match(line.text):
            return index
        if wording.RECIPIENTS.match(line.text):
            return None
    return None


def _limit(lines: Sequence[Line]) -> int:
    """Where the head of a letter to nobody ends: at its first sentence."""
    for index, line in enumerate(lines[:_MOST]):
        if len(line.text) > _LONG or wording.OPENING.match(line.text):
            return index
        if wording.RECIPIENTS.match(line.text):
            return index
    return min(len(lines), _MOST)


def _by_text(text: str, found: Mapping[int, Component]) -> Component | None:
    """What a line of the head is by its own words; each of these stands once."""
    known = set(found.values())
    if Component.STATE not in known and wording.is_nation(text):
        return Component.STATE
    if Component.MOTTO not in known and wording.is_motto(text):
        return Component.MOTTO
    if Component.NUMBER not in known and wording.NUMBER.match(text):
        return Component.NUMBER
    if Component.PLACE_DATE not in known and wording.DATE.match(text):
        return Component.PLACE_DATE
    if Component.SUBJECT not in known and wording.SUBJECT.match(text):
        return Component.SUBJECT
    return None


def _subject(
    lines: Sequence[Line], found: Mapping[int, Component], limit: int
) -> dict[int, Component]:
    """The further lines of the subject: those after it that nothing else claims."""
    begin = [at for at, one in found.items() if one is Component.SUBJECT]
    goes_on: dict[int, Component] = {}
    for at in begin:
        for index in range(at + 1, limit):
            line = lines[index]
            if index in found or line.text.isupper():
                continue
            if not _same_column(line, lines[at]):
                continue
            goes_on[index] = Component.SUBJECT
    return goes_on


def _same_column(one: Line, other: Line) -> bool:
    """Whether two lines stand below one another: in a column of a table, or in none."""
    if one.cell is None or other.cell is None:
        return one.cell is other.cell
    return (one.cell.table, one.cell.column) == (other.cell.table, other.cell.column)


def _office(
    lines: Sequence[Line], found: Mapping[int, Component], limit: int
) -> dict[int, Component]:
    """The lines of the issuing body in capitals, and of the body above it."""
    after = (Component.NUMBER, Component.SUBJECT)
    stop = min([at for at, one in found.items() if one in after], default=limit)
    names = [
        index
        for index in range(stop)
        if index not in found
        and wording.is_capitals(lines[index].text)
        and not wording.is_kind(lines[index].text)
    ]
    above = _above(lines, names)
    return {
        index: Component.SUPERIOR if place < above else Component.ISSUER
        for place, index in enumerate(names)
    }


def _above(lines: Sequence[Line], names: Sequence[int]) -> int:
    """How many of the lines name the body above: those not bold before bold ones.

    Where that does not tell, a further body that is named on a line of its own does.
    """
    bold = [look.bold for at in names if (look := lines[at].look) is not None]
    if True in bold and bold[0] is False and len(bold) == len(names):
        return bold.index(True)
    if names and wording.begins_body(lines[names[0]].text):
        for place, (before, at) in enumerate(pairwise(names), start=1):
            joins = lines[before].text.rstrip().endswith((" VÀ", ",", "-"))
            if wording.begins_body(lines[at].text) and not joins:
                return place
    return 0


def _table(line: Line) -> int | None:
    return None if line.cell is None else line.cell.table


def _addressees(lines: Sequence[Line], first: int) -> list[int]:
    """The lines of whom the letter is for."""
    begin = lines[first]
    found = [first]
    for index in range(first + 1, min(first + _MOST, len(lines))):
        line, before = lines[index], lines[index - 1]
        if _table(line) == _table(begin) is not None:
            found.append(index)
            continue
        if line.starts_page or line.cell is not None:
            break
        if line.number == before.number:
            found.append(index)
            continue
        text = line.text.strip()
        ends = before.text.rstrip()[-1:]
        is_item = wording.ITEM.match(text) is not None and not text.endswith(":")
        goes_on = ends in _GOES_ON and not wording.OPENING.match(text)
        short = len(text) < _LONGEST_ADDRESSEE
        if not short or not (is_item or goes_on):
            break
        found.append(index)
    return found
