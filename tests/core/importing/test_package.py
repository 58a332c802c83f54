"""What is only odd in a package still opens; what is not as it says does not."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from core import resources
from core import zipped as zipping
from core.errors import UnreadableFileError
from core.importing.books import package, xlsx
from core.importing.books.book_parts import Package
from tests.core.importing.hostile_files import MB, workbook, zipped

SAMPLE = next((resources.folder() / "samples").glob("Phụ lục 766*.xlsx")).read_bytes()
SVG = b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>'


@pytest.mark.parametrize(
    "more",
    [
        {"xl/media/image1.svg": SVG},
        {"docProps/thumbnail.png": b"<!ENTITY" * 10},
        {"xl\\theme\\odd.xml": b"<a/>"},
        {"xl/sharedStrings2.xml": b"<t>" + b"a" * 32_767 * 100 + b"</t>"},
        {"xl/comments1.xml": b"<!-- <DOCTYPE> is not declared here --><a/>"},
        {f"customXml/item{n}.xml": b"<a/>" for n in range(1500)},
    ],
    ids=["svg", "picture", "backslash", "dense", "comment", "parts"],
)
def test_what_is_only_odd_passes(more: Mapping[str, bytes]):
    package.check(workbook(SAMPLE, more), "tệp.xlsx")


def test_parts_that_are_not_compressed_pass_and_are_looked_into():
    package.check(zipped({"a.xml": b"<a/>" * MB}, zipfile.ZIP_STORED), "tệp.xlsx")
    declared = zipped({"a.xml": b"<!DOCTYPE a><a/>"}, zipfile.ZIP_STORED)
    with pytest.raises(UnreadableFileError, match="DOCTYPE"):
        package.check(declared, "tệp.xlsx")


@pytest.mark.parametrize("before", [MB - 12, MB - 5, MB - 1, MB, 3 * MB - 4])
def test_a_declaration_is_found_wherever_it_stands_in_the_bytes(before):
    text = b"<!--" + b"a" * (before - 7) + b"-->" + b"<!DOCTYPE a>"
    with pytest.raises(UnreadableFileError, match="DOCTYPE"):
        package.check(zipped({"a.xml": text}, zipfile.ZIP_STORED), "tệp.xlsx")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_no_workbook_has_is_refused_without_unpacking(method):
    with pytest.raises(UnreadableFileError, match="bị hỏng"):
        package.check(zipped({"a.xml": b"<a/>"}, method), "tệp.xlsx")


def test_a_part_that_ends_before_its_time_is_broken():
    data = zipped({"a.xml": b"<a/>"}, zipfile.ZIP_STORED)
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        at = whole.infolist()[0].header_offset
    cut = bytearray(data)
    cut[at : at + 4] = b"\0\0\0\0"
    with pytest.raises(UnreadableFileError, match="bị hỏng"):
        package.check(bytes(cut), "tệp.xlsx")


def test_an_encrypted_part_asks_for_the_password_to_be_removed():
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flag] |= 1
    with pytest.raises(UnreadableFileError, match="có mật khẩu"):
        package.check(bytes(data), "tệp.xlsx")


def test_parts_are_unpacked_once_as_far_as_there_is_room(monkeypatch):
    monkeypatch.setattr(zipping, "KEPT_MB", 1)
    parts = {"a.xml": b"<a/>", "b.xml": b"<b>" + b" " * MB + b"</b>", "c.xml": b"<c/>"}
    data = zipped(parts)

    known = package.check(data, "tệp.xlsx")

    assert known == {"a.xml": b"<a/>", "c.xml": b"<c/>"}
    opened = Package(data, known)
    assert {name: opened.read(name) for name in parts} == parts


@pytest.mark.parametrize("where", ["the name before it", "its flags", "its checksum"])
def test_a_part_that_is_kept_is_refused_where_a_read_one_would_be(where: str):
    part = "xl/worksheets/sheet1.xml"
    data = bytearray(SAMPLE)
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as sample:
        info = sample.getinfo(part)
    listed = SAMPLE.index(b"PK\x01\x02")
    while SAMPLE[listed + 46 :][: len(part)] != part.encode():
        listed = SAMPLE.index(b"PK\x01\x02", listed + 4)
    at, sign = {
        "the name before it": (info.header_offset + 30, 0x01),
        "its flags": (listed + 8, 0x20),
        "its checksum": (listed + 16, 0x01),
    }[where]
    data[at] ^= sign
    known = package.check(bytes(data), "tệp.xlsx")
    assert part in known

    with pytest.raises(UnreadableFileError, match="hỏng"):
        xlsx.grids(bytes(data), "tệp.xlsx")
