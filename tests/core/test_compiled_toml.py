"""A compiled copy says what its file says, and is not believed when it does not fit."""

import shutil
from datetime import date, time
from pathlib import Path

import pytest

from core import catalogue, compiled_toml, resources

INDEX = resources.folder() / "catalogue" / "bo-chi-so-766.toml"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """A copy of the index in a folder, with its compiled copy beside it."""
    path = Path(shutil.copy(INDEX, tmp_path))
    compiled_toml.compile_file(path, tmp_path)
    return path


def told_in(path: Path) -> object:
    return compiled_toml.load(path)["catalogue"]["title"]


def test_the_catalogue_is_the_same_from_the_copy_as_from_the_file(
    index: Path, monkeypatch: pytest.MonkeyPatch
):
    expected = catalogue.load_all(INDEX.parent)
    monkeypatch.setattr(compiled_toml, "_parsed", None)  # nothing reads the file itself
    assert compiled_toml.copied(index) is not None
    assert catalogue.load_all(index.parent) == expected


def test_a_file_that_was_changed_since_is_read_itself(index: Path):
    text = index.read_text(encoding="utf-8")
    index.write_text(text.replace("Quyết định số 766", "Quyết định số 767"), "utf-8")
    assert compiled_toml.copied(index) is None
    assert str(told_in(index)).startswith("Quyết định số 767")


@pytest.mark.parametrize(
    "copy",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b"\xff",
        b'{"of": 1, "says": {}}',
        b"null",
        b"[" * 100_000,
    ],
)
def test_a_copy_that_is_broken_is_passed_over(index: Path, copy: bytes):
    index.with_suffix(compiled_toml.ENDING).write_bytes(copy)
    assert compiled_toml.copied(index) is None
    assert str(told_in(index)).startswith("Quyết định số 766")


def test_a_file_without_a_copy_is_read_itself(tmp_path: Path):
    path = tmp_path / "a.toml"
    path.write_text("day = 2026-11-22", "utf-8")
    assert compiled_toml.copied(path) is None
    assert compiled_toml.load(path) == {"day": date(2026, 11, 22)}


def test_a_day_comes_back_as_a_day(tmp_path: Path):
    path = tmp_path / "a.toml"
    path.write_text("[one]\nday = 2026-11-22", "utf-8")
    compiled_toml.compile_file(path, tmp_path)
    assert compiled_toml.copied(path) is not None
    assert compiled_toml.load(path) == {"one": {"day": date(2026, 11, 22)}}


def test_a_time_of_day_has_no_compiled_form(tmp_path: Path):
    path = tmp_path / "a.toml"
    path.write_text(f"at = {time(7, 30)}", "utf-8")
    with pytest.raises(TypeError, match="time has no compiled form"):
        compiled_toml.compile_file(path, tmp_path)
    assert not path.with_suffix(compiled_toml.ENDING).exists()


def test_what_would_come_back_otherwise_is_not_compiled(tmp_path: Path):
    path = tmp_path / "a.toml"
    path.write_text('[one]\n"$day" = "2026-11-22"', "utf-8")
    with pytest.raises(ValueError, match="otherwise"):
        compiled_toml.compile_file(path, tmp_path)
    assert list(tmp_path.iterdir()) == [path]
