"""A file imported again over figures edited by hand: each side is known, none is lost."""

from datetime import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.importing.comparing import Side, all_to, differences, merged
from core.period import Period
from core.report import (
    PERIOD,
    PERIOD_PLACE,
    TOTAL,
    UNIT_NAME,
    Blank,
    Cell,
    Change,
    Part,
    Place,
    Report,
    Row,
    rows_of,
)
from tests.core.importing.written import ONLINE, OVERDUE, value

NOW = datetime(2026, 10, 4, 9, 14)  # noqa: DTZ001 - months are kept in local time
NAME = (UNIT_NAME, Part.VALUE)


def report(*units, total=None, period=None):
    """A report with these units: name, overdue, online."""
    rows = rows_of(
        Row(
            str(n),
            {
                NAME: Cell(name, name, f"Bảng!B{n}"),
                (OVERDUE, Part.VALUE): _cell(overdue, n),
                (ONLINE, Part.VALUE): _cell(online, n),
            },
        )
        for n, (name, overdue, online) in enumerate(units, start=1)
    )
    last = (
        None if total is None else Row(TOTAL, {(OVERDUE, Part.VALUE): _cell(total, 9)})
    )
    facts = {} if period is None else {PERIOD: Cell(period, "")}
    return Report(rows, last, facts, columns=(OVERDUE, ONLINE))


def _cell(number, row):
    if number is None:
        return Cell(Blank.MISSING, "", f"Bảng!C{row}")
    return Cell(Decimal(number), str(number), f"Bảng!C{row}")


def edited(before, *edits):
    """The report after edits by hand, and the changes."""
    changes = []
    for place, new in edits:
        cell = new if isinstance(new, Cell) else Cell(Decimal(new), str(new))
        change = Change("", (before.edit(place, cell),), NOW)
        before = before.apply(change)
        changes.append(change)
    return before, tuple(changes)


BASE = report(("Xã A", 1, 90), ("Xã B", 2, 80))
A_OVERDUE, A_ONLINE = Place("1", OVERDUE), Place("1", ONLINE)
B_OVERDUE = Place("2", OVERDUE)


def test_what_one_side_changed_is_taken_and_what_both_changed_is_asked():
    kept, changes = edited(BASE, (A_OVERDUE, 5), (B_OVERDUE, 7))
    fresh = report(("Xã A", 6, 91), ("Xã B", 2, 80))

    found = differences(kept, changes, fresh)

    assert [(one.place, one.settled) for one in found] == [
        (A_OVERDUE, None),
        (A_ONLINE, Side.THEIRS),
        (B_OVERDUE, Side.MINE),
    ]
    asked = found[0]
    assert asked.unit == "Xã A"
    assert [one.number for one in (asked.base, asked.mine, asked.theirs)] == [1, 5, 6]


def test_both_are_joined_in_one_step_that_can_be_taken_back():
    kept, changes = edited(BASE, (A_OVERDUE, 5), (B_OVERDUE, 7))
    fresh = report(("Xã A", 6, 91), ("Xã B", 2, 80))
    found = differences(kept, changes, fresh)

    step = merged(kept, found, {A_OVERDUE: Side.THEIRS}, NOW)

    assert step is not None
    after = kept.apply(step)
    assert [value(after, OVERDUE, row) for row in "12"] == [6, 7]
    assert value(after, ONLINE) == 91
    assert after.apply(step.inverse) == kept


def test_what_is_asked_and_not_answered_stays_as_the_hand_left_it():
    kept, changes = edited(BASE, (A_OVERDUE, 5))
    found = differences(kept, changes, report(("Xã A", 6, 90), ("Xã B", 2, 80)))

    assert merged(kept, found, {}, NOW) is None


def test_the_same_file_again_differs_only_where_the_hand_was():
    kept, changes = edited(BASE, (A_OVERDUE, 5), (A_OVERDUE, 6))

    (one,) = differences(kept, changes, BASE)

    assert [one.base.number, one.mine.number] == [1, 6]
    assert one.settled is Side.MINE
    assert differences(BASE, (), BASE) == ()


def test_units_are_found_by_name_wherever_they_stand():
    kept, changes = edited(BASE, (A_OVERDUE, 5))
    fresh = report(("UBND Xã B - Tỉnh Tây Ninh", 3, 80), ("XÃ A", 1, 90))

    found = [
        one for one in differences(kept, changes, fresh) if one.place[1] != UNIT_NAME
    ]

    assert [(one.place, one.settled) for one in found] == [
        (B_OVERDUE, Side.THEIRS),
        (A_OVERDUE, Side.MINE),
    ]


