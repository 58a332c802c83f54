"""The whole job in the real window: open, edit, look, save, open again."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from core import profiles, resources
from core.report import AS_OF_PLACE, Place
from ui.dialogs import files as file_dialogs
from ui.dialogs import new_month
from ui.document import Document
from ui.errands import Errands
from ui.main_window import FIGURES, LETTER, MainWindow

SAMPLES = resources.folder() / "samples"
TRUONG_TAY = SAMPLES / "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
GO_DAU = SAMPLES / "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx"
EA_KTUR = SAMPLES / "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx"
NOW = datetime(2024, 10, 4, 9, 14, tzinfo=UTC)
TOTAL_SCORE = Place("1", "score_total")


def opened(qtbot, window: MainWindow, path: Path) -> Document:
    """The document once `path` stands in it."""
    with qtbot.waitSignal(window.errands.month_opened, timeout=10_000):
        window.errands.open(path)
    return window.document


def saved(qtbot, window: MainWindow) -> Path:
    """The letter's file once it is written."""
    with qtbot.waitSignal(window.errands.letter_saved, timeout=20_000) as caught:
        window.commands.save.trigger()
    path: Path = caught.args[0]
    return path


def fill_in(document: Document) -> None:
    """Type what no table holds, as the clerk does for sample 1."""
    document.type_many(
        [
            (TOTAL_SCORE, "80,33"),
            (Place("1", "rank"), "8/8"),
            (Place("1", "score_mdsh"), "18,5"),
            (Place("1", "score_tttt"), "5,1"),
            (AS_OF_PLACE, "02/10/2024"),
        ]
    )


def test_it_opens_on_the_home_screen_which_says_what_to_do(window):
    assert window.on_home()
    assert window.windowTitle() == "Công văn 766"
    assert not window.commands.save.isEnabled()
    assert window.home.drop.height() == 240


@pytest.mark.parametrize("path", [TRUONG_TAY, GO_DAU, EA_KTUR], ids=lambda p: p.stem)
def test_each_sample_opens_is_edited_saved_and_left_as_it_was(
    qtbot, window, path, told
):
    before = sha256(path.read_bytes()).hexdigest()
    document = opened(qtbot, window, path)
    assert document.profile is not None
    place = Place(document.report.head_id, "score_total")
    document.type(place, "87,07")
    document.type(Place(document.report.head_id, "rank"), "8/9")
    file = saved(qtbot, window)
    assert file.read_bytes().startswith(b"PK")
    assert file.parent.name == str(document.letter_day().year)
    assert "87,07" in window.screens.letter().preview.text()
    assert sha256(path.read_bytes()).hexdigest() == before
    assert [one.title for one in told if "lỗi" not in one.title.lower()] == []


def test_the_title_names_office_period_and_that_all_is_saved(qtbot, window):
    opened(qtbot, window, TRUONG_TAY)
    qtbot.waitUntil(lambda: "đã lưu lúc" in window.windowTitle())
    title = window.windowTitle()
    assert title.startswith("UBND xã Trường Tây – Tháng 9/2024 – đã lưu lúc")
    assert title.endswith("Công văn 766")


def test_an_edit_rechecks_at_once_and_undo_takes_it_back(qtbot, window):
    document = opened(qtbot, window, TRUONG_TAY)
    before = len(document.checked.findings)
    document.type(Place("1", "on_time_rate"), "120")
    rules = [one.rule.id for one in document.checked.findings]
    assert "N02" in rules
    window.commands.undo.trigger()
    assert len(document.checked.findings) == before
    window.commands.redo.trigger()
    assert document.report.number_at(Place("1", "on_time_rate")) == 120


def test_a_restart_shows_the_months_and_their_undo_as_they_were_left(
    qtbot, look, show, documents, told
):
    first = MainWindow(look, lambda: NOW)
    qtbot.addWidget(first)
    show(first)
    document = opened(qtbot, first, TRUONG_TAY)
    fill_in(document)
    document.type(TOTAL_SCORE, "81,5")
    document.undo()
    first.close()
    first.release()
    second = MainWindow(look, lambda: NOW)
    qtbot.addWidget(second)
    show(second)
    (month,) = second.store.months()
    second._open_month(month.id, letter=False)
    document = second.document
    assert document.report.number_at(TOTAL_SCORE) is not None
    assert str(document.report.number_at(TOTAL_SCORE)) == "80.33"
    second.commands.redo.trigger()
    assert str(document.report.number_at(TOTAL_SCORE)) == "81.5"
    for _ in range(2):
        second.commands.undo.trigger()
    assert document.report == document.base
    assert not second.commands.undo.isEnabled()
    second.close()
    second.release()


