"""What openpyxl tells of a workbook and python-calamine does not.

Merges, errors, formulas never reckoned, percentages and what is hidden: calamine, which
reads values fast, shows an error or a formula without a result as a blank, and knows no
number formats (docs/linh-vuc.md 6.3).
"""

import io
import warnings
from collections.abc import Iterable
from typing import Any

from core.importing.grid import Marks, Merge, SheetMarks, Spot


def read(data: bytes) -> tuple[SheetMarks, ...]:
    """The marks of every worksheet of an .xlsx, in its order.

    Whatever openpyxl and the XML parsers raise on damaged parts is handed on.
    """
    sheets = _open(data, values=False).worksheets
    stored: dict[str, dict[Spot, Any]] = {}
    if any(cell.data_type == "f" for sheet in sheets for cell in _cells(sheet)):
        # Only the values as stored tell an error from a formula never reckoned.
        stored = {
            sheet.title: {_spot(cell): cell for cell in _cells(sheet)}
            for sheet in _open(data, values=True).worksheets
        }
    return tuple(_sheet(sheet, stored.get(sheet.title, {})) for sheet in sheets)


def _open(data: bytes, *, values: bool) -> Any:  # noqa: ANN401 - openpyxl's own type would be imported at start-up
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        message = "openpyxl must find defusedxml: XML from a file may be hostile"
        raise RuntimeError(message)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that we do not look at
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def _cells(sheet: Any) -> Iterable[Any]:  # noqa: ANN401 - a worksheet of openpyxl
    # iter_rows() would make every cell of the rectangle between two far ones.
    return sheet._cells.values()  # type: ignore[no-any-return] # noqa: SLF001


def _spot(cell: Any) -> Spot:  # noqa: ANN401 - a cell of openpyxl
    return Spot(cell.row, cell.column)


def _sheet(
    sheet: Any,  # noqa: ANN401 - a worksheet of openpyxl
    stored: dict[Spot, Any],
) -> SheetMarks:
    errors, unsaved, percents = {}, {}, set()
    last = Spot(0, 0)
    for cell in _cells(sheet):
        if cell.value is None:
            continue
        spot = _spot(cell)
        last = Spot(max(last.row, spot.row), max(last.column, spot.column))
        result = stored.get(spot, cell) if cell.data_type == "f" else cell
        if result.data_type == "e":
            errors[spot] = str(result.value)
        elif result.value is None and result.data_type != "str":
            unsaved[spot] = _formula(cell.value)  # "str" is a formula that gave ""
        if "%" in str(cell.number_format):
            percents.add(spot)
    marks = Marks(
        merges=_merges(sheet),
        percents=frozenset(percents),
        errors=errors,
        unsaved=unsaved,
        hidden_rows=frozenset(n for n, d in sheet.row_dimensions.items() if d.hidden),
        hidden_columns=_hidden_columns(sheet),
        hidden_sheet=sheet.sheet_state != "visible",
    )
    return SheetMarks(sheet.title, last, marks)


def _merges(sheet: Any) -> tuple[Merge, ...]:  # noqa: ANN401 - a worksheet of openpyxl
    return tuple(
        Merge(r.min_row, r.min_col, r.max_row, r.max_col)
        for r in sheet.merged_cells.ranges
    )


def _formula(value: Any) -> str:  # noqa: ANN401 - a text, or openpyxl's object for an array formula
    return str(getattr(value, "text", None) or value)


def _hidden_columns(sheet: Any) -> frozenset[int]:  # noqa: ANN401 - a worksheet of openpyxl
    spans = [d for d in sheet.column_dimensions.values() if d.hidden]
    return frozenset(
        column for span in spans for column in range(span.min, span.max + 1)
    )
