"""Rows packed for the window's process: the same values, made when they are looked at."""

import pickle
from datetime import date, time
from decimal import Decimal

from core.importing import packing, wire
from core.period import Moment, Period, PeriodKind
from core.report import UNIT_NAME, Blank, Cell, Part, Report, Row, Unreadable, Value
from core.rows import fields_of, words_of

NAME, RATE = (UNIT_NAME, Part.VALUE), ("rate", Part.VALUE)


def _rows(count: int) -> dict[str, Row]:
    """Units, of which every third has a figure less and some say odd things."""
    rows = {}
    for number in range(1, count + 1):
        cells = {NAME: Cell(f"Xã {number}", f"xã  {number}", f"Phụ lục!B{number}")}
        if number % 3:
            figure = Decimal(number).scaleb(-2)
            cells[RATE] = Cell(figure, str(figure), f"Phụ lục!C{number}")
        if number % 7 == 0:
            cells[RATE] = Cell(Unreadable("2.033", (Decimal(2033),)), "2.033")
        rows[str(number)] = Row(str(number), cells)
    return rows


def test_a_report_sent_over_the_wire_comes_back_equal_in_the_same_order() -> None:
    report = Report(rows=_rows(packing.AT_ONCE * 2 + 5), columns=("rate",))

    back = wire.unpacked(wire.packed(report))

    assert back == report
    assert report == back
    assert list(back.rows) == list(report.rows)
    for row_id, row in report.rows.items():
        assert list(back.rows[row_id].cells.items()) == list(row.cells.items())


def test_what_rows_have_cells_of_is_told_without_looking_at_each() -> None:
    rows = _rows(5)

    back = packing.unpacked(packing.packed(rows))

    assert fields_of(back) == fields_of(rows) == {NAME, RATE}
    assert fields_of({}) == fields_of(packing.unpacked(packing.packed({}))) == set()


def test_every_kind_of_value_survives_packing() -> None:
    values: tuple[Value, ...] = (
        Decimal("1.00"),
        Decimal("1E+2"),
        "chữ",
        "",
        Blank.NOT_APPLICABLE,
        Unreadable("?", ()),
        Period(PeriodKind.MONTH, 2024, 9),
        Moment(date(2024, 9, 30), time(16, 30)),
    )
    cells = {(f"k{n}", Part.VALUE): Cell(one) for n, one in enumerate(values)}
    rows = {"1": Row("1", cells)}

    back = packing.unpacked(packing.packed(rows))

    said = [str(cell.value) for cell in back["1"].cells.values()]
    assert said == [str(one) for one in values]
    assert back == rows


def test_looking_at_one_row_makes_only_the_cells_beside_it() -> None:
    rows = packing.unpacked(packing.packed(_rows(packing.AT_ONCE * 3)))
    first, last = rows["1"].cells, rows[str(packing.AT_ONCE * 3 - 1)].cells

    assert first[NAME].value == "Xã 1"

    assert isinstance(first, packing.PackedCells)
    assert isinstance(last, packing.PackedCells)
    assert [type(column) for column in first._columns] == [list, bytes]
    assert all(isinstance(column, bytes) for column in last._columns)


def test_packed_cells_are_asked_as_a_dict_is() -> None:
    row = packing.unpacked(packing.packed(_rows(1)))["1"]
    missing = ("rank", Part.OF)

    assert missing not in row.cells
    assert row.cells.get(missing) is None
    assert RATE in row.cells
    assert len(row.cells) == 2
    assert row.name == "Xã 1"
    assert row.cells == _rows(1)["1"].cells
    assert repr(row.cells) == repr(_rows(1)["1"].cells)


def test_packed_cells_are_pickled_as_a_dict_of_their_own() -> None:
    row = packing.unpacked(packing.packed(_rows(packing.AT_ONCE)))["1"]

    back = pickle.loads(pickle.dumps(row))  # noqa: S301 - our own

    assert back == row
    assert type(back.cells) is dict


def test_packed_rows_tell_their_names_without_making_a_cell() -> None:
    rows = _rows(packing.AT_ONCE + 3)
    rows["4"] = Row("4", {NAME: Cell(Blank.MISSING), RATE: Cell(Decimal(1))})
    rows["5"] = Row("5", {})
    rows["6"] = Row("6", {NAME: Cell("hai\ndòng")})
    back = packing.unpacked(packing.packed(rows))

    told = words_of(back, UNIT_NAME)

    assert told == words_of(rows, UNIT_NAME)
    assert told[2:6] == ["Xã 3", "", "", "hai\ndòng"]
    assert words_of(back, RATE[0]) == words_of(rows, RATE[0]) == [""] * len(rows)
    assert back == rows
    assert type(pickle.loads(pickle.dumps(back))) is dict  # noqa: S301 - our own


def test_an_odd_value_among_words_and_numbers_leaves_its_text_alone() -> None:
    odd = Unreadable("0", (Decimal(1), Decimal(2)))
    field = "k", Part.VALUE
    for usual, text in ((Decimal(7), "7"), ("chữ", "chữ")):
        told = {"1": (usual, text, "Phụ lục!B1"), "2": (odd, "0", None)}
        rows = {
            number: Row(number, {field: Cell(*one)}) for number, one in told.items()
        }

        back = packing.unpacked(packing.packed(rows))

        assert back == rows
        assert {
            number: (cell.value, cell.raw, cell.at)
            for number, row in back.items()
            for cell in row.cells.values()
        } == told
