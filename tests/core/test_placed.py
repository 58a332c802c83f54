"""Cells know where they stand, whether they were made one by one or by the column."""

import copy
import pickle
from dataclasses import FrozenInstanceError, replace
from decimal import Decimal

import pytest

from core.placed import cells_of_column
from core.report import Cell, Value

TYPED = Cell(Decimal("91.7"), "91,7")
ALONE = Cell(Decimal("91.7"), "91,7", "Phụ lục!G7")
(OF_A_COLUMN,) = cells_of_column([Decimal("91.7")], ["91,7"], "Phụ lục!G", [7])


def test_a_cell_made_with_its_column_is_the_one_made_alone():
    assert OF_A_COLUMN.at == "Phụ lục!G7"
    assert OF_A_COLUMN == ALONE
    assert hash(OF_A_COLUMN) == hash(ALONE)
    assert repr(OF_A_COLUMN) == repr(ALONE)
    assert Cell(Decimal("91.7"), "91,7", "Phụ lục!G", 7) == ALONE


def test_cells_of_other_places_are_others():
    (other,) = cells_of_column([Decimal("91.7")], ["91,7"], "Phụ lục!G", [8])

    assert len({OF_A_COLUMN, ALONE, other, TYPED}) == 3
    assert TYPED.at is None


@pytest.mark.parametrize("cell", [TYPED, ALONE, OF_A_COLUMN])
def test_copies_of_a_cell_equal_it(cell):
    packed = pickle.loads(pickle.dumps(cell))  # noqa: S301 - just made

    assert packed == copy.copy(cell) == copy.deepcopy(cell) == replace(cell) == cell
    assert replace(cell, value="-").at == cell.at


@pytest.mark.parametrize("cell", [ALONE, OF_A_COLUMN])
@pytest.mark.parametrize("name", ["value", "raw", "at"])
def test_a_cell_is_never_changed(cell, name):
    with pytest.raises(FrozenInstanceError):
        setattr(cell, name, "0")


def test_a_column_keeps_the_order_of_its_cells():
    values: list[Value] = [Decimal(1), "chưa có", Decimal(3)]
    cells = cells_of_column(values, ["1", "?", "3"], "A!B", [4, 9, 2])

    told = [(cell.value, cell.raw, cell.at) for cell in cells]
    assert told == [
        (Decimal(1), "1", "A!B4"),
        ("chưa có", "?", "A!B9"),
        (Decimal(3), "3", "A!B2"),
    ]
