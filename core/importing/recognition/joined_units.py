"""Which units of a file's tables are one: by name, then by any code they bear.

One office bears two or three codes, and one name is borne by communes of several
provinces (docs/linh-vuc.md 3.2).
"""

from collections.abc import Container, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.names import rough_keys, unit_identity, unit_province


class Told(NamedTuple):
    """What a row tells of its unit.

    Attributes:
        identity: Its name as names are compared.
        area: The province that the name says it is in, else the district that its table
            is of; empty for none.
        code: One of its codes, folded; empty for none.
    """

    identity: str
    area: str
    code: str

    @classmethod
    def of(cls, name: str, code: str) -> "Told":
        """What a name and a code tell."""
        return cls(*_of_name(name), code.strip().casefold())


@lru_cache(maxsize=20_000)
def _of_name(name: str) -> tuple[str, str]:
    return unit_identity(name), unit_province(name)


def are_distinct(names: Sequence[str]) -> bool:
    """Whether no two of these names are of one unit."""
    alike: dict[str, list[str]] = {}
    for name, key in zip(names, rough_keys(names), strict=True):
        alike.setdefault(key, []).append(name)
    # Names of one unit share the rough key; of few others it has to be asked more.
    several = (some for some in alike.values() if len(some) > 1)
    return all(len(set(map(_of_name, some))) == len(some) for some in several)


class Units:
    """The units met so far, with the names and codes they were met under."""

    def __init__(self) -> None:
        """Begin with none."""
        self._count = 0
        self._told: dict[str, list[Told]] = {}
        self._by_identity: dict[str, list[str]] = {}
        self._by_code: dict[str, list[str]] = {}

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    @property
    def first(self) -> str | None:
        """The id of the unit met first, if any."""
        return "1" if self._count else None

    def is_unnamed(self, row: str) -> bool:
        """Whether no table has named that unit yet."""
        return not any(told.identity for told in self._told.get(row, ()))

    def new(self) -> str:
        """The id of a further unit, of which nothing is told yet."""
        self._count += 1
        return str(self._count)

    def learn(self, row: str, told: Told) -> None:
        """Keep what a table tells of that unit."""
        told_before = self._told.setdefault(row, [])
        if told in told_before:
            return
        told_before.append(told)
        for known, key in (
            (self._by_identity, told.identity),
            (self._by_code, told.code),
        ):
            if known is self._by_code and not key:
                continue  # nobody is found by no code, and a list of all would be slow
            rows = known.setdefault(key, [])
            if row not in rows:
                rows.append(row)

    def find(self, told: Told, taken: Container[str]) -> str | None:
        """The unit that is meant, none of those already taken by the same table.

        The same code and name first, then the same area and name, then the name
        alone, then the code alone.
        """
        alike = [
            row
            for row in self._by_identity.get(told.identity, ())
            if row not in taken and self._may_be(row, told)
        ]
        if alike:
            return min(alike, key=lambda row: self._distance(row, told))
        if not told.code:
            return None
        coded = self._by_code.get(told.code, ())
        return next((row for row in coded if row not in taken), None)

    def _may_be(self, row: str, told: Told) -> bool:
        """Whether the areas that were named do not differ."""
        areas = {one.area for one in self._told[row]} - {""}
        return not told.area or not areas or told.area in areas

    def _distance(self, row: str, told: Told) -> int:
        """0 for the same code, 1 for the same area, 2 for the name alone."""
        known = self._told[row]
        if told.code and any(one.code == told.code for one in known):
            return 0
        return 1 if any(one.area == told.area for one in known) else 2
