"""Findings that a person settles: accepted with a reason, mended, a rule switched off."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from core import offices, profiles, resources
from core.report import Place
from core.rules.registry import Severity
from core.store.location import data_folder
from tests.ui.hands import press, typed_line
from ui.document import Document
from ui.findings.panel import FindingsPanel
from ui.findings.reason import EMPTY
from ui.main_window import FIGURES, LETTER, MainWindow

SAMPLES = resources.folder() / "samples"
TRUONG_TAY = SAMPLES / "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
REUSE = Place("1", "reuse_rate")
NO_TIME = "P05"  # a warning that the sample has: no time of the figures


def opened(qtbot, window: MainWindow) -> Document:
    """The document once the sample of Trường Tây stands in it."""
    with qtbot.waitSignal(window.errands.month_opened, timeout=10_000):
        window.errands.open(TRUONG_TAY)
    return window.document


@pytest.fixture
def own_office():
    """The user's own office, that of the sample."""
    return offices.set_own(profiles.find("xa-truong-tay"))


@pytest.fixture
def panel(qtbot, window) -> FindingsPanel:
    """The findings of the sample in the real window."""
    opened(qtbot, window)
    found: FindingsPanel = window.screens.figures().panel
    return found


def choose(panel, rule):
    """Open the card of a rule's first finding."""
    rules = [card.finding.rule.id for card in panel.list.figures.cards]
    panel.list.choose(rules.index(rule))
    return panel.list.open_card()


def words_of(widget):
    return [one.text().replace("&", "") for one in widget.findChildren(QPushButton)]


def click(widget, word):
    """Press the button with that word."""
    for one in widget.findChildren(QPushButton):
        if one.text().replace("&", "") == word:
            QTest.mouseClick(one, Qt.MouseButton.LeftButton)
            return
    pytest.fail(f"no button {word}")


def accept(panel, why, rule=NO_TIME):
    click(choose(panel, rule), "Chấp nhận…")
    typed_line().insert(why)  # QTest types no Vietnamese
    press(Qt.Key.Key_Return)


def rules_in(panel):
    return [card.finding.rule.id for card in panel.list.figures.cards]


def said(widget):
    return [one.text() for one in widget.findChildren(QLabel)]


# ----------------------------------------------------------------------------- accepted


def test_a_reason_and_enter_set_a_finding_aside_and_ctrl_z_brings_it_back(
    panel, window
):
    document = window.document
    before = panel.chips[Severity.WARNING].count()
    accept(panel, "  đã gọi hỏi  Sở ")
    assert NO_TIME not in rules_in(panel)
    assert panel.chips[Severity.WARNING].count() == before - 1
    assert panel.foot.accepted.head.text() == "1 điểm đã chấp nhận"
    assert document.history.last.label.startswith("Chấp nhận P05")
    panel.foot.accepted.head.click()
    assert "Lý do: đã gọi hỏi Sở" in said(panel.foot.accepted)
    window.commands.undo.trigger()
    assert NO_TIME in rules_in(panel)
    assert panel.foot.accepted.isHidden()
    window.commands.redo.trigger()
    assert NO_TIME not in rules_in(panel)


def test_what_was_accepted_counts_nowhere(panel, window):
    document = window.document
    accept(panel, "đã kiểm tra")
    assert NO_TIME not in [one.rule.id for one in document.findings]
    (month,) = window.store.months()
    warnings = [one for one in document.findings if one.severity is Severity.WARNING]
    assert month.counts.warnings == len(warnings)
    strip = window.screens.figures().strip
    assert strip.chips[Severity.WARNING].count() == len(warnings)


def test_it_is_still_accepted_when_the_month_is_opened_again(panel, window):
    accept(panel, "đã kiểm tra, đúng")
    document, month = window.document, window.document.month_id
    document.close()
    assert window.errands.open_month(month)
    (found,) = [one for one in document.checked.findings if one.accepted]
    assert (found.rule.id, found.accepted) == (NO_TIME, "đã kiểm tra, đúng")
    assert panel.foot.accepted.head.text() == "1 điểm đã chấp nhận"


def test_an_acceptance_is_taken_back_from_the_foot(panel, window):
    accept(panel, "đã kiểm tra")
    panel.foot.accepted.head.click()
    click(panel.foot.accepted, "Bỏ chấp nhận")
    assert NO_TIME in rules_in(panel)
    assert panel.foot.accepted.isHidden()
    assert window.document.history.last.label == "Bỏ chấp nhận P05"


def test_a_fault_offers_no_acceptance(panel, window):
    window.document.type(REUSE, "hỏng")
    first = panel.list.figures.cards[0].finding
    assert first.severity is Severity.ERROR
    card = choose(panel, first.rule.id)
    assert "Chấp nhận…" not in words_of(card)
    assert "Đến ô" in words_of(card)


