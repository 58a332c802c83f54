"""Two columns, or two total lines, that tell one figure: which is right is asked."""

from datetime import date
from decimal import Decimal

from core.importing.asking import is_clear
from core.importing.choosing import signs
from core.importing.choosing.choices import NO_CHOICES, Choices
from core.importing.choosing.questions import chosen, questions
from core.importing.opened import Opened
from core.importing.opening import of_grids
from core.report import TOTAL, Blank, NoteKind, Place, Source, Unreadable
from core.rules import check
from core.rules.registry import Context
from tests.core.importing.grids import figures, notes, numbers, recogniser, sheet

CATALOGUE = recogniser().catalogue
TWO_COLUMNS = """
    Kết quả tháng 9/2024
    STT | Đơn vị | Hồ sơ quá hạn | Tổng số hồ sơ xử lý quá hạn
    1   | Xã A   | 2  | 5
    2   | Xã B   | 3  | 3
    3   | Xã C   | 4  |
    4   | Xã D   | '- | 6
"""
TWO_TOTALS = """
    Kết quả tháng 9/2024
    STT | Đơn vị | Hồ sơ quá hạn
    1   | Xã A   | 2
        | Tổng cộng | 2

    STT | Đơn vị | Hồ sơ quá hạn | Tỷ lệ số hóa hồ sơ (%)
    1   | Xã C   | 3 | 50
        | Tổng cộng | 3 | 45
"""


def opened(text: str, choices: Choices = NO_CHOICES) -> Opened:
    return of_grids([sheet(text)], Source("tệp.xlsx", ""), CATALOGUE, choices)


def test_of_two_columns_that_differ_neither_is_taken_and_one_question_is_asked():
    found = opened(TWO_COLUMNS)

    (asked,) = questions(found.report, CATALOGUE)
    assert figures(found.report, "overdue_total") == {
        "Xã A": [Unreadable("2 (C3); 5 (D3)", tuple(numbers(2, 5)))],
        "Xã B": numbers(3),
        "Xã C": [Unreadable("4 (C5); ô trống (D5)")],
        "Xã D": [Unreadable("- (C6); 6 (D6)")],
    }
    assert asked.sign == signs.COLUMNS
    assert [place.row for place in asked.places] == ["1", "3", "4"]
    assert [(one.shown, one.words) for one in asked.answers] == [
        ("2", "cột C"),
        ("5", "cột D"),
    ]
    assert asked.proposal is None
    assert not is_clear(found, CATALOGUE)


def test_the_answer_takes_the_whole_column_and_is_kept_as_a_choice():
    (asked,) = questions(opened(TWO_COLUMNS).report, CATALOGUE)
    choices = chosen(NO_CHOICES, asked, 1)

    told = opened(TWO_COLUMNS, Choices.from_json(choices.to_json())).report

    assert figures(told, "overdue_total") == {
        "Xã A": numbers(5),
        "Xã B": numbers(3),
        "Xã C": [Blank.MISSING],
        "Xã D": numbers(6),
    }
    assert told.cell(Place("1", "overdue_total")).at == "Bảng!D3"
    assert told.cell(Place("1", "overdue_total")).raw == "5"
    assert questions(told, CATALOGUE) == ()
    assert notes(told, NoteKind.CONFLICT) == []


def test_two_columns_that_agree_ask_nothing_and_say_nothing():
    text = "\n".join(TWO_COLUMNS.replace("2  | 5", "5  | 5").splitlines()[:-2])

    told = opened(text).report

    assert figures(told, "overdue_total") == {"Xã A": numbers(5), "Xã B": numbers(3)}
    assert notes(told, NoteKind.CONFLICT) == []
    assert questions(told, CATALOGUE) == ()


def test_of_two_total_lines_that_differ_neither_is_taken_and_the_cells_are_said():
    found = opened(TWO_TOTALS)

    (asked,) = questions(found.report, CATALOGUE)
    total = Place(TOTAL, "overdue_total")
    assert found.report.cell(total).value == Unreadable("2 (Bảng!C4); 3 (Bảng!C8)")
    assert found.report.cell(Place(TOTAL, "digitize_rate")).number == 45
    assert (asked.sign, asked.places) == (signs.TABLES, (total,))
    assert [(one.value, one.words) for one in asked.answers] == [
        (Decimal(2), "theo Bảng!C4"),
        (Decimal(3), "theo Bảng!C8"),
    ]
    checked = check(Context(found.report, CATALOGUE, date(2024, 10, 4)))
    (said,) = [one for one in checked.findings if one.rule.id == "D13"]
    assert said.message == (
        "Tệp ghi khác nhau cho cùng một số liệu: Hồ sơ quá hạn: 2 (Bảng!C4); 3 (Bảng!C8)."
    )


def test_the_total_line_that_is_chosen_is_the_offices():
    (asked,) = questions(opened(TWO_TOTALS).report, CATALOGUE)

    told = opened(TWO_TOTALS, chosen(NO_CHOICES, asked, 1)).report

    cell = told.cell(Place(TOTAL, "overdue_total"))
    assert (cell.number, cell.at) == (Decimal(3), "Bảng!C8")
    assert notes(told, NoteKind.CONFLICT) == []
