"""Fields: edited in place like a cell, typing never lost or taken twice."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from ui.theme import LIGHT, Look
from ui.widgets.fact_field import FactField
from ui.widgets.fields import FormField, SearchField
from ui.widgets.tones import Tone


@pytest.fixture
def fact(look: Look, qtbot, show) -> Iterator[FactField]:
    window = QWidget()
    row = QHBoxLayout(window)
    made = FactField(look, "Tổng điểm")
    made.set_value("54,86")
    made.set_suffix("/ 100")
    row.addWidget(made)
    row.addWidget(QLineEdit())
    qtbot.addWidget(window)
    show(window)
    made.setFocus()
    yield made
    window.close()


def editor(fact: FactField) -> QLineEdit:
    """The line in which the value is being typed."""
    assert fact.is_editing()
    lines = [line for line in fact.findChildren(QLineEdit) if line.isVisible()]
    return lines[-1]


def heard(fact: FactField) -> list[str]:
    """What the field will have told."""
    texts: list[str] = []
    fact.edited.connect(texts.append)
    return texts


def test_typing_replaces_the_value_and_enter_keeps_it(fact: FactField, qtbot):
    texts = heard(fact)
    qtbot.keyClicks(fact, "5")
    assert editor(fact).text() == "5"
    qtbot.keyClicks(editor(fact), "5,31")
    qtbot.keyClick(editor(fact), Qt.Key.Key_Return)
    assert texts == ["55,31"]
    assert not fact.is_editing()
    assert fact.hasFocus()
    assert fact.value() == "54,86"  # the document decides what becomes of it


def test_f2_edits_what_is_there_and_escape_takes_it_back(fact: FactField, qtbot):
    texts = heard(fact)
    qtbot.keyClick(fact, Qt.Key.Key_F2)
    assert editor(fact).text() == "54,86"
    qtbot.keyClicks(editor(fact), "9")
    qtbot.keyClick(editor(fact), Qt.Key.Key_Escape)
    assert texts == []
    assert not fact.is_editing()
    assert fact.hasFocus()


def test_leaving_the_field_keeps_what_was_typed_once(fact: FactField, qtbot):
    texts = heard(fact)
    qtbot.mouseClick(fact, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor(fact), "60")
    qtbot.keyClick(editor(fact), Qt.Key.Key_Tab)
    assert texts == ["60"]
    assert not fact.is_editing()
    QApplication.processEvents()
    assert texts == ["60"]


def test_the_same_value_is_no_edit(fact: FactField, qtbot):
    texts = heard(fact)
    qtbot.keyClick(fact, Qt.Key.Key_F2)
    qtbot.keyClick(editor(fact), Qt.Key.Key_Return)
    assert texts == []


def test_shortcuts_are_not_taken_for_typing(fact: FactField, qtbot):
    qtbot.keyClick(fact, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(fact, Qt.Key.Key_Tab)
    assert not fact.is_editing()


def test_the_field_is_read_aloud_with_value_and_finding(fact: FactField):
    assert fact.accessibleName() == "Tổng điểm, 54,86 / 100"
    fact.set_finding(Tone.ERROR, "không bằng tổng các nhóm")
    assert fact.accessibleName().endswith("lỗi: không bằng tổng các nhóm")
    assert fact.toolTip() == "không bằng tổng các nhóm"
    fact.set_finding(None)
    fact.set_value("")
    assert fact.accessibleName() == "Tổng điểm, chưa có / 100"


def test_an_unreadable_text_stays_in_red(fact: FactField):
    def reds() -> int:
        picture = fact.grab().toImage()
        return sum(
            picture.pixelColor(x, y) == LIGHT.err
            for x in range(picture.width())
            for y in range(picture.height())
        )

    assert reds() == 0
    fact.set_value("67,4l", bad=True)
    assert reds() > 20
    assert fact.value() == "67,4l"


def test_a_long_value_is_never_cut_off(fact: FactField):
    short = fact.sizeHint().width()
    fact.set_value("16:30, 06/12/2024")
    assert fact.sizeHint().width() > short
    assert fact.minimumSizeHint() == fact.sizeHint()


def test_a_wrong_entry_keeps_its_text_and_says_what_is_wrong(look: Look, qtbot):
    field = FormField(look, "&Ngày ký", "Ví dụ: 30/9/2024")
    qtbot.addWidget(field)
    field.show()
    assert field.edit.accessibleName() == "Ngày ký"
    field.edit.setText(" 32/13/2024 ")
    height = field.edit.height()
    field.set_error("Không có ngày này.")
    assert field.text() == "32/13/2024"
    assert field.error() == "Không có ngày này."
    assert field.edit.accessibleDescription() == "Không có ngày này."
    assert field.edit.height() == height == 32
    picture = field.edit.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 1) == LIGHT.err
    field.set_error("")
    assert field.error() == ""
    assert field.edit.accessibleDescription() == "Ví dụ: 30/9/2024"


def test_the_search_field_tells_every_change_and_escape_empties_it(
    look: Look, qtbot, show
):
    search = SearchField(look, "Tìm (Ctrl+F)")
    qtbot.addWidget(search)
    show(search)
    search.setFocus()
    assert search.edit.hasFocus()
    texts: list[str] = []
    search.changed.connect(texts.append)
    qtbot.keyClicks(search.edit, "ho")
    assert texts == ["h", "ho"]
    with qtbot.waitSignal(search.entered):
        qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    qtbot.keyClick(search.edit, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert texts == ["h", "ho", ""]
