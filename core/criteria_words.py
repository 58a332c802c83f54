"""How the office's tables name criteria, and which criterion their words mean."""

from collections import defaultdict

from core import names
from core.catalogue import Catalogue, Indicator
from core.kind import Kind

GENERAL = "Chung"
"""What stands for the criterion of an instruction that serves none of them."""

MEASURED = frozenset({Kind.RATIO, Kind.COUNT, Kind.SCORE, Kind.DAYS})
"""Kinds of figures that can have a target."""


def measurable(catalogue: Catalogue) -> tuple[Indicator, ...]:
    """Every indicator that can have a target: the criteria first, in their order."""
    keys = dict.fromkeys(one.key for one in catalogue.criteria)
    keys |= dict.fromkeys(catalogue.indicators)
    every = (catalogue.indicators[key] for key in keys)
    return tuple(one for one in every if one.kind in MEASURED)


def in_words(catalogue: Catalogue, key: str) -> str:
    """How a table names an indicator: "3.6 Hồ sơ thanh toán trực tuyến"."""
    known = catalogue.indicators.get(key)
    if known is None:
        return key
    if has_code(known):
        return f"{known.code} {known.name}"
    return f"Nhóm {known.name}" if catalogue.group(key) else known.name


def has_code(indicator: Indicator) -> bool:
    """Whether its code is a criterion's ("3.6"), not a group's number."""
    return "." in indicator.code


class Criteria:
    """Finds the indicator that a table's words mean."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take codes, keys and names of `catalogue`; a name of two means neither."""
        self._catalogue = catalogue
        found: dict[str, set[str]] = defaultdict(set)
        for one in catalogue.indicators.values():
            written = {one.key, one.name, one.full_name, in_words(catalogue, one.key)}
            written |= {one.code} if has_code(one) else set()
            for words in written - {""}:
                found[names.folded(words)].add(one.key)
        self._keys = found

    def find(self, words: str) -> Indicator | None:
        """The one indicator that `words` name, or None."""
        keys = self._meant(words)
        return self._catalogue.indicators[next(iter(keys))] if len(keys) == 1 else None

    def _meant(self, words: str) -> set[str]:
        folded = names.folded(words)
        with_dot = folded.replace(",", ".")  # a code that Excel took for a number
        return self._keys.get(folded) or self._keys.get(with_dot, set())

    def unknown(self, words: str) -> str:
        """Why `words` name no single indicator."""
        if not words:
            return "chưa ghi tiêu chí nào"
        for part in words.split(";"):
            keys = sorted(self._meant(part))
            if len(keys) > 1:
                both = " hoặc ".join(f"“{in_words(self._catalogue, k)}”" for k in keys)
                return f"“{part.strip()}” có thể là {both}; ghi rõ một tên"
        return f"không có tiêu chí nào tên “{words}” trong Bộ chỉ số"

    def find_all(self, words: str) -> tuple[str, ...] | None:
        """The keys of the indicators in a list by ";"; None where one is unknown.

        Nothing, or "Chung", is a list of none.
        """
        if names.folded(words) in ("", names.folded(GENERAL)):
            return ()
        found = [self.find(part) for part in words.split(";") if part.strip()]
        keys = [one.key for one in found if one is not None]
        return tuple(dict.fromkeys(keys)) if len(keys) == len(found) else None
