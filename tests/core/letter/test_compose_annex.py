from dataclasses import replace
from datetime import UTC, date, datetime

from core import profiles
from core.letter.model import Figure, plain_text, text_of
from core.report import Blank, Cell, Change, Edit, Part, Place, Unreadable
from tests.core.letter.samples import letter, read, typed

_NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _texts(row):
    return [text_of(cell) for cell in row.cells]


def test_the_commune_s_annex_has_the_eleven_columns_under_a_header_of_two_rows():
    table = letter("xa-truong-tay").annexes[0].table
    assert len(table.columns) == 11
    assert [one.group for one in table.columns] == [""] * 7 + [
        "Kết quả số hóa hồ sơ (**)"
    ] * 4
    assert [_texts(row) for row in table.rows] == [
        [
            "1",
            "UBND xã Trường Tây",
            "000.21.35.H53",
            "0",
            "100,00",
            "91,70",
            "89,64",
            "95,09",
            "92,73",
            "112",
            "2.033",
        ]
    ]


def test_the_district_s_annex_has_a_row_for_each_unit_and_the_total_line_last():
    table = letter("huyen-go-dau").annexes[0].table
    labels = [column.label for column in table.columns]
    assert len(labels) == 11
    assert "Mã định danh" not in labels  # nobody has one in this file
    assert len(table.rows) == 11
    assert [row.strong for row in table.rows] == [False] * 10 + [True]
    total = _texts(table.rows[-1])
    assert total[1] == "TỔNG CỘNG"
    assert total[2] == "46"
    assert total[7:9] == ["70,85", "69,89"]


def test_the_annex_by_criteria_gives_each_group_its_criteria():
    table = letter("xa-ea-ktur").annexes[0].table
    assert len(table.columns) == 7
    groups = [_texts(row) for row in table.rows if row.strong]
    assert [row[0] for row in groups] == ["I", "II", "III", "IV", "V", "VI", ""]
    assert groups[-1][5:] == ["54,86", "100"]
    digitize = next(row for row in table.rows if "thực hiện số hóa" in _texts(row)[1])
    assert _texts(digitize)[2:] == ["215", "2.882", "7,46", "0,30", "4"]
    numbers = [_texts(row)[0] for row in table.rows if not row.strong]
    assert numbers == [str(number) for number in range(1, 19)]


def test_the_marks_of_the_headings_are_explained():
    notes = [plain_text(one) for one in letter("xa-truong-tay").annexes[0].notes]
    assert notes[0].startswith("(*)")
    assert notes[1].startswith("(**)")
    assert not any("Số liệu tính đến" in one for one in notes)
    assert not any(one.startswith("Dấu") for one in notes)
    others = [plain_text(one) for one in letter("huyen-go-dau").annexes[0].notes]
    assert others[-1].startswith("Số liệu tính đến 16 giờ 30 phút ngày 06/12/2024")
    assert others[-2] == "Dấu “-”: chưa có số liệu."


def test_the_running_total_s_first_day_is_said_once_the_office_has_given_it():
    profile = replace(profiles.find("xa-truong-tay"), cumulative_since=date(2024, 1, 2))
    notes = letter("xa-truong-tay", profile=profile).annexes[0].notes
    assert "Lũy kế tính từ ngày 02 tháng 01 năm 2024." in map(plain_text, notes)


def test_the_reference_has_the_letter_s_number_or_room_for_one():
    blank = letter("xa-truong-tay").annexes[0].reference
    assert blank.startswith("(Kèm theo Công văn số \u00a0")
    assert blank.endswith("ngày 30 tháng 9 năm 2024 của UBND xã Trường Tây)")
    numbered = letter("xa-truong-tay", number="5")
    assert numbered.number == "05"
    assert "số 05/UBND-VP" in numbered.annexes[0].reference


def test_a_figure_with_two_readings_is_marked_as_not_clear_and_counts_as_missing():
    found = read("xa-truong-tay")
    place = Place(found.head_id, "online_pay_rate")
    edit = Edit(place, found.find(place), Cell(Unreadable("2.033")))
    spoilt = found.apply(Change("", (edit,), at=_NOW))
    marked = [
        one for one in letter("xa-truong-tay", spoilt).missing if place in one.places
    ]
    assert {one.text for one in marked} == {"[chưa rõ số liệu]"}


def test_not_applicable_is_no_missing_figure():
    found = read("xa-truong-tay")
    place = Place(found.head_id, "online_pay_rate")
    edit = Edit(place, found.find(place), Cell(Blank.NOT_APPLICABLE))
    without = letter("xa-truong-tay", found.apply(Change("", (edit,), at=_NOW)))
    cells = without.annexes[0].table.rows[0].cells
    assert Figure("không áp dụng", (place,)) in cells


def test_an_empty_report_has_no_annex_and_its_letter_refers_to_none():
    found = replace(read("xa-truong-tay"), rows={}, columns=())
    composed = letter("xa-truong-tay", found)
    assert not composed.annexes
    assert not any("Phụ lục" in one.text for one in composed.body)
    assert {one.places[0].indicator for one in composed.missing} == {
        "score_total",
        "rank",
    }


def test_a_commune_in_a_table_of_many_speaks_of_its_own_row_only():
    found = read("huyen-go-dau")
    named = typed(found, {("4", "unit_name"): "Xã Trường Tây"})
    composed = letter("xa-truong-tay", named)
    rows = composed.annexes[0].table.rows
    assert len(rows) == 1
    assert Figure("4,55", (Place("4", "reuse_rate", Part.VALUE),)) in rows[0].cells
    assert "4,55%" in " ".join(one.text for one in composed.body)
