"""Files made wrong in many ways: bytes, the parts of a zip, the cells in them.

A mutation is a source and the seeds of its steps, nothing else: the same steps make the
same bytes, so that a finding can be made again and with fewer of them.
"""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

Step = Callable[[bytes, Random], bytes]

MOST_BYTES = 1_000_000
"""A step makes no file larger than that: what is large is refused before it is read."""

_NUMBERS = (
    *(b"0", b"-1", b"2", b"255", b"65535", b"65536", b"16384", b"16385", b"1048576"),
    *(b"1048577", b"2147483647", b"4294967295", b"-2147483648", b"999999999999999"),
    *(b"1e308", b"1e999", b"-0.0", b"NaN", b"Infinity", b"0.5", b"1.005", b"2.033"),
)
_TEXTS = (
    *(
        b"",
        b" ",
        b"-",
        b"/",
        b"1/0",
        b"8/9",
        b"%",
        b"100%",
        b"((((",
        b"#REF!",
        b"#DIV/0!",
    ),
    *("tháng 13/2024".encode(), "quý 5/2024".encode(), "ngày 31/02/2024".encode()),
    *("TỔNG CỘNG".encode(), "Tên đơn vị".encode(), b"STT", b"=1+1", b"(1)"),
    *(
        "\u200b\ufeff".encode(),
        "a\u0301".encode(),
        "\U0001f600".encode(),
        b"x" * 33_000,
    ),
    *(b"1" * 400, b"1," * 200, b"1.000" * 50, b"\x01", b"&#0;", b"&#xD800;", b"]]>"),
    *(b"TRUE", b"1900-02-29", b"0/0/0000", b"99:99", b"\xff\xfe", "１２３".encode()),
)
_REFERENCES = (b"A1", b"XFD1048576", b"ZZZ9", b"A0", b"B1:A1", b"A1:XFD1048576", b"1A")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A source by name, and the seeds of the steps that are taken with it."""

    source: str
    seeds: tuple[int, ...]

    def without(self, number: int) -> "Mutation":
        """The mutation with one step less."""
        return replace(self, seeds=self.seeds[:number] + self.seeds[number + 1 :])


def chosen(random: Random, sources: Sequence[str]) -> Mutation:
    """A mutation of one to four steps."""
    seeds = tuple(random.getrandbits(48) for _ in range(random.randint(1, 4)))
    return Mutation(random.choice(sources), seeds)


def made(data: bytes, mutation: Mutation) -> bytes:
    """The bytes after every step."""
    for seed in mutation.seeds:
        data = _step(data, Random(seed))[:MOST_BYTES]  # noqa: S311 - repeatable, no secret
    return data


def _step(data: bytes, random: Random) -> bytes:
    if data[:2] == b"PK" and random.random() < 0.9:
        return _in_zip(data, random)
    steps = _OF_TEXT if _is_text(data) else _OF_BYTES
    return random.choice(steps)(data, random)


def _in_zip(data: bytes, random: Random) -> bytes:
    """The package with one of its parts mutated; sheets more often than others."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {one.filename: package.read(one) for one in package.infolist()}
    except Exception:  # noqa: BLE001 - a zip made wrong raises whatever it likes
        return random.choice(_OF_BYTES)(data, random)
    if not parts:
        return data
    sheets = [name for name in parts if re.search("sheet|content.xml|Strings", name)]
    name = random.choice(sheets if sheets and random.random() < 0.7 else list(parts))
    if random.random() < 0.03:
        del parts[name]
    else:
        steps = _OF_TEXT if _is_text(parts[name]) else _OF_BYTES
        parts[name] = random.choice(steps)(parts[name], random)[:MOST_BYTES]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in parts.items():
            package.writestr(zipfile.ZipInfo(each), content)
    return buffer.getvalue()


def _is_text(data: bytes) -> bool:
    return b"\0" not in data[:200] and data[:4] != b"\xd0\xcf\x11\xe0"


# ------------------------------------------------------------------------ steps of bytes


def _flip(data: bytes, random: Random) -> bytes:
    """Some bits turned over."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _number(data: bytes, random: Random) -> bytes:
    """A number of two, four or eight bytes at its limits."""
    size = random.choice((1, 2, 4, 8))
    most = 256**size - 1
    value = random.choice(
        (0, 1, most, most // 2, most // 2 + 1, random.randint(0, most))
    )
    at = random.randrange(len(data) + 1)
    return data[:at] + value.to_bytes(size, "little") + data[at + size :]


def _cut(data: bytes, random: Random) -> bytes:
    """A piece left out."""
    at, until = _piece(data, random)
    return data[:at] + data[until:]


def _ended(data: bytes, random: Random) -> bytes:
    """The rest lost, as by a download that broke off."""
    return data[: random.randrange(len(data) + 1)]


def _spliced(data: bytes, random: Random) -> bytes:
    """A piece put over another place."""
    at, until = _piece(data, random)
    to = random.randrange(len(data) + 1)
    return data[:to] + data[at:until] + data[to + until - at :]


def _repeated(data: bytes, random: Random) -> bytes:
    """A piece many times."""
    at, until = _piece(data, random)
    times = random.choice((2, 3, 10, 100, 1000))
    return data[:at] + data[at:until] * times + data[until:]


def _piece(data: bytes, random: Random) -> tuple[int, int]:
    at = random.randrange(len(data) + 1)
    return at, min(len(data), at + random.choice((1, 4, 16, 64, 512, 4096)))


# ------------------------------------------------------------------- steps of text, cells


def _other(pattern: bytes, values: Sequence[bytes]) -> Step:
    """A step that puts one of `values` where one find of the pattern is."""
    compiled = re.compile(pattern)

    def step(data: bytes, random: Random) -> bytes:
        spans = [found.span(1) for found in compiled.finditer(data)]
        if not spans:
            return _flip(data, random)
        at, until = random.choice(spans)
        return data[:at] + random.choice(values) + data[until:]

    return step


def _swapped(data: bytes, random: Random) -> bytes:
    """Two cells of a text, each in the other's place."""
    spans = [found.span(1) for found in re.finditer(rb"[>;,\t]([^<>;,\t]+)", data)]
    if len(spans) < 2:
        return _flip(data, random)
    (a, b), (c, d) = sorted(random.sample(spans, 2))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


_OF_BYTES: tuple[Step, ...] = (_flip, _number, _cut, _ended, _spliced, _repeated)
_OF_TEXT: tuple[Step, ...] = (
    _swapped,
    _swapped,
    _repeated,
    lambda data, random: random.choice(_OF_BYTES)(data, random),
    _other(rb"(\d+)", _NUMBERS),
    _other(rb">([^<>]+)<", (*_NUMBERS, *_TEXTS)),
    _other(rb">([^<>]+)<", (*_NUMBERS, *_TEXTS)),
    _other(rb"[;,\t]([^;,\t\r\n]*)", (*_NUMBERS, *_TEXTS)),
    _other(rb'="([^"]*)"', (*_NUMBERS, *_TEXTS, *_REFERENCES)),
    _other(rb'ref="([^"]*)"', _REFERENCES),
    _other(rb'r="([^"]*)"', _REFERENCES),
    _other(rb"(<[^>]*>)", (b"", b"<", b"<v>", b"</row>", b"<table>", b"<!DOCTYPE x>")),
)
