"""The program on a file that leaves something open, through the real child."""

import shutil

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import press
from tests.ui.importing.conftest import EXPORTS

TWO_READINGS = EXPORTS / "Số có hai cách đọc.xlsx"


def take(qtbot, window, asked):
    with qtbot.waitSignal(window.errands.month_opened, timeout=30_000):
        QTest.mouseClick(asked.done_button, Qt.MouseButton.LeftButton)


def test_a_file_with_a_question_is_asked_about_and_its_answer_stands_in_the_month(
    qtbot, window, program
):
    asked = program(TWO_READINGS)
    assert not window.document.is_open
    press(Qt.Key.Key_2)
    question = asked.session.questions[0]
    take(qtbot, window, asked)
    report = window.document.report
    assert report.number_at(question.places[0]) == question.answers[1].value
    assert window.status.told() == f"Đã đọc “{TWO_READINGS.name}”."


def test_cancelled_nothing_is_opened(qtbot, window, program):
    asked = program(TWO_READINGS)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert not window.document.is_open
    assert window.store.months() == ()


def test_the_next_file_of_the_layout_opens_without_a_question(
    qtbot, window, program, tmp_path
):
    asked = program(TWO_READINGS)
    for _ in asked.session.questions:
        press(Qt.Key.Key_2)
        press(Qt.Key.Key_Return)
    take(qtbot, window, asked)
    following = tmp_path / "Tháng sau.xlsx"
    shutil.copy(TWO_READINGS, following)
    with following.open("ab") as file:
        file.write(b"\0")  # another file, as its hash says
    with qtbot.waitSignal(window.errands.month_opened, timeout=30_000):
        window.errands.open(following)
    assert window.errands.importing.shown is None
    assert window.status.told().startswith("Đã đọc theo cách của lần trước.")
    assert window.status.link.text() == "Xem lại"
    QTest.mouseClick(window.status.link, Qt.MouseButton.LeftButton)
    importing = window.errands.importing
    qtbot.waitUntil(lambda: importing.shown is not None, timeout=30_000)
    again = importing.shown
    answers = [again.session.answer(one) for one in again.session.questions]
    assert answers == [1, 1, 1]
    again.reject()
