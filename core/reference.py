"""Words, laws and names that rules about letters look for (dữ liệu tham chiếu).

None of them stands in code: `resources/reference/*.toml` holds them by section, so
that an office can be given newer ones (docs/decisions/0009-audit.md).
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from core import resources
from core.errors import UsageError
from core.toml_table import TomlTable

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that letters cite (văn bản viện dẫn).

    Attributes:
        kind: "Quyết định", "Nghị định" ….
        number: "766", "61/2018".
        symbol: "QĐ-TTg", "NĐ-CP".
        day: Its date.
        issuer: Who issued it.
        title: Its exact title, with the verb: "phê duyệt Bộ chỉ số …".
        is_index: It is the index itself.
        about_index: It is the index, or about it or its targets.
        valid_from: First day in force where that is not its date, or None.
        valid_to: Last day in force, or None for still in force.
        replaced_by: The document that took its place; empty for none.
        mistaken: Numbers and symbols that people write for it by mistake.
        settled: False where no source that could be read confirms it.
    """

    kind: str
    number: str
    symbol: str
    day: date
    issuer: str
    title: str
    is_index: bool = False
    about_index: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: str = ""
    mistaken: tuple[str, ...] = ()
    settled: bool = True

    @property
    def code(self) -> str:
        """Its number and symbol: "766/QĐ-TTg"."""
        return f"{self.number}/{self.symbol}"

    @property
    def short(self) -> str:
        """How it is cited again: "Quyết định số 766/QĐ-TTg"."""
        return f"{self.kind} số {self.code}"

    @property
    def full(self) -> str:
        """How it is cited at first: kind, code, date, issuer, title."""
        day = f"{self.day.day:02d} tháng {_month(self.day)} năm {self.day.year}"
        return f"{self.short} ngày {day} của {self.issuer} {self.title}"

    def is_in_force(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        begun = (self.valid_from or self.day) <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


def _month(day: date) -> str:
    """The month as the decree writes it: 01, 02, then 3 to 12."""
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that is wrong, what it should be, and why (may be empty)."""

    kind: str
    wrong: str
    right: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Phrases that cannot stand in one sentence: one of `first` with one of `second`.

    Attributes:
        first: "tất cả các tiêu chí", or "tất cả các" where `same_noun`.
        second: "một số tiêu chí", or "một số".
        same_noun: Both are followed by the same noun.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    same_noun: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A term with one way of writing.

    Attributes:
        name: How it is written.
        others: Other names of the same thing.
        strict: Another way is wrong even where the letter uses that alone.
    """

    name: str
    others: tuple[str, ...] = ()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation; `common` ones need not be spelled out."""

    short: str
    full: str
    common: bool = False


@dataclass(frozen=True, slots=True)
class Abolished:
    """A kind of unit, or a body, that is no more: its last day, and what is instead."""

    name: str
    ended: date
    instead: str = ""


@dataclass(frozen=True, slots=True)
class PortalPage:
    """A page of the portal.

    Attributes:
        name: As it calls itself.
        url: Its address.
        old: Addresses, or beginnings of some, that were its until `ended`.
        others: Other names seen in letters.
        ended: The last day of the old addresses, or None.
    """

    name: str
    url: str
    old: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    ended: date | None = None


_SHARES = ("usual_one_in",)
"""Limits that something is divided by."""


@cache
def own_limits() -> Mapping[str, Decimal]:
    """The limits that come with the program, for those that nobody set."""
    return _limits(_file(resources.folder() / "reference" / "quy-tac.toml"))


@dataclass(frozen=True, slots=True)
class Reference:
    """All that rules compare with; without any, those about letters find nothing."""

    citations: tuple[Citation, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    terms: tuple[Term, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    abolished: tuple[Abolished, ...] = ()
    portal: tuple[PortalPage, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limits: Mapping[str, Decimal] = field(default_factory=own_limits)

    def limit(self, name: str) -> Decimal:
        """The limit `name` of a rule: so many points, percent, days, words."""
        return self.limits[name]

    def words(self, name: str) -> tuple[str, ...]:
        """The words of the list `name`; none where there is no such list."""
        return self.lists.get(name, ())

    def phrases_of(self, kind: str) -> tuple[Phrase, ...]:
        """The wrong phrases of a kind: "typo", "reversed", "set", "grammar"."""
        return tuple(phrase for phrase in self.phrases if phrase.kind == kind)

    def index_on(self, day: date) -> Citation | None:
        """The document of the index that is in force on `day`, or None."""
        for citation in self.citations:
            if citation.is_index and citation.is_in_force(day):
                return citation
        return None

    def cited(self, code: str) -> Citation | None:
        """The document of that number and symbol ("766/QĐ-TTg"), or None."""
        for citation in self.citations:
            if citation.code == code:
                return citation
        return None


def load(folder: Path | None = None) -> Reference:
    """The reference of the data pack, or that of `folder`.

    Files are read by name; a section may be spread over several of them.

    Raises:
        UsageError: A file is none that can be used; the sentence says what and where.
    """
    where = folder or resources.data("reference")
    files = [_file(path) for path in sorted(where.glob("*.toml"))]
    words: dict[str, tuple[str, ...]] = {}
    for file in files:
        lists = file.table("words")
        words |= {name: lists.texts(name) for name in lists.data}
    limits = dict(own_limits())
    for file in files:
        limits |= _limits(file)
    return Reference(
        citations=_all(files, "citation", _citation),
        phrases=_all(files, "phrase", _phrase),
        contradictions=_all(files, "contradiction", _contradiction),
        terms=_all(files, "term", _term),
        abbreviations=_all(files, "abbreviation", _abbreviation),
        abolished=_all(files, "abolished", _abolished),
        portal=_all(files, "portal", _portal),
        lists=words,
        limits=limits,
    )


def bundled() -> Reference:
    """The reference of the data pack in use, read once: it never changes."""
    return _read(resources.data("reference"))


@cache
def _read(folder: Path) -> Reference:
    return load(folder)


def _file(path: Path) -> TomlTable:
    try:
        data: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"Không đọc được tệp {path.name} của gói dữ liệu: {error}."
        raise UsageError(message) from error
    return TomlTable(data, path.name)


def _limits(file: TomlTable) -> dict[str, Decimal]:
    table = file.table("limits")
    found = {name: table.number(name) for name in table.data}
    for name, limit in found.items():
        if limit < (least := 1 if name in _SHARES else 0):
            raise table.wrong(name, f"không được dưới {least}")
    return found


def _all(
    files: list[TomlTable], section: str, made: Callable[[TomlTable], _Entry]
) -> tuple[_Entry, ...]:
    return tuple(made(table) for file in files for table in file.tables(section))


def _flag(table: TomlTable, name: str, *, absent: bool) -> bool:
    value = table.data.get(name, absent)
    if not isinstance(value, bool):
        raise table.wrong(name, "phải là true hoặc false")
    return value


def _day(table: TomlTable, name: str) -> date:
    day = table.day(name)
    if day is None:
        raise table.wrong(name, "đang để trống")
    return day


def _citation(table: TomlTable) -> Citation:
    role = table.text("role")
    if role not in ("", "about", "index"):
        raise table.wrong("role", "phải là “index” hoặc “about”")
    return Citation(
        kind=table.needed("kind"),
        number=table.needed("number"),
        symbol=table.needed("symbol"),
        day=_day(table, "day"),
        issuer=table.needed("issuer"),
        title=table.needed("title"),
        is_index=role == "index",
        about_index=bool(role),
        valid_from=table.day("valid_from"),
        valid_to=table.day("valid_to"),
        replaced_by=table.text("replaced_by"),
        mistaken=table.texts("mistaken"),
        settled=_flag(table, "settled", absent=True),
    )


def _phrase(table: TomlTable) -> Phrase:
    kind = table.needed("kind")
    if kind not in ("typo", "reversed", "set", "grammar"):
        known = "“typo”, “reversed”, “set” hoặc “grammar”"
        raise table.wrong("kind", f"phải là {known}")
    return Phrase(kind, table.needed("wrong"), table.needed("right"), table.text("why"))


def _contradiction(table: TomlTable) -> Contradiction:
    same_noun = _flag(table, "same_noun", absent=False)
    return Contradiction(table.texts("first"), table.texts("second"), same_noun)


def _term(table: TomlTable) -> Term:
    strict = _flag(table, "strict", absent=False)
    return Term(table.needed("name"), table.texts("others"), strict)


def _abbreviation(table: TomlTable) -> Abbreviation:
    common = _flag(table, "common", absent=False)
    return Abbreviation(table.needed("short"), table.needed("full"), common)


def _abolished(table: TomlTable) -> Abolished:
    return Abolished(table.needed("name"), _day(table, "ended"), table.text("instead"))


def _portal(table: TomlTable) -> PortalPage:
    return PortalPage(
        name=table.needed("name"),
        url=table.needed("url"),
        old=table.texts("old"),
        others=table.texts("others"),
        ended=table.day("ended"),
    )
