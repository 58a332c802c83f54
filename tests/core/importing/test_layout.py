"""Files of the same make are read alike the next time (như lần trước)."""

import json
import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.importing import inspect
from core.importing.choosing.choices import (
    LEFT_OUT,
    NO_CHOICES,
    Choices,
    ColumnKey,
    SheetChoices,
    TableKey,
)
from core.importing.choosing.layout import (
    MOST,
    NO_LAYOUTS,
    PREFERENCE,
    Head,
    Layout,
    Layouts,
    fitted,
    guessed,
    of,
    portable,
)
from core.importing.choosing.questions import chosen, questions
from core.importing.grid import Grid
from core.importing.recognition.recognise import Meaning
from core.period import Moment, Period
from core.report import Part
from core.store.database import Store
from tests.core.importing.written import HEAD, ONLINE, new_sheet, value


@pytest.fixture
def look(write, catalogue):
    def look(rows, also=lambda _: None, layouts=NO_LAYOUTS, **options):
        return inspect(write(rows, also, **options), catalogue, layouts=layouts)

    return look


HEADING = [*HEAD, "Cột riêng của sở (đ)"]
SEPTEMBER = [["Tháng 9 năm 2024"], HEADING, [1, "Xã A", 1, "40.250", "Tốt"]]
OCTOBER = [
    ["UBND TỈNH"],
    ["Tháng 10 năm 2024"],
    HEADING,
    [1, "Xã B", 3, "50.125", "Khá"],
    [2, "Xã C", 4, 80, "Tốt"],
]


def test_next_months_file_of_the_same_make_opens_without_a_question(look, catalogue):
    september = look(SEPTEMBER, sheet="T9", name="tháng 9.xlsx")
    key = september.sheets[0].tables[0].key
    (question,) = questions(september.report, catalogue)
    choices = chosen(september.choices, question, 1)
    choices = choices.with_column(key, 5, Meaning("class"))

    kept = NO_LAYOUTS.with_choices(september.layout, choices)
    october = look(OCTOBER, sheet="T10", name="tháng 10.xlsx", layouts=kept)

    assert october.as_last_time
    assert october.layout.signature == september.layout.signature
    assert value(october.report, ONLINE) == Decimal("50.125")
    assert value(october.report, "class") == "Khá"
    assert questions(october.report, catalogue) == ()
    assert october.report.period == Period.month(2024, 10)


def test_what_is_given_goes_before_what_was_kept(write, catalogue):
    path = write(SEPTEMBER)
    first = inspect(path, catalogue)
    layouts = NO_LAYOUTS.with_choices(first.layout, Choices(hidden=True))

    given_choices = Choices(period=Period.month(2020, 1))
    after = inspect(path, catalogue, given_choices, layouts=layouts)

    assert (after.choices, after.as_last_time) == (given_choices, False)


def test_that_nothing_was_decided_is_kept_and_can_be_forgotten(look):
    opened = look(SEPTEMBER)
    layouts = NO_LAYOUTS.with_choices(opened.layout, NO_CHOICES)

    assert look(SEPTEMBER, layouts=layouts).as_last_time
    assert not look(SEPTEMBER, layouts=layouts.without(opened.layout)).as_last_time


def test_another_heading_another_sheet_or_another_depth_is_another_layout(look):
    def second(sheet):
        new_sheet(sheet, "Khác").append(["a", "b"])

    plain = look(SEPTEMBER).layout.signature
    other = [SEPTEMBER[0], [*HEAD, "Cột khác"], *SEPTEMBER[2:]]

    assert look(other).layout.signature != plain
    assert look(SEPTEMBER, second).layout.signature != plain
    assert of(["a"], [[Head(1, 1, ("Tên",))]]) != of(["a"], [[Head(1, 2, ("Tên",))]])


def test_a_header_that_a_person_showed_is_found_again_lower_down(look, catalogue):
    rows = [["Đơn vị bầu", "Kết quả A"], ["Xã A", 1]]
    opened = look(rows)
    choices = opened.choices.with_header("Bảng", [1])
    key = TableKey("Bảng", 1)
    choices = choices.with_column(key, 1, Meaning("unit_name"))
    choices = choices.with_column(key, 2, Meaning("overdue_total"))
    layouts = NO_LAYOUTS.with_choices(opened.layout, choices)

    after = look([["THÔNG BÁO"], [], *rows, ["Xã B", 2]], layouts=layouts, sheet="T10")

    assert after.as_last_time
    assert after.sheets[0].tables[0].header == (3,)
    assert [value(after.report, "overdue_total", row) for row in "12"] == [1, 2]


def test_the_period_of_one_file_is_not_kept_for_the_next():
    layout = Layout("x", ("T9",), (3,))
    choices = Choices(
        hidden=True,
        period=Period.month(2024, 9),
        as_of=Moment(Period.month(2024, 9).last_day),
    )

    assert portable(choices, layout) == Choices(hidden=True)


