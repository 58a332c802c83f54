"""A workbook's values by python-calamine, joined with the marks of its sheets.

calamine is fast and fills the rectangle from A1 to the last value, so how far that is
must be known before it is asked; of damaged bytes it may panic, which no `except
Exception` catches.
"""

import io
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from core.damaged import is_of_bytes
from core.errors import UnreadableFileError
from core.importing import refusals
from core.importing.grid import LIMIT_CELLS, Grid, SheetMarks

_T = TypeVar("_T")


def grids(
    data: bytes, name: str, marks_of: Callable[[bytes], Sequence[SheetMarks]]
) -> tuple[Grid, ...]:
    """Every sheet that `marks_of` tells of, with its values, in that order.

    Raises:
        UnreadableFileError: Damaged, or with cells too far apart to be a table.
    """
    known = guarded(lambda: marks_of(data), name)
    check(known, name)
    return guarded(lambda: _values(data, known), name)


def check(known: Sequence[SheetMarks], name: str) -> None:
    """Nothing, for sheets whose values are near enough to be filled.

    Raises:
        UnreadableFileError: They are too far apart to be a table.
    """
    for sheet in known:
        if sheet.last.row * sheet.last.column > LIMIT_CELLS:
            raise refusals.far_cells(name, sheet.sheet)


def _values(data: bytes, known: Sequence[SheetMarks]) -> tuple[Grid, ...]:
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


def guarded(read: Callable[[], _T], name: str) -> _T:
    """What `read` gives; whatever damaged bytes make of a library is one sentence.

    What our own code raises because it is wrong is no refusal, and is handed on.

    Raises:
        UnreadableFileError: `read` failed by what the bytes are.
    """
    try:
        return read()
    except (UnreadableFileError, MemoryError):
        raise
    except Exception as problem:
        if not is_of_bytes(problem):
            raise
        raise refusals.broken(name, _detail(problem)) from problem
    except BaseException as problem:
        # A panic of python-calamine's Rust is no Exception.
        if type(problem).__name__ != "PanicException":
            raise
        raise refusals.broken(name, _detail(problem)) from problem


def _detail(problem: BaseException) -> str:
    return f"{type(problem).__name__}: {problem}"
