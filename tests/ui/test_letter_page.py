"""The letter's screen follows the figures, and leads back to them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from core import catalogue, importing, profiles, resources
from core.letter.model import Figure, Paragraph, Section, Style
from core.report import AS_OF_PLACE, PERIOD_PLACE, Place
from core.store.database import Store
from ui.audit.door import AuditDoor
from ui.document import Document
from ui.letter.page import LetterPage
from ui.letter.paragraph import ParagraphEdit
from ui.letter.proposals import is_outdated
from ui.letter.saved import SavedPanel
from ui.mode import Mode

SAMPLE = "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
NOW = datetime(2024, 10, 4, 9, 14, tzinfo=UTC)


@pytest.fixture
def document(tmp_path) -> Iterator[Document]:
    """The commune's annex, open, with its office and the figures typed by hand."""
    known = catalogue.load()
    with Store.open(tmp_path / "kho.db") as store:
        made = Document((known,), store, lambda: NOW)
        report = importing.open_file(resources.folder() / "samples" / SAMPLE, known)
        made.open_report(report, profiles.find("xa-truong-tay"))
        made.type_many(
            [
                (Place("1", "score_total"), "80,33"),
                (Place("1", "rank"), "8/8"),
                (Place("1", "score_tttt"), "5,1"),
            ]
        )
        yield made


@pytest.fixture
def page(qtbot, look, document, show) -> LetterPage:
    """The screen, shown."""
    made = LetterPage(look, document)
    qtbot.addWidget(made)
    made.fit(1366)
    made.resize(1366, 620)
    show(made)
    return made


def test_the_sheet_shows_the_letter_as_the_figures_stand(page):
    text = page.preview.text()
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "80,33/100 điểm" in text
    assert "Trường Tây, ngày 04 tháng 10 năm 2024" in text
    assert "Lũy kế" in text
    assert text.count("2.033") == 1


def test_an_edit_changes_the_sentence_at_once(page, document):
    document.type(Place("1", "score_total"), "81,2")
    assert "81,2/100 điểm" in page.preview.text()
    assert "80,33" not in page.preview.text()
    document.undo()
    assert "80,33/100 điểm" in page.preview.text()


def test_every_figure_leads_to_its_cell(page, document, qtbot):
    places = page.preview.figures()
    assert Place("1", "score_total") in places
    assert PERIOD_PLACE in places
    number = places.index(Place("1", "score_total"))
    with qtbot.waitSignal(page.go_to) as caught:
        page.preview.follow(number)
    assert caught.args == [Place("1", "score_total")]


def test_a_missing_figure_is_said_in_brackets(page, document):
    document.type(Place("1", "score_total"), "")
    assert "[chưa có số liệu]" in page.preview.text()


def test_the_date_is_typed_beside_the_sheet_and_kept(page, document, qtbot):
    field = page.parts.day
    assert field.text() == "04/10/2024"
    field.edit.setText("31/02/2024")
    page.parts.day_typed.emit(field.text())
    assert field.error() == "Không có ngày này. Ví dụ: 30/9/2024"
    page.parts.day_typed.emit("7/10/2024")
    qtbot.waitUntil(lambda: document.letter_day() == date(2024, 10, 7))
    assert "ngày 07 tháng 10 năm 2024" in page.preview.text()
    month = document.store.load(document.month_id)
    assert month.settings.day == date(2024, 10, 7)


def test_the_number_is_typed_beside_the_sheet(page, document, qtbot):
    page.parts.number_typed.emit("183")
    qtbot.waitUntil(lambda: "Số: 183/UBND-VP" in page.preview.text())


def test_a_paragraph_can_be_rewritten_and_taken_back(page, document, qtbot):
    part = next(one for one in page.parts.parts.values() if one.isVisible())
    part.turn()
    edit = part.edits()[0]
    key = edit.key
    edit.edit.setPlainText("Đoạn do cán bộ viết lại.")
    edit.commit()
    qtbot.waitUntil(lambda: "Đoạn do cán bộ viết lại." in page.preview.text())
    assert document.store.load(document.month_id).settings.overrides == {
        key: "Đoạn do cán bộ viết lại."
    }
    document.rewrite(key, None)
    assert "Đoạn do cán bộ viết lại." not in page.preview.text()


def test_leaving_a_paragraph_keeps_what_was_typed(page, document, qtbot):
    part = next(one for one in page.parts.parts.values() if one.isVisible())
    part.turn()
    edit: ParagraphEdit = part.edits()[0]
    edit.edit.setFocus()
    edit.edit.selectAll()
    edit.edit.insertPlainText("Viết lại bằng bàn phím.")
    QTest.keyClick(edit.edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "Viết lại bằng bàn phím." in page.preview.text())


def unfolded(page: LetterPage, section: Section) -> list[ParagraphEdit]:
    """The fields of a section."""
    part = page.parts.parts[section]
    part.turn()
    return part.edits()


def rewritten(page: LetterPage, document: Document, qtbot) -> ParagraphEdit:
    """The paragraph with the total score, rewritten with that score in it."""
    edits = unfolded(page, Section.RESULT)
    edit = next(one for one in edits if "80,33" in one.edit.toPlainText())
    edit.edit.setPlainText("Xã đạt 80,33 điểm, là cố gắng lớn.")
    edit.commit()
    qtbot.waitUntil(lambda: edit.key in document.settings.overrides)
    return edit