def test_a_unit_renamed_by_hand_is_still_the_files():
    place = Place("1", UNIT_NAME)
    kept, changes = edited(BASE, (place, Cell("Xã An Bình", "Xã An Bình")))

    (one,) = differences(kept, changes, BASE)

    assert (one.place, one.settled) == (place, Side.MINE)


def test_the_only_unit_of_both_needs_no_name():
    kept = report(("", 1, 90))

    (one, *_) = [
        d
        for d in differences(kept, (), report(("Xã A", 2, 90)))
        if d.place == A_OVERDUE
    ]

    assert one.theirs.value == 2


def test_a_new_unit_comes_with_the_file_and_one_added_by_hand_stays():
    added = Place("3", UNIT_NAME)
    kept, changes = edited(
        BASE, (added, Cell("Xã C", "Xã C")), (Place("3", OVERDUE), 4)
    )
    fresh = report(("Xã A", 1, 90), ("Xã B", 2, 80), ("Xã D", 9, 70))

    found = differences(kept, changes, fresh)
    step = merged(kept, found, {}, NOW)

    assert step is not None
    after = kept.apply(step)
    assert [row.name for row in after.rows.values()] == ["Xã A", "Xã B", "Xã C", "Xã D"]
    assert value(after, OVERDUE, "4") == 9


def test_a_unit_that_the_file_has_no_longer_is_asked_about():
    fresh = report(("Xã A", 1, 90), ("Xã Z", 2, 80), ("Xã Y", 2, 80))

    gone = [one for one in differences(BASE, (), fresh) if one.is_row]
    step = merged(BASE, gone, {gone[0].place: Side.THEIRS}, NOW)

    assert [(one.unit, one.settled) for one in gone] == [("Xã B", None)]
    assert step is not None
    assert [row.name for row in BASE.apply(step).rows.values()] == ["Xã A"]
    assert BASE.apply(step).apply(step.inverse) == BASE
    assert merged(BASE, gone, {}, NOW) is None


def test_what_the_file_does_not_speak_of_is_no_difference():
    fresh = Report(rows_of([Row("1", {NAME: Cell("Xã A", "")})]), columns=())
    kept = report(("Xã A", 1, 90))

    assert differences(kept, (), fresh) == ()


def test_the_period_is_compared_too():
    september, october = Period.month(2024, 9), Period.month(2024, 10)
    kept = report(("Xã A", 1, 90), period=september)

    (one,) = differences(kept, (), report(("Xã A", 1, 90), period=october))

    assert (one.place, one.settled) == (PERIOD_PLACE, Side.THEIRS)


# --------------------------------------------------------------------------- for all

figures_ = st.none() | st.integers(0, 9)
units = st.lists(st.tuples(st.sampled_from(["Xã A", "Xã B", "Xã C", "Xã A"]), figures_,
                           figures_), min_size=1, max_size=4)  # fmt: skip
cells = st.integers(10, 19).map(lambda n: Cell(Decimal(n), str(n)))


@st.composite
def months(draw):
    base = report(*draw(units), total=draw(figures_))
    places = [Place(i, k) for i in base.rows for k in (OVERDUE, ONLINE)]
    hand = draw(st.lists(st.tuples(st.sampled_from(places), cells), max_size=4))
    kept, changes = edited(base, *hand)
    return kept, changes, report(*draw(units), total=draw(figures_))


@given(months())
def test_all_to_one_side_gives_that_side_and_every_step_is_taken_back(made):
    kept, changes, fresh = made
    found = differences(kept, changes, fresh)

    assert len({one.place for one in found}) == len(found)
    assert merged(kept, found, all_to(found, Side.MINE), NOW) is None
    step = merged(kept, found, all_to(found, Side.THEIRS), NOW)
    after = kept if step is None else kept.apply(step)
    told = sorted(_told(row) for row in fresh.rows.values())
    assert sorted(_told(row) for row in after.rows.values()) == told
    if fresh.total is not None:
        assert value(after, OVERDUE, TOTAL) == value(fresh, OVERDUE, TOTAL)
    if step is not None:
        assert after.apply(step.inverse) == kept


def _told(row):
    return [str(row.cell(key).value) for key in (UNIT_NAME, OVERDUE, ONLINE)]


@given(months())
def test_the_hand_never_loses_a_figure_without_an_answer(made):
    kept, changes, fresh = made
    found = differences(kept, changes, fresh)

    step = merged(kept, found, {}, NOW)
    after = kept if step is None else kept.apply(step)

    for place in {edit.place for change in changes for edit in change.edits}:
        assert after.cell(place).value == kept.cell(place).value
