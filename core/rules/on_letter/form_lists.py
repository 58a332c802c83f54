"""Rule about numbering and the signs at the ends of lists (F11)."""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import Final, NamedTuple

from core.rules.on_letter import form_lists_examples as given
from core.rules.on_letter.passages import Passage
from core.rules.on_letter.whole import whole
from core.rules.registry import Look, Need, Remark, Rule, Scope, Severity, rule

_LETTERS: Final = tuple("abcdđeghiklmnopqrstuvxy")
_AFTER_STOP: Final = re.compile(r"(?<=[^\W_])[.;]\s*(?P<aside>\([^()]+\)\s*\.?)\s*$")
_NO_LETTER: Final = " \t*•-–:.;"


class _Kind(Enum):
    """What a paragraph of the body begins with."""

    NUMBER = "number"
    LETTER = "letter"
    DASH = "dash"
    PLAIN = "plain"


_BEGINNING: Final = re.compile(
    r"\s*(?:(\d{1,2})[.)]\s+(?=\S)|([a-zđ])[.)]\s+(?=\S)|([-–—+•])\s*(?=\S))"
)
_KINDS: Final = (_Kind.PLAIN, _Kind.NUMBER, _Kind.LETTER, _Kind.DASH)
"""By the group of `_BEGINNING` that stands there; the first for none."""


class _Item(NamedTuple):
    """A paragraph of the body as part of a list, or as none.

    Attributes:
        passage: The paragraph.
        kind: What it begins with.
        mark: Its number, letter or dash.
        end: Its last sign: ".", ";", ":" …; empty for a letter or figure, and where it
            begins with none of these.
        is_heading: It is numbered and has no end sign: a part's heading.
    """

    passage: Passage
    kind: _Kind
    mark: str
    end: str
    is_heading: bool

    def remark(self, message: str) -> Remark:
        """A remark about its last word."""
        text = self.passage.text.rstrip()
        return self.passage.remark(message, text.rfind(" ") + 1, len(text))


@rule(
    "F11",
    Severity.HINT,
    title="Đánh số, dấu cuối dòng của danh mục chưa thống nhất",
    when="Số thứ tự hoặc chữ cái không liên tục, đề mục không đánh số như các mục khác,"
    " dấu cuối các dòng cùng danh mục khác nhau, hoặc lời trong ngoặc đứng sau dấu chấm.",
    hint="Đánh lại thứ tự; cuối các dòng cùng dùng một dấu, dòng cuối là dấu chấm; lời"
    " trong ngoặc đặt trước dấu chấm.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II (bố cục, khoản, điểm).",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=given.F11_BROKEN,
    sound=given.F11_SOUND,
)
def lists(look: Look) -> Iterator[Remark]:
    """Lists are numbered through, and their lines end alike."""
    items = [_item(one) for one in whole(look.the_paper).body]
    yield from _order(items)
    yield from _headings(items, look.reference.words("heading"))
    for run, after in _runs(items):
        yield from _ends(run, after)
    for item in items:
        if found := _after_stop(item.passage.text):
            message = f"“{found['aside']}” phải đặt trước dấu chấm câu."
            yield item.passage.remark(message, *found.span("aside"))


def _after_stop(text: str) -> re.Match[str] | None:
    """An aside at the end of a paragraph, behind a stop; None for none."""
    aside = text.rfind("(")
    is_behind = aside > 0 and text[:aside].rstrip().endswith((".", ";"))
    return _AFTER_STOP.search(text) if is_behind else None


def _item(passage: Passage) -> _Item:
    text = passage.text
    found = None if text[:1].isupper() else _BEGINNING.match(text)
    if found is None:
        return _Item(passage, _Kind.PLAIN, "", "", is_heading=False)
    group = found.lastindex or 0
    kind, mark = _KINDS[group], found[group]
    last = text.rstrip().rstrip(")”")[-1:]
    end = "" if last.isalnum() or last == "%" else last
    is_heading = kind is _Kind.NUMBER and end in ("", ":")
    return _Item(passage, kind, mark, end, is_heading=is_heading)


def _order(items: list[_Item]) -> Iterator[Remark]:
    """Numbers and letters that do not follow the one before."""
    number, letter = 0, -1
    for item in items:
        if item.kind is _Kind.NUMBER:
            begins = not number and item.is_heading  # parts may begin with a later one
            if int(item.mark) not in (1, number + 1) and not begins:
                yield _jump(item, f"{number}." if number else "", f"{item.mark}.")
            number, letter = int(item.mark), -1
        elif item.kind is _Kind.LETTER:
            place = _LETTERS.index(item.mark) if item.mark in _LETTERS else -2
            if place not in (0, letter + 1):
                before = f"{_LETTERS[letter]})" if letter >= 0 else ""
                yield _jump(item, before, f"{item.mark})")
            letter = place if item.mark in _LETTERS else letter


def _jump(item: _Item, before: str, here: str) -> Remark:
    where = f"sau “{before}” là" if before else "danh mục bắt đầu bằng"
    message = f"Thứ tự không liên tục: {where} “{here}”."
    return item.passage.remark(message, 0, len(here))


def _headings(items: list[_Item], known: tuple[str, ...]) -> Iterator[Remark]:
    """Headings without a number where other parts have one."""
    longest = max(map(len, known), default=0)
    numbered = False
    for item in items:
        numbered = numbered or item.kind is _Kind.NUMBER
        if not numbered or item.kind is _Kind.NUMBER:
            continue
        text = item.passage.text.strip(_NO_LETTER)
        if len(text) <= longest and text.casefold() in known:
            message = f"Đề mục “{text}” chưa đánh số như các mục khác."
            yield item.passage.remark(message, 0, len(item.passage.text))


def _runs(items: list[_Item]) -> Iterator[tuple[list[_Item], _Item | None]]:
    """Lines of one list, and what stands behind it; headings belong to none."""
    run: list[_Item] = []
    for item, after in pairwise([*items, None]):
        if item is None or item.kind is _Kind.PLAIN or item.is_heading:
            run = []
            continue
        run.append(item)
        if after is None or after.kind is not item.kind or after.is_heading:
            yield run, after
            run = []


def _ends(run: list[_Item], after: _Item | None) -> Iterator[Remark]:
    """Lines of one list that end unlike the others, or with no sign."""
    last = run[-1]
    signs = {item.end for item in run[:-1]} & {".", ";"}
    for item in run:
        if item.end in ("", ","):
            yield item.remark("Cuối dòng của danh mục thiếu dấu chấm hoặc chấm phẩy.")
        elif item is not last and item.end == "." and len(signs) > 1:
            yield item.remark("Dấu cuối các dòng cùng danh mục chưa thống nhất.")
    if last.end == ";" and (
        after is None
        or after.is_heading
        or after.kind not in (_Kind.LETTER, _Kind.NUMBER)
    ):
        yield last.remark("Dòng cuối của danh mục phải kết thúc bằng dấu chấm.")


RULES: Final[tuple[Rule, ...]] = (lists,)
