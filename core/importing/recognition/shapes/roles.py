"""What a row under a header is: a unit, the total, or neither.

Neither are rows that number the columns, names and sums of sections, notes, a row of
differences, the time of a snapshot (docs/linh-vuc.md 3.3, 3.4).
"""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, time

from core import figures
from core.importing.grid import Raw, Spot, text_of
from core.importing.recognition import words
from core.importing.recognition.shapes.model import Line, Role, Table, figure_columns
from core.patterns import later

UNNAMED = "không có tên"
"""What a row is called that nothing is called."""

_SECTION_NUMBER = later(r"(?:[IVX]+|[A-HĐ])\.?")

_PART_NUMBER = later(r"\d+\.\d")
_OF_NO_UNITS = later(
    r"(?:(?:ubnd|(?:ủy|uỷ) ban nhân dân) )?(?:xã|phường|thị trấn|đặc khu|sở)(?!\w)"
)
"""Offices that are no sum of further ones."""


class Roles:
    """Tells the rows of one table apart."""

    def __init__(self, table: Table, name: int) -> None:
        """Look at how its rows are numbered; `name` is the column of their names."""
        self._table = table
        self._name = name
        self._number = table.header.column(indicator="stt")
        self._columns = [column for column, _ in figure_columns(table)]
        first = min(self._columns, default=1)
        self._labels = [c for c in range(table.left, first) if c != self._number]
        if self._number is not None and self._number < first:
            self._labels.append(self._number)
        if name not in self._labels:
            self._labels.append(name)  # names that stand right of the figures
        self._is_numbered = self._number is not None and any(
            table.text(row, self._number)[:1].isdigit() for row in table.rows()
        )
        self._heading = words.fold(" ".join(table.header.tiers[name][-1:]))
        self._plain_words: dict[str, bool] = {}
        self._beyond_doubt: set[int] = set()
        self.left: dict[int, str] = {}  # rows with figures that are of no one unit

    def known(self) -> dict[int, Role]:
        """The rows of the table that are units or the total, in their order."""
        rows = self._table.rows()
        self._beyond_doubt = plain = self._plain(rows)
        if len(plain) == len(rows):
            return dict.fromkeys(rows, Role.UNIT)
        roles = ((row, Role.UNIT if row in plain else self.of(row)) for row in rows)
        return {row: role for row, role in roles if role is not None}

    def certain(self) -> dict[int, Role]:
        """The known rows but for those that may be of no unit.

        Those have neither number nor code, and are not called as the numbered rows are.
        """
        known = self.known()
        if not self._is_numbered:
            return known
        for row in self._parts(known):
            self.left[row] = self._table.text(row, self._name)
            del known[row]
        unlike = {
            row: name
            for row, role in known.items()
            if row not in self._beyond_doubt
            and role is Role.UNIT
            and (name := self._unlike(row))
        }
        if unlike and self._are_named(
            [r for r, one in known.items() if one is Role.UNIT]
        ):
            self.left.update(unlike)
            for row in unlike:
                del known[row]
        return known

    def _parts(self, known: dict[int, Role]) -> list[int]:
        """The rows numbered 1.1, 1.2 … that are parts of the commune numbered 1.

        What is called as units are is one, whatever its number.
        """
        if self._number is None:
            return []
        values = zip(
            known, self._table.grid.values(self._number, [*known]), strict=True
        )
        deep = [
            row
            for row, value in values
            if (type(value) is float and value % 1)
            or (isinstance(value, str) and _PART_NUMBER.match(value))
        ]
        wholes = {
            self._text(r).rstrip(".") for r in known if deep and self._is_whole(r)
        }
        return [
            row
            for row in deep
            if self._text(row).partition(".")[0] in wholes
            and not words.names_unit(self._table.text(row, self._name))
        ]

    def _text(self, row: int) -> str:
        return self._table.text(row, self._number)

    def _is_whole(self, row: int) -> bool:
        return bool(_OF_NO_UNITS.match(self._table.text(row, self._name).lower()))

    def _unlike(self, row: int) -> str:
        """What a unit without number or code is called that bears no unit's name."""
        if self._has_number(row):
            return ""
        name = self._table.text(row, self._name)
        code = self._table.header.column(indicator="unit_code")
        is_unit = words.names_unit(name) or bool(self._table.text(row, code))
        return "" if is_unit else name

    def _are_named(self, units: Sequence[int]) -> bool:
        """Whether there are numbered rows, and all of them are called as units are."""
        numbered = [row for row in units if self._has_number(row)]
        names = (self._table.text(row, self._name) for row in numbered)
        return bool(numbered) and all(map(words.names_unit, names))

    def _has_number(self, row: int) -> bool:
        return self._table.text(row, self._number)[:1].isdigit()

    def of(self, row: int) -> Role | None:
        """Whether the row is a unit or the total; None for what is neither."""
        table = self._table
        texts = {column: table.text(row, column) for column in self._labels}
        name = texts.get(self._name) or table.text(row, self._name)
        filled = any(not table.grid.is_blank(Spot(row, c)) for c in self._columns)
        if any(text and words.is_total(text) for text in texts.values()):
            return Role.TOTAL if filled else None
        number = table.text(row, self._number)
        called = self._no_unit((name, *texts.values())) if filled else ""
        if called:
            self.left[row] = called
        if called or self._is_aside(row, name, number) or self._holds_codes(row):
            return None
        if filled and not name and not self._may_be_unnamed(number):
            self.left[row] = number or UNNAMED
            return None
        if filled:
            return Role.UNIT
        if not name or words.is_section(name):
            return None
        return Role.UNIT if number[:1].isdigit() or words.names_unit(name) else None

    def _may_be_unnamed(self, number: str) -> bool:
        """Whether a row without a name may be a unit's: numbered as the units are.

        "Số đơn vị đạt" may stand where numbers do, and sums without any word.
        """
        if not self._is_numbered:
            return True
        return bool(number) and (words.names_unit(number) or not _is_words(number))

    def _plain(self, rows: Sequence[int]) -> set[int]:
        """Those of the rows that are units beyond doubt, as most are: no more is asked.

        They have a number where rows are numbered, a name as only units have, a figure,
        and no other label that could be a total's.
        """
        grid = self._table.grid
        without = set(rows)
        for column in self._columns:
            some = list(without)
            values = grid.values(column, some)
            if _are_floats(values):
                without = set()
                break
            without -= {
                r for r, v in zip(some, values, strict=True) if type(v) is float
            }
            if not without:
                break
        plain = [row for row in rows if row not in without]
        numbers = () if self._number is None else (self._number,)
        for column in {*self._labels, *numbers}:
            is_plain = _is_numeral if column == self._number else _is_no_total
            if column == self._name:
                is_plain = self._is_plain_name
            values = grid.values(column, plain)
            if column == self._number and _are_numerals(values):
                continue
            plain = [r for r, v in zip(plain, values, strict=True) if is_plain(v)]
        return set(plain)

    def _is_plain_name(self, value: Raw) -> bool:
        """Whether that is the name of a unit, by how it begins."""
        if not isinstance(value, str):
            return False
        first = words.beginning(value)
        found = self._plain_words.get(first)
        if found is None:
            found = not words.may_be_aside(first) and not self._may_be_heading(first)
            self._plain_words[first] = found
        return found

    def _may_be_heading(self, first: str) -> bool:
        """Whether the heading, folded, may begin as that word does, its marks aside."""
        letters = (
            unicodedata.normalize("NFD", one)[:1] for one in (first, self._heading)
        )
        return len({letter.lower() for letter in letters}) == 1

    def total_column(self, row: int) -> int | None:
        """The column of labels in which the row is called a total."""
        texts = ((c, self._table.text(row, c)) for c in self._labels)
        return next((c for c, text in texts if text and words.is_total(text)), None)

    def is_section(self, line: Line) -> bool:
        """Whether a total line is called no more than "Cộng", as a section's sum is."""
        return line.role is Role.TOTAL and words.is_subtotal(line.name or "")

    def _is_aside(self, row: int, name: str, number: str) -> bool:
        if words.is_note(number) or words.is_note(name):
            return True
        if not name and words.is_note(next(self._texts(row), "")):
            return True  # a note below figures that stand left of the names
        if words.is_difference(name) or words.is_difference(number):
            return True
        if not number[:1].isdigit() and self._is_section_row(name, number):
            return True
        if name and words.fold(name) == self._heading:
            return True  # the header again
        if words.is_column_number(name or number):
            return self._numbers_columns(row)
        return words.is_time(name) or (not name and self._is_time(row))

    def _numbers_columns(self, row: int) -> bool:
        """Whether a row only numbers the columns; by bare numbers only under a header."""
        texts = [*self._texts(row)]
        is_below = row == self._table.rows()[0] or row - 1 in self._table.skipped
        is_bare = all(text.isdecimal() for text in texts)
        return (is_below or not is_bare) and words.are_column_numbers(texts)

    def _holds_codes(self, row: int) -> bool:
        """Whether only the codes of the criteria stand under their names: "3.3"."""
        texts = {c: self._table.text(row, c) for c in self._columns}
        told = {c: text for c, text in texts.items() if text}
        codes = (self._code(c) for c in told)
        return len(told) > 1 and list(told.values()) == list(codes)

    def _code(self, column: int) -> str:
        key = self._table.header.meanings[column].indicator
        return self._table.recogniser.catalogue.indicators[key].code

    def _no_unit(self, texts: Sequence[str]) -> str:
        """What a row is called that is of no one unit; empty for others."""
        return next((text for text in texts if text and words.is_no_unit(text)), "")

    def _is_section_row(self, name: str, number: str) -> bool:
        """Whether a row is a section's name, with or without its sums."""
        if self._is_numbered and _SECTION_NUMBER.fullmatch(number):
            return True
        return self._is_numbered and words.is_section(name)

    def _is_time(self, row: int) -> bool:
        """Whether a row without a name holds times only, one for each snapshot."""
        values = [
            v for c in self._columns if (v := self._table.grid.own(Spot(row, c))) != ""
        ]
        return bool(values) and all(_is_moment(value) for value in values)

    def _texts(self, row: int) -> Iterator[str]:
        for value in self._table.grid.rows[row - 1]:
            if value != "" and (text := text_of(value)):
                yield text


def _is_words(text: str) -> bool:
    """Whether a text is more than the number of a row ("1a", "II", "B.")."""
    return " " in text and not text[:1].isdigit()


def _is_numeral(value: Raw) -> bool:
    """Whether that is a row's number."""
    if isinstance(value, str):
        return value[:1].isdecimal()
    return type(value) is float and 0 < value < math.inf


def _are_floats(values: Sequence[Raw]) -> bool:
    return set(map(type, values)) == {float}


def _are_numerals(values: Sequence[Raw]) -> bool:
    """Whether all are numbers of rows, as they are in nearly every table."""
    floats = [one for one in values if type(one) is float]
    if len(floats) < len(values):
        return False
    return all(map((0.0).__lt__, floats)) and all(map(math.inf.__gt__, floats))


def _is_no_total(value: Raw) -> bool:
    """Whether no total is called that."""
    if isinstance(value, str):
        return not value or value[:1].isdecimal()
    return type(value) is float


def _is_moment(value: Raw) -> bool:
    if isinstance(value, str):
        return figures.parse_moment(value) is not None
    return isinstance(value, date | time)
