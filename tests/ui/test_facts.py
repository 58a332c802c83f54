"""Typing from fact to fact, and questions that go by themselves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.report import Place
from tests.ui.hands import CTRL, press
from tests.ui.months import GO_DAU, TRUONG_TAY, sample


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
