"""What conftest.py promises every test, seen in a small run of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def outcome(tmp_path):
    """What a run of pytest says of one test file, under the project's own settings."""
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "tests")

    def run(text: str, **environment: str) -> str:
        (tmp_path / "tests" / "test_it.py").write_text(text, encoding="utf-8")
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONUTF8": "1", **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        ).stdout

    return run


def test_a_window_left_open_fails_its_test_and_no_other(outcome):
    said = outcome(
        "from PySide6.QtWidgets import QWidget\n"
        "left = []\n"
        "def test_leaves_one(qtbot):\n"
        "    left.append(QWidget(windowTitle='Bảng'))\n"
        "    left[0].show()\n"
        "def test_leaves_none(qtbot):\n"
        "    window = QWidget()\n"
        "    qtbot.addWidget(window)\n"
        "    window.show()\n"
    )
    assert "left open: QWidget “Bảng”" in said
    assert "2 passed, 1 error" in said


def test_a_qt_warning_and_a_python_warning_fail_their_tests(outcome):
    said = outcome(
        "import warnings\n"
        "from PySide6.QtCore import qWarning\n"
        "def test_qt(qtbot):\n    qWarning('odd')\n"
        "def test_python():\n    warnings.warn('odd')\n"
    )
    assert "2 failed" in said


NEEDS = (
    "import pytest\n@pytest.mark.needs_libreoffice\ndef test_converts():\n    pass\n"
)


def test_what_needs_a_missing_tool_is_skipped_here_and_fails_in_ci(outcome, tmp_path):
    nowhere = str(tmp_path / "no-programs")
    skipped = outcome(NEEDS, PATH=nowhere, CI="")
    assert "LibreOffice (soffice) is not installed" in skipped
    assert "1 skipped" in skipped
    in_ci = outcome(NEEDS, PATH=nowhere, CI="true")
    if sys.platform == "win32":  # where not every tool can be had
        assert "1 skipped" in in_ci
        return
    assert "nothing is skipped in CI, but LibreOffice" in in_ci
    assert "1 error" in in_ci


def test_each_test_has_a_data_folder_of_its_own(data_folder, tmp_path):
    assert os.environ["CONGVAN766_DATA"] == str(data_folder)
    assert data_folder.is_relative_to(tmp_path)