def test_the_same_file_opens_the_month_already_worked_on(qtbot, window):
    document = opened(qtbot, window, TRUONG_TAY)
    fill_in(document)
    first = document.month_id
    window.commands.home.trigger()
    opened(qtbot, window, TRUONG_TAY)
    assert document.month_id == first
    assert str(document.report.number_at(TOTAL_SCORE)) == "80.33"


def test_a_file_dropped_on_the_window_opens(qtbot, window):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(TRUONG_TAY))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, buttons, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window.home.drop.isActive()
    with qtbot.waitSignal(window.errands.month_opened, timeout=10_000):
        window.dropEvent(QDropEvent(QPointF(400, 300), copy, data, buttons, keys))
    assert not window.on_home()


def test_recent_files_are_listed_the_newest_first(qtbot, window):
    opened(qtbot, window, TRUONG_TAY)
    opened(qtbot, window, GO_DAU)
    window.errands.fill_recent(window._recent)
    words = [action.text() for action in window._recent.actions()]
    assert words == [GO_DAU.name, TRUONG_TAY.name]


BAD = {
    "missing": (None, "Không tìm thấy"),
    "empty": (b"", "rỗng"),
    "foreign": (b"%PDF-1.7 \n" + b"x" * 200, "không phải bảng tính"),
    "broken": (b"PK\x03\x04" + b"\x00" * 300, "hỏng"),
}


