"""The window's part of the self-test: it shows the sample, and sees what would not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from core import profiles, resources, self_test
from core.self_test import SelfTestError
from core.store.location import store_file
from ui import self_test as whole
from ui import self_test_window as trial
from ui.frame import Frame
from ui.mode import Mode

ROOT = Path(__file__).resolve().parents[2]


def test_every_part_of_the_window_passes_here(qapp):
    lines: list[str] = []
    assert self_test.run(whole.checks(), lines.append) == 0
    assert lines[-1].startswith("Đạt  mở cửa sổ với tệp mẫu rồi đóng: UBND xã Ea Ktur")
    assert all(line.startswith("Đạt  ") for line in lines)


def test_a_dialog_is_told_as_the_fault_it_is_and_nobody_waits(qapp, data_folder):
    data_folder.mkdir(parents=True)
    store_file().write_bytes(b"not a database, but long enough to look like one" * 40)
    with pytest.raises(SelfTestError) as caught:
        trial.window(self_test.samples()[0])
    assert str(caught.value).startswith("Chưa mở được chương trình: Chưa mở được kho")


def test_a_sample_that_cannot_be_read_is_told(qapp, tmp_path):
    with pytest.raises(SelfTestError, match=r"Không tìm thấy tệp “không có.xlsx”"):
        trial.window(tmp_path / "không có.xlsx")


def test_a_window_that_never_shows_the_month_is_closed(qtbot, qapp):
    frame = Frame(qapp, Mode.LIGHT)
    qtbot.addWidget(frame)
    frame.show()
    watch = trial.Watch(frame, patience=0)
    watch.look()
    assert watch.trouble == "sau 0 giây cửa sổ chưa hiện số liệu"
    assert not frame.isVisible()


def test_the_hook_for_faults_is_as_it_was(qapp):
    before = sys.excepthook
    trial.window(self_test.samples()[0])
    assert sys.excepthook is before
    assert not [one for one in qapp.findChildren(QTimer) if one.isActive()]


def test_an_empty_drawing_is_seen_to_be_empty():
    picture = QImage(24, 24, QImage.Format.Format_ARGB32)
    picture.fill(0)
    assert not trial.is_drawn(picture)
    picture.setPixel(20, 3, 0xFF000000)
    assert trial.is_drawn(picture)


def test_a_bundle_without_drawings_fails(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    with pytest.raises(SelfTestError, match="không có biểu tượng nào"):
        trial.icons()


def test_the_program_tries_itself_and_leaves_the_users_data_alone(data_folder: Path):
    data_folder.mkdir(parents=True)
    profiles.save(profiles.find("xa-ea-ktur"), data_folder / profiles.OWN_FILE)
    before = {path: path.read_bytes() for path in data_folder.iterdir()}
    shown = {name: text for name, text in os.environ.items() if "DISPLAY" not in name}
    shown.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--self-test"],
        env=shown,
        capture_output=True,
        timeout=120,
        check=False,
    )
    lines = done.stdout.decode("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("Đạt  ")] == []
    assert (done.returncode, done.stderr) == (0, b"")
    assert lines[-1].startswith("Đạt  mở cửa sổ")
    assert {path: path.read_bytes() for path in data_folder.iterdir()} == before
