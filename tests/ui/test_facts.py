"""Typing from fact to fact, and questions that go by themselves."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core import resources
from core.report import Place
from tests.ui.hands import CTRL, press, write
from tests.ui.months import EA_KTUR, GO_DAU, TRUONG_TAY, many_units, sample


def test_tab_keeps_what_was_typed_and_goes_to_the_next_fact(store, page_of):
    page = page_of(sample(store, TRUONG_TAY))
    total, rank = page.facts.total, page.facts.rank
    total.setFocus()
    total.edit("80,33")
    press(Qt.Key.Key_Tab)
    assert rank.hasFocus()
    assert total.value() == "80,33"
    rank.edit("8/8")
    press(Qt.Key.Key_Backtab)
    assert total.hasFocus()
    assert rank.value() == "8"


def test_the_line_below_counts_what_the_file_held(store, page_of):
    document = sample(store, TRUONG_TAY)
    page = page_of(document)
    before = page.foot.text()
    assert before.startswith("Đã đọc 8 chỉ tiêu")
    document.type(Place("1", "score_tttt"), "5,1")
    assert page.foot.text() == before


def test_a_question_about_a_paste_goes_with_esc_or_with_the_next_edit(store, page_of):
    document = sample(store, GO_DAU)
    page = page_of(document)
    for answer in ("escape", "edit"):
        QGuiApplication.clipboard().setText("\n".join(["1\t2\t3"] * 40))
        page.view.setFocus()
        press(Qt.Key.Key_V, CTRL)
        assert page.paste_bar.isVisible()
        if answer == "escape":
            press(Qt.Key.Key_Escape)
        else:
            document.type(Place("2", "reuse_rate"), "41")
        assert not page.paste_bar.isVisible()
        assert page.view.marks.pending is None


def test_tab_goes_through_the_facts_into_the_table_and_back(store, page_of):
    page = page_of(sample(store, TRUONG_TAY), 1700)
    page.facts.total.setFocus()
    for field in page.facts.fields[1:]:
        press(Qt.Key.Key_Tab)
        assert field.hasFocus(), field.accessibleName()
    press(Qt.Key.Key_Tab)
    assert page.view.hasFocus()
    page.view.move_to(0, 0)
    press(Qt.Key.Key_Backtab)
    assert page.facts.unit.hasFocus()
    page.facts.unit.edit("UBND xã Trường Tây mới")
    press(Qt.Key.Key_Tab)
    assert page.view.hasFocus()
    page.resize(1200, 640)
    assert not page.facts.unit.isVisible()
    page.facts.period.setFocus()
    press(Qt.Key.Key_Tab)
    assert page.view.hasFocus()


def test_enter_in_a_fact_keeps_it_and_stays_there(store, page_of):
    document = sample(store, TRUONG_TAY)
    page = page_of(document)
    page.facts.total.setFocus()
    write("80,33")
    press(Qt.Key.Key_Return)
    assert page.facts.total.hasFocus()
    assert document.report.cell(Place("1", "score_total")).number == Decimal("80.33")


@pytest.mark.parametrize("answer", ["undo", "filter", "fold", "another month"])
def test_a_question_about_a_paste_goes_when_the_table_is_another(
    store, page_of, answer
):
    document = sample(store, EA_KTUR)
    page = page_of(document)
    document.type(Place("1", "score_tdgq"), "17,50")
    QGuiApplication.clipboard().setText("\n".join(["1\t2\t3"] * 60))
    page.view.setFocus()
    press(Qt.Key.Key_V, CTRL)
    assert page.paste_bar.isVisible()
    match answer:
        case "undo":
            document.undo()
        case "filter":
            page.only.setChecked(True)
        case "fold":
            page.view.figures().toggle(0)
        case _:
            document.open_report(many_units(4), None)
    assert not page.paste_bar.isVisible()
    assert page.view.marks.pending is None


def test_a_month_starts_in_its_table_and_filters_leave_the_keys_there(window, qtbot):
    path = next((resources.folder() / "samples").glob("*Gò Dầu*.xlsx"))
    window.header.menu_button.setFocus()
    window.errands.open(path)
    qtbot.waitUntil(lambda: not window.on_home())
    page = window.screens.figures()
    assert page.view.hasFocus()
    press(Qt.Key.Key_F, CTRL)
    write("phuoc")
    press(Qt.Key.Key_Return)
    assert page.view.hasFocus()
    assert page.filter_line.text() == "Đang hiện 4 trong 10 dòng ·"
    press(Qt.Key.Key_Escape)
    assert not page.filter_line.isVisible()
    press(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(page.only.isChecked)
    assert page.view.hasFocus()
