"""Family A, part two: marks, brackets and running totals in the annexes."""

import re
from collections.abc import Iterator
from typing import Final

from core.paper.model import Component, Line, Paper
from core.rules.on_letter.annexes_tables import (
    ONE_COUNT,
    ONE_RATE,
    TABLES,
    TWO_RATES,
    sound_with,
)
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

_IN_ANNEX: Final = (
    Component.ANNEX_CELL,
    Component.ANNEX_TEXT,
    Component.ANNEX_TITLE,
)
_MARK: Final = re.compile(r"(?<!\*)\(?(\*+)\)?(?!\*)\s*$|\((\*+)\)")
_NOTE: Final = re.compile(
    r"(?:ghi chú|chú thích|lưu ý)?\W*?(\*+)\)?[\s:]*\w", re.IGNORECASE
)
_BRACKET: Final = re.compile(r"[()]")
_ENUMERATOR: Final = re.compile(r"(?:^|(?<=[\s(]))(?:[a-zđ]|\d{1,2}|[ivxIVX]{1,4})\)$")
_ROMAN: Final = "ivxIVX"
_LONGEST: Final = 4  # signs of an enumerator before its bracket
_DOUBLED: Final = re.compile(r"(\S\s{2,}\S)")
_RUNNING: Final = re.compile(r"(?:lũy|luỹ) kế|cộng dồn", re.IGNORECASE)
_SINCE: Final = re.compile(
    r"(?:kể |tính )?từ\s+(?:ngày|đầu|tháng|năm|quý|khi|\d)", re.IGNORECASE
)


@rule(
    "A05",
    Severity.WARNING,
    title="Dấu (*) trong bảng không có chú thích",
    when="Bảng của phụ lục có dấu (*), (**) mà dưới bảng không có chú thích cho dấu ấy.",
    hint="Ghi chú thích dưới bảng, bắt đầu bằng chính dấu ấy; hoặc bỏ dấu.",
    basis=TABLES,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter=sound_with(ONE_RATE.replace("(%)", "(%) (*)") + TWO_RATES)),
        Example({}, letter=sound_with(
            ONE_RATE.replace("(%)", "(%)**") + TWO_RATES + "\n(*) Kể cả hồ sơ đang xử lý.")),
    ),
    sound=(
        Example({}, letter=sound_with(ONE_RATE + TWO_RATES)),
        Example({}, letter=sound_with(
            ONE_RATE.replace("(%)", "(%) (*)") + TWO_RATES + "\n(*) Kể cả hồ sơ đang xử lý.")),
        Example({}, letter=sound_with(
            ONE_RATE.replace("(%)", "(%) (*)") + TWO_RATES + "\n| |(*) Kể cả hồ sơ đang xử lý.||")),
    ),
)  # fmt: skip
def mark_without_note(look: Look) -> Iterator[Remark]:
    """A mark (*) in an annex's table that no note explains."""
    paper = look.the_paper
    for annex in paper.annexes:
        lines = paper.of(*_IN_ANNEX, Component.ANNEX_REFERENCE, annex=annex)
        notes = {
            found[1]
            for index in lines
            if (found := _NOTE.match(paper.lines[index].text))
        }
        told: set[str] = set()
        for index in paper.of(Component.ANNEX_CELL, annex=annex):
            for match in _MARK.finditer(paper.lines[index].text):
                mark = match[1] or match[2]
                if mark in notes | told or _NOTE.match(paper.lines[index].text):
                    continue
                told.add(mark)
                message = f"Bảng có dấu ({mark}) nhưng không có chú thích."
                yield Remark(None, message, line=index, span=match.span())


@rule(
    "A06",
    Severity.HINT,
    title="Dấu ngoặc lẻ, hoặc thừa khoảng trắng trong phụ lục",
    when="Một đoạn của công văn, một ô của phụ lục có dấu ngoặc mở mà không đóng, đóng mà không mở; hoặc phụ lục có hai khoảng trắng liền nhau.",
    hint="Thêm hoặc bỏ dấu ngoặc; bỏ khoảng trắng thừa.",
    basis=TABLES,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter=sound_with(ONE_RATE.replace("tuyến", "tuyến)") + TWO_RATES)),
        Example({}, letter=sound_with(ONE_RATE.replace("(%)", "(%") + TWO_RATES)),
        Example({}, letter=sound_with(ONE_RATE + TWO_RATES.replace("Xã A", "Xã  A"))),
        Example({}, letter={"body.first": "Xã đạt chỉ tiêu (kể cả hồ sơ chuyển sang."}),
        Example({}, letter={"body.first": "Xã đạt chỉ tiêu, kể cả hồ sơ chuyển sang)."}),
    ),
    sound=(
        Example({}, letter=sound_with(ONE_RATE + TWO_RATES)),
        Example({}, letter=sound_with(ONE_RATE.replace("Tỷ", "a) Tỷ") + TWO_RATES)),
        Example({}, letter={"body.first": "Theo điểm a), b) khoản 2 và các việc: c) báo cáo."}),
    ),
)  # fmt: skip
def odd_bracket(look: Look) -> Iterator[Remark]:
    """A bracket without its other half; in an annex doubled blanks too."""
    paper = look.the_paper
    for index in paper.of(Component.BODY, annex=0):
        yield from _lonely(paper, index)
    for annex in paper.annexes:
        for index in paper.of(*_IN_ANNEX, annex=annex):
            yield from _lonely(paper, index)
            for match in _DOUBLED.finditer(paper.lines[index].text):
                message = "Có hai khoảng trắng liền nhau."
                yield Remark(None, message, line=index, span=match.span(1))


