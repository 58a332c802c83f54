"""The rows of a report as bytes that need not be unpacked as a whole.

A table of every commune is forty thousand cells, of which a window shows three hundred.
Cells are packed by column, some rows at a time, as plain texts, which `marshal` reads as
fast as memory is filled; they are made when one of them is first asked for, and kept.
"""

import marshal
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import repeat
from typing import Any, NamedTuple, TypeAlias

from core import placed
from core.frozen import names_of
from core.report import Cell, Field, Report, Row, Value

AT_ONCE = 200
"""Rows whose cells of a column are packed, and made again, at once: in some 0.2 ms."""

_PLAIN = 2
"""The format of `marshal` that looks for no object it has met before."""


_REST = tuple(name for name in names_of(Report) if name != "rows")

Fields: TypeAlias = tuple[Field, ...]


class Block(NamedTuple):
    """Rows that have cells of the same fields.

    Attributes:
        fields: Of what, in their order.
        numbers: Which rows they are, from 0.
        columns: For each field the cells of these rows, packed.
    """

    fields: Fields
    numbers: tuple[int, ...]
    columns: tuple[bytes, ...]


class Rows(NamedTuple):
    """Rows, packed: their ids in their order, and what they hold."""

    ids: tuple[str, ...]
    blocks: tuple[Block, ...]


class PackedCells(Mapping[Field, Cell]):
    """The cells of a row, made together with their neighbours of the same column.

    To everybody else it is a mapping like any other: equal to a dict of the same cells,
    and pickled as one.

    Args:
        places: By field the number of its column.
        columns: The columns of a block, which its rows share; those asked for are made.
        number: Which of the block's rows this is.
    """

    __slots__ = ("_columns", "_number", "_places")

    def __init__(
        self,
        places: Mapping[Field, int],
        columns: list[bytes | Sequence[Cell]],
        number: int,
    ) -> None:
        self._places = places
        self._columns = columns
        self._number = number

    def __getitem__(self, field: Field) -> Cell:
        return self._cell(self._places[field])

    def _cell(self, place: int) -> Cell:
        column = self._columns[place]
        if isinstance(column, bytes):
            # Two threads may make it at once: they make the same.
            column = self._columns[place] = _cells(column)
        return column[self._number]

    def get(self, field: Field, default: Any = None) -> Any:  # noqa: ANN401 - as of a dict
        """The cell of `field`, or `default`; `Mapping`'s own is slow where none is."""
        place = self._places.get(field)
        if place is None:
            return default
        column = self._columns[place]  # here and not in a call: it is asked so often
        return self._cell(place) if type(column) is bytes else column[self._number]

    def __contains__(self, field: object) -> bool:
        """Whether a cell of `field` stands here."""
        return field in self._places

    def __iter__(self) -> Iterator[Field]:
        """The fields in their order."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many cells there are."""
        return len(self._places)

    def __repr__(self) -> str:
        """As of a dict."""
        return repr(dict(self))

    def __reduce__(self) -> tuple[type, tuple[dict[Field, Cell]]]:
        """As a dict: what is packed stays with its block."""
        return dict, (dict(self),)


# ---------------------------------------------------------------------------- packing


def packed(rows: Mapping[str, Row]) -> Rows:
    """Rows made bytes."""
    alike: dict[Fields, list[int]] = {}
    every = list(rows.values())
    for number, row in enumerate(every):
        alike.setdefault(tuple(row.cells), []).append(number)
    blocks = []
    for fields, numbers in alike.items():
        for first in range(0, len(numbers), AT_ONCE):
            some = tuple(numbers[first : first + AT_ONCE])
            cells = [every[number].cells for number in some]
            columns = tuple(_bytes([one[field] for one in cells]) for field in fields)
            blocks.append(Block(fields, some, columns))
    return Rows(tuple(rows), tuple(blocks))


def _bytes(cells: list[Cell]) -> bytes:
    """Cells of a column as bytes; `_cells` makes them again."""
    values, raws, wheres, rows = placed.apart(cells)
    kinds = set(map(type, values))
    kind = Decimal if Decimal in kinds else str
    odd = b""
    if kinds != {kind}:
        others = {n: one for n, one in enumerate(values) if type(one) is not kind}
        values = ["0" if n in others else one for n, one in enumerate(values)]
        odd = pickle.dumps(others)
    texts = list(map(str, values))
    said = None if raws == texts else _as_one(raws)
    told = kind is Decimal, _as_one(texts), odd, said, wheres, _as_first(rows)
    return marshal.dumps(told, _PLAIN)


