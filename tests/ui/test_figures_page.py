"""The page “Số liệu”: facts, table, findings and lines around them, working together."""

import gc
import weakref
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from core.dossier import Dossier, DossierKind
from core.report import (
    PERIOD_PLACE,
    TOTAL,
    Part,
    Place,
    Report,
    Source,
    SourceTable,
)
from tests.ui.hands import CTRL, press, typed_line, write
from tests.ui.months import (
    EA_KTUR,
    GO_DAU,
    TRUONG_TAY,
    by_hand,
    document_of,
    many_units,
    sample,
)
from ui.figures.page import FiguresPage
from ui.findings.room import STRIP, WIDTH
from ui.tables.criteria import CriteriaForm
from ui.tables.units import UnitsForm
from ui.theme import Mode

SIZES = [(1366, 640), (1093, 420), (1024, 400)]


# ----------------------------------------------------------------------- facts


def test_the_facts_are_those_of_the_file(store, page_of):
    page = page_of(sample(store, EA_KTUR))
    facts = page.facts
    assert [field.value() for field in facts.fields] == [
        "54,86",
        "113",
        "10/10/2026",
        "Năm 2026",
        "UBND xã Ea Ktur",
    ]
    assert "/ 100" in facts.total.accessibleName()
    assert "113 / 116" in facts.rank.accessibleName()


def test_a_rank_typed_with_its_slash_sets_both_numbers(store, page_of):
    document = sample(store, GO_DAU)
    page = page_of(document)
    page.facts.rank.setFocus()
    write("8/9")
    press(Qt.Key.Key_Return)
    assert document.report.cell(Place(TOTAL, "rank")).number == 8
    assert document.report.cell(Place(TOTAL, "rank", Part.OF)).number == 9
    assert page.facts.rank.value() == "8"
    assert "8 / 9" in page.facts.rank.accessibleName()


def test_a_total_and_a_period_are_typed_in_place(store, page_of):
    document = sample(store, TRUONG_TAY)
    page = page_of(document)
    page.facts.total.setFocus()
    write("80,33")
    press(Qt.Key.Key_Return)
    assert document.report.cell(Place("1", "score_total")).number == Decimal("80.33")
    page.facts.period.setFocus()
    write("thang nao do")
    press(Qt.Key.Key_Return)
    assert page.facts.period.value() == "thang nao do"
    assert document.report.period is None
    document.undo()
    assert page.facts.period.value() == "Tháng 9/2024"


def test_a_finding_of_a_fact_stands_in_its_field(store, page_of):
    document = sample(store, EA_KTUR)
    page = page_of(document)
    assert "lỗi" not in page.facts.total.accessibleName()
    document.type(Place("1", "score_tdgq"), "17,50")
    assert "lỗi: Tổng điểm không bằng tổng các nhóm" in (
        page.facts.total.accessibleName()
    )
    assert "cảnh báo" in page.facts.period.accessibleName()


# --------------------------------------------------------------- table and panel


def test_one_unit_is_shown_by_criteria_and_many_by_units(store, page_of):
    one = page_of(sample(store, TRUONG_TAY))
    assert isinstance(one.view.figures().form, CriteriaForm)
    many = page_of(sample(store, GO_DAU))
    assert isinstance(many.view.figures().form, UnitsForm)


def test_another_month_shows_its_own_table(store, page_of):
    document = sample(store, EA_KTUR)
    page = page_of(document)
    page.search.edit.setText("hồ sơ")
    assert page.filter_line.isVisible()
    document.open_report(many_units(4), None)
    assert isinstance(page.view.figures().form, UnitsForm)
    assert page.view.figures().rowCount() == 5
    assert page.search.text() == ""
    assert not page.filter_line.isVisible()


def test_it_lands_on_the_first_error(store, page_of):
    document = sample(store, GO_DAU)
    document.type(Place("7", "digitize_rate"), "67,4l")
    month = document.month_id or ""
    page = page_of(document)
    assert page.view.currentIndex().data() == "67,4l"
    document.close()
    document.open_month(month)
    assert page.view.currentIndex().data() == "67,4l"
    assert page.panel.list.chosen_row() == 0


def test_f8_goes_from_cell_to_cell_facts_too(store, page_of):
    document = sample(store, EA_KTUR)
    document.type(Place("1", "score_tdgq"), "17,50")
    page = page_of(document)
    page.next_finding()
    page.previous_finding()
    gone = []
    for _ in document.checked.findings:
        page.next_finding()
        finding = page.panel.list.chosen().finding
        gone.append(finding)
        if finding.place == PERIOD_PLACE:
            assert page.facts.period.hasFocus()
    assert page.view.currentIndex().data() is not None
    assert {one.rule.id for one in gone} == {
        one.rule.id for one in document.checked.findings
    }
    page.go_to(Place("1", "pakn_on_time_rate", Part.SCORE))
    assert page.view.hasFocus()
    assert page.view.figures().line(page.view.cursor_at()[0]).code == "5.2"


