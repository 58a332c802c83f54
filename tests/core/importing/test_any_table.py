"""Whatever table an office makes comes back equal, or with a question: never otherwise.

Random tables in the shapes that are known, with random titles, headers, merges, orders of
columns and ways to write numbers; the builder of the corpus tells what must be read.
"""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from core.importing import open_file
from core.importing.grid import Grid, Marks, Merge, Raw, Spot
from core.importing.opening import of_grids
from core.importing.recognition.recognise import Meaning, Recogniser
from core.kind import Kind
from core.report import Report, Source, Unreadable
from core.rules.registry import Checked
from core.summary import as_json
from tests.core.importing.any_tables import (
    CATALOGUE,
    tables_of_criteria,
    tables_of_units,
    two_tables,
)
from tests.data.exports.make.model import PERCENT, Expected, Sheet
from tests.data.exports.make.tables import col, header
from tests.data.exports.make.xlsx import xlsx

SLOW = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)


def _of(grid: Grid) -> Report:
    return of_grids([grid], Source("tệp.xlsx", ""), CATALOGUE).report


def _grid(sheet: Sheet) -> Grid:
    rows = [["" if one is None else one.value for one in row] for row in sheet.rows()]
    marks = Marks(
        merges=tuple(Merge(*merge) for merge in sheet.merges),
        percents=frozenset(
            Spot(*spot) for spot, one in sheet.cells.items() if one.format == PERCENT
        ),
    )
    return Grid(sheet.name, [[_stored(value) for value in row] for row in rows], marks)


def _stored(value: Any) -> Any:
    """The value as a reader gives it: every number a float."""
    return float(value) if isinstance(value, int) else value


def _is_asked(got: dict[str, Any], key: str, want: Any) -> bool:
    """Whether the cell is a question, with the truth among its readings."""
    return (
        got["state"] == "unreadable"
        and key in ("value", "state")
        and (want in got["readings"] or want == "number")
    )


def _differences(got: dict[str, Any], want: dict[str, Any]) -> list[str]:
    """What is otherwise than it was written and not asked either."""
    wrong = []
    for key in sorted({*got["cells"], *want["cells"]}):
        one, other = got["cells"].get(key), want["cells"].get(key)
        if one is None or other is None:
            wrong.append(f"{key}: {one} for {other}")
            continue
        for part in sorted({*one, *other} - {"raw", "readings"}):
            if one.get(part) == other.get(part):
                continue
            if not _is_asked(one, part, other.get(part)) and not (
                part in other and part not in one and part in PARTS
            ):
                wrong.append(f"{key}.{part}: {one} for {other}")
    return wrong


PARTS = {"numerator", "denominator", "score", "maximum", "target"}
"""`check --json` shows a part that is a question as if it were not there."""


def _assert_read(report: Report, expected: Expected) -> None:
    told = as_json(report, Checked())
    assert [one["name"] for one in told["units"]] == [
        one["name"] for one in expected.units
    ]
    assert (told["total"] is None) == (expected.total is None)
    got, want = [*told["units"]], [*expected.units]
    if expected.total is not None:
        got, want = [*got, told["total"]], [*want, expected.total]
    wrong = [
        difference
        for one, other in zip(got, want, strict=True)
        for difference in _differences(one, other)
    ]
    assert wrong == []
    assert report.source is not None
    assert report.source.notes == ()


@pytest.mark.parametrize(
    "made",
    [tables_of_units, tables_of_criteria, two_tables],
    ids=lambda one: one.__name__,
)
def test_a_random_table_comes_back_equal_or_asked(made):
    @SLOW
    @given(made())
    def holds(case: tuple[Sheet, Expected]) -> None:
        sheet, expected = case
        _assert_read(_of(_grid(sheet)), expected)

    holds()


@settings(SLOW, max_examples=15)
@given(case=tables_of_units())
def test_a_random_table_comes_back_from_a_real_workbook(case, tmp_path_factory):
    sheet, expected = case
    path = tmp_path_factory.getbasetemp() / "bảng bất kỳ.xlsx"
    path.write_bytes(xlsx(sheet))

    _assert_read(open_file(path, CATALOGUE), expected)


def test_a_header_is_merged_as_an_office_merges_it():
    sheet = Sheet("Bảng")
    columns = [col("STT"), col("Số hóa", "Đã"), col("Số hóa", "Chưa")]

    assert header(sheet, 1, columns) == 3
    assert sheet.merges == [(1, 1, 2, 1), (1, 2, 1, 3)]


NAMES_LAST = ["Tỷ lệ hồ sơ nộp trực tuyến (%)", "Tên đơn vị"]


def test_a_total_is_known_where_the_names_stand_right_of_the_figures():
    grid = Grid("Bảng", [NAMES_LAST, [90.5, "Xã Ea Kao"], [90.5, "TỔNG CỘNG"]])

    report = _of(grid)

    assert [row.name for row in report.rows.values()] == ["Xã Ea Kao"]


def test_a_note_is_known_where_it_stands_in_a_column_of_figures():
    grid = Grid("Bảng", [NAMES_LAST, [90.5, "Xã Ea Kao"], ["Ghi chú: số liệu tạm."]])

    report = _of(grid)

    assert [row.name for row in report.rows.values()] == ["Xã Ea Kao"]


def test_a_unit_without_figures_is_kept_where_the_header_repeats_below_it():
    heads: list[Raw] = [*reversed(NAMES_LAST)]
    rows: list[list[Raw]] = [heads, ["Xã Ea Kao"], heads, ["Xã Ea Tul", 90.5]]

    report = _of(Grid("Bảng", rows))

    assert [row.name for row in report.rows.values()] == ["Xã Ea Kao", "Xã Ea Tul"]


def test_a_count_that_an_english_excel_made_a_fraction_is_asked():
    rows: list[list[Raw]] = [
        ["Tên đơn vị", "Tổng số hồ sơ xử lý quá hạn"],
        ["Xã Ea Kao", 2.03],
    ]

    value = _of(Grid("Bảng", rows)).rows["1"].cell("overdue_total").value

    assert isinstance(value, Unreadable)
    assert Decimal(2030) in value.readings


def test_every_count_is_known_by_the_name_that_the_window_shows():
    counts = [one for one in CATALOGUE.indicators.values() if one.kind is Kind.COUNT]
    known = Recogniser(CATALOGUE)

    got = {one.key: known.heading((one.name,)) for one in counts}

    assert got == {one.key: Meaning(one.key) for one in counts}
