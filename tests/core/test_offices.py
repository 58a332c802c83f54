"""The user's office: kept by the user, else rolled out beside the program."""

import sys
from pathlib import Path

import pytest

from core import offices, profiles
from core.errors import UsageError


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office's file that the installer put beside the packed program."""
    folder = tmp_path / "Programs" / "CongVan766"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "CongVan766.exe"))
    file = folder / profiles.OWN_FILE
    profiles.save(profiles.find("xa-ea-ktur"), file)
    return file


def name() -> str | None:
    own = offices.own()
    return own.name if own else None


def test_an_office_rolled_out_is_that_of_a_user_who_has_none(beside: Path):
    assert name() == "UBND xã Ea Ktur"
    assert offices.is_kept() is False
    beside.unlink()
    assert name() is None


def test_what_the_user_keeps_goes_before_it_and_leaves_it_alone(
    beside: Path, data_folder: Path
):
    before = beside.read_bytes()
    offices.set_own(profiles.find("huyen-go-dau"))
    assert name() == "UBND huyện Gò Dầu"
    assert offices.is_kept() is True
    assert (data_folder / profiles.OWN_FILE).is_file()
    assert beside.read_bytes() == before


def test_a_month_of_the_office_rolled_out_is_still_its_own_once_it_is_kept(beside):
    rolled_out = offices.own()
    assert rolled_out is not None
    assert offices.set_own(rolled_out).id == rolled_out.id


def test_a_broken_file_rolled_out_is_told_and_the_samples_stay(beside: Path):
    beside.write_text("kind = [", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        offices.own()
    assert str(caught.value) == (
        "Tệp thông tin cơ quan “co-quan.toml” viết chưa đúng dạng TOML."
    )
    assert offices.everyone() == profiles.bundled()


def test_from_its_source_the_program_looks_beside_nothing(beside: Path, monkeypatch):
    monkeypatch.delattr(sys, "frozen")
    assert name() is None
