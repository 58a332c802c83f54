"""Data packs made of a folder like `resources`, by who issues them."""

import pytest

from core import resources
from core.data_pack import reading
from core.data_pack.__main__ import main
from core.data_pack.making import make
from core.errors import CongVanError
from tests.core.data_pack import packs


def test_the_data_of_the_program_make_a_sound_pack(tmp_path):
    out = tmp_path / "goi.cv766"
    made = make(resources.folder(), out)
    assert reading.read_file(out).files == made.files
    assert made.manifest.basis


def test_a_pack_beside_others_is_newer_than_each(tmp_path):
    make(packs.open_pack(tmp_path / "một", "2027.2"), tmp_path / "2027-2.cv766")
    late = packs.open_pack(tmp_path / "hai", "2027.1")
    with pytest.raises(CongVanError, match=r"2027\.1 không mới hơn 2027\.2"):
        make(late, tmp_path / "2027-1.cv766")
    assert not (tmp_path / "2027-1.cv766").exists()


def test_a_broken_part_makes_no_pack(tmp_path):
    folder = packs.open_pack(tmp_path / "gói")
    (folder / "wording" / "cong-van.toml").write_text("hỏng", encoding="utf-8")
    with pytest.raises(CongVanError, match="“wording” viết sai"):
        make(folder, tmp_path / "a.cv766")
    assert not (tmp_path / "a.cv766").exists()


def test_the_command_makes_a_pack_and_says_so(tmp_path, capsys):
    folder = packs.open_pack(tmp_path / "gói")
    out = tmp_path / "goi.cv766"
    assert main([str(out), str(folder)]) == 0
    assert "Đã làm gói dữ liệu 2026.12" in capsys.readouterr().out
    assert reading.read_file(out).manifest.version == "2026.12"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "GÓI.cv766"),
        (["goi.zip"], "không phải tên gói dữ liệu"),
        (["goi.cv766", "mat"], "Không đọc được thư mục"),
    ],
)
def test_the_command_says_why_it_makes_none(
    tmp_path, monkeypatch, capsys, arguments, told
):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert told in capsys.readouterr().err