def _lonely(paper: Paper, index: int) -> Iterator[Remark]:
    """A bracket of a line without its other half."""
    text = paper.lines[index].text
    at = _odd(text) if "(" in text or ")" in text else None
    if at is not None and not _is_continued(paper, index):
        message = f"Dấu ngoặc “{text[at]}” không có dấu ngoặc đi cùng."
        yield Remark(None, message, line=index, span=(at, at + 1))


def _odd(text: str) -> int | None:
    """Where the first bracket without its other half stands, or None."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        at = found.start()
        if found[0] == "(":
            opened.append(at)
        elif not _is_enumerated(text, at):
            if not opened:
                return at
            opened.pop()
    return opened[0] if opened else None


def _is_enumerated(text: str, at: int) -> bool:
    """Whether the bracket there closes what numbers an item: "a)", "12)", "iv)"."""
    if at > 1 and text[at - 2].isalpha() and text[at - 2] not in _ROMAN:
        return False  # a word ends there, as it mostly does
    return _ENUMERATOR.search(text, max(at - _LONGEST, 0), at + 1) is not None


def _is_continued(paper: Paper, index: int) -> bool:
    """Whether the line's paragraph, or cell, as a whole has its brackets in pairs."""
    line = paper.lines[index]

    def is_same(one: Line) -> bool:
        if line.cell is not None:
            return one.cell == line.cell
        return one.number == line.number and one.cell is None

    whole = " ".join(one.text for one in paper.lines if is_same(one))
    return whole != line.text and _odd(whole) is None


@rule(
    "A07",
    Severity.WARNING,
    title="Số lũy kế không ghi từ ngày nào",
    when="Phụ lục có số lũy kế mà không chỗ nào ghi lũy kế từ ngày, tháng, năm nào.",
    hint="Ghi rõ ở tên cột hoặc dưới bảng: “Lũy kế từ ngày 01/01/2024”.",
    basis="Số lũy kế chỉ có nghĩa khi biết cộng dồn từ khi nào.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter=sound_with(ONE_COUNT.replace("Số lượng", "Lũy kế") + "|1|Xã A|30|\n|2|Xã B|12|")),
        Example({}, letter=sound_with(ONE_COUNT + "|1|Xã A|30|\n|2|Xã B|12|\nLũy kế có 2.033 hồ sơ.")),
    ),
    sound=(
        Example({}, letter=sound_with(ONE_COUNT.replace("Số lượng", "Lũy kế từ đầu năm 2026")
                                 + "|1|Xã A|30|\n|2|Xã B|12|")),
        Example({}, letter=sound_with(ONE_COUNT.replace("Số lượng", "Lũy kế") + "|1|Xã A|30|\n|2|Xã B|12|\n"
                                 "Lũy kế tính từ ngày 01/01/2026.")),
        Example({}, letter=sound_with(ONE_COUNT.replace("Số lượng", "Lũy kế") + "|1|Xã A|-|\n|2|Xã B|-|")),
    ),
)  # fmt: skip
def running_total_since_when(look: Look) -> Iterator[Remark]:
    """A running total in an annex that does not say since when."""
    paper = look.the_paper
    for annex in paper.annexes:
        if _SINCE.search(paper.text(*_IN_ANNEX, annex=annex)):
            continue
        for index in paper.of(*_IN_ANNEX, annex=annex):
            found = _RUNNING.search(paper.lines[index].text)
            if found is not None and _has_number_below(paper, index):
                message = "Số lũy kế không ghi từ ngày, tháng, năm nào nên không đánh giá được."
                yield Remark(None, message, line=index, span=found.span())
                break


def _has_number_below(paper: Paper, index: int) -> bool:
    """Whether any figure stands below a heading; in a sentence it stands beside it."""
    cell = paper.lines[index].cell
    if cell is None:
        return True
    return any(
        one.cell is not None
        and one.cell.table == cell.table
        and one.cell.column == cell.column
        and one.cell.row > cell.row
        and one.text[:1].isdecimal()
        for one in paper.lines
    )


RULES: Final[tuple[Rule, ...]] = (
    mark_without_note,
    odd_bracket,
    running_total_since_when,
)
