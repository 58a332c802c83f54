"""The sample of a file's layout tells headers and shapes, no figure and no name."""

import json
import re
import string
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from core import catalogue as catalogues
from core.importing import inspect
from core.importing.choosing.choices import NO_CHOICES
from core.importing.grid import Grid
from core.importing.masking import Masker, pattern, shape
from core.importing.opening import again, of_grids
from core.importing.sample_layout import sample
from core.names import folded
from core.report import Source
from tests.core.importing.written import HEAD, new_sheet

CATALOGUE = catalogues.load()


@pytest.fixture
def told(write, catalogue):
    def told(rows, also=lambda _: None, **options):
        opened = inspect(write(rows, also, **options), catalogue)
        return json.loads(sample(opened, catalogue))["sheets"]

    return told


def test_headings_rows_and_kinds_of_cells_are_told(told):
    def percent(sheet: Worksheet):
        sheet["D3"].number_format = "0.00%"
        sheet.merge_cells("A1:D1")

    rows = [
        ["PHỤ LỤC THÁNG 9 NĂM 2024"],
        [*HEAD, "Cột riêng của sở (18đ)"],
        [1, "Xã Cẩm Giang", 12, 0.917, "4,5"],
        [2, "Xã Bàu Đồn", 7, None, "không rõ"],
    ]

    (sheet,) = told(rows, percent)
    (table,) = sheet["tables"]

    assert (sheet["rows"], sheet["columns"], sheet["merges"]) == (4, 5, [[1, 1, 1, 4]])
    assert sheet["titles"] == [{"row": 1, "shape": "AA AA AA 9 AA 9999"}]
    assert table["header_rows"] == [2]
    columns = table["columns"]
    assert [one["heading"] for one in columns[3:]] == [
        ["Tỷ lệ hồ sơ nộp trực tuyến (%)"],
        ["Cột riêng của sở (99đ)"],
    ]
    assert [one["holds"] for one in columns[2:]] == [
        "overdue_total",
        "online_submit_rate",
        None,
    ]
    assert [one["cells"] for one in columns[1:]] == [
        {"chữ": 2},
        {"số 99": 1, "số 9": 1},
        {"số 9.999 %": 1, "trống": 1},
        {"chữ 9,9": 1, "chữ": 1},
    ]


def test_names_in_headings_are_shapes(told):
    rows = [
        ["Tên đơn vị", "Hồ sơ quá hạn", "Ý kiến Xã Cẩm Giang", "Do Nguyễn Văn Ba ghi",
         "SO VỚI XÃ BÀU ĐỒN", "của cẩm giang"],
        ["Xã Cẩm Giang", 1, "x", "y", "z", "t"],
    ]  # fmt: skip

    (sheet,) = told(rows)

    headings = [one["heading"][0] for one in sheet["tables"][0]["columns"]]
    assert headings == [
        "Tên đơn vị",
        "Hồ sơ quá hạn",
        "Ý kiến Aa Aa Aa",
        "Aa Aa Aa Aa ghi",
        "SO VỚI XÃ AA AA",
        "của aa aa",
    ]


def test_a_sheets_name_stays_only_in_the_catalogues_words(told):
    def also(sheet: Worksheet):
        new_sheet(sheet, "Xã Cẩm Giang").append(["x"])

    first, second = told(
        [HEAD, [1, "Xã A", 1, 90]], also, sheet="Số hóa hồ sơ xã Bàu Đồn"
    )

    assert first["name"] == "Số hóa hồ sơ xã Aa Aa"
    assert second["name"] == "Xã Aa Aa"


def test_a_row_that_only_may_be_a_header_tells_the_catalogues_words_only(told):
    (sheet,) = told([["Nguyễn Thị Hoa", "Xếp hạng"], ["Trần Văn Ba", "Giỏi"]])

    assert sheet["tables"] == []
    assert sheet["likely_header"] == [{"row": 1, "heading": ["Aa Aa Aa", "Xếp hạng"]}]


def test_a_header_that_a_person_shows_is_told_in_full(write, catalogue):
    opened = inspect(
        write([["Đơn vị bầu", "Kết quả khảo sát"], ["Xã A", 1]]), catalogue
    )

    shown = again(opened, catalogue, NO_CHOICES.with_header("Bảng", [1]))

    (sheet,) = json.loads(sample(shown, catalogue))["sheets"]
    headings = [one["heading"] for one in sheet["tables"][0]["columns"]]
    assert headings == [["Đơn vị bầu"], ["Kết quả khảo sát"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2.033", "9.999"), ("91,7 %", "99,9 %"), ("4.33 / 6", "9.99 / 9"), ("-", "-"),
     ("Đạt", "chữ"), ("01 hồ sơ", "99 hồ sơ"), ("H15.120", "chữ"), ("  ", "trống")],
)  # fmt: skip
def test_a_number_is_told_by_its_signs(text, expected):
    assert pattern(text) == expected


def test_the_shape_of_words_tells_no_letter():
    assert shape("UBND xã Cẩm Giang, ngày 30/9") == "AA aa Aa Aa, aa 99/9"


# ------------------------------------------------------------------------------ for all

# "Aa Aa" is what a name becomes, and cannot be told from one.
syllables = st.text("abceghiklmnopqrstuvxyâêôơưđạảấề", min_size=2, max_size=5).filter(
    lambda one: set(folded(one)) != {"a"}
)
names = st.lists(syllables, min_size=2, max_size=3).map(
    lambda some: " ".join(one.capitalize() for one in some)
)
units = st.builds("{} {}".format, st.sampled_from(["Xã", "Phường", "UBND xã"]), names)
words = st.sampled_from([*HEAD[2:], "Ghi chú riêng", "Kết quả (18đ)", "Tháng 9"])
bodies = (
    st.integers(0, 99_999)
    | st.floats(0, 1000)
    | st.text(string.digits + ".,/% ", max_size=8)
    | st.dates(date(2000, 1, 1), date(2050, 1, 1))
    | st.just("")
)


@st.composite
def files(draw):
    """A table of units; names of them may stand in headings, titles and sheet names."""
    told = draw(st.lists(units, min_size=1, max_size=4))
    one = st.sampled_from(told)
    more = draw(
        st.lists(words | st.builds("{} {}".format, words, one) | one, max_size=4)
    )
    head = ["STT", "Tên đơn vị", *HEAD[2:3], *more]
    rows = [
        [n, name, *(draw(bodies) for _ in head[2:])] for n, name in enumerate(told, 1)
    ]
    titles = [
        [draw(st.builds("Kết quả {} năm {}".format, one, st.integers(2020, 2030)))]
    ]
    sheet = draw(st.sampled_from(["Bảng 7", "Số hóa"]) | one)
    return told, Grid(sheet, [*titles, head, *rows])


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(files())
def test_no_figure_and_no_name_of_a_file_leaves_it(made):
    told, grid = made
    opened = of_grids([grid], Source("tệp 2024.xlsx", "ab12"), CATALOGUE)

    texts = list(_strings(json.loads(sample(opened, CATALOGUE))["sheets"]))

    assert not [text for text in texts if re.search(r"[0-8]", text)]
    for name in told:
        bare = folded(name).removeprefix("ubnd ").partition(" ")[2]
        for text in texts:
            assert bare not in folded(text)


def _strings(data):
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from (key, *_strings(value))
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


@given(st.text(), st.lists(st.text(), max_size=2))
def test_any_text_can_be_masked(text, some):
    masker = Masker(CATALOGUE, some)

    masker.known(text)
    assert not re.search(r"[0-8]", re.sub(r"[^\x00-\x7f]", "", masker.heading(text)))
