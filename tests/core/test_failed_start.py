"""A packed program that cannot begin tells the clerk in one sentence, and keeps why."""

import sys
from pathlib import Path

import pytest

import main
from core import failed_start


@pytest.fixture
def packed(monkeypatch) -> None:
    """The packed program, in which a part is missing."""

    def lacking(_arguments: list[str]) -> int:
        message = "DLL load failed while importing QtWidgets"
        raise ImportError(message)

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(main, "main", lacking)


def test_a_missing_part_is_one_vietnamese_sentence_and_code_2(
    packed, capsys, data_folder: Path
):
    assert main.start(["check", "a.xlsx"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Công văn 766 chưa khởi động được vì thiếu hoặc hỏng")
    assert str(data_folder / failed_start.FILE) in told
    assert told.count("\n") == 1
    assert "Traceback" not in told


def test_the_details_are_kept_for_who_helps(packed, data_folder: Path):
    main.start(["check", "a.xlsx"])
    details = (data_folder / failed_start.FILE).read_text(encoding="utf-8")
    assert "ImportError: DLL load failed while importing QtWidgets" in details
    assert "test_failed_start.py" in details


def test_a_folder_that_cannot_be_written_is_not_promised(
    packed, capsys, data_folder: Path
):
    data_folder.write_text("a file where the folder should be", encoding="utf-8")
    assert main.start(["check", "a.xlsx"]) == 2
    told = capsys.readouterr().err
    assert told.endswith("nhờ người hỗ trợ.\n")
    assert "tệp “" not in told


def test_from_its_source_the_program_shows_the_traceback(packed, monkeypatch):
    monkeypatch.delattr(sys, "frozen")
    with pytest.raises(ImportError):
        main.start(["check", "a.xlsx"])
