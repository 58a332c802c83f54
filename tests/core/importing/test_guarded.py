"""What damaged bytes make of a reader is a refusal; what our own code does wrong is not."""

import struct
import zipfile
from typing import Any

import pytest

from core.errors import UnreadableFileError
from core.importing.books import values
from core.importing.recognition import words

BROKEN = "“a.xls” bị hỏng hoặc tải chưa hết"


def _of_library() -> Any:
    """A library that stumbles over its own feet, with an error of Python's."""
    return zipfile.ZipInfo.from_file(None)  # type: ignore[arg-type]


def _of_struct() -> Any:
    return struct.unpack_from("<I", b"")


def _said() -> Any:
    return int("not a number")


@pytest.mark.parametrize("read", [_of_library, _of_struct, _said])
def test_an_error_of_the_bytes_is_one_sentence(read):
    with pytest.raises(UnreadableFileError, match=BROKEN):
        values.guarded(read, "a.xls")


def test_an_error_of_our_own_code_is_handed_on():
    def wrong() -> Any:
        return words.label(None)  # type: ignore[arg-type]

    with pytest.raises(AttributeError):
        values.guarded(wrong, "a.xls")


@pytest.mark.parametrize("problem", [MemoryError, KeyboardInterrupt])
def test_what_is_no_error_of_a_reader_is_handed_on(problem):
    def fail() -> Any:
        raise problem

    with pytest.raises(problem):
        values.guarded(fail, "a.xls")
