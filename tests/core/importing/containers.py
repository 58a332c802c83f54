"""OLE containers written by the tests: streams, and storages with streams of their own."""

import struct
from typing import NamedTuple

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5


class Entry(NamedTuple):
    """An entry of the directory; `right` and `child` are numbers of others."""

    name: str
    kind: int
    content: bytes = b""
    right: int = FREE
    child: int = FREE


def container(*entries: Entry) -> bytes:
    """A container with these entries below its root, the first of them its child."""
    sectors, chain, starts = b"", [TABLE], []
    for entry in entries:
        count = max(8, -(-len(entry.content) // SECTOR))  # never a small stream
        starts.append((len(chain), count * SECTOR) if entry.content else (END, 0))
        if entry.content:
            first = len(chain) + 1
            chain += [*range(first, first + count - 1), END]
            sectors += entry.content.ljust(count * SECTOR, b"\0")
    told = _entry(Entry("Root Entry", ROOT, child=1), END, 0)
    told += b"".join(
        _entry(one, *where) for one, where in zip(entries, starts, strict=True)
    )
    told = told.ljust(-(-len(told) // SECTOR) * SECTOR, b"\0")
    directory = len(chain)
    count = len(told) // SECTOR
    chain += [*range(directory + 1, directory + count), END]
    if len(chain) > SECTOR // 4:
        message = "more sectors than one table of them knows"
        raise ValueError(message)
    table = struct.pack(f"<{SECTOR // 4}I", *chain, *[FREE] * (128 - len(chain)))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, END, 0, END, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    return head + table + sectors + told


def _entry(entry: Entry, start: int, size: int) -> bytes:
    coded = entry.name.encode("utf-16-le") + b"\0\0"
    about = struct.pack(
        "<HBBIII", len(coded), entry.kind, 1, FREE, entry.right, entry.child
    )
    place = struct.pack("<III", start, size, 0)
    return coded.ljust(64, b"\0") + about + bytes(36) + place