def test_no_reason_is_asked_for_again_and_esc_leaves_all_as_it_was(panel, window):
    page = window.screens.figures()
    card = choose(panel, NO_TIME)
    height = card.height()
    click(card, "Chấp nhận…")
    assert card.height() > height
    press(Qt.Key.Key_Return)
    assert EMPTY in said(card)
    assert typed_line().property("bad") == "true"
    assert NO_TIME in rules_in(panel)
    press(Qt.Key.Key_Escape)
    assert page.side.isVisible()
    assert card.reason is None
    assert card.height() == height
    assert window.document.history.last is None


def test_a_figure_that_changes_has_to_be_looked_at_again(panel, window):
    document = window.document
    document.type(REUSE, "2.033")
    accept(panel, "đọc đúng", "N04")
    assert "N04" not in rules_in(panel)
    document.type(REUSE, "2.034")
    assert "N04" in rules_in(panel)
    assert panel.foot.accepted.isHidden()


def test_the_letters_page_counts_what_is_left(panel, window, own_office):
    accept(panel, "đã kiểm tra")
    window.show_month(LETTER)
    left = [one.severity for one in window.document.findings]
    page = window.screens.letter()
    assert page._chips[Severity.WARNING].count() == left.count(Severity.WARNING)
    window.show_month(FIGURES)


# ------------------------------------------------------------------------------- mended


def test_a_certain_fix_is_one_step_named_by_what_it_does(panel, window):
    document = window.document
    document.type(REUSE, "2.033")
    click(choose(panel, "N04"), "Đổi thành 2,033")
    assert "N04" not in rules_in(panel)
    assert str(document.report.cell(REUSE).number) == "2.033"
    assert document.history.last.label == "Đổi thành 2,033"
    document.undo()
    assert "N04" in rules_in(panel)
    assert document.report.cell(REUSE).raw == "2.033"


# ------------------------------------------------------------------------- switched off


def switched_off():
    """What the office's file says is off."""
    own = offices.own()
    assert own is not None
    return own.rules_off


def ask_off(panel, rule, why):
    card = choose(panel, rule)
    (act,) = card.menu.actions()
    assert act.text() == "Không dùng quy tắc này…"
    act.trigger()
    typed_line().insert(why)  # QTest types no Vietnamese
    press(Qt.Key.Key_Return)


def test_a_rule_is_switched_off_in_the_offices_file_and_used_again(
    own_office, panel, window
):
    ask_off(panel, NO_TIME, "cơ quan ghi ở sổ riêng")
    assert NO_TIME not in rules_in(panel)
    assert panel.foot.off.head.text() == "1 quy tắc đang tắt"
    kept = (data_folder() / profiles.OWN_FILE).read_text(encoding="utf-8")
    assert "cơ quan ghi ở sổ riêng" in kept
    panel.foot.off.head.click()
    assert "Lý do: cơ quan ghi ở sổ riêng" in said(panel.foot.off)
    click(panel.foot.off, "Dùng lại")
    assert NO_TIME in rules_in(panel)
    assert panel.foot.off.isHidden()
    assert switched_off() == {}


def test_without_an_own_office_it_says_what_to_do(panel, window, told):
    ask_off(panel, NO_TIME, "vì thế")
    (trouble,) = told
    assert trouble.title == "Chưa tắt được quy tắc"
    assert "Thông tin cơ quan…, điền và lưu trước" in trouble.why
    assert NO_TIME in rules_in(panel)
    assert not offices.is_kept()


def test_a_month_of_another_office_does_not_change_ours(panel, window, told):
    offices.set_own(profiles.find("xa-ea-ktur"))
    ask_off(panel, NO_TIME, "vì thế")
    (trouble,) = told
    assert "không phải của" in trouble.why
    assert switched_off() == {}


def test_a_disk_that_refuses_is_told_and_the_rule_stays(
    own_office, panel, told, monkeypatch
):
    def refuse(_profile: object, path: Path) -> None:
        from core.errors import UnwritableFileError

        sentence = f"Chưa ghi được “{path.name}”."
        raise UnwritableFileError(sentence)

    monkeypatch.setattr(profiles, "save", refuse)
    ask_off(panel, NO_TIME, "vì thế")
    assert [one.title for one in told] == ["Chưa ghi được quy tắc tắt"]
    assert NO_TIME in rules_in(panel)


def test_one_fold_is_open_at_a_time(own_office, panel):
    ask_off(panel, NO_TIME, "vì thế")
    panel.foot.off.head.click()
    panel.foot.lacking.head.click()
    assert not panel.foot.off.is_open()
    assert panel.foot.lacking.is_open()
