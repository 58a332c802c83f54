"""A letter that exists, looked over in the real window by the real child."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from core import profiles, resources
from core.importing import open_file
from core.letter import docx
from core.rules.registry import Severity
from tests.ui.audit.conftest import TYPED, TYPED_SUPERIOR
from tests.ui.hands import SHIFT, press
from tests.ui.months import CATALOGUE
from ui.audit.panel import NO_MONTH
from ui.audit.window import CHANGED, OTHER_FIGURES

SAMPLES = resources.folder() / "samples"
MARKED = "#bfe3e5"


def month(window, name, profile):
    path = next(one for one in SAMPLES.glob("*.xlsx") if name in one.name)
    report = open_file(path, CATALOGUE)
    window.document.open_report(report, profiles.find(profile))


def cards(shown):
    return shown.panel.list.figures.cards


def marked(shown):
    """The words that are marked on the sheet."""
    found = shown.page.sheet.extraSelections()
    return [one.cursor.selectedText() for one in found]


def again(qtbot, shown):
    """Wait until the letter is looked over anew."""
    auditor = shown._auditor
    qtbot.waitUntil(lambda: not auditor.is_busy, timeout=30_000)


@pytest.fixture
def chooses(monkeypatch):
    """Let the system's dialog answer with a file."""

    def answer(which: str, path: Path | None) -> None:
        told = str(path) if path else ""
        monkeypatch.setattr(
            f"ui.dialogs.files.QFileDialog.{which}", lambda *_a, **_k: (told, "")
        )

    return answer


def test_a_letter_chosen_in_the_menu_is_shown_with_verdict_and_findings(
    qtbot, window, chooses
):
    chooses("getOpenFileName", TYPED)
    window.commands.audit.trigger()
    auditing = window.errands.letters.auditing
    qtbot.waitUntil(lambda: auditing.shown is not None, timeout=30_000)
    shown = auditing.shown
    assert shown.panel.verdict.text() == "Cần sửa"
    assert TYPED.name in shown.windowTitle()
    assert "Số: 183/UBND" in shown.page.text()
    rules = {card.finding.rule.id for card in cards(shown)}
    assert {"F03", "F05", "P02", "W03"} <= rules
    assert not window.document.is_open
    shown.close()
    assert auditing.shown is None


def test_the_home_screen_leads_to_it(qtbot, window, chooses):
    asked = []
    window.commands.audit.triggered.connect(lambda: asked.append(1))
    chooses("getOpenFileName", None)
    texts = {one.text(): one for one in window.home.findChildren(QPushButton)}
    texts["Kiểm tra công văn có sẵn…"].click()
    assert asked == [1]
    assert window.errands.letters.auditing.shown is None


def test_a_letter_let_go_over_the_window_is_looked_over_and_makes_no_month(
    qtbot, window
):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(TYPED_SUPERIOR))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, plain)
    window.dropEvent(drop)
    auditing = window.errands.letters.auditing
    qtbot.waitUntil(lambda: auditing.shown is not None, timeout=30_000)
    assert "Gò Dầu" in auditing.shown.page.text()
    assert window.store.months() == ()
    auditing.shown.close()


def test_a_card_marks_its_words_and_brings_them_into_sight(window, audited):
    shown = audited(TYPED)
    numbers = [card.finding.rule.id for card in cards(shown)]
    row = numbers.index("F03")
    shown.panel.list.choose(row)
    shown.panel.list.go()
    assert marked(shown) == ["Độc lập – Tự do – Hạnh phúc"]
    last = max(n for n, card in enumerate(cards(shown)) if card.finding.line)
    shown.panel.list.choose(last)
    shown.panel.list.go()
    (selection,) = shown.page.sheet.extraSelections()
    at = selection.cursor.selectionStart()
    origin = shown.page.sheet.mapTo(shown.page.viewport(), QPoint(0, 0)).y()
    top = origin + shown.page.sheet.top_of(at)
    assert 0 <= top <= shown.page.viewport().height()
    assert selection.format.background().color().name() == MARKED


