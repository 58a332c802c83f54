"""What a letter orders, what it calls weak and which figures it has, by criterion."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final, TypeAlias

from core import figures
from core.catalogue import Kind
from core.office import Targets
from core.paper import orders
from core.paper.criteria import Named, Naming
from core.paper.model import Component, Paper
from core.paper.orders import Order, Stretch, Tasks, Tier
from core.report import Part, Report
from core.rules.registry import Look, Remark
from core.same import Same

_Spot: TypeAlias = tuple[int, int, int]

_LEVEL: Final = re.compile(r"(?<![\d/,.])(\d{1,4}(?:[.,]\d{1,2})?)\s*%")
_FIGURE: Final = re.compile(r"[^.;\n]{0,80}?\d")
_OF_IT: Final = re.compile(r"[^,;.:\n]{1,25}")
"""What may stand between a ratio and what it is of."""

_ABOUT_NOW: Final = 25
"""So many characters may stand between “hiện đạt” and its figure."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Criteria that a paragraph names, at their place in a line."""

    line: int
    start: int
    end: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Level:
    """A ratio that an instruction asks for ("tối thiểu 52%"), at its place."""

    line: int
    start: int
    end: int
    value: Decimal


class Seen:
    """A letter's instructions beside the index, the words and the figures."""

    def __init__(self, look: Look) -> None:
        """Look at the letter of `look`; each part is read when it is asked for, once."""
        self.look = look
        self.paper: Paper = look.the_paper
        self.naming = Naming(look.catalogue, look.reference)
        self.tasks: Tasks = orders.tasks(self.paper, look.reference)
        self.tier: Tier = orders.tier(self.paper)
        self._marks: dict[_Spot, tuple[Mark, ...]] = {}
        self._levels: dict[_Spot, tuple[Level, ...]] = {}
        self._owned: dict[_Spot, tuple[tuple[Level, frozenset[str]], ...]] = {}

    @property
    def report(self) -> Report | None:
        """The figures that are open beside the letter; None where it is alone."""
        report = self.look.report
        is_its_own = report is self.paper.stated
        return None if is_its_own or not report.all_rows else report

    @property
    def year(self) -> int:
        """The year of the figures, whose targets count; 0 where it is not known."""
        period = self.look.report.period
        return 0 if period is None else period.last_day.year

    @property
    def targets(self) -> Targets:
        """What the office was told to reach; nothing where no office is known."""
        profile = self.look.context.profile
        return Targets() if profile is None else profile.targets

    @property
    def instructions(self) -> tuple[Order, ...]:
        """What it tells its own: kiến nghị left out."""
        return tuple(one for one in self.tasks.orders if not one.is_petition)

    def marks(self, stretches: Iterable[Stretch]) -> tuple[Mark, ...]:
        """The criteria named in parts of lines, in reading order."""
        return tuple(chain.from_iterable(map(self._marks_of, stretches)))

    def _marks_of(self, part: Stretch) -> tuple[Mark, ...]:
        spot = _spot(part)
        if spot not in self._marks:
            self._marks[spot] = tuple(
                Mark(part.line, part.start + one.start, part.start + one.end, one.keys)
                for one in self.naming.find(part.text)
            )
        return self._marks[spot]

    def levels(self, order: Order) -> tuple[Level, ...]:
        """The ratios that an instruction asks for; not those it says are reached now."""
        first = _spot(order.parts[0])
        if first not in self._levels:
            self._levels[first] = self._levels_of(order)
        return self._levels[first]

    def _levels_of(self, order: Order) -> tuple[Level, ...]:
        now = _pattern(self.look.reference.words("present"))
        return tuple(
            Level(
                part.line,
                part.start + one.start(),
                part.start + one.end(),
                value,
            )
            for part in order.parts
            if "%" in part.text
            for one in _LEVEL.finditer(part.text)
            if not now.search(part.text, max(0, one.start() - _ABOUT_NOW), one.start())
            and isinstance(value := figures.parse(one[1], Kind.RATIO), Decimal)
        )

    @cached_property
    def asked(self) -> tuple[tuple[set[frozenset[str]], Decimal], ...]:
        """Of each instruction with a ratio what it names, and its first ratio."""
        return tuple(
            ({one.keys for one in self.marks(order.parts)}, levels[0].value)
            for order in self.instructions
            if (levels := self.levels(order))
        )

    def level_of(self, order: Order, mark: Mark) -> Level | None:
        """The ratio asked for what `mark` names, or None."""
        first = _spot(order.parts[0])
        if first not in self._owned:
            marks = self.marks(order.parts)
            self._owned[first] = tuple(
                (level, owner.keys)
                for level in self.levels(order)
                if (owner := self._owner(level, marks)) is not None
            )
        owned = self._owned[first]
        return next((level for level, keys in owned if keys == mark.keys), None)

    def _owner(self, level: Level, marks: tuple[Mark, ...]) -> Mark | None:
        """What a ratio is asked for: "100% TTHC có phát sinh hồ sơ", else what is before.

        Where nothing stands before it, the next.
        """
        text = self.paper.lines[level.line].text
        before = [one for one in marks if _place(one) < _place(level)]
        after = [one for one in marks if _place(one) > _place(level)]
        if after and after[0].line == level.line:
            between = text[level.end : after[0].start]
            if _OF_IT.fullmatch(between):
                return after[0]
        return next(iter(before[-1:] or after), None)

    @cached_property
    def covered(self) -> frozenset[str]:
        """All that some instruction or kiến nghị names, groups with their criteria."""
        parts = (part for order in self.tasks.orders for part in order.parts)
        keys = {key for mark in self.marks(parts) for key in mark.keys}
        return frozenset(keys) | self.naming.criteria(keys)

    def covers(self, keys: Iterable[str]) -> bool:
        """Whether an instruction serves one of `keys`, or of their criteria."""
        keys = frozenset(keys)
        return bool(self.covered & (keys | self.naming.criteria(keys)))

    @cached_property
    def weak(self) -> tuple[Mark, ...]:
        """What the letter calls weak, each thing once, where it first does."""
        found: dict[frozenset[str], Mark] = {}
        for mark in self.marks(self.tasks.weak):
            found.setdefault(mark.keys, mark)
        return tuple(found.values())

    @cached_property
    def known(self) -> frozenset[str]:
        """The criteria and groups of which letter, annex or figures have a figure."""
        figured = (key for marks in self._figured() for key in marks.keys)
        return self.told.union(figured)

    @cached_property
    def told(self) -> frozenset[str]:
        """Those of them that surely have: a figure read as theirs, or one of the table."""
        keys = {claim.place.indicator for claim in self.paper.claims}
        if self.report is not None:
            keys |= set(_with_figures(self.report))
        return frozenset(keys)

    def _figured(self) -> Iterator[Named]:
        ordered = {part.line for one in self.tasks.orders for part in one.parts}
        for index in self.paper.of(Component.BODY, Component.ANNEX_TEXT):
            text = self.paper.lines[index].text
            for named in self.naming.find(text) if index not in ordered else ():
                if _FIGURE.match(text, named.end):
                    yield named
        yield from self._in_tables()

    def _in_tables(self) -> Iterator[Named]:
        """What heads a column, or a row, of an annex that holds figures."""
        cells = [
            (line.cell, line.text)
            for line in self.paper.lines
            if line.cell is not None and line.component is Component.ANNEX_CELL
        ]
        told = {
            (cell.table, axis, number)
            for cell, text in cells
            if text[:1].isdigit() and cell.column > 0
            for axis, number in (("column", cell.column), ("row", cell.row))
        }
        for cell, text in cells:
            heads = {(cell.table, "column", cell.column), (cell.table, "row", cell.row)}
            if heads & told:
                yield from self.naming.find(text)

    def name(self, keys: Iterable[str]) -> str:
        """What findings call criteria: the name of the first, groups before others."""
        index = list(self.look.catalogue.indicators)
        return self.look.name(min(keys, key=index.index))

    def at(self, where: Mark | Level, message: str) -> Remark:
        """A remark at a place in a line."""
        return Remark(None, message, line=where.line, span=(where.start, where.end))


def _spot(part: Stretch) -> _Spot:
    """What tells parts of lines apart, and is hashed faster than their texts."""
    return part.line, part.start, len(part.text)


def seen_in(look: Look) -> Seen:
    """What the rules of a run see in the letter of `look`, read once."""
    return _seen(Same(look))


@lru_cache(maxsize=1)
def _seen(look: Same[Look]) -> Seen:
    return Seen(look.value)


def _place(one: Mark | Level) -> tuple[int, int]:
    return one.line, one.start


def _with_figures(report: Report) -> Iterator[str]:
    for row in report.all_rows:
        for field in row.cells:
            key, part = field
            if part in (Part.VALUE, Part.SCORE) and row.number(key, part) is not None:
                yield key


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of `words`; nothing where there are none."""
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(longest)})" if longest else r"(?!)", re.IGNORECASE
    )
