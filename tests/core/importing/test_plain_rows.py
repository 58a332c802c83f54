"""Rows that are seen at once to be units are units when asked one by one, too."""

from hypothesis import given
from hypothesis import strategies as st

from core import catalogue
from core.importing.grid import Grid, Raw, text_of
from core.importing.recognition import tables, words
from core.importing.recognition.recognise import Recogniser
from core.importing.recognition.shapes.model import Role
from core.importing.recognition.shapes.roles import Roles

HEADER = ["STT", "Tên đơn vị", "Mã định danh", "Tỷ lệ hồ sơ nộp trực tuyến (%)"]
BEGINS = (
    *("Tổng cộng", "Cộng", "Cả xã", "toàn tỉnh", "Ghi chú", "(*)", "Chênh lệch", "Δ"),
    *("Bình quân", "Cộng I", "Kế hoạch năm", "Cấp xã", "Tháng 2", "Max", "Giảm"),
    *("Thời gian cập nhật", "Cập nhật", "so với", "1", "B", "(3=1+2)", "UBND xã Tân"),
    *("UBND cấp xã", "UBND  nhóm xã", "UBND các sở", "UBND ", "ubnd khối xã"),
    *(
        "Tên đơn vị",
        "Đặc khu",
        "Tong cong",
        "nguồn",
        "Tổ\u200bng",
        "Cô\u0323ng",
        " ",
        "",
    ),
)

RECOGNISER = Recogniser(catalogue.load())

begins = st.sampled_from(BEGINS)
names = st.lists(begins | st.text(max_size=3), max_size=3).map("".join)
numbers = st.sampled_from([1.0, 0.0, -0.0, -1.0, 2.5, "1", "I", "A.", "Cộng", "", True])
codes = st.sampled_from(["", "H42", "000.01.H42", "Tổng", 7.0])
figures = st.sampled_from([91.5, "91,5", "", "-", "(4)"])


@given(names)
def test_a_name_that_is_aside_is_never_taken_for_plain(name):
    text = text_of(name)
    told = (words.is_total, words.is_note, words.is_difference, words.is_time)
    more = (words.is_column_number, words.is_no_unit)
    if any(one(text) for one in (*told, *more)):
        assert words.may_be_aside(words.beginning(name))


@given(st.lists(st.tuples(numbers, names, codes, figures), min_size=1, max_size=4))
def test_what_rows_are_is_the_same_seen_at_once_and_one_by_one(rows):
    first: list[Raw] = [1.0, "UBND xã Tân Phước", "H1", 90.0]
    grid = Grid("Bảng", [HEADER, first, *map(list, rows)])
    table, *_ = tables.find(grid, RECOGNISER)  # a row may be a header of its own

    roles = Roles(table, 2)

    alone = {row: roles.of(row) for row in table.rows()}
    assert roles.known() == {
        row: role for row, role in alone.items() if role is not None
    }
    assert roles.known()[2] is Role.UNIT
