"""What an OLE container is: by its own streams, not by those of what is embedded in it."""

import pytest

from core.errors import UnreadableFileError
from core.importing.books import ole, read, sniff
from tests.core.importing.containers import STORAGE, STREAM, Entry, container
from tests.core.importing.hostile_files import exported

NAME = "Co phan an.xls"


@pytest.fixture(scope="module")
def book() -> bytes:
    return ole.stream(exported(NAME), ("Workbook",))


def test_a_word_file_with_a_table_of_excel_in_it_is_refused_as_word(book):
    data = container(
        Entry("ObjectPool", STORAGE, right=2, child=3),
        Entry("WordDocument", STREAM, b"\xec\xa5" + bytes(600)),
        Entry("Workbook", STREAM, book),
    )

    with pytest.raises(UnreadableFileError, match="tệp Word"):
        read.grids(data, "công văn.doc")


def test_a_workbook_with_a_letter_and_another_workbook_in_it_is_read_as_itself(book):
    data = container(
        Entry("MBD0001", STORAGE, right=4, child=2),
        Entry("Workbook", STREAM, b"no workbook" * 60, right=3),
        Entry("WordDocument", STREAM, b"\xec\xa5" + bytes(600)),
        Entry("Workbook", STREAM, book),
    )

    assert sniff.kind(data) is sniff.XLS
    assert read.grids(data, NAME) == read.grids(exported(NAME), NAME)


def test_a_container_whose_streams_name_each_other_in_a_circle_has_each_once():
    data = container(
        Entry("Workbook", STREAM, b"a" * 600, right=2),
        Entry("Book", STREAM, b"b" * 600, right=1),
    )

    assert ole.own_names(data) == {"Workbook", "Book"}
