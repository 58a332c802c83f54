"""A file read before it is asked for: the same outcome, once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import catalogue, resources
from core.errors import UnreadableFileError
from core.importing import open_file
from core.importing.ahead import ReaderAhead
from core.importing.reader import CancelledError, Limits
from tests.reading_child import COMMAND

SAMPLES = sorted((resources.folder() / "samples").glob("*.xlsx"))


@pytest.fixture
def reader() -> Iterator[ReaderAhead]:
    with ReaderAhead() as made:
        yield made


def begun(reader: ReaderAhead, path: Path) -> None:
    """The file was read ahead, to its end."""
    reader.begin("open_file", path)
    assert reader._ahead is not None
    reader._ahead._thread.join()


def test_what_was_read_ahead_is_handed_on_without_reading_again(reader, tmp_path):
    path = Path(shutil.copy(SAMPLES[0], tmp_path))
    expected = open_file(path, catalogue.load())
    begun(reader, path)
    path.unlink()
    assert reader.call("open_file", path) == expected
    with pytest.raises(UnreadableFileError):
        reader.call("open_file", path)


def test_who_asks_before_it_is_read_waits_and_hears_of_its_progress(reader):
    told = []
    reader.begin("open_file", SAMPLES[0])
    report = reader.call("open_file", SAMPLES[0], lambda *steps: told.append(steps))
    assert report == open_file(SAMPLES[0], catalogue.load())
    assert told


def test_another_file_than_the_one_begun_is_read_as_ever(reader):
    reader.begin("open_file", SAMPLES[0])
    report = reader.call("open_file", SAMPLES[1])
    assert report == open_file(SAMPLES[1], catalogue.load())


def test_a_refusal_is_raised_where_the_file_is_asked_for(reader, tmp_path):
    path = tmp_path / "rỗng.xlsx"
    path.touch()
    begun(reader, path)
    with pytest.raises(UnreadableFileError, match="rỗng"):
        reader.call("open_file", path)


def test_what_was_begun_can_be_cancelled(tmp_path):
    path = Path(shutil.copy(SAMPLES[0], tmp_path / "treo Ea Ktur.xlsx"))
    with ReaderAhead(COMMAND, Limits()) as reader:
        reader.begin("open_file", path)
        while not reader._is_reading:
            pass
        reader.cancel()
        with pytest.raises(CancelledError):
            reader.call("open_file", path)
