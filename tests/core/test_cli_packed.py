"""The command line of the packed programs: their own names, and words that are no files."""

import re
import sys
from pathlib import Path

import pytest

import main
from core import cli, console, resources
from core.self_test import samples

ROOT = resources.folder().parent


def packed_as(monkeypatch, name):
    """This process as PyInstaller's program of that name."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("/opt/CongVan766") / name))


@pytest.mark.parametrize("name", ["congvan766-cli.exe", "CongVan766.exe"])
def test_help_of_the_packed_program_names_it_and_stays_in_line(
    name, monkeypatch, capsys
):
    assert cli.run(["--help"]) == 0
    plain = capsys.readouterr().out.splitlines()
    packed_as(monkeypatch, name)
    assert cli.run(["--help"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "main.py" not in "".join(told)
    for ours, theirs in zip(plain, told, strict=True):
        if "main.py" in ours:
            assert theirs.startswith(f"  {name}")
        else:
            assert theirs == ours
        if words := re.search(r"(?<= {2})(mở|thử) .*", ours):
            assert theirs[words.start() - 2 :] == f"  {words[0]}"


def test_a_wrong_option_points_to_the_help_of_the_program_at_hand(monkeypatch, capsys):
    assert cli.run(["check", "--khong-co"]) == 2
    assert "“main.py check --help”" in capsys.readouterr().err
    packed_as(monkeypatch, "congvan766-cli.exe")
    assert cli.run(["check", "--khong-co"]) == 2
    assert "“congvan766-cli.exe check --help”" in capsys.readouterr().err


def test_the_program_for_terminals_tells_of_a_word_it_has_no_use_for(
    monkeypatch, capsys
):
    packed_as(monkeypatch, "congvan766-cli.exe")
    assert main.main(["chek"]) == 2
    assert capsys.readouterr().err == (
        "“chek” không phải lệnh (“check”, “letter” và “audit”), cũng không phải tệp có trên máy; "
        "xem lại chữ vừa gõ, hoặc gõ “congvan766-cli.exe --help”.\n"
    )
    assert main.main(["audit"]) == 2
    assert main.main(["--self-tset"]) == 2
    assert "không có lệnh “--self-tset”" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["python3", "CongVan766.exe", "congvan766-cli.exe"])
def test_the_window_is_opened_for_files_and_by_the_windowed_program(name, monkeypatch):
    if name != "python3":
        packed_as(monkeypatch, name)
    assert main.wants_window([])
    assert main.wants_window([str(samples()[0])])
    assert main.wants_window(["chek"]) is (name != "congvan766-cli.exe")
    assert not main.wants_window(["check", "chek"])


def test_the_program_for_terminals_is_called_as_the_spec_says():
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    assert f'program("{console.TERMINALS}", console=True)' in spec
