"""The letter as it is composed, judged before it is saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import resources
from tests.ui.hands import SHIFT, press
from tests.ui.test_main_window import fill_in, opened
from ui.letter.page import LetterPage
from ui.main_window import LETTER

SAMPLES = resources.folder() / "samples"
TRUONG_TAY = next(SAMPLES.glob("*Trường Tây*.xlsx"))


@pytest.fixture
def page(qtbot, window) -> LetterPage:
    """The letter of sample 1 with what is found in it."""
    fill_in(opened(qtbot, window, TRUONG_TAY))
    window.show_month(LETTER)
    found: list[LetterPage] = window.findChildren(LetterPage)
    shown = found[0]
    qtbot.waitUntil(shown.found.isVisible, timeout=30_000)
    return shown


def rules(page):
    return [card.finding.rule.id for card in page.found.list.figures.cards]


def test_below_the_parts_stands_what_is_found_in_the_letter(page):
    assert "F06" in rules(page)  # the blank number
    assert "L01" not in rules(page)
    assert page.preview.marks()


def test_a_paragraph_rewritten_wrongly_gets_an_icon_and_a_card(qtbot, window, page):
    document = window.document
    first = document.letter().body[0]
    key, wrong = first.key, first.text.replace("năm 2022", "năm 2021")
    assert wrong != first.text
    document.rewrite(key, wrong)
    qtbot.waitUntil(lambda: "L01" in rules(page), timeout=30_000)
    number = rules(page).index("L01")
    assert number in page.preview.marks()
    sheet = page.preview._paper
    icon = next(
        one for one in sheet.icons() if number in [mark.number for mark in one.marks]
    )
    page.preview.verticalScrollBar().setValue(0)
    while page.found.list.chosen_row() != number:
        at = icon.rect.center()
        QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=at)
    (selection,) = sheet.extraSelections()
    assert selection.cursor.selectedText() in wrong
    document.rewrite(key, None)
    qtbot.waitUntil(lambda: "L01" not in rules(page), timeout=30_000)


def test_f8_goes_through_the_findings_of_the_letter_while_it_is_shown(window, page):
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F8)
    assert page.isVisible()
    assert page.found.list.chosen_row() == 1
    press(Qt.Key.Key_F8, SHIFT)
    assert page.found.list.chosen_row() == 0


def test_from_the_figures_f8_goes_through_the_findings_of_the_figures(window, page):
    window.show_month(0)
    press(Qt.Key.Key_F8)
    assert not page.isVisible()
    assert page.found.list.chosen_row() == -1


def test_who_wants_to_see_the_errors_is_led_to_the_figures(window, page):
    window.errands.findings_asked.emit()
    assert not page.isVisible()
    assert page.found.list.chosen_row() == -1


def test_an_icon_stays_beside_its_line_when_the_sheet_gets_smaller(qtbot, window, page):
    before = page.preview.marks()
    window.resize(1024, 600)
    qtbot.wait(100)
    assert page.preview.marks() == before
    sheet = page.preview._paper
    assert all(icon.rect.right() < sheet.width() for icon in sheet.icons())
