"""A worksheet's part by patterns over its bytes, where it is written the usual way.

Excel, LibreOffice and the libraries that portals use all write `<c r="B7" s="4" t="s">`
with these attributes in this order, and no comments. Their cells are found several
times faster by a pattern than tag by tag. Whatever is written otherwise, down to one
single cell, is read by `sheet_part` instead; both tell the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple, TypeAlias

from core.importing.books import sheet_part, sheet_rows
from core.importing.books.collected import Collected
from core.importing.books.sheet_part import WORDED, SharedFormulas, column_of, note
from core.importing.books.sheet_rows import Alike
from core.importing.books.styles import Styles
from core.importing.grid import Spot

_PLACE = rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="(0|[1-9][0-9]{0,5})")?'
_NOTHING = rb"(?:</c>|<v></v></c>|<v/></c>)"
_HEAD = rb'<c r="([A-Z]++)([1-9][0-9]*+)"([^>]*+)>'
_FILLED = re.compile(_HEAD + rb"(?!" + _NOTHING + rb")")
_EMPTY = re.compile(_HEAD + _NOTHING)
# What a cell's tag says after its place; the last group is of one without contents.
_TOLD = re.compile(rb'(?: s="(0|[1-9][0-9]{0,5})")?(?: t="([a-zA-Z]+)")?(/?)')
_ERROR = re.compile(_PLACE + rb' t="e"><v>([^<]+)</v></c>')
_FORMULA = re.compile(
    _PLACE + rb'(?: t="([a-zA-Z]+)")?><f((?: [a-zA-Z0-9]+="[^"<>&]*")*)'
    rb"(?:/>|>([^<]*)</f>)(?:<v>([^<]*)</v>|<v/>)?</c>"
)
# Formulas with a value are no other cell's and need not be looked at; errors are, too.
_NOT_RECKONED = re.compile(rb"<f(?!>[^<]*</f><v>[^<]+</v></c>)")
_FAULTY = re.compile(rb' t="e">(?=<f)')
_ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"((?: [a-zA-Z0-9:]+="[^"<>]*")*)/?>')
_MAY_HIDE = re.compile(rb"hidden\s*=")
_HIDDEN = re.compile(rb' hidden="(?:1|true|on)"')
_ATTRIBUTE = re.compile(rb' ([a-zA-Z0-9]+)="([^"]*)"')
_PREFIXED = re.compile(rb"<[^\s<>:]+:c[\s/>]")
_OTHER_ENCODING = re.compile(rb'<\?xml[^>]*encoding=["\'](?!utf-8["\'])', re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#([0-9]+)|#x([0-9a-fA-F]+)|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_LETTERS, _DIGITS = 3, 7
"""Most that a column and a row may be named by."""

_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_WINDOW = 1 << 20
"""Bytes looked through at once: what they hold is never all in memory."""

MOST_OTHERS = 200
"""Rows among them, unlike any other, that are worth a look one by one."""


_Cell: TypeAlias = tuple[bytes, bytes, bytes]
_Rows: TypeAlias = Mapping[bytes, int]


class _Told(NamedTuple):
    """What a cell's tag says: its style and its type by name, and whether it ends."""

    style: bytes
    kind: bytes
    is_closed: bool


class _UnusualError(Exception):
    """The part is written in a way of which patterns are not certain."""


def read(data: bytes, styles: Styles) -> Collected:
    """What a worksheet's part tells of its cells, as `sheet_part.read` tells it.

    Raises:
        DTDForbidden: It has a DOCTYPE.
        ExpatError: It is not XML.
    """
    try:
        return _usual(data, styles)
    except _UnusualError:
        return sheet_part.read(data, styles)


def _usual(data: bytes, styles: Styles) -> Collected:
    """The same by patterns; all but the cells is little, and read tag by tag.

    A comment among the rows makes the row in which it begins unlike any other.
    """
    begin, end = data.find(_BEGIN) + len(_BEGIN), data.rfind(_END)
    if begin < len(_BEGIN) or end < begin or _OTHER_ENCODING.match(data):
        raise _UnusualError
    around = data[:begin] + data[end:]
    if b"<!" in around or around.find(b"<?", 1) > 0:
        raise _UnusualError
    cells = _Cells(sheet_part.read(around, styles))
    for start, stop in _windows(data, begin, end):
        cells.look_at_rows(data, start, stop)
    cells.seen.hidden_rows.update(_hidden_rows(data, begin, end))
    return cells.seen


