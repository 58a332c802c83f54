"""Where the user's data is: of this machine, moved, or beside a portable program."""

import sys
from pathlib import Path

import pytest

from core.store.location import (
    BESIDE,
    PORTABLE,
    VARIABLE,
    data_folder,
    program_folder,
    store_file,
)


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a packed program, with no variable set."""
    folder = tmp_path / "Công văn 766 mang theo"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "CongVan766.exe"))
    monkeypatch.delenv(VARIABLE)
    return folder


def test_a_portable_program_keeps_its_data_beside_itself(packed: Path):
    (packed / PORTABLE).touch()
    assert data_folder() == packed / BESIDE
    assert store_file() == packed / BESIDE / "congvan766.db"


def test_an_installed_program_keeps_them_where_the_user_is(packed: Path):
    assert packed not in data_folder().parents
    assert data_folder().name == "CongVan766"


def test_the_variable_goes_before_the_portable_folder(packed: Path, monkeypatch):
    (packed / PORTABLE).touch()
    monkeypatch.setenv(VARIABLE, str(packed / "khác"))
    assert data_folder() == packed / "khác"


def test_a_program_run_from_its_source_is_never_portable(packed: Path, monkeypatch):
    (packed / PORTABLE).touch()
    monkeypatch.delattr(sys, "frozen")
    assert program_folder() is None
    assert packed not in data_folder().parents
