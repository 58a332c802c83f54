"""What the trial of the built files holds, with a small stand-in for Windows."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from core import catalogue
from core.importing import open_file
from core.store.database import Store
from tests.windows import finishing, running, trial
from tests.windows.wine import Failed, Windows


@dataclass(frozen=True)
class Here:
    """A folder that plays the user's."""

    user: Path

    def windows_path(self, path: Path) -> str:
        return str(path)


@pytest.fixture
def tried(tmp_path: Path) -> trial.Trial:
    """A trial with nothing installed and no data."""
    made = finishing.Made(tmp_path / "dist")
    return trial.Trial(cast("Windows", Here(tmp_path / "Ảnh")), made, tmp_path)


def open_store(tried: trial.Trial) -> Store:
    tried.data.mkdir(parents=True)
    return Store.open(tried.data / trial.STORE)


def keep_sample(store: Store) -> None:
    store.create(open_file(trial.SAMPLES / trial.OPENED, catalogue.load()), "", "Xã")
    assert store.flush(10)


def runs(monkeypatch, work: Callable[[], object]) -> None:
    """Let the window's program do `work` and then end."""

    @contextmanager
    def started(*_: object) -> Iterator["subprocess.Popen[bytes]"]:
        work()
        with subprocess.Popen([sys.executable, "-c", ""]) as program:
            program.wait()
            yield program

    monkeypatch.setattr(trial, "started", started)


def test_the_months_are_read_while_the_program_has_them_open(tried):
    with open_store(tried) as store:
        keep_sample(store)
        before = sorted(one.name for one in tried.data.iterdir())
        months = trial._months(tried)
        assert sorted(one.name for one in tried.data.iterdir()) == before
    assert [period for _, _, period in months] == [trial.PERIOD]


def test_the_window_holds_where_the_month_of_the_sample_is_kept(tried, monkeypatch):
    with open_store(tried) as store:
        runs(monkeypatch, lambda: keep_sample(store))
        assert "its month kept" in trial.window(tried)


def test_the_home_screen_alone_is_no_sample_opened(tried, monkeypatch):
    with open_store(tried):
        runs(monkeypatch, lambda: None)
        with pytest.raises(Failed, match="never was in the store"):
            trial.window(tried)


@pytest.mark.parametrize("step", [trial.removed, trial.upgraded])
def test_without_a_store_a_step_says_so_in_a_sentence(step, tried, monkeypatch):
    monkeypatch.setattr(trial, "_uninstall", lambda _: None)
    monkeypatch.setattr(trial, "_install", lambda *_: None)
    monkeypatch.setattr(finishing, "make_former", lambda _: None)
    stale = tried.place / "_internal" / finishing.STALE
    stale.parent.mkdir(parents=True)
    stale.touch()
    with pytest.raises(Failed, match="there is no month"):
        trial.held(step, tried)


def test_what_is_not_there_fails_the_step_that_needs_it(tried):
    with pytest.raises(Failed, match="portable: FileNotFoundError"):
        trial.held(trial.portable, tried)
    with pytest.raises(Failed, match=r"there is no .*go-bo"):
        trial._uninstall(tried)


def test_a_user_with_months_of_his_own_is_left_alone(tried):
    with open_store(tried), pytest.raises(Failed, match="try it as another user"):
        trial.installed(tried)


# --------------------------------------------------------------- a window, on Windows


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def taskkill(tmp_path: Path, monkeypatch) -> None:
    """A `taskkill /pid N` that asks a process of this system to end."""
    script(tmp_path / "taskkill", 'test "$1" = /pid && kill -TERM "$2"')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.skipif(sys.platform == "win32", reason="plays Windows' taskkill")
@pytest.mark.usefixtures("taskkill")
def test_a_window_on_windows_is_asked_to_close(tmp_path, monkeypatch):
    waits = "while :; do sleep 0.1; done"
    good = script(tmp_path / "good", f"trap 'exit 0' TERM\n{waits}")
    with running.on_windows(good) as program:
        assert program.poll() is None
        _ready()
    bad = script(tmp_path / "bad", f"trap 'exit 3' TERM\n{waits}")
    with pytest.raises(Failed, match="ended with 3"), running.on_windows(bad):
        _ready()
    deaf = script(tmp_path / "deaf", f"trap '' TERM\n{waits}")
    monkeypatch.setattr(running, "LONGEST", 0.5)
    with pytest.raises(Failed, match="did not close"), running.on_windows(deaf):
        _ready()


def _ready() -> None:
    """The shell has come to its trap by then."""
    subprocess.run(["sleep", "0.5"], check=True)
