"""The streams of an OLE container, read so that no chain in it can go in circles.

xlrd's own reader of containers follows some chains without end in damaged files.
"""

import struct
from collections.abc import Sequence

from core.frozen import frozen

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<8s16sHHHHH6xIIIIIIIII")
_ENTRY = 128  # bytes of an entry of the directory
_ROOT, _STREAM = 5, 2  # kinds of entries
_IN_HEADER = 109  # sectors of the table that the header names itself
_FREE = 0xFFFFFFFF
_NEAR = 68  # where an entry names its neighbours and its first child
_SMALL = 64  # bytes of a small sector


@frozen
class _Entry:
    name: str
    kind: int
    start: int
    size: int
    near: tuple[int, int] = (_FREE, _FREE)
    child: int = _FREE


@frozen
class _Container:
    data: bytes
    size: int
    smallest: int
    table: Sequence[int]
    small: Sequence[int]
    entries: Sequence[_Entry]

    @property
    def root(self) -> _Entry:
        """The entry that the others hang on."""
        found = (one for one in self.entries if one.kind == _ROOT)
        return next(found, _Entry("", 0, 0, 0))

    def own(self) -> list[_Entry]:
        """The streams of the container itself, not of what is embedded in it."""
        found: list[_Entry] = []
        left, seen = [self.root.child], set[int]()
        while left:
            number = left.pop()
            if number < len(self.entries) and number not in seen:
                seen.add(number)
                entry = self.entries[number]
                found.append(entry)
                left.extend(entry.near)
        return [one for one in found if one.kind == _STREAM]

    def content(self, entry: _Entry) -> bytes:
        """The bytes that a stream's chain holds, perhaps more or fewer than it says."""
        data, size, table = self.data, self.size, self.table
        if entry.size >= self.smallest:
            return _chain(data, size, size, table, entry.start)
        packed = _chain(data, size, size, table, self.root.start)
        return _chain(packed, _SMALL, 0, self.small, entry.start)


def own_names(data: bytes) -> frozenset[str]:
    """The names of the container's own streams, those of embedded objects left out.

    Raises:
        ValueError: The container is damaged.
    """
    return frozenset(one.name for one in _opened(data).own())


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """The first stream of the container with one of these names.

    Raises:
        ValueError: There is none, or the container is damaged.
    """
    container = _opened(data)
    own = container.own()
    others = (one for one in container.entries if one.kind == _STREAM)
    for entry in (*own, *others):
        if entry.name in names:
            found = container.content(entry)
            if len(found) < entry.size:
                break
            return found[: entry.size]
    message = f"no whole stream {names}"
    raise ValueError(message)


def _opened(data: bytes) -> _Container:
    """The container's tables and its directory.

    Raises:
        ValueError: It is damaged.
    """
    if len(data) < _HEADER.size:
        message = "the file ends within its header"
        raise ValueError(message)
    head = _HEADER.unpack_from(data)
    if head[5] not in (9, 12):  # sectors of 512 or 4096 bytes
        message = "sectors of no known size"
        raise ValueError(message)
    size = 1 << head[5]
    directory, _, smallest, small_table, _, more = head[9:15]
    table = _table(data, size, more)
    if any(one != _FREE for one in table[-(-len(data) // size) - 1 :]):
        message = "the file ends before its last sector"
        raise ValueError(message)
    small = _numbers(_chain(data, size, size, table, small_table))
    entries = _entries(_chain(data, size, size, table, directory))
    return _Container(data, size, smallest, table, small, entries)


def _table(data: bytes, size: int, more: int) -> list[int]:
    """Which sector follows which: of all sectors, one number each."""
    start = _HEADER.size
    listed = _numbers(data[start : start + 4 * _IN_HEADER])
    sectors = len(data) // size
    seen: set[int] = set()
    while more < sectors and more not in seen:
        seen.add(more)
        block = _numbers(data[(more + 1) * size : (more + 2) * size])
        listed += block[:-1]
        more = block[-1] if block else sectors
    table: list[int] = []
    for sector in listed[:sectors]:
        if sector < sectors:
            table += _numbers(data[(sector + 1) * size : (sector + 2) * size])
    return table


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _chain(
    data: bytes, size: int, offset: int, table: Sequence[int], sector: int
) -> bytes:
    """The sectors that follow one another from `sector`, each of them once."""
    parts: list[bytes] = []
    seen: set[int] = set()
    while sector < len(table):
        if sector in seen:
            message = f"sector {sector} follows itself"
            raise ValueError(message)
        seen.add(sector)
        at = offset + sector * size
        parts.append(data[at : at + size])
        sector = table[sector]
    return b"".join(parts)


def _entries(directory: bytes) -> list[_Entry]:
    found = []
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[at : at + _ENTRY]
        length, kind = struct.unpack_from("<HB", entry, 64)
        start, size = struct.unpack_from("<II", entry, 116)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        left, right, child = struct.unpack_from("<III", entry, _NEAR)
        found.append(_Entry(name, kind, start, size, (left, right), child))
    return found
