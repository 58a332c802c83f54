"""The end of a letter: Nơi nhận, and who signs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from core.paper import wording
from core.paper.model import Component, Line

_SHORT: Final = 40


def end(lines: Sequence[Line], begin: int, stop: int) -> Mapping[int, Component]:
    """The component of each line of the end between `begin` and `stop`, by index."""
    list_at = _first(lines, begin, stop, _is_recipients)
    sign_at = _first(lines, begin, stop, lambda line: wording.is_title(line.text))
    starts = [at for at in (list_at, sign_at) if at is not None]
    if not starts:
        return {}
    found: dict[int, Component] = {}
    if list_at is not None:
        found |= dict.fromkeys(_recipients(lines, list_at, stop), Component.RECIPIENTS)
    last = max([*found, *starts])
    for index in range(min(starts), stop):
        line = lines[index]
        if index > last and line.starts_page:
            break
        if index in found:
            continue
        if component := _of_signature(line, found):
            found[index] = component
            last = max(last, index)
        elif index < last:
            found[index] = Component.OTHER
    return found


def _first(
    lines: Sequence[Line], begin: int, stop: int, asked: Callable[[Line], bool]
) -> int | None:
    return next((at for at in range(begin, stop) if asked(lines[at])), None)


def _is_recipients(line: Line) -> bool:
    text = line.text.strip()
    if len(text) >= 3 * _SHORT or text[:1] not in ("n", "N"):
        return False  # as nearly all lines
    return wording.RECIPIENTS.match(text) is not None


def _recipients(lines: Sequence[Line], first: int, stop: int) -> list[int]:
    """The label and the list below it."""
    begin = lines[first]
    found = [first]
    for index in range(first + 1, stop):
        line, last = lines[index], lines[found[-1]]
        if begin.cell is not None:
            same = line.cell is not None and (
                (line.cell.table, line.cell.column)
                == (begin.cell.table, begin.cell.column)
            )
            if same:
                found.append(index)
            elif line.cell is None or line.cell.table != begin.cell.table:
                break
            continue
        if line.starts_page or line.cell is not None:
            break
        text = line.text.strip()
        is_other = wording.is_title(text) or text.isupper()
        joined = line.number == last.number and not is_other
        goes_on = text[:1].islower() and index == found[-1] + 1
        if wording.ITEM.match(text) or joined or goes_on:
            found.append(index)
    return found


def _of_signature(line: Line, found: Mapping[int, Component]) -> Component | None:
    """What a line beside or below Nơi nhận is to the signature."""
    known = found.values()
    text = line.text
    if wording.is_title(text):
        return None if Component.SIGNER in known else Component.AUTHORITY
    if Component.AUTHORITY not in known:
        return None
    if wording.SIGNED.match(text):
        return Component.OTHER
    if Component.SIGNER not in known and wording.is_name(text):
        return Component.SIGNER
    if Component.SIGNER not in known and text.isupper() and len(text) < _SHORT:
        return Component.AUTHORITY
    return None
