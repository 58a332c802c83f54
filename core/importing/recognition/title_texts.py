"""The texts above a table as they are meant: what two cells tell is one text.

"ỦY BAN NHÂN DÂN" stands over "XÃ HÒA PHÚ", and "Kỳ báo cáo:" left of what it is.
"""

from collections.abc import Sequence
from typing import NamedTuple

from core.importing.grid import Grid, Raw, Spot, text_of
from core.importing.recognition import row_times
from core.importing.recognition.titles import Title
from core.patterns import later

LONGEST = 40
"""Letters of a label; what is longer is a sentence."""

_COMMITTEE = later(r"(?i:ubnd|(?:ủy|uỷ) ban nhân dân)")
_ITS_PLACE = later(
    r"(?i:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s\S.*"
)


class _Cell(NamedTuple):
    column: int
    value: Raw
    text: str


def of_rows(grid: Grid, rows: range) -> list[Title]:
    """The titles in those rows, from top to bottom, then left to right."""
    found: list[Title] = []
    above: Sequence[_Cell] = ()
    for row in rows:
        cells = [
            _Cell(column, value, text)
            for column, value in enumerate(grid.rows[row - 1], start=1)
            if value != "" and (text := text_of(value))
        ]
        if cells:
            over = {c.column: c.text for c in above if _COMMITTEE.fullmatch(c.text)}
            found += [
                Title(text, grid.at(Spot(row, column)))
                for column, text in _texts(cells, over)
            ]
            above = cells
    return found


def _texts(cells: Sequence[_Cell], over: dict[int, str]) -> list[tuple[int, str]]:
    """What the cells of a row tell, each label together with what stands right of it."""
    found = []
    labels = sum(1 for cell in cells[:-1] if _is_label(cell.text))
    is_told = False  # by the label left of it
    for cell, right in zip(cells, (*cells[1:], None), strict=True):
        if is_told:
            is_told = False
        elif right is not None and _is_label(cell.text):
            found.append((cell.column, _told(cell, right, is_alone=labels < 2)))
            is_told = True
        elif cell.column in over and _ITS_PLACE.fullmatch(cell.text):
            found.append((cell.column, f"{over[cell.column]} {cell.text}"))
        else:
            found.append((cell.column, cell.text))
    if labels > 1:  # "Từ ngày:" and "Đến ngày:" are one period
        whole = " ".join(cell.text.rstrip(" :") for cell in cells)
        found.append((cells[0].column, whole))
    return found


def _is_label(text: str) -> bool:
    if len(text) > LONGEST:
        return False
    return text.endswith(":") or row_times.is_heading(text)


def _told(label: _Cell, named: _Cell, *, is_alone: bool) -> str:
    """A label and what it names as one text; a period in words that tell it so.

    Of "Ngày: 5", "Tháng: 10", "Năm: 2026" the year alone is no period.
    """
    heading = label.text.rstrip(" :")
    is_whole = is_alone or row_times.is_heading_of_any(heading)
    if row_times.is_heading(heading) and is_whole:
        period = row_times.period(named.value, heading)
        if period:
            return period
    return f"{label.text} {named.text}"
