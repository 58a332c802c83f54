"""Text files with columns: every field stays the text it is, and none moves."""

import csv
import io
import subprocess
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import resources
from core.errors import UnreadableFileError
from core.importing import open_file
from core.importing.books import delimited, plain_text
from core.period import Period
from core.report import TOTAL, Blank, Part, Place, Report, Unreadable

RATE, RUNNING = "online_submit_rate", "ecopy_cumulative"
HEAD = [
    "STT",
    "Tên đơn vị",
    "Mã định danh",
    "Tổng số hồ sơ xử lý quá hạn",
    "Tỷ lệ hồ sơ nộp trực tuyến (%)",
    "Lũy kế chứng thực điện tử bản sao (hồ sơ)",
]
ANNEX = [
    ["PHỤ LỤC KẾT QUẢ THÁNG 9/2024"],
    ["(Số liệu tính đến 16 giờ 30 phút ngày 04/10/2024)"],
    [],
    HEAD,
    ["1", "Xã Bàu Đồn", "007", "01", "91,7", "2.033"],
    ["2", "Xã Thạnh Đức", "008", "-", "2.033", "12"],
    ["", "TỔNG CỘNG", "", "1", "90,5%", "2.045"],
]


def written(rows: Sequence[Sequence[str]], sign: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign).writerows(rows)
    return text.getvalue()


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    def put(text: str | bytes, encoding: str = "utf-8", name: str = "bảng.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return put


def is_the_annex(report: Report) -> None:
    assert report.period == Period.month(2024, 9)
    assert report.as_of is not None
    assert report.as_of.code == "2024-10-04T16:30"
    first, second = report.rows.values()
    assert (first.name, first.code) == ("Xã Bàu Đồn", "007")
    assert (second.name, second.code) == ("Xã Thạnh Đức", "008")
    assert first.number("overdue_total") == 1
    assert first.cell(RATE).raw == "91,7"
    assert first.number(RATE) == Decimal("91.7")
    assert first.number(RUNNING) == 2033
    assert second.cell("overdue_total").value is Blank.MISSING
    readings = (Decimal(2033), Decimal("2.033"))
    assert second.cell(RATE).value == Unreadable("2.033", readings)
    assert report.cell(Place(TOTAL, RATE)).number == Decimal("90.5")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_is_read_whatever_parts_its_columns(sign, encoding, put, opened):
    is_the_annex(opened(put(written(ANNEX, sign), encoding)))


def test_a_file_is_known_by_its_content_not_its_name(put, opened):
    is_the_annex(opened(put(written(ANNEX, ";"), name="bảng.xlsx")))
    is_the_annex(opened(put("sep=;\r\n" + written(ANNEX, ";"))))


def test_cells_know_where_they_stand_blank_lines_counted(put, opened):
    report = opened(put(written(ANNEX, ";"), name="Phụ lục.csv"))
    assert report.cell(Place("1", RATE)).at == "Phụ lục!E5"
    (table,) = report.source.tables
    assert (table.sheet, table.header_rows, table.first_row) == ("Phụ lục", (4,), 5)


def test_the_samples_say_the_same_as_text(put, opened, catalogue):
    """What a spreadsheet's own export to .csv makes of a sample."""
    for path in sorted((resources.folder() / "samples").glob("Phụ lục*.xlsx")):
        book = open_file(path, catalogue)
        sheet = delimited_of(path)
        report = opened(put(written(sheet, ";"), name=f"{path.stem}.csv"))
        assert (report.period, report.as_of) == (book.period, book.as_of)
        assert figures_of(report) == figures_of(book)


def delimited_of(path: Path) -> list[list[str]]:
    import python_calamine

    with python_calamine.CalamineWorkbook.from_path(path) as book:
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[shown(value) for value in row] for row in rows]


def shown(value: object) -> str:
    """A value as a Vietnamese spreadsheet exports it."""
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def figures_of(report: Report) -> dict[tuple[str, Place], object]:
    return {
        (row.name, Place(row.id, key, part)): cell.value
        for row in report.all_rows
        for (key, part), cell in row.cells.items()
        if part is Part.VALUE and cell.value is not Blank.MISSING
    }


FIELDS = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" \"'\n,;\t"),
    max_size=8,
).map(str.strip)


