"""Which rows of a sheet can be headings, and what is read over each column.

Cheap, because a sheet may have a hundred thousand rows and 16,384 columns: a row of
figures is left at its first number, and only filled cells are looked at.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from core.importing.grid import Grid, Merge, Raw, text_of
from core.importing.recognition import words
from core.patterns import later

DEPTH = 3
"""Most rows a header has."""

MOST_COLUMNS = 2000
"""How far right a heading is looked for: 300 units with six columns each."""

_TALLEST = 16
"""Merges of more rows stand over whole columns or tables, never within a header."""

_PLAIN_NUMBER = later(r"[+-]?\d[\d.,\s]*%?")
_YEAR = later(r"20\d\d")
_MONTH = later(r"(?:0?[1-9]|1[0-2])\s*/\s*20\d\d")  # over a column of it

_NUMBER_OVER = later(r"20\d\d|[1-9][.,]\d{1,2}[ab]?")
"""A number over a column: a year, or the code of a criterion ("3.3")."""

LEAST_CODES = 3
"""How many codes stand side by side at least; two may be figures."""


class HeadRows:
    """A sheet as headers see it: its filled cells and its merges by row.

    Attributes:
        grid: The sheet.
        last: The last row in which anything stands.
    """

    def __init__(self, grid: Grid) -> None:
        """Sort the merges by their rows."""
        self.grid = grid
        self._by_row: dict[int, list[Merge]] = {}
        self._tall: list[Merge] = []
        self._headings: dict[int, bool] = {}
        self.last = grid.height
        while self.last and self.is_blank(self.last):
            self.last -= 1  # rows that are only formatted
        for merge in grid.marks.merges:
            if merge.bottom - merge.top >= _TALLEST:
                self._tall.append(merge)
                continue
            for row in range(merge.top, merge.bottom + 1):
                self._by_row.setdefault(row, []).append(merge)

    def filled(self, row: int) -> Iterator[tuple[int, Raw]]:
        """The filled cells of a row by column, as far right as headers go."""
        if 1 <= row <= self.grid.height:
            values = self.grid.rows[row - 1][:MOST_COLUMNS]
            for column, value in enumerate(values, start=1):
                if value != "":
                    yield column, value

    def is_heading(self, row: int) -> bool:
        """Whether the row has texts only, most of them words, or only merges over it.

        Dates may stand in it, as over the columns of several snapshots.
        """
        found = self._headings.get(row)
        if found is None:
            found = self._headings[row] = row <= self.last and self._is_heading(row)
        return found

    def _is_heading(self, row: int) -> bool:
        worded = texts = 0
        numbers: list[str] = []
        for _, value in self.filled(row):
            if isinstance(value, date):
                continue
            text = text_of(value)
            if not text:
                continue
            is_number = not isinstance(value, str) or _PLAIN_NUMBER.fullmatch(text)
            if is_number and not (isinstance(value, str) and _YEAR.fullmatch(text)):
                if not _NUMBER_OVER.fullmatch(text):
                    return False
                numbers.append(text)
                continue
            texts += 1
            worded += any(map(str.isalpha, text)) or bool(_MONTH.fullmatch(text))
        if not texts and not numbers:
            return any(m.top < row <= m.bottom for m in self._by_row.get(row, ()))
        if numbers and not _may_head(numbers):
            return False
        return texts <= 2 * worded and not self.is_numbering(row)

    def is_numbering(self, row: int) -> bool:
        """Whether the row only numbers the columns: "(1) (2) (3=1+2)", "A B 1 2"."""
        texts: list[str] = []
        for _, value in self.filled(row):
            if text := text_of(value):
                if not words.is_column_number(text):
                    return False
                texts.append(text)
        return len(texts) > 1 and words.are_column_numbers(texts)

    def is_title(self, row: int) -> bool:
        """Whether one text is merged over all columns in which the next row has any."""
        filled = [column for column, _ in self.filled(row)]
        below = [column for column, _ in self.filled(row + 1)]
        if len(filled) != 1 or not below:
            return False
        return any(
            m.top == m.bottom == row and m.left <= below[0] and below[-1] <= m.right
            for m in self._by_row.get(row, ())
            if m.right > m.left + 1
        )

    def is_cut(self, rows: Sequence[int]) -> bool:
        """Whether a merged range crosses the upper or lower edge of the rows."""
        return any(
            m.top < rows[0] or m.bottom > rows[-1] for m in self._merges_in(rows)
        )

    def tiers(self, rows: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """By column the headings over it in those rows, top down, each once."""
        over: dict[int, list[str]] = {}
        is_flat = len(rows) > 1 and not any(map(self._by_row.get, rows))
        for row in rows:
            texts = {c: text_of(value) for c, value in self.filled(row)}
            for merge in self._by_row.get(row, ()):
                self._spread(merge, texts)
            if is_flat and row != rows[-1]:
                texts = self._unmerged(row, texts)
            for column, text in texts.items():
                if text:
                    over.setdefault(column, []).append(text)
        return {c: tuple(dict.fromkeys(over[c])) for c in sorted(over)}

    def _unmerged(self, row: int, texts: dict[int, str]) -> dict[int, str]:
        """The texts of an upper row, over the columns that a merge was lost over.

        A text file has none: right of "Đã giải quyết" stands nothing, below it and right
        of that its parts. Beside it headings without parts stand over nothing.
        """
        below = {c for c, value in self.filled(row + 1) if text_of(value)}
        if len(texts) < 2 or below.issuperset(texts):
            return texts
        made = dict(texts)
        for column in sorted(below.difference(texts)):
            if column - 1 in below and (left := made.get(column - 1)):
                made[column] = left
        return made

    def _spread(self, merge: Merge, texts: dict[int, str]) -> None:
        """Put the text of a merged range over each of its columns."""
        text = self.grid.text(merge.anchor)
        if text:
            right = min(merge.right, self.grid.width, MOST_COLUMNS)
            for column in range(merge.left, right + 1):
                texts[column] = texts.get(column) or text

    def _merges_in(self, rows: Sequence[int]) -> Iterator[Merge]:
        for row in rows:
            yield from self._by_row.get(row, ())
        for merge in self._tall:
            if merge.bottom >= rows[0] and merge.top <= rows[-1]:
                yield merge

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in the row."""
        return not any(value != "" for value in self.grid.rows[row - 1])


def _may_head(numbers: Sequence[str]) -> bool:
    """Whether numbers in a row are years that follow one another, or codes that rise.

    Figures of a row are neither.
    """
    if all(map(_YEAR.fullmatch, numbers)):
        told = sorted({int(year) for year in numbers})
        follow = list(range(told[0], told[0] + len(told)))
        return len(told) > 1 and told == follow
    codes = [tuple(map(int, re.split("[.,]", text.rstrip("ab")))) for text in numbers]
    is_rising = all(first < second for first, second in pairwise(codes))
    return is_rising and len(codes) >= LEAST_CODES