def test_layouts_are_kept_in_the_store(tmp_path):
    layout = Layout("abc", ("T9",), (3,))
    choices = NO_CHOICES.with_column(TableKey("T9", 3), 5, LEFT_OUT)
    layouts = NO_LAYOUTS.with_choices(layout, choices)

    with Store.open(tmp_path / "kho.db") as store:
        store.set_preference(PREFERENCE, layouts.to_json())
    with Store.open(tmp_path / "kho.db") as store:
        kept = Layouts.from_json(store.preference(PREFERENCE))

    assert kept == layouts
    assert kept.find(layout) == choices


def test_only_the_layouts_used_last_are_kept():
    layouts = NO_LAYOUTS
    for number in range(MOST + 5):
        layouts = layouts.with_choices(Layout(str(number), (), ()), NO_CHOICES)
    again = layouts.with_choices(Layout("7", (), ()), NO_CHOICES)

    assert len(layouts.kept) == MOST
    assert "4" not in layouts.kept
    assert [*again.kept][-1] == "7"
    assert Layouts.from_json(layouts.to_json()) == layouts


@pytest.mark.parametrize(
    "broken", [None, 3, "x", {}, [1], [["a", 1]], [["a", {"sheets": 4}]]]
)
def test_what_is_no_layout_is_none_and_stops_nothing(broken):
    assert Layouts.from_json(broken) == NO_LAYOUTS


def test_numbers_and_names_of_units_are_no_part_of_a_signature(look):
    later = [["Tháng 1 năm 2031"], HEADING, [7, "Phường Z", 99, 12, "Kém"]]
    assert look(SEPTEMBER).layout.signature == look(later).layout.signature


def test_a_sheet_without_a_known_header_is_known_by_its_row_of_most_words():
    grid = Grid("x", [["Sổ"], [1, "a", "b", "c"], ["Cột a", "", "Cột b"], ["u", "v"]])

    assert guessed(grid) == (Head(3, 1, ("Cột a", "", "Cột b")),)
    assert guessed(Grid("x", [["Sổ"], [1, 2]])) == ()


# --------------------------------------------------------------------------- for all

sheet_names = st.text(string.ascii_letters + "ộạ 9", min_size=1, max_size=6)
meanings = st.builds(
    Meaning, st.sampled_from(["", ONLINE, "class"]), st.sampled_from(Part), st.just("")
)


@st.composite
def layouts_with_choices(draw):
    names = draw(st.lists(sheet_names, min_size=1, max_size=4, unique=True))
    rows = tuple(draw(st.integers(1, 20)) for _ in names)
    one = st.sampled_from(names)
    below = st.integers(1, 60)
    choices = Choices(
        hidden=draw(st.booleans()),
        sheets=draw(
            st.dictionaries(
                one,
                st.builds(
                    SheetChoices,
                    st.sampled_from([None, True, False]),
                    st.lists(below, unique=True, max_size=3).map(tuple),
                ),
            )
        ),
        columns=draw(st.dictionaries(st.builds(ColumnKey, one, below, below), meanings)),
        left_out=frozenset(draw(st.lists(st.builds(TableKey, one, below)))),
        styles=draw(
            st.dictionaries(
                st.tuples(st.tuples(st.sampled_from([ONLINE]), st.sampled_from(Part)),
                          st.sampled_from([".", "date"])),
                st.integers(0, 2),
            )
        ),
    )  # fmt: skip
    return Layout("s", tuple(names), rows), choices


@given(layouts_with_choices())
def test_choices_come_back_from_json_and_from_a_layout_as_they_were(made):
    layout, choices = made

    assert Choices.from_json(json.loads(json.dumps(choices.to_json()))) == choices
    assert fitted(portable(choices, layout), layout) == choices


@given(layouts_with_choices(), st.integers(-3, 30))
def test_rows_follow_the_header_to_where_it_stands_next_time(made, lower):
    layout, choices = made
    moved = Layout("s", tuple(f"{n}'" for n in layout.sheets),
                   tuple(row + lower for row in layout.rows))  # fmt: skip

    after = fitted(portable(choices, layout), moved)

    assert {(k.sheet, k.row, k.column) for k in after.columns} == {
        (f"{k.sheet}'", k.row + lower, k.column) for k in choices.columns
    }
    assert {k.row for k in after.left_out} == {k.row + lower for k in choices.left_out}


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda x: st.lists(x, max_size=3)
                    | st.dictionaries(st.sampled_from(["sheets", "columns", "styles",
                                                       "left_out", "period", "hidden"]),
                                      x, max_size=3)))  # fmt: skip
def test_choices_of_another_version_are_refused_or_read_never_a_fault(data):
    try:
        made = Choices.from_json(data)
    except ValueError:
        return
    assert Choices.from_json(made.to_json()) == made
