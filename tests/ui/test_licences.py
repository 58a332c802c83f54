"""Giới thiệu and Giấy phép: what the program rests on and carries, in the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from core import VERSION, licences
from core.licences import Licence
from core.rules import families
from tests.ui.conftest import NOW
from tests.ui.hands import focused, press
from ui import theme
from ui.dialogs import licences as dialogs
from ui.dialogs.licences import LicencesDialog
from ui.main_window import MainWindow
from ui.widgets.error_dialog import ErrorDialog


@pytest.fixture
def dialog(qtbot, look, show) -> LicencesDialog:
    made = LicencesDialog(look, licences.load())
    qtbot.addWidget(made)
    show(made)
    return made


def in_turn(*steps: Callable[[], None]) -> None:
    """Do the next step whenever a modal window waits."""
    waiting = list(steps)

    def next_step() -> None:
        if waiting and QApplication.activeModalWidget() is not None:
            waiting.pop(0)()
        if waiting:
            QTimer.singleShot(20, next_step)

    QTimer.singleShot(20, next_step)


def click(words: str) -> None:
    """Click the button of the modal window that bears these words."""
    window = QApplication.activeModalWidget()
    assert window is not None
    button = next(
        one
        for one in window.findChildren(QPushButton)
        if one.text().replace("&", "") == words
    )
    button.click()


def test_about_leads_to_the_licences_and_back(qtbot, look, show, documents):
    window = MainWindow(look, lambda: NOW)
    qtbot.addWidget(window)
    show(window)
    seen: list[object] = []

    def look_at() -> None:
        modal = QApplication.activeModalWidget()
        seen.append(type(modal))
        assert modal is not None
        seen.append(" ".join(one.text() for one in modal.findChildren(QLabel)))

    def then(act: Callable[[], None]) -> Callable[[], None]:
        def both() -> None:
            look_at()
            act()

        return both

    in_turn(
        then(lambda: click("Giấy phép…")),
        then(lambda: click("Đóng")),
        then(lambda: click("Đóng")),
    )
    window.commands.about.trigger()
    assert seen[0::2] == [ErrorDialog, LicencesDialog, ErrorDialog]
    about = str(seen[1])
    assert VERSION in about
    assert "766/QĐ-TTg" in about
    assert f"{len(families.RULES)} quy tắc" in about
    window.close()
    window.release()


def test_the_program_itself_stands_first_then_what_it_carries(dialog):
    assert dialog.heading.text() == f"Công văn 766 {VERSION}"
    assert "Permission is hereby granted" in dialog.text.toPlainText()
    model = dialog.names.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    for library in ("Python", "Qt", "PySide6", "pandas", "NumPy", "lxml", "SQLite"):
        assert any(one.startswith(f"{library} ") for one in names), library


def test_arrows_go_through_the_list_and_tab_to_the_text_and_the_button(dialog):
    assert focused() is dialog.names
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert dialog.heading.text().startswith("Qt 6")
    assert "LESSER GENERAL PUBLIC" in dialog.text.toPlainText()
    assert "download.qt.io" in dialog.facts.text()
    press(Qt.Key.Key_Tab)
    assert focused() == dialog.text
    assert dialog.text.verticalScrollBar().value() == 0
    press(Qt.Key.Key_PageDown)
    assert dialog.text.verticalScrollBar().value() > 0
    press(Qt.Key.Key_Tab)
    close = focused()
    assert isinstance(close, QPushButton)
    assert close.text().replace("&", "") == "Đóng"


def test_esc_closes_the_licences(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_folder_without_its_list_is_said_in_words(qtbot, look, tmp_path):
    assert licences.of_folder(tmp_path) == ()
    lost = Licence("Công văn 766", VERSION, "MIT", "", "", ())
    made = LicencesDialog(look, (lost,))
    qtbot.addWidget(made)
    assert made.text.toPlainText() == dialogs.NONE


def test_it_fits_the_smallest_window_in_both_themes(qtbot, qapp, look):
    for mode in (theme.Mode.LIGHT, theme.Mode.DARK):
        look.set_mode(mode)
        made = LicencesDialog(look, licences.load())
        qtbot.addWidget(made)
        least = made.minimumSizeHint()
        assert least.width() <= 1024
        assert least.height() <= 530
