"""Formulas of an .xls that no program has reckoned, which xlrd shows as blanks or zeros.

Every formula of BIFF has a result, so a writer that does not reckon leaves one that
says nothing: xlwt an empty text, POI a zero with "reckon on opening".
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.importing.grid import Spot

_BOUNDSHEET, _BOF, _EOF = 0x85, 0x809, 0x0A
_FORMULAS = {0x06, 0x206, 0x406}
_ZERO = bytes(8)
_WHOLE = re.compile(r"\b(\d+)\.0\b")  # as xlrd writes any number
_ON_OPENING = 0x02


@dataclass(frozen=True, slots=True)
class _Formula:
    sheet: int
    spot: Spot
    result: bytes
    options: int
    tokens: bytes


def unsaved(stream: bytes, book: Any) -> dict[int, dict[Spot, str]]:  # noqa: ANN401 - xlrd is imported where it is used
    """Formulas without a result, with their text, by the number of their sheet.

    Args:
        stream: The workbook's records.
        book: The same as xlrd opened it.
    """
    formulas = [
        formula
        for number, start in enumerate(_sheets(stream))
        for formula in _formulas(stream, number, start)
    ]
    # LibreOffice too asks to be reckoned on opening, and a zero may be one: only where
    # all are zeros nobody has reckoned any.
    zeros = all(one.result == _ZERO and one.options & _ON_OPENING for one in formulas)
    found: dict[int, dict[Spot, str]] = {}
    for one in formulas:
        text = _text(book, one) if zeros or _is_empty(one.result) else None
        # A formula with a text in it may well give the empty one.
        if text is not None and (zeros or '"' not in text):
            found.setdefault(one.sheet, {})[one.spot] = f"={text}"
    return found


def _is_empty(result: bytes) -> bool:
    """Whether the result is the empty text: of its other bytes nothing is said."""
    return result[0] == 3 and result[6:] == b"\xff\xff"


def _records(stream: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


def _sheets(stream: bytes) -> list[int]:
    """Where each worksheet begins, in the workbook's order."""
    starts = []
    for kind, body in _records(stream):
        if kind == _EOF:
            break
        if kind == _BOUNDSHEET and len(body) > 5 and body[5] == 0:
            starts.append(struct.unpack_from("<I", body)[0])
    return starts


def _formulas(stream: bytes, sheet: int, start: int) -> Iterator[_Formula]:
    depth = 0  # a chart in a sheet is a stream of its own
    for kind, body in _records(stream, start):
        depth += (kind == _BOF) - (kind == _EOF)
        if not depth:
            return
        if kind in _FORMULAS and len(body) >= 22:
            row, column, _, result, options = struct.unpack_from("<HHH8sH", body)
            spot = Spot(row + 1, column + 1)
            yield _Formula(sheet, spot, result, options, body[20:])


def _text(book: Any, formula: _Formula) -> str:  # noqa: ANN401 - xlrd is imported where it is used
    """The formula as one reads it; "…" where xlrd does not understand it."""
    from xlrd.formula import FMLA_TYPE_CELL, decompile_formula

    length = struct.unpack_from("<H", formula.tokens)[0]
    try:
        text = decompile_formula(
            book,
            formula.tokens[2:],
            length,
            FMLA_TYPE_CELL,
            browx=formula.spot.row - 1,
            bcolx=formula.spot.column - 1,
        )
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - xlrd fails in many ways; the text is for the message only
        return "…"
    return _WHOLE.sub(r"\1", text or "…")
