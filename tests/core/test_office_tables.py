"""Targets and tasks as workbooks: our own come back, a colleague's are read with care."""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import catalogue, criteria_words, figures, office_tables, profiles
from core.errors import UnreadableFileError
from core.importing import small_table
from core.kind import Kind
from core.office import Target, Targets, Task
from core.office_tables import ReadTargets, ReadTasks
from core.weaknesses import OVERDUE

CATALOGUE = catalogue.load()
FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def book(*rows: Sequence[Any], shape: str = "General", title: str = "Bảng") -> bytes:
    """A colleague's workbook with one sheet of `rows`."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for cell in (one for row in sheet.iter_rows(min_row=2) for one in row):
        if isinstance(cell.value, float):
            cell.number_format = shape
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def read(*rows: Sequence[Any], shape: str = "General") -> ReadTargets:
    return office_tables.read_targets(
        book(*rows, shape=shape), "a.xlsx", CATALOGUE, 2026
    )


def read_tasks(*rows: Sequence[Any]) -> ReadTasks:
    return office_tables.read_tasks(book(*rows), "a.xlsx", CATALOGUE)


def told(result: ReadTargets | ReadTasks) -> list[str]:
    return [str(one) for one in result.remarks]


def level(result: ReadTargets, key: str, year: int = 2026) -> Decimal | None:
    found = result.targets.find(key, year)
    return None if found is None else found.level


HEAD = ("Năm", "Mã", "Tiêu chí", "Mức (%)", "Căn cứ")
TASK_HEAD = ("Tiêu chí", "Việc cần làm", "Đơn vị, người thực hiện", "Thời hạn")

# ------------------------------------------------------------- our own, there and back

LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")),
    max_size=30,
)
TEXTS = st.one_of(
    LETTERS,
    st.sampled_from(
        ["=1+1", "+84", "-5%", "@SUM(A1)", "#N/A", "_x0041_", "TRUE", "1e5"]
    ),
).map(figures.clean)
MEASURABLE = criteria_words.measurable(CATALOGUE)
RATIOS = [one for one in MEASURABLE if one.kind is Kind.RATIO]
COUNTS = [one for one in MEASURABLE if one.kind is Kind.COUNT]


@st.composite
def some_targets(draw: st.DrawFn) -> Targets:
    years: dict[int, dict[str, Target]] = {}
    for year in draw(st.sets(st.integers(2022, 2030), max_size=3)):
        ratios = draw(st.sets(st.sampled_from(RATIOS), min_size=1, max_size=6))
        of_year = {}
        for one in ratios:
            places = draw(st.integers(0, 14))
            shown = draw(st.decimals(0, 100, places=places))
            of_year[one.key] = Target(one.key, shown, draw(TEXTS))
        for one in draw(st.sets(st.sampled_from(COUNTS), max_size=2)):
            number = Decimal(draw(st.integers(0, 10**9)))
            of_year[one.key] = Target(one.key, number, draw(TEXTS))
        years[year] = of_year
    return Targets(years)


@given(some_targets())
@FEW
def test_targets_written_to_a_file_come_back_as_they_were(targets: Targets):
    written = office_tables.targets_file(targets, CATALOGUE, 2026)
    again = office_tables.read_targets(written, "a.xlsx", CATALOGUE, 2026)
    assert again == ReadTargets(targets, ())


@st.composite
def some_tasks(draw: st.DrawFn) -> tuple[Task, ...]:
    keys = st.sampled_from([one.key for one in CATALOGUE.indicators.values()])
    made = []
    for _ in range(draw(st.integers(0, 5))):
        indicators = tuple(draw(st.lists(keys, max_size=3, unique=True)))
        slots = "".join(f"{{{one}}}" for one in draw(st.sets(st.just("area"))))
        text = f"{draw(TEXTS).replace('{', '')}{slots}"
        task = Task(text, indicators, draw(TEXTS), draw(TEXTS))
        is_empty = not (task.text or task.unit or task.deadline)
        if not is_empty and not office_tables.task_trouble(task):
            made.append(task)
    return tuple(made)


@given(some_tasks())
@FEW
def test_tasks_written_to_a_file_come_back_as_they_were(tasks: tuple[Task, ...]):
    written = office_tables.tasks_file(tasks, CATALOGUE)
    assert office_tables.read_tasks(written, "a.xlsx", CATALOGUE) == ReadTasks(tasks)


@pytest.mark.parametrize("name", ["huyen-go-dau", "xa-truong-tay", "xa-ea-ktur"])
def test_the_tables_of_the_offices_that_come_along_come_back(name: str):
    office = profiles.find(name)
    targets = office_tables.targets_file(office.targets, CATALOGUE, 2024)
    tasks = office_tables.tasks_file(office.tasks, CATALOGUE)
    read_back = office_tables.read_targets(targets, "a.xlsx", CATALOGUE, 2024)
    assert read_back.targets == office.targets
    assert office_tables.read_tasks(tasks, "a.xlsx", CATALOGUE).tasks == office.tasks


def test_every_indicator_is_found_by_the_words_that_the_tables_use():
    criteria = criteria_words.Criteria(CATALOGUE)
    for key in CATALOGUE.indicators:
        words = criteria_words.in_words(CATALOGUE, key)
        assert ";" not in words
        found = criteria.find(words)
        assert found is not None
        assert found.key == key


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@A1", "#REF!"])
def test_no_text_becomes_a_formula_or_an_error_in_the_file(text: str):
    task = Task(text, ("online_pay_rate",), text, text)
    written = office_tables.tasks_file((task,), CATALOGUE)
    sheet = openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]
    cells = [sheet.cell(2, column) for column in (2, 3, 4)]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]
    assert [cell.value for cell in cells] == [text, text, text]
    marked = text[0] in "=+-@"
    assert [cell.quotePrefix for cell in cells] == [marked] * 3


def test_the_file_has_a_header_that_stays_and_columns_wide_enough():
    written = office_tables.targets_file(Targets(), CATALOGUE, 2026)
    sheet = openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [
        "Năm",
        "Mã",
        "Tiêu chí",
        "Mức",
        "Căn cứ",
    ]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["C"].width > 40
    assert sheet.max_row == 1 + len(
        [one for one in CATALOGUE.criteria if one in RATIOS]
    )


# ------------------------------------------------------------------- a colleague's own


def test_columns_may_stand_in_another_order_below_a_title():
    result = read(
        ("CHỈ TIÊU NĂM 2026",),
        (),
        ("Căn cứ", "Ghi chú", "Mức được giao", "Tên tiêu chí", "Năm"),
        ("Kế hoạch số 12/KH-UBND", "x", 52.5, "hồ sơ NỘP trực tuyến", 2025),
        (None, None, "47", "3.6", "năm 2026"),
    )
    assert result.targets == Targets(
        {
            2025: {
                "online_submit_rate": Target(
                    "online_submit_rate", Decimal("52.5"), "Kế hoạch số 12/KH-UBND"
                )
            },
            2026: {"online_pay_rate": Target("online_pay_rate", Decimal(47))},
        }
    )
    assert told(result) == []


def test_what_cannot_be_taken_is_said_with_its_cell_and_the_rest_is_taken():
    result = read(
        HEAD,
        (2026, "3.3", "Hồ sơ nộp trực tuyến", 52, ""),
        (2026, "9.9", "Trồng cây", 5, ""),
        (2026, "3.6", "", "năm mươi", ""),
        ("hai sáu", "4.1", "", 90, ""),
        (2026, "4.3", "", None, "Kế hoạch"),
        (2026, "5.2", "", 100, ""),
    )
    assert sorted(result.targets.years[2026]) == [
        "online_submit_rate",
        "pakn_on_time_rate",
    ]
    assert told(result) == [
        "Ô Bảng!C3: không có tiêu chí nào tên “Trồng cây” trong Bộ chỉ số; dòng này chưa được nhập.",
        "Ô Bảng!D4: chưa đọc được mức “năm mươi”; ghi số từ 0 đến 100, như 52 hoặc 52,5; dòng này chưa được nhập.",
        "Ô Bảng!A5: “hai sáu” không phải một năm; ghi bốn chữ số, ví dụ 2026; dòng này chưa được nhập.",
        "Ô Bảng!D6: có căn cứ mà chưa có mức; dòng này chưa được nhập.",
    ]


@pytest.mark.parametrize("wrong", [101, -1, "52 hoặc 53", date(2026, 1, 1), True])
def test_a_level_that_no_ratio_has_is_not_taken(wrong: object):
    result = read(HEAD, (2026, "3.6", "", wrong, ""))
    assert result.targets == Targets()
    assert "Ô Bảng!D2: chưa đọc được mức" in told(result)[0]


def test_a_row_without_a_year_is_said_where_the_file_has_years():
    result = read(HEAD, (None, "3.6", "", 47, ""))
    assert result.targets == Targets()
    assert told(result) == [
        "Ô Bảng!A2: chưa ghi năm; ghi bốn chữ số, ví dụ 2026; dòng này chưa được nhập."
    ]


def test_a_file_without_years_is_of_the_year_shown_and_that_is_said():
    result = read(("Tiêu chí", "Mức"), ("3.6", 47))
    assert level(result, "online_pay_rate") == 47
    assert told(result) == [
        "Tệp không có cột “Năm”: các mức được hiểu là của năm 2026."
    ]


def test_a_percentage_of_excel_is_taken_as_it_is_shown():
    assert level(
        read(HEAD, (2026, "3.6", "", 0.475, ""), shape="0.0%"), "online_pay_rate"
    ) == Decimal("47.5")
    assert level(
        read(HEAD, (2026, "3.6", "", 0.475, "")), "online_pay_rate"
    ) == Decimal("0.475")


def test_a_code_that_excel_took_for_a_number_is_still_the_code():
    assert level(read(HEAD, (2026, 3.6, "", 47, "")), "online_pay_rate") == 47


def test_a_code_and_a_name_of_two_criteria_are_not_decided_between():
    result = read(HEAD, (2026, "3.3", "Hồ sơ thanh toán trực tuyến", 47, ""))
    assert result.targets == Targets()
    assert "là hai tiêu chí khác nhau" in told(result)[0]
    assert told(result)[0].startswith("Ô Bảng!B2: ")


def test_a_name_of_two_criteria_is_asked_to_be_told_apart():
    result = read(("Tiêu chí", "Mức"), ("Số hóa hồ sơ", 80))
    assert result.targets == Targets()
    assert "“4.2 Số hóa hồ sơ” hoặc “Nhóm Số hóa hồ sơ”" in told(result)[0]


def test_two_levels_for_one_criterion_are_both_left_out_and_said():
    result = read(
        HEAD,
        (2026, "3.6", "", 47, ""),
        (2026, "3.6", "", 60, ""),
        (2026, "3.3", "", 52, ""),
    )
    assert sorted(result.targets.years[2026]) == ["online_submit_rate"]
    assert told(result) == [
        "Ô Bảng!D2: cùng một tiêu chí năm 2026 ghi khác nhau ở Bảng!D2, Bảng!D3; các dòng này chưa được nhập."
    ]
    same = read(HEAD, (2026, "3.6", "", 47, ""), (2026, "3.6", "", 47, ""))
    assert (level(same, "online_pay_rate"), told(same)) == (Decimal(47), [])


def test_a_formula_without_a_result_and_an_error_are_said():
    result = read(HEAD, (2026, "3.6", "", "=40+7", ""), (2026, "3.3", "", "#REF!", ""))
    assert result.targets == Targets()
    assert told(result) == [
        "Ô Bảng!D2: ô có công thức chưa có kết quả; dòng này chưa được nhập.",
        "Ô Bảng!D3: ô báo lỗi #REF!; dòng này chưa được nhập.",
    ]


def test_a_header_repeated_on_every_page_is_no_row():
    result = read(HEAD, (2026, "3.6", "", 47, ""), HEAD, (2026, "3.3", "", 52, ""))
    assert len(result.targets.years[2026]) == 2
    assert told(result) == []


def test_a_count_has_its_level_too():
    result = read(HEAD, (2026, "", "Hồ sơ quá hạn", 0, ""))
    assert level(result, OVERDUE) == 0


def test_words_are_no_criterion_that_can_be_measured():
    result = read(HEAD, (2026, "", "unit_name", 5, ""))
    assert result.targets == Targets()
    assert len(result.remarks) == 1


def test_who_does_what_by_when_is_read_with_a_date_as_a_deadline():
    result = read_tasks(
        ("Thời hạn", "Người thực hiện", "Tiêu chí", "Việc"),
        (date(2026, 11, 30), "Bà Lan", "3.6; 3.3", ""),
        ("hằng tuần", "Văn phòng", "chung", "Báo cáo UBND xã"),
        (None, None, "4.1", None),
    )
    assert result.tasks == (
        Task("", ("online_pay_rate", "online_submit_rate"), "Bà Lan", "30/11/2026"),
        Task("Báo cáo UBND xã", (), "Văn phòng", "hằng tuần"),
    )
    assert told(result) == []


def test_a_task_that_no_letter_could_say_is_told_with_its_cell():
    result = read_tasks(
        TASK_HEAD,
        ("3.6", "Đạt {target} trước {ngày}", "Bà Lan", ""),
        ("", "", "Bà Lan", "30/11"),
        ("Trồng cây", "Trồng", "Bà Lan", ""),
        ("3.6", "Đạt {target}", "Bà Lan", ""),
    )
    assert [one.text for one in result.tasks] == ["Đạt {target}"]
    assert told(result) == [
        "Ô Bảng!B2: Có chỗ trống không dùng được: {ngày}. Dòng này chưa được nhập.",
        "Ô Bảng!B3: Việc chung phải ghi việc cần làm. Dòng này chưa được nhập.",
        "Ô Bảng!A4: không có tiêu chí nào tên “Trồng cây” trong Bộ chỉ số; dòng này chưa được nhập.",
    ]


# ----------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "rỗng"),
        (b"Nam;Ma;Tieu chi", ".xlsx"),
        (b"PK\x03\x04 and no more", "hỏng"),
        (
            book(("Đơn vị", "Điểm"), ("Xã A", 80)),
            "không có bảng nào có cột “Tiêu chí”, “Mức”",
        ),
    ],
)
def test_what_is_no_such_table_is_refused_in_a_sentence(data: bytes, words: str):
    with pytest.raises(UnreadableFileError, match=words):
        office_tables.read_targets(data, "a.xlsx", CATALOGUE, 2026)


def test_a_package_of_another_kind_is_refused(tmp_path):
    import zipfile

    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    with pytest.raises(UnreadableFileError, match=r"“a\.xlsx”"):
        office_tables.read_targets(path.read_bytes(), "a.xlsx", CATALOGUE, 2026)


def test_a_file_that_declares_entities_is_refused_before_it_is_opened(tmp_path):
    import zipfile

    path = tmp_path / "a.xlsx"
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/worksheets/sheet1.xml", bomb)
    with pytest.raises(UnreadableFileError, match="DOCTYPE"):
        office_tables.read_targets(path.read_bytes(), "a.xlsx", CATALOGUE, 2026)


def test_a_table_far_larger_than_an_offices_is_refused(monkeypatch):
    rows = [(2026, "3.6", "", 47, "")] * 30
    monkeypatch.setattr(small_table, "LIMIT_ROWS", 20)
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        read(HEAD, *rows)
    monkeypatch.setattr(small_table, "LIMIT_ROWS", 5000)
    monkeypatch.setattr(small_table, "LIMIT_MB", 0)
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        read(HEAD)
