"""The dialogs: the office's details, and a month begun by hand."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from core import catalogue, offices, profiles, resources
from core.office import LetterKind, Target, Targets, Task
from core.period import Period
from tests.ui.hands import focused
from ui.dialogs import targets, tasks
from ui.dialogs.new_month import NewMonthDialog
from ui.dialogs.office import OfficeDialog, proper_name

KNOWN = catalogue.load()
TODAY = date(2024, 10, 4)


@pytest.fixture
def office(qtbot, look, show) -> OfficeDialog:
    """An empty form."""
    made = OfficeDialog(look, None, KNOWN, None, 2024)
    qtbot.addWidget(made)
    show(made)
    return made


@pytest.fixture
def new_month(qtbot, look, show) -> NewMonthDialog:
    """The form for a month begun by hand, of a known office."""
    own = profiles.find("xa-truong-tay")
    made = NewMonthDialog(look, None, KNOWN.templates, own, TODAY)
    qtbot.addWidget(made)
    show(made)
    return made


def test_the_area_fills_in_letterhead_and_place(office):
    office.area.edit.setText("phường An Bình")
    office.area.edit.textEdited.emit("phường An Bình")
    assert office.letterhead.lines() == ("ỦY BAN NHÂN DÂN", "PHƯỜNG AN BÌNH")
    assert office.place.text() == "An Bình"


def test_an_office_without_an_area_is_not_taken(office):
    office.take()
    assert office.answer is None
    assert office.area.error() == "Gõ tên địa bàn, ví dụ: xã Trường Tây."


def test_what_is_typed_becomes_the_office(office):
    office.area.edit.setText("phường An Bình")
    office.area.edit.textEdited.emit("phường An Bình")
    office.superior_area.edit.setText("tỉnh Bình Dương")
    office.addressees.edit.setPlainText("Phòng Kinh tế\n\n  Công an phường  ")
    office.codes.edit.setText("H15.120, 000.21.35.H53")
    office.kind.set_current(1)
    office.take()
    made = office.answer
    assert made is not None
    assert made.name == "UBND phường An Bình"
    assert made.kind is LetterKind.SUPERIOR
    assert made.addressees == ("Phòng Kinh tế", "Công an phường")
    assert made.codes == ("H15.120", "000.21.35.H53")


def test_the_tables_behind_the_buttons_are_kept_with_the_form(office, monkeypatch):
    level = Target("online_pay_rate", Decimal("52.5"), "Kế hoạch số 12/KH-UBND")
    given = Targets({2024: {level.indicator: level}})
    assigned = (Task("", ("online_pay_rate",), "Bà Lan", "hằng tuần"),)
    asked = []

    def ask_targets(_look, _parent, _catalogue, present, year):
        asked.append((present, year))
        return given

    monkeypatch.setattr(targets, "ask", ask_targets)
    monkeypatch.setattr(tasks, "ask", lambda *_all: assigned)
    assert office.targets_told.text() == "chưa có chỉ tiêu năm nào"
    assert office.tasks_told.text() == "chưa khai"
    office.targets_button.click()
    office.tasks_button.click()
    assert asked == [(Targets(), 2024)]
    assert office.targets_told.text() == "năm 2024: 1 tiêu chí"
    assert office.tasks_told.text() == "1 việc đã khai"
    office.area.edit.setText("xã A")
    office.place.edit.setText("A")
    office.take()
    assert office.answer is not None
    assert office.answer.targets == given
    assert office.answer.tasks == assigned


def test_a_table_that_is_left_changes_nothing(office, monkeypatch):
    monkeypatch.setattr(targets, "ask", lambda *_all: None)
    monkeypatch.setattr(tasks, "ask", lambda *_all: None)
    office.targets_button.click()
    office.tasks_button.click()
    assert office.targets_told.text() == "chưa có chỉ tiêu năm nào"
    assert office.tasks_told.text() == "chưa khai"


def test_a_message_goes_as_soon_as_its_field_is_corrected(office, new_month):
    office.take()
    assert office.area.error()
    office.area.edit.insert("xã A")
    assert not office.area.error()
    assert not office.place.error()  # filled in from the area
    new_month.period.edit.setText("tháng 13")
    new_month.take()
    assert new_month.period.error()
    QTest.keyClicks(new_month.period.edit, "1")
    assert not new_month.period.error()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("TS. Nguyễn Văn A", "TS."),
        ("ThS Lê Thị B", "ThS"),
        ("PGS.TS. Trần C", "PGS."),
        ("Bà Lê Thị B", "Bà"),
        ("Ông Nguyễn Văn A", "Ông"),
        ("Tsang Văn D", ""),
        ("Bành Văn E", ""),
        ("Nguyễn Văn A", ""),
    ],
)
def test_a_title_before_the_signers_name_is_warned_of_not_refused(office, name, title):
    office.area.edit.insert("xã A")
    office.signer.edit.setText(name)
    told = f"Thể thức không ghi “{title}” trước họ tên người ký." if title else ""
    assert office.signer.warning() == told
    office.take()
    assert office.answer is not None
    assert office.answer.signatory.name == name


def test_items_of_a_list_are_kept_without_its_signs(office):
    office.area.edit.insert("xã A")
    office.addressees.edit.setPlainText("- Văn phòng HĐND và UBND;\n– Công an xã.\n-")
    office.recipients.edit.setPlainText("+ Lưu trữ xã ;")
    office.take()
    assert office.answer is not None
    assert office.answer.addressees == ("Văn phòng HĐND và UBND", "Công an xã")
    assert office.answer.recipients == ("Lưu trữ xã",)


def test_a_known_office_comes_back_as_it_was(qtbot, look):
    for known in profiles.bundled():
        dialog = OfficeDialog(look, None, KNOWN, known, 2024)
        qtbot.addWidget(dialog)
        dialog.take()
        assert dialog.answer == known


def test_a_colleagues_file_fills_the_form(office, tmp_path):
    office.read(resources.folder() / "profiles" / "huyen-go-dau.toml")
    assert office.area.text() == "huyện Gò Dầu"
    wrong = tmp_path / "sai.toml"
    wrong.write_text("kind = ", encoding="utf-8")
    office.read(wrong)
    assert "sai.toml" in office.area.error()
    assert office.place.text() == "Gò Dầu"


def test_the_office_set_up_is_found_again():
    assert offices.own() is None
    kept = offices.set_own(profiles.find("xa-truong-tay"))
    assert offices.own() == kept
    assert offices.known(kept.id) == kept
    assert offices.known("huyen-go-dau") is not None
    assert offices.known("không-có") is None


def test_the_proper_name_is_what_follows_the_small_letters():
    assert proper_name("xã Trường Tây") == "Trường Tây"
    assert proper_name("Phường 1") == "Phường 1"
    assert proper_name("đặc khu Phú Quốc") == "Phú Quốc"


def test_a_month_by_hand_proposes_last_month_and_the_own_office(new_month):
    new_month.take()
    asked = new_month.answer
    assert asked is not None
    assert asked.period == Period.month(2024, 9)
    assert asked.units == ("UBND xã Trường Tây",)
    assert asked.template.key == "six-groups"


def test_many_units_are_typed_a_line_each(new_month):
    keys = [template.key for template in KNOWN.templates]
    new_month.template.set_current(keys.index("annex-columns"))
    assert new_month.units.isVisible()
    assert not new_month.unit.isVisible()
    new_month.units.setPlainText("Xã A\nXã B\nXã A\n")
    new_month.take()
    assert new_month.answer is not None
    assert new_month.answer.units == ("Xã A", "Xã B")


def test_tab_goes_on_from_the_choice_that_was_clicked(new_month):
    choices = new_month.template.findChildren(QAbstractButton)
    other = next(one for one in choices if not one.isChecked())
    new_month.unit.edit.setFocus()
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is new_month.period.edit


def test_the_box_of_many_units_takes_the_room_and_tab_leaves_it(new_month):
    keys = [template.key for template in KNOWN.templates]
    new_month.template.set_current(keys.index("annex-columns"))
    QApplication.processEvents()
    before = new_month.units.height()
    new_month.resize(new_month.width(), new_month.height() + 100)
    QApplication.processEvents()
    assert new_month.units.height() > before + 60
    new_month.units.setPlainText("")
    new_month.take()
    told = [one.text() for one in new_month.findChildren(QLabel) if one.isVisible()]
    assert "Gõ tên đơn vị, ví dụ UBND xã Trường Tây." in told
    new_month.units.setFocus()
    QTest.keyClick(new_month.units, Qt.Key.Key_Tab)
    assert focused() is not new_month.units
    assert new_month.units.toPlainText() == ""


def test_a_period_that_no_calendar_has_is_asked_again(new_month):
    new_month.period.edit.setText("tháng 13/2024")
    new_month.take()
    assert new_month.answer is None
    assert new_month.period.error() == "Chưa đọc được kỳ này. Gõ như 9/2024."
