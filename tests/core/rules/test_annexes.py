"""Annexes of letters that no example can describe: without label, cut lines, odd tables."""

from dataclasses import replace
from datetime import date

import pytest

from core import catalogue as catalogue_module
from core.paper import claims
from core.paper.model import Component, Line, Paper, Setup
from core.report import Report
from core.rules import running
from core.rules.examples import report_of
from core.rules.letter_examples import lines_of
from core.rules.on_letter import annexes, annexes_marks, annexes_tables
from core.rules.outliers import RULES as OUTLIERS
from core.rules.registry import Context, Example

CATALOGUE = catalogue_module.load()
RULES = (*annexes.RULES, *annexes_marks.RULES, *annexes_tables.RULES)
TABLE = (
    "|STT|Tên đơn vị|Tỷ lệ hồ sơ nộp trực tuyến (%)|\n|1|Xã A|91,70|\n|2|Xã B|80,00|"
)
REFERENCE = "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)"
SAID = "Chi tiết tại Phụ lục kèm theo."


def paper(annex: str = f"Phụ lục\nKẾT QUẢ\n{REFERENCE}\n{TABLE}", **letter) -> Paper:
    """The sound letter with that annex and these texts."""
    return Paper(lines_of({"body.first": SAID, "annex": annex} | letter))


def found(told: Paper) -> list[str]:
    """The ids of the rules about annexes that speak of it."""
    told = claims.told(told, CATALOGUE)
    context = Context(Report(), CATALOGUE, date(2026, 11, 21), told.day, paper=told)
    return [one.rule.id for one in running.check(RULES, context).findings]


def with_lines(told: Paper, change) -> Paper:
    return replace(told, lines=tuple(change(one) for one in told.lines))


def test_the_letter_that_the_others_differ_from_is_sound():
    assert found(paper()) == []


def test_an_annex_without_a_label_needs_no_reference_but_a_mention():
    def unlabelled(line: Line) -> Line:
        if line.component in (Component.ANNEX_LABEL, Component.ANNEX_REFERENCE):
            return replace(line, component=Component.ANNEX_TEXT)
        return line

    assert found(with_lines(paper(), unlabelled)) == []
    silent = paper(**{"body.first": "Gửi các công chức."})
    assert found(with_lines(silent, unlabelled)) == ["A01"]


def test_a_letter_whose_own_number_is_not_read_is_not_compared():
    assert found(paper(number="Số")) == []


def test_the_day_of_the_letter_is_that_of_its_head_else_its_own():
    bare = paper(place_date="Trường Tây")
    assert found(bare) == []
    assert found(replace(bare, day=date(2026, 10, 9))) == []
    assert found(replace(bare, day=date(2026, 10, 8))) == ["A03"]
    assert found(replace(paper(), day=date(2026, 10, 8))) == []


def test_a_bracket_may_be_closed_in_the_next_line_of_its_paragraph():
    def cut(line: Line) -> Line:
        is_note = line.component is Component.ANNEX_TEXT
        return replace(line, number=99) if is_note else line

    notes = f"Phụ lục\nKẾT QUẢ\n{REFERENCE}\n{TABLE}\nGhi chú (số liệu\ncủa tháng)."
    assert found(paper(notes)) == ["A06", "A06"]
    assert found(with_lines(paper(notes), cut)) == []


def test_a_heading_may_be_cut_into_lines_within_its_cell():
    told = paper()
    (at,) = [at for at, one in enumerate(told.lines) if one.text.startswith("Tỷ lệ")]
    head = told.lines[at]
    first, second = (
        replace(head, text="Tỷ lệ (hồ sơ nộp"),
        replace(head, text="trực tuyến)"),
    )
    lines = (*told.lines[:at], first, second, *told.lines[at + 1 :])
    assert found(replace(told, lines=lines)) == []
    assert found(replace(told, lines=(*lines[:at], first, *lines[at + 2 :]))) == ["A06"]
    open_still = replace(second, text="trực tuyến")
    lines = (*told.lines[:at], first, open_still, *told.lines[at + 1 :])
    assert found(replace(told, lines=lines)) == ["A06"]


def test_a_cell_that_stands_in_no_table_is_looked_at_for_its_text_alone():
    stray = Line(99, "Địa chỉ, điện thoại, lũy kế", Component.ANNEX_CELL, 1)
    told = paper()
    stray_in = replace(told, lines=(*told.lines, stray))
    assert found(stray_in) == ["A07"]
    assert found(replace(stray_in, setups=(Setup(),))) == ["A07"]


@pytest.mark.parametrize(
    "note", ["(*) Kể cả hồ sơ.", "* Kể cả.", "Ghi chú: (*) Kể cả."]
)
def test_a_note_may_begin_in_several_ways(note):
    marked = TABLE.replace("(%)", "(%) (*)")
    annex = f"Phụ lục\nKẾT QUẢ\n{REFERENCE}\n{marked}"
    assert found(paper(annex)) == ["A05"]
    assert found(paper(f"{annex}\n{note}")) == []


@pytest.mark.parametrize(
    ("mention", "is_ours"),
    [
        ("Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP", False),
        ("Phụ lục II của Kế hoạch số 12/KH-UBND", False),
        ("phụ lục của Công văn số 12/UBND", False),
        ("mẫu Phụ lục III Thông tư số 01/2023/TT-VPCP", False),
        ("Phụ lục III", True),
        ("các Phụ lục I, II và III kèm theo", True),
    ],
)
def test_annexes_of_other_documents_are_not_the_letter_s(mention, is_ours):
    told = Paper(lines_of({"body.first": f"Thực hiện theo {mention}."}))
    assert bool(list(annexes.mentions(told))) is is_ours


def test_several_annexes_named_at_once_are_each_spoken_of():
    told = Paper(lines_of({"body.first": "Xem các Phụ lục I, 2 và III kèm theo."}))
    numbers = [(one.number, one.is_roman) for one in annexes.mentions(told)]
    assert numbers == [(1, True), (2, False), (3, True)]


def test_a_figure_far_from_others_and_from_its_own_before_is_told_once():
    names = {f"{row}.unit_name": f"Xã {name}" for row, name in enumerate("ABCD", 1)}
    rates = {f"{row}.reuse_rate": "40" for row in range(1, 5)}
    before = report_of(Example(names | rates), CATALOGUE)
    now = report_of(Example(names | rates | {"3.reuse_rate": "4,5"}), CATALOGUE)
    context = Context(now, CATALOGUE, date(2026, 11, 21), previous=before)
    (told,) = running.check(OUTLIERS, context).findings
    assert told.place is not None
    assert told.place.row == "3"
    assert "mức giữa 40" in told.message