def test_tab_goes_from_paragraph_to_paragraph_and_on_to_the_next_part(page):
    page.parts.number.edit.setFocus()
    second = unfolded(page, Section.RESULT)
    first = unfolded(page, Section.BASIS)
    edits = [one.edit for one in (*first, *second)]
    first[0].edit.setFocus()
    passed: list[QWidget] = []
    for _ in range(len(edits) + 1):
        widget = QApplication.focusWidget()
        assert widget is not None
        passed.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    heads = [one for one in passed if one not in edits]
    assert [one for one in passed if one in edits] == edits
    assert heads == [page.parts.parts[Section.RESULT]._head]


def test_tab_from_a_rewritten_paragraph_stays_among_the_paragraphs(
    page, document, qtbot
):
    edits = unfolded(page, Section.BASIS)
    edits[0].edit.setFocus()
    edits[0].edit.insertPlainText("Mới. ")
    QTest.keyClick(edits[0].edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: edits[0].key in document.settings.overrides)
    assert QApplication.focusWidget() is edits[1].edit
    assert page.parts.parts[Section.BASIS].edits() == edits


def test_a_rewritten_paragraph_says_when_its_figures_have_changed(
    page, document, qtbot
):
    edit = rewritten(page, document, qtbot)
    assert not edit.news.isVisible()
    document.type(Place("1", "score_total"), "81,2")
    assert edit.news.isVisible()
    told = {one.text() for one in edit.news.findChildren(QLabel)}
    assert "Số liệu đã đổi: đề xuất mới là" in told
    assert any("81,2/100 điểm" in text for text in told)
    assert "1 viết lại, 1 có số đã đổi" in page.parts.parts[Section.RESULT]._told.text()
    document.undo()
    assert not edit.news.isVisible()


def test_keeping_ones_own_paragraph_holds_until_the_proposal_changes_again(
    page, document, qtbot
):
    edit = rewritten(page, document, qtbot)
    document.type(Place("1", "score_total"), "81,2")
    edit.keep.click()
    assert not edit.news.isVisible()
    assert "Xã đạt 80,33 điểm" in page.preview.text()
    document.type(Place("1", "score_total"), "82,5")
    assert edit.news.isVisible()


def test_the_proposal_takes_the_place_of_an_outdated_paragraph(page, document, qtbot):
    edit = rewritten(page, document, qtbot)
    document.type(Place("1", "score_total"), "81,2")
    edit.take.click()
    qtbot.waitUntil(lambda: "81,2/100 điểm" in page.preview.text())
    assert document.settings.overrides == {}
    assert not edit.news.isVisible()
    assert "81,2/100 điểm" in edit.edit.toPlainText()


@pytest.mark.parametrize(
    ("text", "outdated"),
    [
        ("Xã đạt 80,33 điểm.", True),
        ("Xã đạt 81,2 điểm.", False),
        ("Xã có nhiều cố gắng.", False),
        ("Xã đạt 81,2 điểm, tăng ở 3 nhóm.", False),
    ],
)
def test_only_an_old_number_in_place_of_a_new_one_is_outdated(text, outdated):
    place = Place("1", "score_total")
    pieces = ("Tổng điểm đạt ", Figure("81,2", (place,)), "/100 điểm.")
    proposal = Paragraph("result.total", Section.RESULT, Style.BODY, pieces)
    assert is_outdated(text, proposal) is outdated


def test_the_sheets_rules_are_black_in_the_dark_theme_and_no_gap_is_left(
    qtbot, look, document, show
):
    look.set_mode(Mode.DARK)
    page = LetterPage(look, document)
    qtbot.addWidget(page)
    page.resize(1366, 620)
    show(page)
    paper = page.preview._paper
    picture = paper.grab().toImage()
    assert picture.pixelColor(2, picture.height() // 2) == look.theme.page.paper
    assert picture.pixelColor(12, 1) == look.theme.page.paper
    ink = look.theme.page.ink.rgb()
    rows = [
        [picture.pixel(x, y) == ink for x in range(picture.width())]
        for y in range(100, 180)
    ]
    assert [row for row in rows if sum(row) > 200]  # the rules, and no line of text


def test_without_an_office_the_screen_says_what_is_needed(page, document, qtbot):
    report = document.report
    document.open_report(report, None)
    assert document.letter() is None
    assert page._empty.isVisible()
    with qtbot.waitSignal(page.office_asked):
        page._empty.acted.emit()
    document.set_profile(profiles.find("xa-truong-tay"))
    assert not page._empty.isVisible()


def test_after_a_save_the_screen_shows_file_folder_and_what_is_left(
    page, document, look, monkeypatch
):
    path = Path("/van-ban/2024/Công văn.docx")
    document.letter_saved(path)
    monkeypatch.setattr(AuditDoor, "judge", lambda _door, _path: None)
    page.show_saved(path, AuditDoor(look, document, page))
    (panel,) = page.findChildren(SavedPanel)
    told = {one.text() for one in panel.findChildren(QLabel)}
    assert "Công văn.docx" in told
    assert "van-ban › 2024   ·   lúc 09:14" in told
    assert "Số công văn để trống: văn thư điền khi phát hành." in told
    page.show_parts()
    assert page.parts.isVisible()


def test_the_time_of_the_figures_follows_into_the_letter(page, document):
    document.type(AS_OF_PLACE, "16:30 02/10/2024")
    assert "16 giờ 30 phút ngày 02/10/2024" in page.preview.text()


def test_the_sheet_fits_the_room_on_a_small_screen(page, qtbot):
    for width, height in ((1366, 620), (1024, 420), (1200, 500)):
        page.fit(width)
        page.resize(width, height)
        qtbot.wait(20)
        room = page.preview.viewport().width()
        sheet = page.preview._paper.geometry()
        assert sheet.left() >= 10
        assert sheet.right() <= room - 10
    assert page.preview.text().count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 1