@settings(max_examples=60)
@given(
    st.lists(st.lists(FIELDS, min_size=3, max_size=3), min_size=2, max_size=5),
    st.sampled_from(plain_text.SEPARATORS),
)
def test_every_field_comes_back_as_the_text_it_was(rows, sign):
    heading = ["Tên", "Số", "Chữ"]
    text = written([heading, *([f"a{one[0]}", *one[1:]] for one in rows)], sign)
    told = delimited._rows(text, sign, "bảng.csv", "bảng")
    assert told == [heading, *([f"a{one[0]}", *one[1:]] for one in rows)]


def test_numbers_alone_stay_text_and_short_rows_are_blank():
    text = "007;1.50\n008;2.033\n9\nNA;nan\n"
    rows = [["007", "1.50"], ["008", "2.033"], ["9", ""], ["NA", "nan"]]
    assert delimited._rows(text, ";", "bảng.csv", "bảng") == rows
    numbers = [["007", "1.50"], ["008", "2.033"]]
    text = written(numbers, ";")
    assert delimited._rows(text, ";", "bảng.csv", "bảng") == numbers


# --------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "STT,Tên đơn vị,Tỷ lệ hồ sơ nộp trực tuyến (%)\n1,Xã A,90\n2,Xã B,91,7\n",
            (
                "“bảng.csv”: dòng 3 có nhiều ô hơn các dòng tiêu đề, có thể vì số như 91,7"
                " bị tách làm hai ô. Mở tệp trong Excel, lưu lại thành .xlsx rồi mở."
            ),
        ),
        (
            "STT;Tên đơn vị;Số\n1;Xã A;9\n2;Xã B;8\n".encode() + b"3;\xd1\xea;7\n",
            (
                "Chưa đọc được chữ trong “bảng.csv” vì không rõ bảng mã của tệp. Mở tệp"
                " trong Excel, lưu lại thành .xlsx rồi mở."
            ),
        ),
        (
            'STT;Tên đơn vị;Số\n1;Xã A;9\n2;"Xã B;8\n',
            "“bảng.csv” bị hỏng hoặc tải chưa hết. Tải lại tệp rồi mở.",
        ),
        (
            "Họ tên;Chức vụ\nNguyễn Văn A;Chuyên viên\n",
            (
                "Không nhận ra bảng số liệu Bộ chỉ số 766 nào trong “bảng.csv”. Kiểm tra xem"
                " bảng có dòng tiêu đề (tên đơn vị hoặc tiêu chí, và tên các chỉ tiêu) không,"
                " hoặc chọn tệp khác."
            ),
        ),
        (
            "a;b\nc;d\n" + ";" * 13000 + "\n" * 2000,
            (
                "“bảng.csv” có những ô cách nhau quá xa ở trang “bảng”, không đọc được như"
                " một bảng. Xóa các ô thừa ở xa bảng, lưu lại rồi mở."
            ),
        ),
        (
            "Kính gửi: các xã, phường\nV/v báo cáo\nĐề nghị gửi số liệu.\n",
            (
                "“bảng.csv” không phải bảng tính (văn bản thường). Chọn tệp Excel tải từ Cổng"
                " hoặc hệ thống Một cửa."
            ),
        ),
    ],
    ids=["shifted", "encoding", "quotation", "other table", "far", "prose"],
)
def test_what_is_no_table_of_ours_is_refused_in_a_sentence(text, told, put, catalogue):
    with pytest.raises(UnreadableFileError) as caught:
        open_file(put(text), catalogue)
    assert str(caught.value) == told


def test_a_remark_beyond_the_headings_is_no_reason_to_refuse(put, opened):
    text = (
        "STT;Tên đơn vị;Tỷ lệ hồ sơ nộp trực tuyến (%)\n1;Xã A;90\n2;Xã B;91,7;xem lại"
    )
    report = opened(put(text))
    assert report.cell(Place("2", RATE)).number == Decimal("91.7")


def test_pandas_is_loaded_by_a_text_and_not_by_a_workbook(put):
    sample = next((resources.folder() / "samples").glob("Phụ lục*.xlsx"))
    script = (
        "import sys; from pathlib import Path; from core import catalogue, importing\n"
        "importing.open_file(Path(sys.argv[1]), catalogue.load())\n"
        "print('pandas' in sys.modules)"
    )
    for path, loaded in ((sample, "False"), (put(written(ANNEX, ";")), "True")):
        command = [sys.executable, "-c", script, str(path)]
        root = resources.folder().parent
        told = subprocess.run(
            command, capture_output=True, text=True, cwd=root, check=True
        )
        assert told.stdout.strip() == loaded
