"""The panel “Cách tăng điểm” in the real window: ordered, exact, followed to its cell."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core import gain_words, gains, resources
from core.report import PERIOD_PLACE, Part, Place
from tests.ui.hands import press
from tests.ui.months import EA_KTUR, GO_DAU, document_of, many_units, sample
from ui.figures.side import FINDINGS, GAINS
from ui.tables.cell import PLACE_ROLE

SAMPLES = resources.folder() / "samples"


@pytest.fixture
def side_of(page_of):
    """The panel beside the table, with the ways to more points."""
    pages = []

    def made(document):
        page = page_of(document)
        pages.append(page)  # the panel goes with its page
        page.side.choice.set_current(GAINS)
        return page.side

    return made


def said(widget):
    return [one.text() for one in widget.findChildren(QLabel)]


def titles(side):
    return [gain_words.title(card.gain) for card in side.gains.list.cards]


def test_the_criteria_stand_by_the_points_to_be_won(store, side_of):
    document = sample(store, EA_KTUR)
    side = side_of(document)
    found = gains.gains(document.report, document.catalogue)
    assert [card.gain for card in side.gains.list.cards] == list(found)
    assert side.gains.whole.text() == gain_words.whole(found)
    card = side.gains.list.cards[-1]
    assert gain_words.title(card.gain) in said(card)
    assert gain_words.points(card.gain) in said(card)
    assert gain_words.step(card.gain) in said(card)


def test_what_can_be_won_stands_under_its_heading_before_what_is_lost(store, side_of):
    side = side_of(sample(store, EA_KTUR))
    inside = side.gains.list.widget()
    at = {
        one.text(): one.mapTo(inside, one.rect().topLeft()).y()
        for one in inside.findChildren(QLabel)
    }
    ours, lost = (
        at[gain_words.HEADINGS[way]] for way in (gains.Way.OURS, gains.Way.LOST)
    )
    assert gain_words.HEADINGS[gains.Way.PROVINCE] not in at
    assert ours < at["4.4 Kết nối, chia sẻ phục vụ tái sử dụng"] < lost
    assert lost < at["5.2 PAKN xử lý đúng hạn"]


def test_an_edit_is_reckoned_at_once_and_undone(store, side_of):
    document = sample(store, EA_KTUR)
    side = side_of(document)
    before = titles(side)
    full = document.report.cell(Place("1", "online_pay_rate", Part.DENOMINATOR))
    document.type(Place("1", "online_pay_rate", Part.NUMERATOR), full.raw)
    document.type(Place("1", "online_pay_rate", Part.SCORE), "6")
    assert "3.6 Hồ sơ thanh toán trực tuyến" in before
    assert "3.6 Hồ sơ thanh toán trực tuyến" not in titles(side)
    document.undo()
    document.undo()
    assert titles(side) == before


def test_a_click_opens_the_card_and_goes_to_its_cell(store, page_of):
    page = page_of(sample(store, EA_KTUR))
    page.side.choice.set_current(GAINS)
    cards = page.side.gains.list.cards
    number = next(n for n, one in enumerate(cards) if one.gain.indicator.code == "4.2")
    cards[0].pressed.emit(cards[0])
    page.side.gains.list.ensureWidgetVisible(cards[number])
    QTest.mouseClick(cards[number], Qt.MouseButton.LeftButton)
    assert page.side.gains.list.chosen() is cards[number]
    at = page.view.currentIndex()
    assert at.data(PLACE_ROLE) == cards[number].gain.place
    shown = [one.text() for one in cards[number].findChildren(QLabel)]
    assert gain_words.each(cards[number].gain) in shown
    assert gain_words.ESTIMATE in shown
    assert any("Quét, đính kèm đủ thành phần" in one for one in shown)


def test_the_keys_walk_through_the_cards(store, page_of, qtbot):
    page = page_of(sample(store, EA_KTUR))
    page.side.choice.set_current(GAINS)
    press(Qt.Key.Key_F6)
    listed = page.side.gains.list
    assert listed.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert listed.chosen() is listed.cards[0]
    with qtbot.waitSignal(listed.go_to) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [listed.cards[0].gain.place]
    listed.setFocus()
    press(Qt.Key.Key_F6)
    assert page.facts.total.hasFocus()


def test_the_open_card_stays_open_where_its_criterion_is_still_there(store, side_of):
    document = sample(store, EA_KTUR)
    side = side_of(document)
    side.gains.list.choose(3)
    place = side.gains.list.chosen().gain.place
    document.type(Place("1", "digitize_rate", Part.NUMERATOR), "1000")
    assert side.gains.list.chosen().gain.place == place


def test_all_of_it_is_copied_as_text(store, side_of, qtbot):
    document = sample(store, EA_KTUR)
    side = side_of(document)
    with qtbot.waitSignal(side.told):
        side.gains.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    found = gains.gains(document.report, document.catalogue)
    assert lines[0] == document.title
    assert lines[1:] == list(gain_words.lines(found, document.catalogue))
    assert len(lines) > len(found)


def test_where_no_index_is_valid_nothing_is_reckoned_and_that_is_said(store, side_of):
    document = sample(store, EA_KTUR)
    document.catalogue = replace(document.catalogue, valid_to=date(2025, 12, 31))
    side = side_of(document)
    assert side.gains.list.cards == []
    told = gain_words.why_none(document.report, document.catalogue)
    assert told in said(side.gains)
    assert "không tính điểm" in told


def test_without_a_period_it_asks_for_one(store, side_of):
    document = sample(store, EA_KTUR)
    side = side_of(document)
    document.type(PERIOD_PLACE, "")
    assert side.gains._pages.currentIndex() == 1
    assert any(one.startswith("Chưa rõ kỳ báo cáo") for one in said(side.gains))
    document.undo()
    assert side.gains._pages.currentIndex() == 0


def test_many_units_go_by_their_total_line(store, side_of):
    side = side_of(sample(store, GO_DAU))
    assert {card.gain.place.row for card in side.gains.list.cards} == {"total"}


def test_nothing_is_reckoned_while_nobody_looks(store, page_of):
    document = document_of(store, many_units(3))
    page = page_of(document)
    assert page.side.choice.current() == FINDINGS
    assert page.side.gains._is_stale
    page.side.choice.set_current(GAINS)
    assert not page.side.gains._is_stale


def test_f8_shows_the_findings_again(store, page_of):
    page = page_of(sample(store, EA_KTUR))
    page.side.choice.set_current(GAINS)
    page.next_finding()
    assert page.panel.isVisible()
    assert not page.side.gains.isVisible()
