"""Where letters go by themselves, and where while the documents' folder is away."""

from pathlib import Path

import pytest

from ui.saving import documents


def told(monkeypatch, folder: str) -> None:
    """Let the system tell that folder of documents."""
    name = "ui.saving.QStandardPaths.writableLocation"
    monkeypatch.setattr(name, lambda _place: folder)


def test_a_folder_that_is_there_is_taken(tmp_path, monkeypatch):
    told(monkeypatch, str(tmp_path))
    assert documents() == tmp_path


def test_a_folder_that_has_yet_to_be_made_is_taken(tmp_path, monkeypatch):
    told(monkeypatch, str(tmp_path / "Tài liệu"))
    assert documents() == tmp_path / "Tài liệu"


@pytest.mark.parametrize("folder", ["", "Z:/khong-co/Documents", "/khong-co/moi/noi"])
def test_while_it_is_away_letters_go_to_the_home_folder(folder, monkeypatch):
    told(monkeypatch, folder)
    assert documents() == Path.home()
