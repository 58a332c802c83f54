"""The letter that was just saved, looked over beside the sheet."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from core import resources
from core.rules.subjects import FAMILIES
from tests.ui.test_main_window import fill_in, opened, saved
from ui.letter.audited import WAITING, SavedAudit
from ui.letter.page import LetterPage

SAMPLES = resources.folder() / "samples"
TRUONG_TAY = next(SAMPLES.glob("*Trường Tây*.xlsx"))


@pytest.fixture
def audit(qtbot, window) -> SavedAudit:
    """What is said of the letter of sample 1, saved by Ctrl+S."""
    fill_in(opened(qtbot, window, TRUONG_TAY))
    with qtbot.waitSignal(window.errands.letters.judged, timeout=30_000):
        saved(qtbot, window)
    found: list[SavedAudit] = window.findChildren(SavedAudit)
    return found[0]


def lines(audit):
    return [one.text() for one in audit.findChildren(QLabel)]


def test_families_tell_how_many_rules_found_nothing(audit):
    told = lines(audit)
    form = told[told.index(FAMILIES["F"]) + 1]
    passed, asked = (int(one) for one in form.removesuffix(" quy tắc").split(" / "))
    rules = {card.finding.rule.id for card in audit.list.figures.cards}
    spoke = {one for one in rules if one.startswith("F")}
    assert asked - passed == len(spoke) > 0
    assert asked >= 12
    assert WAITING not in told


def test_what_is_found_in_the_file_stands_below_as_cards(audit):
    cards = audit.list.figures.cards
    assert any(card.finding.rule.id == "F06" for card in cards)  # the blank number
    heights = sum(map(audit.list.sizeHintForRow, range(len(cards))))
    assert audit.list.height() >= heights


def test_a_card_brings_its_line_into_sight(qtbot, window, audit):
    page = window.findChildren(LetterPage)[0]
    bar = page.preview.verticalScrollBar()
    bar.setValue(0)
    lined = [n for n, c in enumerate(audit.list.figures.cards) if c.finding.line]
    audit.list.choose(lined[-1])
    audit.list.go()
    assert bar.value() > 0


def test_the_file_on_the_disk_is_what_is_looked_over(qtbot, window):
    fill_in(opened(qtbot, window, TRUONG_TAY))
    with qtbot.waitSignal(window.errands.letters.judged, timeout=30_000) as caught:
        path = saved(qtbot, window)
    (file,) = caught.args
    assert file.path == path
    assert file.data == path.read_bytes()
    assert file.is_compared
    (audit,) = window.findChildren(SavedAudit)
    words = file.audited.verdict.words
    assert audit.verdict.text() == f"Kiểm tra tệp vừa lưu: {words}"


def test_where_the_file_is_gone_again_that_is_said(qtbot, window, tmp_path):
    fill_in(opened(qtbot, window, TRUONG_TAY))
    window.show_month(1)
    with qtbot.waitSignal(window.errands.letters.not_judged, timeout=30_000):
        window.screens.show_saved(tmp_path / "mất.docx", window.errands.letters)
    (audit,) = window.findChildren(SavedAudit)
    assert "Không tìm thấy tệp “mất.docx”" in audit.told.text()


def test_back_at_the_parts_the_next_save_is_looked_over_anew(qtbot, window, audit):
    page = window.findChildren(LetterPage)[0]
    page.show_parts()
    path = Path(window.document.saved.path)
    letters = window.errands.letters
    with qtbot.waitSignal(letters.judged, timeout=30_000):
        page.show_saved(path, letters)
    (found,) = page._side.widget(1).findChildren(SavedAudit)
    assert found.list.figures.cards