def _as_one(texts: list[str]) -> str | list[str]:
    """Texts as lines of one, which takes half as much; as they are where lines do not do."""
    lines = "\n".join(texts)
    return lines if lines.count("\n") == len(texts) - 1 else texts


def _apart(lines: str | list[str]) -> list[str]:
    """The texts that `_as_one` made one."""
    return lines.split("\n") if isinstance(lines, str) else lines


def _as_first(rows: list[int]) -> int | list[int]:
    """The first of rows that follow each other, else all."""
    first = rows[0]
    return first if rows == list(range(first, first + len(rows))) else rows


# -------------------------------------------------------------------------- unpacking


class PackedRows(dict[str, Row]):
    """Rows by id, that tell their names without a cell being made of any.

    To everybody else they are a dict like any other, and pickled as one.
    """

    def __init__(
        self, rows: Iterable[tuple[str, Row]], blocks: Sequence[Block]
    ) -> None:
        """Keep the rows of those blocks."""
        super().__init__(rows)
        self._blocks = blocks

    def words(self, field: Field) -> list[str]:
        """The word of each row in `field`, in their order; empty where there is none."""
        found = [""] * len(self)
        for block in self._blocks:
            if field in block.fields:
                column = block.columns[block.fields.index(field)]
                for number, word in zip(block.numbers, _words(column), strict=True):
                    found[number] = word
        return found

    def fields(self) -> set[Field]:
        """What the rows have cells of."""
        return {field for block in self._blocks for field in block.fields}

    def __reduce__(self) -> tuple[type, tuple[dict[str, Row]]]:
        """As a dict: what is packed stays with its block."""
        return dict, (dict(self),)


def unpacked(rows: Rows) -> PackedRows:
    """The rows by id, in their order."""
    places: dict[Fields, dict[Field, int]] = {}
    held: dict[int, PackedCells] = {}
    for block in rows.blocks:
        known = places.get(block.fields)
        if known is None:
            known = {field: place for place, field in enumerate(block.fields)}
            places[block.fields] = known
        columns = list[bytes | Sequence[Cell]](block.columns)
        cells = placed.at_once(
            PackedCells,
            len(block.numbers),
            _places=repeat(known),
            _columns=repeat(columns),
            _number=range(len(block.numbers)),
        )
        held.update(zip(block.numbers, cells, strict=True))
    ids, every = rows.ids, map(held.__getitem__, range(len(rows.ids)))
    made = placed.at_once(Row, len(ids), id=ids, cells=every)
    return PackedRows(zip(ids, made, strict=True), rows.blocks)


def _words(data: bytes) -> list[str]:
    """The words among what `_bytes` made bytes of; empty for what is none."""
    are_numbers, lines, odd, *_ = marshal.loads(data)  # noqa: S302 - from our own child
    words = _apart(lines)
    if are_numbers:
        words = [""] * len(words)
    others = pickle.loads(odd) if odd else {}  # noqa: S301 - from our own child
    for place, value in others.items():
        words[place] = value if isinstance(value, str) else ""
    return words


def _cells(data: bytes) -> Sequence[Cell]:
    """The cells that `_bytes` made bytes of."""
    told = marshal.loads(data)  # noqa: S302 - from our own child
    are_numbers, lines, odd, said, wheres, rows = told
    texts = _apart(lines)
    values: list[Value] = list(map(Decimal, texts)) if are_numbers else [*texts]
    others = pickle.loads(odd) if odd else {}  # noqa: S301 - from our own child
    for place, value in others.items():
        values[place] = value
    raws = texts if said is None else _apart(said)
    if isinstance(rows, int):
        rows = range(rows, rows + len(texts))
    return placed.together(values, raws, wheres, rows)


# ---------------------------------------------------------------------- whole reports


def parts_of(report: Report) -> tuple[Any, ...]:
    """How a report is pickled: its rows packed, the rest as it is."""
    rest = {name: getattr(report, name) for name in _REST}
    return report_of, (packed(report.rows), rest)


def report_of(rows: Rows, rest: Mapping[str, Any]) -> Report:
    """The report that was taken apart by `parts_of`."""
    return Report(rows=unpacked(rows), **rest)
