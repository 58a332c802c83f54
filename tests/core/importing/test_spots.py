"""Cells of a sheet kept by column are the same set as one by one."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from core.importing.grid import Grid, Marks, Spot, Spots

places = st.frozensets(st.builds(Spot, st.integers(1, 6), st.integers(1, 4)))
numbers = st.frozensets(st.integers(1, 6))


@given(places, places)
def test_it_is_the_set_of_its_cells(some, others):
    spots = Spots.of(some)

    assert spots == some
    assert some == spots
    assert (len(spots), set(spots)) == (len(some), set(some))
    assert {one for one in others if one in spots} == some & others == spots & others
    assert (spots == Spots.of(others)) is (some == others)
    assert pickle.loads(pickle.dumps(spots)) == spots  # noqa: S301 - just made


@given(places, numbers, numbers)
def test_rows_and_columns_are_taken_out_of_it(some, rows, columns):
    left = Spots.of(some).without(rows, columns)

    assert set(left) == {
        spot for spot in some if spot.row not in rows and spot.column not in columns
    }


@given(places)
def test_a_sheet_knows_by_column_what_it_shows_as_percentages(some):
    as_set, by_column = (
        Grid("Bảng", [], Marks(percents=one)) for one in (some, Spots.of(some))
    )

    for column in range(1, 6):
        own = {spot.row for spot in some if spot.column == column}
        assert as_set.percents(column) == by_column.percents(column) == own
