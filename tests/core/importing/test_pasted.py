"""A block that was copied: from the portal's page, from Excel, as text or as a page."""

import pytest

from core.errors import UnreadableFileError
from core.importing.books import pasted
from core.importing.grid import Merge

TEXT = "STT\tTên đơn vị\tTỷ lệ (%)\r\n1\tXã A\t91,7\r\n2\tXã B\t2.033\r\n"
PAGE = "<table><tr><td colspan=2>Đơn vị<td>Tỷ lệ (%)<tr><td>1<td>Xã A<td>91,7</table>"
WINDOWS = (
    "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\nStartFragment:0000000141\r\n"
    "EndFragment:0000000264\r\nSourceURL:https://example.vn/a?b=<c>\r\n<html><body>\r\n"
    "<!--StartFragment-->{}<!--EndFragment-->\r\n</body></html>\0"
)


def test_lines_and_tabs_are_rows_and_columns_and_all_stays_text():
    (grid,) = pasted.grids(TEXT)
    assert grid.sheet == "Bảng 1"
    assert grid.rows[1:] == [["1", "Xã A", "91,7"], ["2", "Xã B", "2.033"]]


@pytest.mark.parametrize("page", [PAGE, WINDOWS.format(PAGE)], ids=["qt", "windows"])
def test_a_page_is_preferred_since_it_knows_merges(page):
    (grid,) = pasted.grids(TEXT, page)
    assert grid.rows == [["Đơn vị", "", "Tỷ lệ (%)"], ["1", "Xã A", "91,7"]]
    assert grid.marks.merges == (Merge(1, 1, 1, 2),)


def test_a_page_without_a_table_gives_way_to_the_text():
    (grid,) = pasted.grids(TEXT, "<html><body><p>STT</p></body></html>")
    assert grid.rows[0] == ["STT", "Tên đơn vị", "Tỷ lệ (%)"]


def test_a_cell_of_several_lines_is_one_cell():
    (grid,) = pasted.grids('a\t"b\nc"\n1\t2\n')
    assert grid.rows == [["a", "b\nc"], ["1", "2"]]


def test_a_lone_quotation_mark_is_a_sign_like_any_other():
    (grid,) = pasted.grids('a\t"b\n1\t2\n3\t4\n')
    assert grid.rows == [["a", '"b'], ["1", "2"], ["3", "4"]]


@pytest.mark.parametrize("text", ["", "Kính gửi các xã", "một\nhai\nba", "a\tb", "\0"])
def test_what_is_no_table_is_refused_with_what_to_copy(text):
    with pytest.raises(UnreadableFileError) as caught:
        pasted.grids(text, "<p>a</p>")
    assert str(caught.value) == (
        "Phần vừa dán không có bảng nào. Trên trang web hoặc trong Excel, bôi đen cả bảng"
        " kèm dòng tiêu đề, sao chép (Ctrl+C), rồi dán lại."
    )


def test_a_cell_that_never_ends_is_no_traceback():
    with pytest.raises(UnreadableFileError, match="không có bảng nào"):
        pasted.grids('a;b\n1;2\n3;"' + "x" * 200_000 + '"')


def test_a_block_far_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(pasted, "LIMIT", 10)
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        pasted.grids(TEXT)