def _windows(data: bytes, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of the bytes between `begin` and `end`, cut before a row."""
    while begin < end:
        cut = data.find(b"<row", begin + _WINDOW, end)
        stop = cut if cut > 0 else end
        yield begin, stop
        begin = stop


class _Cells:
    """What the cells tell, window by window."""

    def __init__(self, seen: Collected) -> None:
        """Go on from what was seen around the cells."""
        self.seen = seen
        self._formulas = SharedFormulas()
        self._columns: dict[bytes, int] = {}
        self._known: dict[bytes, _Told] = {}
        percents, fonts = seen.styles.percents, seen.styles.fonts
        self._percents = {name for style in percents for name in _names(style)}
        self._fonts = {n: font for s, font in fonts.items() for n in _names(s)}

    def look_at_rows(self, data: bytes, start: int, stop: int) -> None:
        """Look at the rows that stand in that part of the bytes, those alike at once."""
        found = sheet_rows.sort(data, start, stop)
        if found is None or len(found.others) > MOST_OTHERS:
            self.look(data, start, stop)
            return
        for alike in found.alike:
            self._mark(alike)
        for first, last in found.others:
            self.look(found.rest, first, last)

    def _mark(self, alike: Alike) -> None:
        """Keep what rows tell that are written alike."""
        if not alike.cells:
            return
        for name, style, kind in alike.cells:
            column = self._columns.setdefault(name, column_of(name.decode()))
            if style in self._percents:
                self.seen.percents.setdefault(column, set()).update(alike.rows)
            if style in self._fonts and kind.decode() in WORDED:
                spots = (Spot(row, column) for row in alike.rows)
                self.seen.fonts.update(dict.fromkeys(spots, self._fonts[style]))
        right = max(self._columns[name] for name, _, _ in alike.cells)
        self.seen.reach(Spot(max(alike.rows), right))

    def look(self, data: bytes, start: int, stop: int) -> None:
        """Look at the cells that stand in that part of the bytes."""
        if data.find(b"<!", start, stop) > 0 or data.find(b"<?", start, stop) > 0:
            raise _UnusualError  # comments and the like may hold what looks like a cell
        if data.find(b":c", start, stop) > 0 and _PREFIXED.search(data, start, stop):
            raise _UnusualError
        found = _FILLED.findall(data, start, stop)
        told = {
            one: self._told(one) for one in {attributes for _, _, attributes in found}
        }
        missing = data.count(b"<c", start, stop) - len(found)
        if missing:
            self._expect_empty(data, start, stop, missing)
        if any(one.is_closed for one in told.values()):
            found = [one for one in found if not told[one[2]].is_closed]
        if not found:
            return
        rows = self._stretch(
            {name for name, _, _ in found}, {number for _, number, _ in found}
        )
        self._mark_styles(found, told, rows)
        faulty = {key for key, one in told.items() if one.kind == b"e"}
        errors = sum(1 for one in found if one[2] in faulty) if faulty else 0
        if data.find(b"<f", start, stop) > 0:
            errors -= self._note_formulas(data, start, stop, errors)
        if errors:
            self._note_errors(data, start, stop, errors)

    def _stretch(self, names: Set[bytes], numbers: Set[bytes]) -> _Rows:
        """Let the sheet go as far as these columns and rows; the rows by their names."""
        if max(map(len, names)) > _LETTERS or max(map(len, numbers)) > _DIGITS:
            raise _UnusualError
        for name in names - self._columns.keys():
            self._columns[name] = column_of(name.decode())
        texts = list(numbers)
        rows = dict(
            zip(texts, map(int, b" ".join(texts).decode().split()), strict=True)
        )
        column = max(self._columns[name] for name in names)
        self.seen.reach(Spot(max(rows.values()), column))
        return rows

    def _told(self, attributes: bytes) -> _Told:
        """What a cell's tag says after its place; few say different things."""
        found = self._known.get(attributes)
        if found is None:
            match = _TOLD.fullmatch(attributes)
            if match is None:
                raise _UnusualError
            style, kind, closing = match.groups(default=b"")
            found = self._known[attributes] = _Told(style, kind, bool(closing))
        return found

    def _expect_empty(self, data: bytes, start: int, stop: int, expected: int) -> None:
        """Count the cells that have a closing tag of their own, and nothing in them."""
        empty = _EMPTY.findall(data, start, stop)
        if len(empty) != expected:
            raise _UnusualError
        for one in {attributes for _, _, attributes in empty}:
            if self._told(one).is_closed:
                raise _UnusualError

    def _mark_styles(
        self, found: Sequence[_Cell], told: Mapping[bytes, _Told], rows: _Rows
    ) -> None:
        columns, percents, fonts = self._columns, self._percents, self._fonts
        percent = {key for key, one in told.items() if one.style in percents}
        if percent:
            for name, number, attributes in found:
                if attributes in percent:
                    own = self.seen.percents.setdefault(columns[name], set())
                    own.add(rows[number])
        old = {
            key: fonts[one.style]
            for key, one in told.items()
            if one.style in fonts and one.kind.decode() in WORDED
        }
        if old:
            self.seen.fonts.update(
                (Spot(rows[number], columns[name]), old[attributes])
                for name, number, attributes in found
                if attributes in old
            )

    def _note_formulas(self, data: bytes, start: int, stop: int, errors: int) -> int:
        """Keep formulas without a value; how many of them all are among the errors."""
        places = {one.start() for one in _NOT_RECKONED.finditer(data, start, stop)}
        if errors:
            places |= {one.end() for one in _FAULTY.finditer(data, start, stop)}
        found = 0
        for place in sorted(places):
            cell = _FORMULA.match(data, data.rfind(b"<c", start, place), stop)
            if cell is None or not cell.start() < place < cell.end():
                raise _UnusualError
            name, number, _, kind, attributes, text, value = cell.groups(default=b"")
            found += kind == b"e"
            spot = Spot(int(number), self._columns[name])
            told = dict(_ATTRIBUTE.findall(attributes))
            shared = told.get(b"si", b"") if told.get(b"t") == b"shared" else b""
            formula = self._formulas.text(_text(text), shared.decode())
            note(self.seen, spot, kind.decode(), _text(value), formula)
        return found

    def _note_errors(self, data: bytes, start: int, stop: int, expected: int) -> None:
        """Keep the errors that are no formula's."""
        found = _ERROR.findall(data, start, stop)
        if len(found) != expected:
            raise _UnusualError
        for name, number, _, value in found:
            spot = Spot(int(number), self._columns[name])
            if spot in self.seen.errors:
                raise _UnusualError  # a cell that is there twice: which comes last?
            self.seen.errors[spot] = _text(value)


def _hidden_rows(data: bytes, begin: int, end: int) -> Iterator[int]:
    for one in _MAY_HIDE.finditer(data, begin, end):
        tag = data.rfind(b"<", begin, one.start())
        if not data.startswith(b"<row", tag):
            if data.find(b":row", tag, one.start()) > 0:
                raise _UnusualError
            continue
        row = _ROW.match(data, tag, end)
        if row is None:
            raise _UnusualError
        if _HIDDEN.search(row[2]):
            yield int(row[1])


def _names(style: int) -> tuple[bytes, ...]:
    """How a cell names its style; the first one by nothing, too."""
    return (b"%d" % style,) if style else (b"0", b"")


def _text(text: bytes) -> str:
    """What XML means by `text`."""
    plain = text.decode().replace("\r\n", "\n").replace("\r", "\n")
    return _ENTITY.sub(_sign, plain) if "&" in plain else plain


def _sign(found: re.Match[str]) -> str:
    decimal, hexadecimal, named = found.groups()
    if named:
        return _NAMED[named]
    return chr(int(decimal) if decimal else int(hexadecimal, 16))
