"""What a file is called and what it is: it is read as what it is, and that is said."""

from pathlib import Path

import pytest

from core import resources
from core.importing import open_file
from core.importing.books import read
from core.report import NoteKind
from tests.core.importing import hostile_files

SAMPLE = next((resources.folder() / "samples").glob("Phụ lục 766*.xlsx"))
TEXT = b"a;b\n1;2\n3;4\n"
PAGE = b"<table><tr><td>a<td>b<tr><td>1<td>2</table>"
XML = hostile_files.xml_2003("", "<Row/>")


@pytest.mark.parametrize(
    ("data", "name", "kind", "text"),
    [
        (PAGE, "a.xls", NoteKind.WEB_PAGE, ".xls"),
        (PAGE, "a.XLSX", NoteKind.WEB_PAGE, ".xlsx"),
        (
            PAGE,
            "a.csv",
            NoteKind.OTHER_EXTENSION,
            ".csv thật ra là trang web",
        ),
        (
            TEXT,
            "a.xlsx",
            NoteKind.OTHER_EXTENSION,
            ".xlsx thật ra là văn bản có dấu ngăn",
        ),
        (
            XML,
            "a.xls",
            NoteKind.OTHER_EXTENSION,
            ".xls thật ra là sổ tính dạng XML của Excel 2003",
        ),
        (
            hostile_files.mail(PAGE),
            "a.xls",
            NoteKind.OTHER_EXTENSION,
            ".xls thật ra là trang web lưu thành một tệp",
        ),
    ],
)
def test_a_file_under_another_kinds_extension_is_said_to_be_so(data, name, kind, text):
    (note,) = read.notes(data, name)
    assert (note.kind, note.text) == (kind, text)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PAGE, "a.html"),
        (PAGE, "a.htm"),
        (TEXT, "a.csv"),
        (TEXT, "a.txt"),
        (XML, "a.xml"),
        (PAGE, "không đuôi"),
        (TEXT, "số liệu T9.2026"),
        (TEXT, "a.tmp"),
    ],
)
def test_a_name_that_says_the_same_or_nothing_is_no_matter(data, name):
    assert read.notes(data, name) == ()


def test_the_clerk_is_told_of_a_workbook_that_is_called_csv(tmp_path: Path, catalogue):
    path = tmp_path / "số liệu.csv"
    path.write_bytes(SAMPLE.read_bytes())
    report = open_file(path, catalogue)
    assert report.source is not None
    told = [(note.kind, note.text) for note in report.source.notes]
    assert told == [
        (NoteKind.OTHER_EXTENSION, ".csv thật ra là sổ tính .xlsx"),
    ]