def test_an_icon_opens_the_card_of_its_line_and_the_next_click_the_next_card(
    window, audited
):
    shown = audited(TYPED)
    sheet = shown.page.sheet
    icon = next(one for one in sheet.icons() if len(one.marks) > 1)
    for mark in (*icon.marks, icon.marks[0]):
        at = icon.rect.center()
        QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=at)
        chosen = shown.panel.list.chosen()
        assert chosen.finding.rule.title in mark.words
    assert marked(shown)


def test_f8_goes_through_the_findings_as_one_reads(window, audited):
    shown = audited(TYPED)
    press(Qt.Key.Key_F8)
    assert shown.panel.list.chosen_row() == 0
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F8)
    assert shown.panel.list.chosen_row() == 2
    press(Qt.Key.Key_F8, SHIFT)
    assert shown.panel.list.chosen_row() == 1
    lines = [card.finding.line for card in cards(shown) if card.finding.line]
    assert lines == sorted(lines)


def test_a_chip_leaves_only_its_cards_and_icons(window, audited):
    shown = audited(TYPED)
    whole = len(cards(shown))
    chip = shown.panel.chips[Severity.ERROR]
    chip.click()
    assert 0 < len(cards(shown)) == chip.count() < whole
    tones = {icon.tone for icon in shown.page.sheet.icons()}
    assert [tone.name for tone in tones] == ["ERROR"]
    chip.click()
    assert len(cards(shown)) == whole


def test_what_could_not_be_judged_is_listed_with_what_it_lacks(window, audited):
    shown = audited(TYPED)
    more = shown.panel._more
    assert more.text().endswith("quy tắc không đánh giá được")
    assert not shown.panel._scroll.isVisible()
    more.click()
    assert shown.panel._scroll.isVisible()
    assert "Cần số liệu kỳ trước: " in shown.panel._lacking.text()


def test_its_text_can_be_selected_and_copied(window, audited):
    shown = audited(TYPED)
    shown.page.sheet.selectAll()
    shown.page.sheet.copy()
    assert "Độc lập – Tự do – Hạnh phúc" in QApplication.clipboard().text()
    assert shown.page.sheet.isReadOnly()


# ------------------------------------------------------------------------- the month


def test_without_a_month_there_is_nothing_to_compare_with_and_it_says_so(
    window, audited
):
    shown = audited(TYPED)
    assert not shown.panel.compare.isEnabled()
    assert shown.panel.compare.toolTip() == NO_MONTH


def test_the_open_month_is_compared_where_the_letter_is_of_its_period(
    qtbot, window, audited
):
    month(window, "Trường Tây", "xa-truong-tay")
    shown = audited(TYPED)
    assert shown.panel.compare.isChecked()
    assert "Tháng 9/2024" in shown.panel.compare.text()
    lacking = shown.panel._lacking.text()
    assert "A12" not in lacking
    shown.panel.compare.click()
    again(qtbot, shown)
    assert not shown.panel.compare.isChecked()
    assert "A12" in shown.panel._lacking.text()


def test_a_month_of_another_period_is_compared_only_where_that_is_wanted(
    qtbot, window, audited
):
    month(window, "Gò Dầu", "huyen-go-dau")
    shown = audited(TYPED)
    assert shown.panel.compare.isEnabled()
    assert not shown.panel.compare.isChecked()
    shown.panel.compare.click()
    again(qtbot, shown)
    assert shown.panel.compare.isChecked()


def test_an_edit_of_the_month_asks_for_another_look(qtbot, window, audited):
    month(window, "Trường Tây", "xa-truong-tay")
    shown = audited(TYPED)
    place = next(place for place, _ in window.document.report.cells())
    window.document.type(place, "1,23")
    assert shown.bar.text() == OTHER_FIGURES
    shown.bar.acted.emit()
    again(qtbot, shown)
    assert shown.bar.text() == ""
    assert shown.panel.compare.isChecked()


# -------------------------------------------------------------------------- the file


def test_the_copy_has_comments_and_the_original_is_untouched(
    qtbot, window, audited, letter, chooses, monkeypatch
):
    outside = []

    def open_outside(url: QUrl) -> bool:
        outside.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("ui.errands.QDesktopServices.openUrl", open_outside)
    shown = audited(letter)
    before = letter.read_bytes()
    target = letter.with_name("bản góp ý")
    chooses("getSaveFileName", target)
    shown.copy.click()
    again(qtbot, shown)
    made = letter.with_name("bản góp ý.docx")
    assert docx.read(made.read_bytes()).comments > 0
    assert letter.read_bytes() == before
    assert "“bản góp ý.docx”" in shown.bar.text()
    shown.bar.acted.emit()
    assert outside == [made]


