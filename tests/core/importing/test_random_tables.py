"""Random tables of the annex's shape come back as they were written."""

import string
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import catalogue as catalogues
from core import figures
from core.catalogue import Kind
from core.importing import open_file
from core.names import unit_identity
from core.report import TOTAL, Blank, NoteKind, Place, Unreadable, Value

CATALOGUE = catalogues.load()
COLUMNS = tuple(
    key
    for key in CATALOGUE.annexes["superior"]
    if key not in ("stt", "unit_name", "unit_code")
)
GROUPED = {"e_result_rate", "digitize_rate", "ecopy_count", "ecopy_cumulative"}


@dataclass(frozen=True)
class Written:
    """What goes into a cell, and the value it stands for."""

    content: Any
    value: Value
    percent: bool = False


def _ratio(hundredths: int, style: str) -> Written:
    number = Decimal(hundredths) / 100
    if style == "number":
        return Written(float(number), number)
    if style == "percent":
        return Written(hundredths / 10_000, number, percent=True)
    text = f"{number:f}".replace(".", ",") if style == "comma" else f"{number:f}%"
    return Written(text, number)


def _count(number: int, style: str) -> Written:
    shown = {
        "number": number,
        "dots": figures.show(Decimal(number)),
        "text": str(number),
    }
    return Written(shown[style], Decimal(number))


missing = st.sampled_from([None, "-", "—"]).map(lambda c: Written(c, Blank.MISSING))
ratios = st.builds(
    _ratio,
    st.integers(0, 10_000),
    st.sampled_from(["number", "percent", "comma", "sign"]),
)
counts = st.builds(
    _count, st.integers(0, 9_999_999), st.sampled_from(["number", "dots", "text"])
)
names = st.builds(
    "{} {}".format,
    st.sampled_from(["Xã", "Phường", "UBND xã", "Thị trấn"]),
    st.text(string.ascii_letters + "ĐđƯưÂâỆệ", min_size=1, max_size=8),
)


def _figure(key: str) -> st.SearchStrategy[Written]:
    kind = CATALOGUE.indicators[key].kind
    return (ratios if kind is Kind.RATIO else counts) | missing


@st.composite
def tables(draw):
    """Columns in any order, units with any figures, perhaps a total; where it begins."""
    keys = draw(st.permutations(COLUMNS))[: draw(st.integers(1, len(COLUMNS)))]
    units = draw(st.lists(names, min_size=1, max_size=6))
    rows = [[draw(_figure(key)) for key in keys] for _ in units]
    total = [draw(_figure(key)) for key in keys] if draw(st.booleans()) else None
    if total and all(one.value is Blank.MISSING for one in total):
        total = None
    titles = draw(st.integers(0, 4))
    return keys, units, rows, total, titles, draw(st.integers(0, 3))


def _write(path, table):
    keys, units, rows, total, titles, left = table
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    head = titles + 1
    for row in range(1, titles + 1):
        sheet.cell(row, left + 1, f"Phụ lục {row}")
        sheet.merge_cells(
            start_row=row, end_row=row, start_column=left + 1, end_column=left + 4
        )
    for offset, text in enumerate(("STT", "Tên đơn vị"), start=1):
        _tall(sheet, head, left + offset, text)
    _heads(sheet, head, left + 3, keys)
    for number, (unit, figures_) in enumerate(zip(units, rows, strict=True), start=1):
        sheet.cell(head + 1 + number, left + 1, number)
        sheet.cell(head + 1 + number, left + 2, unit)
        _fill(sheet, head + 1 + number, left + 3, figures_)
    if total:
        last = head + 2 + len(units)
        sheet.cell(last, left + 2, "TỔNG CỘNG")
        _fill(sheet, last, left + 3, total)
    book.save(path)
    return head + 2


def _tall(sheet, row, column, text):
    sheet.cell(row, column, text)
    sheet.merge_cells(
        start_row=row, end_row=row + 1, start_column=column, end_column=column
    )


def _heads(sheet, row, first, keys):
    """Headings as the annex prints them; neighbours of its group under one cell."""
    column = first
    while column < first + len(keys):
        run = 0
        while (
            column + run < first + len(keys) and keys[column + run - first] in GROUPED
        ):
            run += 1
        if run == 0:
            label = CATALOGUE.indicators[keys[column - first]].annex_label
            _tall(sheet, row, column, label)
        else:
            sheet.cell(row, column, "Kết quả số hóa hồ sơ (**)")
            sheet.merge_cells(
                start_row=row,
                end_row=row,
                start_column=column,
                end_column=column + run - 1,
            )
            for one in range(column, column + run):
                label = CATALOGUE.indicators[keys[one - first]].annex_label
                sheet.cell(row + 1, one, label)
        column += max(run, 1)


def _fill(sheet, row, first, cells):
    for column, one in enumerate(cells, start=first):
        cell = sheet.cell(row, column, one.content)
        if one.percent:
            cell.number_format = "0.00%"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("random") / "bảng.xlsx"


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(table=tables())
def test_a_random_annex_comes_back_equal(table, place):
    keys, units, rows, total, _, _ = table
    first = _write(place, table)

    report = open_file(place, CATALOGUE)

    assert report.source is not None
    kinds = {note.kind for note in report.source.notes}
    assert kinds <= {NoteKind.SAME_NAME}
    assert bool(kinds) == (len({unit_identity(unit) for unit in units}) < len(units))
    assert report.source.tables[0].first_row == first
    assert report.columns == tuple(keys)
    assert [row.name for row in report.rows.values()] == units
    for number, row in enumerate(rows, start=1):
        for key, one in zip(keys, row, strict=True):
            assert _is_told(report.cell(Place(str(number), key)).value, one.value)
    assert (report.total is None) == (total is None)
    for key, one in zip(keys, total or (), strict=False):
        assert _is_told(report.cell(Place(TOTAL, key)).value, one.value)


def _is_told(found: Value, written: Value) -> bool:
    """Whether the figure came back, or both of its readings ("0,5" among 90s)."""
    if isinstance(found, Unreadable):
        return written in found.readings
    return found == written
