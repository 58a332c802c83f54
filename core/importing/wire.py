"""What the program and its reading child say to each other: length-prefixed pickles.

Unpickling trusts the other end, which is our own program run by the same user
(docs/decisions/0008-reading.md, 5).
"""

import copyreg
import io
import pickle
import struct
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from core.errors import CongVanError
from core.frozen import frozen
from core.importing import packing
from core.report import Cell, Report

_LENGTH = struct.Struct("<Q")
_LONGEST = 1 << 30  # bytes; more than the child may have is no message of its


@frozen
class Request:
    """Read a file.

    Attributes:
        call: Name of one of `child.CALLS`.
        path: The file.
        values: What else the call takes, by keyword.
        memory: Most bytes that the child may use.
        patience: Seconds between two signs of work, for a small file.
    """

    call: str
    path: Path
    values: Mapping[str, Any]
    memory: int
    patience: float


@frozen
class Warm:
    """Load what reading needs, while nobody waits; not answered."""


@frozen
class Begun:
    """The request is being worked on; `patience` is what the file's size allows."""

    patience: float


@frozen
class Loading:
    """A library that the file needs is being loaded."""


@frozen
class Progress:
    """Steps done, and steps in all."""

    done: int
    total: int


@frozen
class Answer:
    """What the call gave."""

    value: Any


@frozen
class Refusal:
    """The error of ours that the call raised."""

    error: CongVanError


@frozen
class TooHeavy:
    """There was not enough memory; the child ends."""


@frozen
class Fault:
    """Any other exception; `detail` says where, without a figure."""

    detail: str


# A sheet is tens of thousands of these. Their own way of being pickled is Python code
# for each, which makes the answer of a large file four times as slow. Of a report's rows
# only those are unpacked that somebody looks at.
_SHORT: dict[type, Callable[[Any], Any]] = copyreg.dispatch_table | {
    Cell: lambda cell: (Cell, (cell.value, cell.raw, cell.at)),
    Decimal: lambda number: (Decimal, (str(number),)),
    Report: packing.parts_of,
}


def packed(message: object) -> bytes:
    """`message` as bytes for `send`."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _SHORT
    pickler.dump(message)
    return stream.getvalue()


def unpacked(data: bytes) -> Any:  # noqa: ANN401 - one of the messages above
    """The message that `packed` made the bytes of."""
    return pickle.loads(data)  # noqa: S301 - from our own program


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one packed message.

    Raises:
        OSError: The other end is gone.
    """
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """One packed message, or None where the other end is gone or says something else."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    if length > _LONGEST:
        return None
    data = stream.read(length)
    return data if len(data) == length else None
