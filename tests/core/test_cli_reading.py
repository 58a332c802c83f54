"""The command line and files that do not end well: a sentence, code 2, no waiting."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import cli, resources
from core.importing.reader import Limits, Reader
from tests.reading_child import COMMAND

ROOT = resources.folder().parent
SAMPLE = min((resources.folder() / "samples").glob("*Ea Ktur*.xlsx"))
OUTPUT = "Công văn.docx"


@pytest.mark.parametrize(
    ("fate", "words"),
    [("treo", "quá nặng hoặc hỏng"), ("kẹt", "quá nặng"), ("sập", "dừng giữa chừng")],
)
@pytest.mark.parametrize("command", ["check", "letter"])
def test_a_file_that_ends_its_reader_is_refused_in_one_sentence(
    tmp_path, capsys, command, fate, words
):
    path = Path(shutil.copy(SAMPLE, tmp_path / f"{fate} Ea Ktur.xlsx"))
    letter = ["--profile", "xa-ea-ktur", "-o", str(tmp_path / OUTPUT)]
    arguments = [command, str(path), *(letter if command == "letter" else ())]
    code = cli.run(arguments, Reader(COMMAND, Limits(silence=1.0, whole=4.0)))
    shown = capsys.readouterr()
    assert (code, shown.out) == (2, "")
    assert words in shown.err
    assert shown.err.count("\n") == 1
    assert not (tmp_path / OUTPUT).exists()


def test_no_file_may_keep_the_command_line_longer_than_five_seconds(tmp_path):
    path = Path(shutil.copy(SAMPLE, tmp_path / "treo Ea Ktur.xlsx"))
    with Reader(COMMAND) as reader:
        reader.read(SAMPLE)  # what a start costs is another matter
        begun = time.monotonic()
        assert cli.run(["check", str(path)], reader) == 2
    assert time.monotonic() - begun < Limits().silence + 2


def test_a_command_without_a_file_starts_no_child(monkeypatch, capsys):
    def start(*_everything: object, **_more: object) -> None:
        message = "a process was started"
        raise AssertionError(message)

    monkeypatch.setattr(subprocess, "Popen", start)
    assert cli.run(["check", "-", "--unit", "Xã A"]) == 0
    assert cli.run(["check", "--help"]) == 0
    assert "Xã A" in capsys.readouterr().out


def test_whoever_only_asks_loads_nothing_that_reads():
    script = "import sys, core.cli; print('core.importing.opening' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True
    )
    assert done.stdout.strip() == b"False"
