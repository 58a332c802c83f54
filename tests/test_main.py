"""The program's door, where there is no screen to open a window on."""

import os
import subprocess
import sys

import pytest

from core import resources

ROOT = resources.folder().parent


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a screen")
def test_without_a_screen_the_window_is_refused_in_one_sentence():
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        capture_output=True,
        env=kept,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    told = done.stderr.decode("utf-8")
    assert told.startswith("Máy này không có màn hình")
    assert told.count("\n") == 1
