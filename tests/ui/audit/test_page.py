"""The letter on screen lets go of the words that were marked in the one before it."""

from PySide6.QtCore import QCoreApplication, QEvent

from core.paper.model import Component, Line, Paper
from core.rules.on_letter import RULES
from core.rules.registry import Finding
from ui.audit.page import PaperView


def finding(**where):
    return Finding(RULES[0], None, "Ghi chung chung.", **where)


def test_no_words_of_the_letter_before_stay_marked_in_the_next(qtbot, look):
    page = PaperView(look)
    qtbot.addWidget(page)
    marked = finding(line=0, span=(0, 3))
    page.show_paper(Paper((Line(1, "Theo quy định.", Component.BODY),)), [marked])
    page.show_finding(marked)
    assert len(page.sheet.extraSelections()) == 1
    page.show_paper(Paper(()), [finding()])
    assert page.sheet.extraSelections() == []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page.show_finding(finding())  # it ended the program
    assert page.text() == ""
