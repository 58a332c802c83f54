import shutil
import subprocess
from pathlib import Path

import pytest

from tests.windows import fingerprint

PROJECT = """
[project]
requires-python = ">=3.11"
dependencies = ["pandas>=3,<4"]
[dependency-groups]
dev = ["pyinstaller>=6.16,<7"]
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small project with all that the hash looks at, in git."""
    for name, text in {
        "build.spec": "spec",
        "requirements.lock": "lock",
        "pyproject.toml": PROJECT,
        "main.py": "import sys\n",
        "core/__init__.py": 'VERSION = "0.1.0"\n',
        "tests/virtual_screen.py": "size = 1\n",
        "core/one.py": "import json\nx = 1\n",
        "core/winways.py": "import sys\nx = sys.platform == 'win32'\n",
        "ui/window.py": "from core import one\n",
        "resources/icons/a.svg": "<svg/>",
        "resources/installer/setup.nsi": "Name x",
        "tests/windows/winkit": "kit",
        "tests/windows/test_x.py": "pass",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("build.spec", "spec 2"),
        ("requirements.lock", "lock 2"),
        ("pyproject.toml", PROJECT.replace("<4", "<5")),
        ("pyproject.toml", PROJECT.replace("6.16", "6.17")),
        ("pyproject.toml", PROJECT.replace("3.11", "3.12")),
        ("main.py", "import os\n"),
        ("core/__init__.py", 'VERSION = "0.2.0"\n'),
        ("tests/virtual_screen.py", "size = 2\n"),
        ("core/one.py", "import json, csv\nx = 1\n"),
        ("core/winways.py", "import sys\nx = sys.platform != 'win32'\n"),
        ("resources/installer/setup.nsi", "Name y"),
        ("resources/icons/b.svg", "<svg/>"),
        ("tests/windows/winkit", "kit 2"),
    ],
)
def test_what_can_break_the_build_changes_the_hash(tree, name, text):
    before = fingerprint.current(tree)
    (tree / name).write_text(text, encoding="utf-8")
    assert fingerprint.current(tree) != before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", f"{PROJECT}[tool.ruff]\nline-length = 90\n"),
        ("core/one.py", "import json\nx = 2\n"),
        ("ui/window.py", "# said anew\nfrom core import one\n"),
        ("resources/icons/a.svg", "<svg><g/></svg>"),
        ("tests/windows/test_x.py", "assert True"),
        ("build.spec", "spec"),
    ],
)
def test_an_everyday_change_does_not(tree, name, text):
    before = fingerprint.current(tree)
    (tree / name).write_text(text, encoding="utf-8")
    assert fingerprint.current(tree) == before


def test_line_ends_of_windows_do_not_change_the_hash(tree):
    (tree / "build.spec").write_bytes(b"a\nb\n")
    before = fingerprint.current(tree)
    (tree / "build.spec").write_bytes(b"a\r\nb\r\n")
    assert fingerprint.current(tree) == before


def test_the_note_holds_the_hash_of_what_was_tried(tree):
    fingerprint.note(["all well"], tree)
    assert fingerprint.noted(tree) == fingerprint.current(tree)
    (tree / "build.spec").write_text("spec 2", encoding="utf-8")
    assert fingerprint.noted(tree) != fingerprint.current(tree)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_new_note_is_tried_and_an_old_one_is_not(tree, monkeypatch):
    monkeypatch.setenv(fingerprint.BASE, "HEAD~1")
    _commit(tree, "before anything was tried")
    fingerprint.note(["all well"], tree)
    _commit(tree, "tried")
    assert fingerprint.is_new(tree)
    (tree / "core/one.py").write_text("import json\nx = 3\n", encoding="utf-8")
    _commit(tree, "an everyday change")
    assert not fingerprint.is_new(tree)


def test_without_history_it_counts_as_new(tree, monkeypatch):
    monkeypatch.delenv(fingerprint.BASE, raising=False)
    fingerprint.note(["all well"], tree)
    assert fingerprint.is_new(tree)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_base_of_noughts_is_none_and_an_unknown_one_counts_as_new(tree, monkeypatch):
    fingerprint.note(["all well"], tree)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-01-01T00:00:00Z")
    _commit(tree, "tried long ago")
    monkeypatch.setenv(fingerprint.BASE, "0" * 40)
    assert not fingerprint.is_new(tree)
    monkeypatch.setenv(fingerprint.BASE, "1" * 40)
    assert fingerprint.is_new(tree)


def _commit(tree: Path, message: str) -> None:
    git = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org"]
    if not (tree / ".git").exists():
        subprocess.run([*git, "init", "-q"], cwd=tree, check=True)
    subprocess.run([*git, "add", "."], cwd=tree, check=True)
    subprocess.run([*git, "commit", "-q", "-m", message], cwd=tree, check=True)
