"""What every test gets: a screen of its own, a data folder of its own, no leftovers."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ON_WINDOWS = sys.platform == "win32"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if ON_WINDOWS:  # without a screen Qt does not ask Windows for its fonts
    FONTS = Path(os.environ["SYSTEMROOT"], "Fonts")
    os.environ.setdefault("QT_QPA_FONTDIR", str(FONTS))

# How long an example takes is no matter of right or wrong; in CI the same ones each time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder during this test; the real one is out of reach."""
    folder = tmp_path / "congvan766-data"
    monkeypatch.setenv("CONGVAN766_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_window_left_open() -> Iterator[None]:
    """Fail the test that leaves a window open (those given to qtbot are closed)."""
    yield
    left = [window for window in _open_windows() if window.isVisible()]
    names = [f"{type(window).__name__} “{window.windowTitle()}”" for window in left]
    for window in left:
        window.hide()
        window.deleteLater()
    assert not names, f"left open: {', '.join(names)}"


def _open_windows():
    """The top-level windows, tooltips and splash screens left out."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    qt = sys.modules["PySide6.QtCore"].Qt
    passing = {qt.WindowType.ToolTip, qt.WindowType.SplashScreen}
    return [
        window
        for window in widgets.QApplication.topLevelWidgets()
        if window.windowType() not in passing
    ]


# ------------------------------------------------------------- tools a machine may lack


def _no_libreoffice() -> str | None:
    if shutil.which("soffice") or shutil.which("libreoffice"):
        return None
    told = "LibreOffice (soffice) is not installed"
    return f"{told}; the same letters become pages on Linux" if ON_WINDOWS else told


def _no_fonts() -> str | None:
    if ON_WINDOWS:
        for files in (
            ("times.ttf", "LiberationSerif-Regular.ttf"),
            ("segoeui.ttf", "OpenSans-Regular.ttf"),
        ):
            if not any((FONTS / name).exists() for name in files):
                return f"none of these fonts is installed: {', '.join(files)}"
        return None
    if not shutil.which("fc-list"):
        return "fontconfig's fc-list is not installed, so no font can be found"
    answer = subprocess.run(
        ["fc-list", ":", "family"], capture_output=True, text=True, check=True
    )
    families = {name for line in answer.stdout.splitlines() for name in line.split(",")}
    for wanted in (
        {"Times New Roman", "Liberation Serif", "Tinos"},
        {"Segoe UI", "Open Sans"},
    ):
        if not wanted & families:
            return f"none of these fonts is installed: {', '.join(sorted(wanted))}"
    return None


def _no_xvfb() -> str | None:
    if ON_WINDOWS:
        return "Xvfb is Linux's; dev.py windows opens the packed program's window"
    missing = [
        tool
        for tool in ("Xvfb", "xvfb-run", "xauth", "xdotool")
        if not shutil.which(tool)
    ]
    return f"not installed: {', '.join(missing)}" if missing else None


TOOLS: dict[str, Callable[[], str | None]] = {
    "needs_libreoffice": _no_libreoffice,
    "needs_fonts": _no_fonts,
    "needs_xvfb": _no_xvfb,
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, with the reason, what this machine has no tool for.

    In CI, which is to have them all, fail instead; but not all of them exist for Windows.
    """
    for marker, lack in TOOLS.items():
        if item.get_closest_marker(marker) is None:
            continue
        reason = lack()
        if reason is None:
            continue
        if os.environ.get("CI") and not ON_WINDOWS:
            pytest.fail(f"nothing is skipped in CI, but {reason}", pytrace=False)
        pytest.skip(reason)