def test_typing_in_the_table_is_checked_at_once(store, page_of):
    document = sample(store, EA_KTUR)
    page = page_of(document)
    page.go_to(Place("1", "score_tdgq"))
    write("17,50")
    press(Qt.Key.Key_Return)
    assert page.panel.list.figures.cards[0].finding.rule.id == "N01"
    document.undo()
    assert all(c.finding.rule.id != "N01" for c in page.panel.list.figures.cards)


def test_going_to_a_filtered_cell_takes_the_filter_off_the_buttons_too(store, page_of):
    document = sample(store, EA_KTUR)
    page = page_of(document)
    page.only.setChecked(True)
    assert page.filter_line.text() == "Đang hiện 2 trong 30 dòng ·"
    page.go_to(Place("1", "sync_rate", Part.SCORE))
    assert page.view.currentIndex().data() == "6,00"
    assert not page.only.isChecked()
    assert not page.filter_line.isVisible()


def test_a_search_says_what_it_shows_and_what_it_does_not_find(store, page_of):
    page = page_of(sample(store, GO_DAU))
    page.focus_search()
    write("phuoc")
    assert page.filter_line.text() == "Đang hiện 4 trong 10 dòng ·"
    write("xyz")
    assert page.filter_line.text() == "Không tìm thấy “phuocxyz” trong bảng."
    page.filter_line.all.click()
    assert page.view.figures().counts() == (10, 10)
    assert page.search.text() == ""


def test_the_line_below_says_what_was_read_and_from_where(store, page_of):
    many = page_of(sample(store, GO_DAU))
    assert many.foot.text() == (
        "Đã đọc 10 đơn vị từ “Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx”, "
        "trang “Phụ lục”."
    )
    one = page_of(sample(store, TRUONG_TAY))
    assert one.foot.text().startswith("Đã đọc 8 chỉ tiêu từ “")


def test_dossiers_are_counted_below_and_a_month_of_them_alone_opens(store, page_of):
    listed = tuple(
        Dossier(DossierKind.OVERDUE, f"H15.1-260901-{n:04}") for n in range(12)
    )
    source = Source("ds.xlsx", "", (SourceTable("DS", (3,), 4),))
    alone = page_of(document_of(store, Report(source=source, dossiers=listed)))
    assert alone.foot.text() == "Đã đọc 12 hồ sơ quá hạn từ “ds.xlsx”, trang “DS”."

    beside = replace(many_units(2), source=source, dossiers=listed)
    document = document_of(store, beside)
    assert (
        page_of(document)
        .foot.text()
        .startswith("Đã đọc 2 đơn vị và 12 hồ sơ quá hạn từ “ds.xlsx”")
    )
    document.type(Place("1", "overdue_total"), "3")
    document.open_month(document.month_id or "")
    assert document.report.dossiers == listed


def test_the_selection_is_added_up_for_the_status_bar(store, page_of):
    page = page_of(sample(store, GO_DAU))
    told: list[str] = []
    page.status_told.connect(told.append)
    page.go_to(Place("2", "reuse_rate"))
    row, column = page.view.cursor_at()
    page.view.move_to(row + 2, column, extend=True)
    assert told[-1] == "Đang chọn 3 ô   Tổng 86,59   Trung bình 28,86   Đếm 3"


def test_an_edited_cell_tells_its_former_value_in_the_status_bar(store, page_of):
    document = sample(store, EA_KTUR)
    page = page_of(document)
    told: list[str] = []
    page.status_told.connect(told.append)
    page.go_to(Place("1", "score_tdgq"))
    document.type(Place("1", "score_tdgq"), "17,50")
    assert told[-1] == (
        "Đang chọn 1 ô   2  Tiến độ giải quyết, Điểm đạt: 17,50   "
        "(trước khi sửa: 17,05, lúc 09:14)"
    )


def test_a_paste_without_room_is_asked_about_and_done_in_part(store, page_of):
    document = document_of(store, many_units(3))
    page = page_of(document)
    page.go_to(Place("3", "ecopy_count"))
    QGuiApplication.clipboard().setText("1\t2\t3\n4\t5\t6\n7\t8\t9")
    press(Qt.Key.Key_V, CTRL)
    assert page.paste_bar.isVisible()
    assert page.paste_bar.text() == "Vùng dán 3 × 3 lớn hơn chỗ còn lại 1 × 2."
    page.paste_bar.cancel.click()
    assert not page.paste_bar.isVisible()
    assert document.history.last is None
    press(Qt.Key.Key_V, CTRL)
    page.paste_bar.acted.emit()
    assert document.report.cell(Place("3", "ecopy_cumulative")).number == 2
    assert not page.paste_bar.isVisible()