@pytest.mark.parametrize(("content", "word"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_gives_one_sentence_and_harms_nothing(
    qtbot, window, told, tmp_path, content, word
):
    document = opened(qtbot, window, TRUONG_TAY)
    fill_in(document)
    kept = document.report
    path = tmp_path / "tệp xấu.xlsx"
    if content is not None:
        path.write_bytes(content)
    with qtbot.waitSignal(window.errands.opener.failed, timeout=10_000):
        window.errands.open(path)
    (trouble,) = told
    assert trouble.title == "Chưa mở được “tệp xấu.xlsx”"
    assert word in trouble.why
    assert "Traceback" not in trouble.why + trouble.details
    assert document.report == kept
    assert not window.progress.isVisible()


def test_a_place_that_cannot_be_written_gives_one_sentence_and_ways_out(
    qtbot, window, told, documents
):
    document = opened(qtbot, window, TRUONG_TAY)
    fill_in(document)
    documents.write_text("một tệp đứng chỗ thư mục", encoding="utf-8")
    with qtbot.waitSignal(window.errands.saver.failed, timeout=10_000):
        window.commands.save.trigger()
    trouble = told[-1]
    assert trouble.title == "Chưa lưu được công văn"
    assert trouble.buttons == ("Để sau", "Lưu tên khác…", "Thử lại")
    assert trouble.safe
    assert document.saved is None


def test_without_an_office_the_title_is_the_files_name_not_the_total_lines(
    qtbot, window, tmp_path, monkeypatch
):
    file = tmp_path / "Bảng tháng 11.xlsx"
    file.write_bytes(GO_DAU.read_bytes())
    monkeypatch.setattr(window.errands.opener, "office_of", lambda _report: None)
    opened(qtbot, window, file)
    assert window.windowTitle().startswith("Bảng tháng 11 – Tháng 11/2024")
    assert window.store.months()[0].title == "Bảng tháng 11"


def test_without_an_office_its_button_is_the_only_filled_one(
    qtbot, window, monkeypatch
):
    monkeypatch.setattr(window.errands.opener, "office_of", lambda _report: None)
    document = opened(qtbot, window, TRUONG_TAY)
    assert window.header.save.property("v") == "primary"
    window.show_month(LETTER)
    assert window.header.save.property("v") == "plain"
    document.set_profile(profiles.find("xa-truong-tay"))
    assert window.header.save.property("v") == "primary"


def test_an_and_sign_in_the_offices_name_is_a_letter_of_its_button(window):
    window.header.show_home("Phòng Văn hóa & Xã hội")
    assert window.header.office.text() == "Phòng Văn hóa && Xã hội"
    assert window.header.office.toolTip() == "Phòng Văn hóa & Xã hội"


def test_saving_under_another_name_goes_where_the_user_said(
    qtbot, window, tmp_path, monkeypatch
):
    document = opened(qtbot, window, TRUONG_TAY)
    fill_in(document)
    wanted = tmp_path / "công văn của tôi.docx"
    monkeypatch.setattr(file_dialogs, "letter_to_save", lambda *_: wanted)
    with qtbot.waitSignal(window.errands.letter_saved, timeout=20_000):
        window.commands.save_as.trigger()
    assert wanted.exists()
    assert document.saved is not None
    assert Path(document.saved.path) == wanted


def test_after_a_save_word_is_the_filled_button_and_the_screen_says_where(
    qtbot, window
):
    fill_in(opened(qtbot, window, TRUONG_TAY))
    file = saved(qtbot, window)
    assert file.name == "Công văn 766 - Trường Tây - tháng 9-2024.docx"
    assert window.status.told() == f"Đã lưu công văn: {file.name}"
    assert window.header.tabs.current() == LETTER
    assert window.header.save.property("v") == "plain"
    window.show_month(FIGURES)
    assert window.header.save.property("v") == "primary"


def test_a_month_can_be_begun_with_no_file(qtbot, window, monkeypatch):
    catalogue = window.document.catalogue
    template = catalogue.templates[0]
    from core.period import Period

    asked = new_month.NewMonth(template, Period.month(2024, 9), ("UBND xã Mới",))
    monkeypatch.setattr(new_month, "ask", lambda *_: asked)
    window.commands.new.trigger()
    document = window.document
    assert document.is_open
    row = document.report.head
    assert row is not None
    assert row.name == "UBND xã Mới"
    document.type_many(
        [
            (Place("1", "online_pay_rate", part), text)
            for part, text in zip(
                [p for p in type(TOTAL_SCORE.part) if p.value.endswith("ator")],
                ("112", "125"),
                strict=True,
            )
        ]
    )
    assert str(document.report.number_at(Place("1", "online_pay_rate"))) == "89.6"
    assert window.windowTitle().startswith("UBND xã Mới – Tháng 9/2024")


def test_keys_move_between_the_screens(qtbot, window):
    opened(qtbot, window, TRUONG_TAY)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.header.tabs.current() == LETTER
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.header.tabs.current() == FIGURES


def test_a_click_on_a_figure_of_the_letter_goes_to_its_cell(qtbot, window):
    fill_in(opened(qtbot, window, TRUONG_TAY))
    window.show_month(LETTER)
    preview = window.screens.letter().preview
    preview.follow(preview.figures().index(Place("1", "online_pay_rate")))
    assert window.header.tabs.current() == FIGURES


def test_nothing_needs_more_room_than_the_smallest_screen(qtbot, window):
    for path in (TRUONG_TAY, GO_DAU):
        opened(qtbot, window, path)
        for tab in (FIGURES, LETTER):
            window.show_month(tab)
            window.resize(1024, 530)
            hint = window.minimumSizeHint()
            assert hint.width() <= 1024
            assert hint.height() <= 530


def test_a_fault_of_the_programs_own_is_told_without_a_traceback(window, told):
    try:
        raise RuntimeError("hỏng")
    except RuntimeError as error:
        window.errands.show_fault(error)
    (trouble,) = told
    assert trouble.title == "Chương trình gặp lỗi"
    assert "test_main_window.py" in trouble.details
    assert "hỏng" not in trouble.details


def test_the_office_set_up_is_used_from_then_on(qtbot, window, monkeypatch):
    from ui.dialogs import office

    mine = profiles.find("xa-ea-ktur")
    monkeypatch.setattr(office, "ask", lambda *_: mine)
    document = opened(qtbot, window, TRUONG_TAY)
    window.commands.office.trigger()
    assert document.profile is not None
    assert document.profile.name == "UBND xã Ea Ktur"
    assert isinstance(window.errands, Errands)
    window.commands.home.trigger()
    assert window.header.office.text() == "UBND xã Ea Ktur"
