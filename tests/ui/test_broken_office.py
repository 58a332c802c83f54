"""An office's file that is broken stops neither the start nor the user's own."""

import sys
from pathlib import Path

import pytest

from core import offices, profiles
from ui.dialogs import office
from ui.main_window import MainWindow


@pytest.fixture
def rolled_out(tmp_path: Path, monkeypatch) -> Path:
    """A broken file beside the packed program, where no user can mend it."""
    folder = tmp_path / "CongVan766"
    folder.mkdir()
    file = folder / profiles.OWN_FILE
    file.write_text("kind = [", encoding="utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "CongVan766.exe"))
    return file


@pytest.fixture
def kept(data_folder: Path) -> Path:
    """A broken file of the user's own."""
    data_folder.mkdir(parents=True)
    file = data_folder / profiles.OWN_FILE
    file.write_text("kind = [", encoding="utf-8")
    return file


def answer(monkeypatch) -> None:
    """Fill the office's dialog in with a sample's details."""
    monkeypatch.setattr(office, "ask", lambda *_all: profiles.find("xa-ea-ktur"))


def test_the_window_stands_and_tells_of_a_broken_file(rolled_out, window: MainWindow):
    assert window.errands.own_name() == ""
    assert "viết chưa đúng dạng TOML" in window.status.told()


def test_the_user_may_set_up_an_own_office_instead(
    rolled_out, window: MainWindow, told, monkeypatch
):
    answer(monkeypatch)
    window.errands.office.edit()
    assert [one.title for one in told] == ["Chưa đọc được thông tin cơ quan"]
    own = offices.own()
    assert own is not None
    assert own.name == "UBND xã Ea Ktur"


def test_the_users_own_broken_file_is_told_and_not_written_over(
    kept: Path, window: MainWindow, told, monkeypatch
):
    answer(monkeypatch)
    window.errands.office.edit()
    assert [one.title for one in told] == ["Chưa đọc được thông tin cơ quan"]
    assert kept.read_text(encoding="utf-8") == "kind = ["
