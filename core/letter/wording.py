"""The wording of letters as data: patterns with slots (mẫu câu).

`resources/wording/*.toml` holds every sentence (docs/linh-vuc.md 8). A pattern becomes
pieces: text, and the figures put into its slots, which keep their cells.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from core import resources
from core.frozen import field, frozen
from core.letter.model import Figure, Piece, Pieces

Slot: TypeAlias = str | Figure | Pieces
"""What may be put into a slot."""

Entry: TypeAlias = str | tuple[str, ...]

_SLOT = re.compile(r"\{(\w+)\}")


@frozen
class Wording:
    """Every pattern by its dotted key ("result.total", "criterion.reuse_rate.task").

    Attributes:
        entries: A pattern, or the lines of one, by key.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def find(self, key: str) -> str:
        """The pattern with that key, or an empty text."""
        found = self.entries.get(key, "")
        return found if isinstance(found, str) else ""

    def text(self, key: str) -> str:
        """The pattern with that key.

        Raises:
            LookupError: There is none (a programmer's mistake).
        """
        found = self.entries.get(key)
        if not isinstance(found, str):
            message = f"no wording {key!r}"
            raise LookupError(message)
        return found

    def lines(self, key: str) -> tuple[str, ...]:
        """The lines with that key; none where there is no such list."""
        found = self.entries.get(key, ())
        return () if isinstance(found, str) else found

    def table(self, key: str) -> dict[str, str]:
        """The texts whose key is `key` and one word more, by that word."""
        start = f"{key}."
        return {
            name.removeprefix(start): text
            for name, text in self.entries.items()
            if name.startswith(start)
            and isinstance(text, str)
            and "." not in name.removeprefix(start)
        }


def load(folder: Path | None = None) -> Wording:
    """The wording of the data pack, or the one in `folder`."""
    where = folder or resources.data("wording")
    entries: dict[str, Entry] = {}
    for path in sorted(where.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        entries |= dict(_flat(data, ""))
    return Wording(entries)


def _flat(data: Mapping[str, object], start: str) -> Iterator[tuple[str, Entry]]:
    for name, value in data.items():
        key = f"{start}{name}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{key}.")
        elif isinstance(value, list):
            yield key, tuple(str(line) for line in value)
        else:
            yield key, str(value)


def slots_of(pattern: str) -> frozenset[str]:
    """The names of the slots in `pattern`."""
    return frozenset(_SLOT.findall(pattern))


def fill(pattern: str, slots: Mapping[str, Slot]) -> Pieces:
    """`pattern` with its slots filled, neighbouring texts joined.

    Raises:
        LookupError: The pattern has a slot that nothing fills.
    """
    parts: list[Piece] = []
    for number, part in enumerate(_SLOT.split(pattern)):
        if number % 2 == 0:
            parts.append(part)
        elif part not in slots:
            message = f"nothing fills {{{part}}} in {pattern!r}"
            raise LookupError(message)
        else:
            value = slots[part]
            parts.extend(value if isinstance(value, tuple) else (value,))
    return join(parts)


def join(*sentences: Pieces | list[Piece]) -> Pieces:
    """One run of pieces, neighbouring texts in one piece, empty ones left out."""
    joined: list[Piece] = []
    for piece in (piece for sentence in sentences for piece in sentence):
        last = joined[-1] if joined else None
        if isinstance(piece, str) and isinstance(last, str):
            joined[-1] = last + piece
        elif piece:
            joined.append(piece)
    return tuple(joined)


def listed(items: list[Pieces], sign: str = "; ") -> Pieces:
    """`items` in one run with `sign` between them."""
    parts: list[Piece] = []
    for number, item in enumerate(items):
        parts.extend([sign, *item] if number else item)
    return join(parts)
