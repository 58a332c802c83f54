"""What the import window says is whole, and says where: nothing that counts is cut off."""

from PySide6.QtWidgets import QApplication

from core.importing.opened import Column
from ui.importing import words
from ui.importing.heads import part_words
from ui.importing.question_card import LineButton


def test_the_legend_names_the_rows_of_every_table(window_on):
    window = window_on("Tổng hợp tháng 4.2026.xlsx")
    told = [text for _, text in words.legend(window.sheets.sheet, is_asked=False)]
    assert told == ["Tên bảng", "Tiêu đề: dòng 3, 9", "Đơn vị: dòng 4–6, 10–12"]


def test_the_legend_names_the_rows_of_a_list(window_on):
    window = window_on("DS hồ sơ quá hạn tháng 10-2026.xlsx")
    told = [text for _, text in words.legend(window.sheets.sheet, is_asked=False)]
    assert told[-1] == "Hồ sơ: dòng 4–6"


def test_an_answer_says_first_in_which_cell_it_was_read(window_on):
    window = window_on("Kỳ mâu thuẫn.xlsx")
    (card,) = window.panel.cards
    told = [one.words for one in card.asking.choices]
    assert told == ["ô A1, trang Tháng 8-2025", "tên trang Tháng 8-2025"]


def test_a_long_period_is_seen_whole(window_on):
    window = window_on("Kỳ lẻ.xlsx", 1024, 530)
    QApplication.processEvents()
    edit = window.panel.period.edit
    assert edit.text() == "Kỳ từ ngày 15/12/2025 đến ngày 14/01/2026"
    assert edit.fontMetrics().horizontalAdvance(edit.text()) < edit.width() - 20


def test_which_part_of_a_figure_a_column_holds_is_never_cut(window_on):
    window = window_on("Bộ chỉ số 766 theo nhóm.xlsx")
    heads, catalogue = window.sheets.view.heads, window.session.catalogue
    parts = 0
    for number in range(heads.count()):
        column = heads.column(number)
        assert isinstance(column, Column)
        part = part_words(catalogue, column)
        lines = heads._lines_of(column, heads.sectionSize(number) - 20)
        if part:
            parts += 1
            assert " ".join(lines).endswith(part)
    assert parts > 4


def test_columns_of_several_sheets_are_listed_under_their_sheets(window_on):
    window = window_on("Bộ chỉ số 766 theo nhóm.xlsx")
    box = window.panel._lines_box
    seen = [box.itemAt(n).widget() for n in range(box.count())]
    titles = [
        one.text()
        for one in seen
        if one is not None and not isinstance(one, LineButton)
    ]
    assert titles[0] == "Trang “Công khai minh bạch”"
    assert len(titles) == len(set(titles)) > 1
