"""Columns "%" and "Tỷ lệ" beside what changed: by how much it did, and no figure.

Under "Hồ sơ quá hạn" offices set "Tháng 9 │ Tháng 10 │ Tăng, giảm │ %".
"""

from collections.abc import Mapping

from core.importing.recognition import times, words
from core.importing.recognition.recognise import Meaning

Tiers = tuple[str, ...]

_CHANGE = Meaning(facet="difference")
_SHARE = frozenset({"%", words.fold("tỷ lệ"), words.fold("tỷ lệ tăng, giảm")})


def known(
    tiers: Mapping[int, Tiers], meanings: Mapping[int, Meaning]
) -> dict[int, Meaning]:
    """What columns hold, with shares right of a change as changes too."""
    changed = {
        tiers[column][:-1]
        for column, one in meanings.items()
        if len(tiers.get(column, ())) > 1 and _is_of_change(one)
    }
    return {
        c: _CHANGE if tiers.get(c, ())[:-1] in changed and _is_share(tiers[c]) else one
        for c, one in meanings.items()
    }


def _is_of_change(one: Meaning) -> bool:
    return one in (_CHANGE, times.OTHER_TIME)


def _is_share(over: Tiers) -> bool:
    return words.fold(over[-1]) in _SHARE