# ------------------------------------------------------------------ units by hand


def test_units_are_added_named_and_removed_by_hand(store, page_of):
    document = by_hand(store, "annex-columns", "Xã A", "Xã B")
    page = page_of(document)
    assert page.foot.add.isVisible()
    page.foot.add.click()
    editor = typed_line()
    assert editor.selectedText() == "Đơn vị mới"
    write("Xa C")
    press(Qt.Key.Key_Return)
    assert [row.name for row in document.report.rows.values()] == [
        "Xã A",
        "Xã B",
        "Xa C",
    ]
    page.go_to(Place("2", "unit_name"))
    page.foot.remove.click()
    assert [row.name for row in document.report.rows.values()] == ["Xã A", "Xa C"]
    document.undo()
    assert document.report.rows["2"].name == "Xã B"


def test_a_second_unit_turns_the_table_of_criteria_into_one_of_units(store, page_of):
    document = by_hand(store, "annex-columns", "Xã A")
    page = page_of(document)
    assert isinstance(page.view.figures().form, CriteriaForm)
    page.add_unit()
    assert isinstance(page.view.figures().form, UnitsForm)


def test_a_file_s_units_are_neither_added_nor_removed(store, page_of):
    page = page_of(sample(store, GO_DAU))
    assert not page.foot.add.isVisible()
    assert not page.foot.remove.isVisible()


# ---------------------------------------------------------------------------- room


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("which", [EA_KTUR, GO_DAU, TRUONG_TAY])
def test_it_fits_every_window_in_both_themes(store, page_of, look, mode, size, which):
    look.set_mode(mode)
    width, height = size
    page = page_of(sample(store, which), width, height)
    hint = page.minimumSizeHint()
    assert hint.width() <= 1024
    assert hint.height() <= 450
    assert (page.width(), page.height()) == (width, height)
    right = max(
        one.mapTo(page, one.rect().topRight()).x()
        for one in (page.only, page.facts.period, page.view)
    )
    beside = WIDTH if width >= 1200 else STRIP
    assert right < width - beside
    ground = page.grab().toImage().pixelColor(4, 4)
    assert ground == look.theme.colours.surface


def test_where_room_is_scarce_the_findings_fold_and_lie_over_the_table(store, page_of):
    document = sample(store, GO_DAU)
    document.type(Place("7", "ecopy_cumulative"), "hỏng")
    page = page_of(document, 1093, 420)
    assert page.strip.isVisible()
    assert not page.panel.isVisible()
    wide = page.view.width()
    page.next_finding()
    assert page.panel.isVisible()
    assert page.view.width() == wide
    cell = page.view.visualRect(page.view.currentIndex())
    end = page.view.viewport().mapTo(page, cell.topRight()).x()
    assert end <= 1093 - WIDTH
    press(Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.strip.isVisible()


def test_the_search_is_there_by_ctrl_f_where_it_has_no_room(store, page_of):
    page = page_of(sample(store, GO_DAU), 1093, 420)
    assert not page.search.isVisible()
    page.focus_search()
    assert page.search.isVisible()
    assert page.search.edit.hasFocus()


def test_f6_goes_round_table_findings_and_facts(store, page_of):
    page = page_of(sample(store, EA_KTUR))
    assert page.view.hasFocus()
    press(Qt.Key.Key_F6)
    assert page.panel.list.hasFocus()
    press(Qt.Key.Key_F6)
    assert page.facts.total.hasFocus()
    press(Qt.Key.Key_F6)
    assert page.view.hasFocus()


def test_column_widths_are_kept_in_the_store(store, page_of):
    first = page_of(sample(store, GO_DAU))
    first.view.head.resizeSection(4, 131)
    assert first.view.columnWidth(4) == 131
    second = page_of(sample(store, GO_DAU))
    assert second.view.columnWidth(4) == 131


def test_mnemonics_are_unique_on_the_page(store, page_of):
    page = page_of(by_hand(store, "annex-columns", "Xã A", "Xã B"))
    page.next_finding()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    letters = [
        one.text()[one.text().index("&") + 1].lower()
        for one in page.findChildren(QPushButton)
        if "&" in one.text()
    ]
    assert letters
    assert sorted(set(letters)) == sorted(letters)
    assert all(letter.isascii() for letter in letters)


def test_a_page_that_nobody_holds_is_gone_with_all_its_parts(store, look, qtbot):
    page = FiguresPage(look, sample(store, GO_DAU))
    page.show()
    qtbot.waitExposed(page)
    page.next_finding()
    page.view.open_editor()
    page.close()
    gone = weakref.ref(page)
    del page
    assert gone() is None, "a circle of references: the garbage collector crashes Qt"
    gc.collect()
    look.set_mode(Mode.DARK)
