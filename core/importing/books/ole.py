"""The streams of an OLE container, read so that no chain in it can go in circles.

xlrd's own reader of containers follows some chains without end in damaged files.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<8s16sHHHHH6xIIIIIIIII")
_ENTRY = 128  # bytes of an entry of the directory
_ROOT, _STREAM = 5, 2  # kinds of entries
_IN_HEADER = 109  # sectors of the table that the header names itself
_FREE = 0xFFFFFFFF
_SMALL = 64  # bytes of a small sector


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """The first stream of the container with one of these names.

    Raises:
        ValueError: There is none, or the container is damaged.
    """
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
    root = next((one for one in entries if one.kind == _ROOT), _Entry("", 0, 0, 0))
    for entry in entries:
        if entry.kind != _STREAM or entry.name not in names:
            continue
        if entry.size >= smallest:
            found = _chain(data, size, size, table, entry.start)
        else:
            packed = _chain(data, size, size, table, root.start)
            found = _chain(packed, _SMALL, 0, small, entry.start)
        if len(found) < entry.size:
            break
        return found[: entry.size]
    message = f"no whole stream {names}"
    raise ValueError(message)


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
        found.append(_Entry(name, kind, start, size))
    return found
