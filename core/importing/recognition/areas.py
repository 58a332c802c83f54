"""Tables a district each: communes of one name in two districts are two units.

What stands above each table, or the name of its sheet, tells the district. Only where
several are told in a file do they part units (docs/linh-vuc.md 3.2).
"""

from collections.abc import Iterable, Iterator, Sequence

from core import figures
from core.importing.recognition.shapes.model import Table
from core.names import unit_identity
from core.patterns import later

MOST_WORDS = 4
"""Words of a district's name; what is longer is a sentence."""

_NUMBER = r"(?:(?:[IVX]+|[A-HĐ]|\d{1,2})\s*[.)/-]?\s+)?"
_DISTRICT = later(
    rf"{_NUMBER}(?P<name>(?:(?i:UBND|ỦY BAN NHÂN DÂN|địa bàn)\s+)?"
    r"(?i:huyện|quận|thị xã|thành phố|tp\.?|tx\.?)\s*(?P<place>\w[\w' ]*))\s*[:.]?"
)


def of_tables(tables: Sequence[Table]) -> tuple[str, ...]:
    """The district of each table; empty for all where not several are told."""
    told: list[str] = []
    for table in tables if len(tables) > 1 else ():
        beside = [
            i for i, one in enumerate(tables[: len(told)]) if _is_beside(one, table)
        ]
        told.append(told[beside[0]] if beside else _of(table))
    several = len(set(told) - {""}) > 1
    return tuple(told) if several else ("",) * len(tables)


def _is_beside(one: Table, other: Table) -> bool:
    return one.grid.sheet == other.grid.sheet and one.header.rows == other.header.rows


def _of(table: Table) -> str:
    """The district nearest above a table, else that of its sheet's name."""
    texts = [title.text for title in table.titles]
    return next(_named(reversed(texts)), next(_named([table.grid.sheet]), ""))


def _named(texts: Iterable[str]) -> Iterator[str]:
    """The districts of which a text is the bare name."""
    for text in texts:
        found = _DISTRICT.fullmatch(figures.clean(text))
        if found is not None:
            words = found["place"].split()
            is_name = all(word[0].isupper() or word.isdecimal() for word in words)
            if is_name and len(words) <= MOST_WORDS:
                yield unit_identity(found["name"])
