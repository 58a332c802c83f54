"""A zip file that depends on nothing but its parts (tệp .docx là một tệp zip).

No time of day, no system and no version of a library is in it, so the same letter is
the same bytes anywhere; and a part that no letter changes is packed once and kept,
which `zipfile` cannot do. Format: PKWARE's APPNOTE, 4.3 and 4.4.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_LEVEL = 6  # zlib's own default, said here so that no other takes its place
_RAW = -zlib.MAX_WBITS  # deflate without zlib's head
_VERSION = 20  # 2.0: the first that deflates
_UTF8_NAMES = 0x800
_DEFLATED = 8
_DAY = (1 << 5) | 1  # 1/1/1980, the first day that a zip file can name
# Version needed, flags, method, time, day, CRC, packed size, size, name's length, extra
_ENTRY = struct.Struct("<5H3L2H")
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_MADE_BY = struct.pack("<H", _VERSION)  # by MS-DOS, whatever the system
_CENTRAL_TAIL = struct.Struct("<3H2L")  # comment, disk, two kinds of attributes, place
_END_TAIL = struct.Struct("<4H2LH")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part, packed: its name, what the format says of it, its bytes."""

    name: bytes
    head: bytes
    packed: bytes


def entry(name: str, data: bytes) -> Entry:
    """`data` packed under `name`."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    packed = compressor.compress(data) + compressor.flush()
    encoded = name.encode()
    sizes = (zlib.crc32(data), len(packed), len(data), len(encoded), 0)
    head = _ENTRY.pack(_VERSION, _UTF8_NAMES, _DEFLATED, 0, _DAY, *sizes)
    return Entry(encoded, head, packed)


def archive(entries: Iterable[Entry]) -> bytes:
    """The zip file of `entries`, in their order."""
    files: list[bytes] = []
    central: list[bytes] = []
    place = 0
    for one in entries:
        files += (_LOCAL, one.head, one.name, one.packed)
        tail = _CENTRAL_TAIL.pack(0, 0, 0, 0, place)
        central += (_CENTRAL, _MADE_BY, one.head, tail, one.name)
        place += len(_LOCAL) + len(one.head) + len(one.name) + len(one.packed)
    count, length = len(central) // 5, sum(map(len, central))
    end = _END_TAIL.pack(0, 0, count, count, length, place, 0)
    return b"".join([*files, *central, _END, end])
