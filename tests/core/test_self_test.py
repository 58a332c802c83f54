"""The self-test tells of what is broken, tries the rest, and touches no user's data."""

import os
import shutil
import sys
from pathlib import Path

import openpyxl
import pytest

from core import compiled_toml, resources, self_test
from core.errors import UsageError
from core.self_test import Check, SelfTestError
from core.store import location
from core.store.location import VARIABLE


def results(checks) -> tuple[int, list[str]]:
    lines: list[str] = []
    return self_test.run(checks, lines.append), lines


def failing(error: Exception) -> Check:
    def fail() -> str:
        raise error

    return Check("phần này", fail)


def test_every_part_of_the_core_passes_here():
    with self_test.in_own_folder() as folder:
        code, told = results(self_test.checks(folder))
    assert [line for line in told if not line.startswith("Đạt  ")] == []
    assert code == 0
    assert sum("đọc và kiểm tra" in line for line in told) == len(self_test.samples())
    assert len(self_test.samples()) == 3


def test_a_packed_program_must_have_the_compiled_copies_of_its_data(monkeypatch):
    assert self_test._compiled().startswith("0 trên ")  # the source tree has none
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(SelfTestError, match="không có bản đọc nhanh"):
        self_test._compiled()


def test_a_compiled_copy_that_says_something_else_is_told_by_its_files_name(
    monkeypatch, tmp_path
):
    shutil.copytree(resources.folder() / "catalogue", tmp_path / "catalogue")
    path = next((tmp_path / "catalogue").glob("*.toml"))
    copy = compiled_toml.compile_file(path, path.parent)
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    assert self_test._compiled() == "1 trên 1 tệp"

    copy.write_text(
        copy.read_text("utf-8").replace("766/QĐ-TTg", "767/QĐ-TTg"), "utf-8"
    )
    with pytest.raises(SelfTestError, match=path.name):
        self_test._compiled()


def test_one_that_fails_is_told_in_one_line_and_the_next_is_tried_too():
    code, told = results(
        [
            failing(ImportError("DLL load failed\nsomewhere")),
            failing(SelfTestError("trống trơn")),
            failing(UsageError("Tệp viết chưa đúng.")),
            Check("phần sau", lambda: "có"),
        ]
    )
    assert code == 1
    assert told == [
        "Hỏng phần này: ImportError: DLL load failed somewhere",
        "Hỏng phần này: trống trơn",
        "Hỏng phần này: Tệp viết chưa đúng.",
        "Đạt  phần sau: có",
    ]


def test_it_works_in_a_folder_of_its_own_that_is_gone_afterwards(data_folder: Path):
    before = os.environ[VARIABLE]
    with self_test.in_own_folder() as folder:
        results(self_test.checks(folder))
        inside = set(folder.iterdir())
        assert folder / "du-lieu" in inside
    assert not folder.exists()
    assert os.environ[VARIABLE] == before
    assert not data_folder.exists()


def test_without_a_folder_set_none_is_set_afterwards(monkeypatch):
    monkeypatch.delenv(VARIABLE)
    with self_test.in_own_folder() as folder:
        assert location.data_folder() == folder / "du-lieu"
    assert VARIABLE not in os.environ


def spoiled(tmp_path: Path, monkeypatch, *lacking: str) -> list[str]:
    """What fails with resources that lack some of theirs."""
    copy = tmp_path / "resources"
    shutil.copytree(resources.folder(), copy)
    for name in lacking:
        path = copy / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    monkeypatch.setattr(resources, "folder", lambda: copy)
    with self_test.in_own_folder() as folder:
        code, told = results(self_test.checks(folder))
    assert code == 1
    return [line for line in told if line.startswith("Hỏng ")]


def test_a_bundle_without_its_samples_fails(tmp_path, monkeypatch):
    assert "Hỏng tệp mẫu: không có tệp nào" in spoiled(tmp_path, monkeypatch, "samples")


def test_a_bundle_without_its_profiles_fails(tmp_path, monkeypatch):
    told = spoiled(tmp_path, monkeypatch, "profiles")
    assert any(line.startswith("Hỏng tệp dữ liệu kèm chương trình") for line in told)
    assert any(line.startswith("Hỏng soạn và lưu công văn") for line in told)


def test_a_workbook_reader_without_its_guard_fails(monkeypatch):
    monkeypatch.setattr(openpyxl, "DEFUSEDXML", False)
    with pytest.raises(SelfTestError, match="không dùng defusedxml"):
        self_test._xml_is_guarded()


def test_a_library_that_is_not_there_fails():
    with pytest.raises(ModuleNotFoundError):
        self_test.library("thư_viện_không_có")
