"""What tests of looking letters over share: the typed letters, the program's own child."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core import resources
from ui.audit.window import AuditWindow
from ui.main_window import MainWindow

SAMPLES = resources.folder() / "samples"
TYPED = next(SAMPLES.glob("Công văn 183*.docx"))
TYPED_SUPERIOR = next(SAMPLES.glob("Công văn UBND-NC*.docx"))


@pytest.fixture
def audited(qtbot, window: MainWindow) -> Iterator[Callable[[Path], AuditWindow]]:
    """The window on a letter, opened as the program does."""

    def opened(path: Path) -> AuditWindow:
        window.errands.open(path)
        auditing = window.errands.letters.auditing
        qtbot.waitUntil(lambda: auditing.shown is not None, timeout=30_000)
        shown = auditing.shown
        assert shown is not None
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        return shown

    yield opened
    window.errands.letters.close()


@pytest.fixture
def letter(tmp_path) -> Path:
    """A copy of the commune's typed letter, which may be changed."""
    path: Path = tmp_path / "Công văn 183.docx"
    path.write_bytes(TYPED.read_bytes())
    return path