def test_the_copy_may_not_take_the_place_of_the_original(
    window, audited, letter, chooses, told
):
    shown = audited(letter)
    before = letter.read_bytes()
    chooses("getSaveFileName", letter)
    shown.save_copy()
    assert told[-1].title == "Chưa lưu bản có chú thích"
    assert letter.read_bytes() == before


def test_the_name_proposed_for_the_copy_says_what_it_is(
    window, audited, letter, monkeypatch
):
    shown = audited(letter)
    asked = []
    monkeypatch.setattr(
        "ui.audit.window.files.copy_to_save", lambda _w, path: asked.append(path)
    )
    shown.save_copy()
    assert asked == [letter.with_name("Công văn 183 - chú thích.docx")]


def test_a_file_mended_in_word_is_looked_over_again(qtbot, window, audited, letter):
    shown = audited(letter)
    letter.write_bytes(TYPED_SUPERIOR.read_bytes())
    os.utime(letter, (1_900_000_000, 1_900_000_000))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shown.activateWindow()
    qtbot.waitUntil(lambda: shown.bar.text() == CHANGED, timeout=10_000)
    shown.again.click()
    again(qtbot, shown)
    assert "Gò Dầu" in shown.page.text()
    assert shown.bar.text() == ""


def test_a_file_that_cannot_be_read_any_more_leaves_what_is_shown(
    qtbot, window, audited, letter, told
):
    shown = audited(letter)
    letter.write_bytes(b"PK\x03\x04 hong")
    shown.again.click()
    again(qtbot, shown)
    assert told[-1].title == f"Chưa kiểm tra được “{letter.name}”"
    assert "Số: 183/UBND" in shown.page.text()


@pytest.mark.parametrize(
    "refused",
    [
        ("cũ.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "tệp Word kiểu cũ"),
        ("hỏng.docx", b"PK\x03\x04", "bị hỏng"),
        ("rỗng.docx", b"", "tệp rỗng"),
    ],
)
def test_a_file_that_is_no_letter_is_refused_in_a_dialog(
    qtbot, window, told, tmp_path, refused
):
    name, data, why = refused
    path = tmp_path / name
    path.write_bytes(data)
    window.errands.open(path)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told[0].title == f"Chưa kiểm tra được “{name}”"
    assert why in told[0].why
    assert window.errands.letters.auditing.shown is None
    assert window.status.told() == told[0].title


# -------------------------------------------------------------------------- its room


@pytest.mark.parametrize("size", [(1024, 530), (1366, 690)])
def test_it_fits_small_screens_and_the_sheet_lies_on_the_desk(
    qtbot, window, audited, size
):
    shown = audited(TYPED)
    shown.resize(*size)
    least = shown.minimumSizeHint()
    assert (least.width(), least.height()) <= (1024, 530)
    assert least.height() <= 530
    room, sheet = shown.page.viewport(), shown.page.sheet
    qtbot.waitUntil(lambda: sheet.geometry().right() <= room.width() - 10)
    assert sheet.geometry().left() >= 10
    rights = {icon.rect.right() for icon in shown.page.sheet.icons()}
    assert max(rights) < sheet.width() - 8
    assert shown.page.sheet.icons()


def test_a_second_letter_takes_the_place_of_the_first(qtbot, window, audited):
    shown = audited(TYPED)
    window.errands.open(TYPED_SUPERIOR)
    qtbot.waitUntil(lambda: "Gò Dầu" in shown.page.text(), timeout=30_000)
    assert window.errands.letters.auditing.shown is shown
    assert TYPED_SUPERIOR.name in shown.windowTitle()


def test_esc_closes_it_and_the_next_letter_has_a_window_again(qtbot, window, audited):
    shown = audited(TYPED)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.errands.letters.auditing.shown is None)
    assert audited(TYPED) is not shown
