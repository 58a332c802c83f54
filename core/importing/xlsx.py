"""The sheets of an .xlsx: values from python-calamine, the rest from openpyxl."""

import io
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from core.importing import marks, package, refusals
from core.importing.grid import LIMIT_CELLS, Grid

_T = TypeVar("_T")


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every worksheet, hidden ones too, in the workbook's order.

    Raises:
        UnreadableFileError: Damaged, hostile, or too large to be a table.
    """
    package.check(data, name)
    known = _guarded(lambda: marks.read(data), name)
    for sheet in known:
        if sheet.last.row * sheet.last.column > LIMIT_CELLS:
            raise refusals.far_cells(name, sheet.sheet)
    return _guarded(lambda: _values(data, known), name)


def _values(data: bytes, known: tuple[marks.SheetMarks, ...]) -> tuple[Grid, ...]:
    import python_calamine

    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        return tuple(
            Grid(
                sheet=unicodedata.normalize("NFC", one.sheet),
                rows=book.get_sheet_by_name(one.sheet).to_python(skip_empty_area=False),
                marks=one.marks,
            )
            for one in known
        )


def _guarded(read: Callable[[], tuple[_T, ...]], name: str) -> tuple[_T, ...]:
    """What `read` gives; whatever a library makes of damaged bytes is one sentence."""
    try:
        return read()
    except Exception as problem:
        raise refusals.broken(name, _detail(problem)) from problem
    except BaseException as problem:
        # A panic of python-calamine's Rust is no Exception.
        if type(problem).__name__ != "PanicException":
            raise
        raise refusals.broken(name, _detail(problem)) from problem


def _detail(problem: BaseException) -> str:
    return f"{type(problem).__name__}: {problem}"
