"""What the self-test tries of Qt: its plugins, the drawings, a sample in the real window.

Nothing waits for anybody: a dialog that comes up is told as the fault it is, and closed.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory

from core import resources
from core.self_test import SelfTestError
from ui import app, program, theme
from ui.frame import NAME, Frame
from ui.mode import Mode
from ui.widgets.error_dialog import ErrorDialog, Trouble

PATIENCE = 60.0
"""Seconds that the window has to show the sample."""

TURN = 50
"""Between two looks at the window, in ms."""


def platform() -> str:
    """The name of Qt's platform plugin: on Windows the one for Windows."""
    name = str(_application().platformName())
    is_chosen = "QT_QPA_PLATFORM" in os.environ
    if sys.platform == "win32" and not is_chosen and name != "windows":
        message = f"Qt dùng “{name}”"
        raise SelfTestError(message)
    return name


def style() -> str:
    """The styles there are, with the one that the look rests on."""
    found = QStyleFactory.keys()
    if "Fusion" not in found:
        message = f"Qt chỉ có {', '.join(found)}"
        raise SelfTestError(message)
    return ", ".join(found)


def icons() -> str:
    """How many drawings there are, each seen to be painted."""
    look = theme.apply(_application(), Mode.LIGHT)
    names = sorted(path.stem for path in (resources.folder() / "icons").glob("*.svg"))
    for name in names:
        if not is_drawn(look.icons.pixmap(name, "text", 24).toImage()):
            message = f"“{name}” trống trơn"
            raise SelfTestError(message)
    if not names:
        message = "không có biểu tượng nào"
        raise SelfTestError(message)
    return f"{len(names)} hình"


def is_drawn(picture: QImage) -> bool:
    """Whether anything is painted."""
    across, down = range(picture.width()), range(picture.height())
    return any(picture.pixelColor(x, y).alpha() for x in across for y in down)


def buttons() -> str:
    """The words on the buttons that a dialog has of its own."""
    look = theme.apply(_application(), Mode.LIGHT)
    dialog = ErrorDialog(look, Trouble("Thử", "Thử.", details="Thử"))
    words = [
        one.text().replace("&", "") for one in dialog.findChildren(QAbstractButton)
    ]
    dialog.deleteLater()
    if not {"Chi tiết", "Đóng"} <= {*words}:
        message = f"các nút là {', '.join(words)}"
        raise SelfTestError(message)
    return ", ".join(word for word in words if word)


def window(sample: Path) -> str:
    """The title of the program's window, once it has shown `sample` and closed."""
    application = _application()
    frame = Frame(application, Mode.LIGHT)
    watch = Watch(frame)
    timer = QTimer()
    timer.setInterval(TURN)
    timer.timeout.connect(watch.look)
    hook = sys.excepthook
    frame.show_at_once()
    timer.start()
    try:
        code = program.run(application, frame, Mode.LIGHT, [str(sample)])
    finally:
        timer.stop()
        sys.excepthook = hook
        frame.deleteLater()
    if watch.trouble or code:
        raise SelfTestError(watch.trouble or f"cửa sổ đóng với mã {code}")
    return watch.title


class Watch:
    """Closes the window once it shows a month, and whatever else comes up.

    Attributes:
        title: The window's, with the month in it; empty until then.
        trouble: What stopped it; empty where nothing did.
    """

    def __init__(self, frame: Frame, patience: float = PATIENCE) -> None:
        """Watch `frame` for at most `patience` seconds."""
        self._frame = frame
        self._patience = patience
        self._end = time.monotonic() + patience
        self.title = ""
        self.trouble = ""

    def look(self) -> None:
        """See how far the window is."""
        dialog = QApplication.activeModalWidget()
        title = self._frame.windowTitle()
        if dialog is not None:
            told = dialog.accessibleName(), dialog.accessibleDescription()
            self.trouble = ": ".join(filter(None, told)) or dialog.windowTitle()
            dialog.close()
        elif title != NAME and title.endswith(NAME):
            self.title = title
            self._frame.close()
        elif self.trouble:
            self._frame.close()
        elif time.monotonic() >= self._end:
            self.trouble = f"sau {self._patience:g} giây cửa sổ chưa hiện số liệu"
            self._frame.close()


def _application() -> QApplication:
    """Qt's application, made by the first who asks."""
    present = QApplication.instance()
    return present if isinstance(present, QApplication) else app.application([])
