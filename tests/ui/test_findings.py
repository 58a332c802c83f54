"""The panel “Điểm cần xem”: it follows edits, filters, goes to cells, folds."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from core.report import Place
from core.rules.registry import Need, Severity
from core.store.database import Store
from tests.ui.months import EA_KTUR, GO_DAU, document_of, many_units, sample, store_in
from ui.findings import words
from ui.findings.open_card import OpenCard
from ui.findings.panel import FindingsPanel, FoldedFindings
from ui.theme import Mode

GROUP = Place("1", "score_tdgq")


@pytest.fixture
def store(tmp_path) -> Iterator[Store]:
    with store_in(tmp_path) as made:
        yield made


@pytest.fixture
def panel_of(qtbot, look, show):
    def made(document):
        panel = FindingsPanel(look, document)
        qtbot.addWidget(panel)
        panel.resize(330, 640)
        show(panel)
        return panel

    return made


def titles(panel):
    return [card.finding.rule.title for card in panel.list.figures.cards]


def texts_of(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def open_card(panel):
    card = panel.list.open_card()
    assert isinstance(card, OpenCard)
    return card


def press_button(panel, word):
    for one in open_card(panel).findChildren(QPushButton):
        if one.text().replace("&", "").startswith(word):
            one.click()
            return
    pytest.fail(f"no button {word}")


def test_an_edit_brings_its_finding_at_once_and_undo_takes_it_away(store, panel_of):
    document = sample(store, EA_KTUR)
    panel = panel_of(document)
    before = titles(panel)
    assert "Tổng điểm không bằng tổng các nhóm" not in before
    document.type(GROUP, "17,50")
    assert titles(panel)[0] == "Tổng điểm không bằng tổng các nhóm"
    assert panel.chips[Severity.ERROR].count() == 1
    document.undo()
    assert titles(panel) == before
    assert panel.chips[Severity.ERROR].count() == 0


def test_findings_stand_gravest_first_as_the_check_gives_them(store, panel_of):
    document = sample(store, EA_KTUR)
    document.type(GROUP, "17,50")
    panel = panel_of(document)
    shown = [card.finding for card in panel.list.figures.cards]
    assert tuple(shown) == document.checked.findings
    gravity = [list(Severity).index(one.severity) for one in shown]
    assert gravity == sorted(gravity)


def test_the_chosen_card_tells_numbers_hint_basis_and_rule(store, panel_of):
    document = sample(store, EA_KTUR)
    document.type(GROUP, "17,50")
    panel = panel_of(document)
    panel.next_finding()
    finding = document.checked.findings[0]
    said = texts_of(open_card(panel))
    assert finding.message in said
    assert finding.rule.hint in said
    assert f"Quy tắc N01 · {finding.rule.basis}" in said
    assert open_card(panel).height() >= open_card(panel).sizeHint().height() - 1


def test_a_card_chosen_before_the_panel_is_seen_is_as_high_as_its_words(
    qtbot, look, show, store
):
    document = sample(store, GO_DAU)
    for height in range(335, 400, 7):  # in some of them it brings the scroll bar
        panel = FindingsPanel(look, document)
        qtbot.addWidget(panel)
        panel.list.choose(1)
        panel.resize(330, height)
        show(panel)
        card = open_card(panel)
        assert card.width() == panel.list.viewport().width()
        assert card.height() == card.heightForWidth(card.width())
        panel.hide()


def test_f8_walks_through_all_findings_in_order_and_round(store, panel_of):
    document = sample(store, EA_KTUR)
    document.type(GROUP, "17,50")
    panel = panel_of(document)
    gone: list[Place] = []
    panel.go_to.connect(gone.append)
    count = len(document.checked.findings)
    for expected in (*range(count), 0):
        panel.next_finding()
        assert panel.list.chosen_row() == expected
    panel.previous_finding()
    assert panel.list.chosen_row() == count - 1
    places = [one.place for one in document.checked.findings if one.place is not None]
    assert gone[: len(places)] == places


def test_a_click_and_enter_go_to_the_cell(store, panel_of, qtbot):
    document = sample(store, GO_DAU)
    document.type(Place("7", "digitize_rate"), "67,4l")
    panel = panel_of(document)
    spot = panel.list.visualRect(panel.list.figures.index(0)).center()
    with qtbot.waitSignal(panel.go_to) as told:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [Place("7", "digitize_rate")]
    panel.list.setFocus()
    with qtbot.waitSignal(panel.go_to) as told:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args == [Place("7", "digitize_rate")]


def test_up_and_down_choose_without_leaving_the_list(store, panel_of):
    document = sample(store, EA_KTUR)
    panel = panel_of(document)
    gone: list[Place] = []
    panel.go_to.connect(gone.append)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.chosen_row() == 1
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    assert panel.list.chosen_row() == 0
    assert gone == []


def test_an_edited_figure_is_taken_back_from_the_card(store, panel_of):
    document = sample(store, EA_KTUR)
    panel = panel_of(document)
    document.type(Place("1", "score_total"), "60")
    panel.next_finding()
    press_button(panel, "Trả về 54,86")
    assert document.former(Place("1", "score_total")) is None
    assert "Tổng điểm không bằng tổng các nhóm" not in titles(panel)


def test_a_figure_nobody_edited_offers_nothing_to_take_back(store, panel_of):
    document = sample(store, EA_KTUR)
    document.type(GROUP, "17,50")
    panel = panel_of(document)
    panel.next_finding()
    shown = [one.text() for one in open_card(panel).findChildren(QPushButton)]
    assert not any("Trả về" in word.replace("&", "") for word in shown)


def test_the_chosen_finding_stays_chosen_when_others_come(store, panel_of):
    document = sample(store, EA_KTUR)
    panel = panel_of(document)
    panel.next_finding()
    chosen = panel.list.chosen().finding
    document.type(GROUP, "17,50")
    assert panel.list.chosen().finding == chosen
    assert panel.list.chosen_row() > 0


def test_chips_filter_by_severity(store, panel_of):
    document = sample(store, EA_KTUR)
    document.type(GROUP, "17,50")
    panel = panel_of(document)
    panel.chips[Severity.ERROR].click()
    assert [card.finding.severity for card in panel.list.figures.cards] == [
        Severity.ERROR
    ]
    panel.chips[Severity.ERROR].click()
    assert len(titles(panel)) == len(document.checked.findings)


def test_with_nothing_left_it_says_what_was_checked(store, panel_of, qtbot):
    document = sample(store, GO_DAU)
    panel = panel_of(document)
    document.checked = replace(document.checked, findings=())
    document.judged.emit()
    rules, cells = document.checked.rules, document.checked.cells
    lacking = len(document.checked.not_judged)
    said = (
        f"Không còn điểm cần xem. Đã kiểm {rules} quy tắc trên 9 tiêu chí, {cells} ô. "
        f"{lacking} quy tắc chưa đánh giá được, vì sao thì xem ở dòng dưới."
    )
    assert said in texts_of(panel)
    with qtbot.waitSignal(panel.told) as told:
        panel.next_finding()
    assert told.args == [said]


def test_rules_that_could_not_be_judged_say_what_they_need(store, panel_of):
    document = document_of(store, many_units(2))
    panel = panel_of(document)
    absent = document.checked.not_judged
    assert absent
    unfold = next(
        one
        for one in panel.findChildren(QPushButton)
        if one.text() == f"{len(absent)} quy tắc chưa đánh giá được"
    )
    lines = words.not_judged(absent)
    assert any(line.startswith(f"Cần {Need.PERIOD.value}") for line in lines)
    unfold.click()
    assert set(lines) <= set(texts_of(panel.foot.lacking))
    assert all(
        one.isVisible() for one in panel.findChildren(QLabel) if one.text() in lines
    )


def test_places_are_named_as_the_clerk_knows_them(store):
    document = sample(store, EA_KTUR)
    document.type(GROUP, "17,50")
    report, catalogue = document.report, document.catalogue
    told = {
        one.rule.id: (
            words.where(report, catalogue, one),
            words.short_where(report, catalogue, one),
        )
        for one in document.checked.findings
    }
    assert told["N05"] == ("2 Tiến độ giải quyết · Điểm đạt", "Nhóm 2")
    assert told["N14"] == ("5.2 PAKN xử lý đúng hạn · Điểm đạt", "5.2")
    assert told["P02"] == ("Kỳ báo cáo", "Kỳ báo cáo")
    units = sample(store, GO_DAU)
    units.type(Place("7", "digitize_rate"), "67,4l")
    first = units.checked.findings[0]
    assert words.where(units.report, catalogue, first) == (
        "Xã Phước Đông · 4.2 Số hóa hồ sơ"
    )
    assert words.short_where(units.report, catalogue, first) == "Xã Phước Đông"
    filed = replace(first, place=None, at="Phụ lục!G5")
    assert words.where(units.report, catalogue, filed) == "Trang “Phụ lục”, ô G5"


def test_cards_are_read_aloud(store, panel_of):
    document = sample(store, EA_KTUR)
    document.type(GROUP, "17,50")
    panel = panel_of(document)
    index = panel.list.figures.index(0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Lỗi: Tổng điểm không bằng tổng các nhóm. Tổng điểm. ")


def test_a_thousand_findings_are_listed_without_a_thousand_widgets(store, panel_of):
    document = document_of(store, many_units(1000))
    document.type_many(
        [(Place(str(n), "reuse_rate"), "hỏng") for n in range(1, 1001)], "Dán"
    )
    panel = panel_of(document)
    assert panel.list.figures.rowCount() >= 1000
    panel.previous_finding()
    assert len(panel.list.findChildren(OpenCard)) == 1


def test_it_is_painted_in_both_themes(store, panel_of, look):
    document = sample(store, EA_KTUR)
    panel = panel_of(document)
    panel.next_finding()
    light = panel.grab().toImage()
    look.set_mode(Mode.DARK)
    dark = panel.grab().toImage()
    at = panel.list.mapTo(panel, panel.list.rect().bottomLeft())
    assert light.pixelColor(at.x() + 40, at.y() - 4).lightness() > 200
    assert dark.pixelColor(at.x() + 40, at.y() - 4).lightness() < 60


def test_the_strip_counts_and_asks_to_unfold(store, qtbot, look):
    document = sample(store, EA_KTUR)
    strip = FoldedFindings(look, document)
    qtbot.addWidget(strip)
    document.type(GROUP, "17,50")
    assert strip.chips[Severity.ERROR].count() == 1
    with qtbot.waitSignal(strip.unfold_asked):
        strip.chips[Severity.WARNING].click()
