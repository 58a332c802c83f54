"""The program's one window: on the screen at once, filled when the rest is loaded.

Nothing here imports the theme, SQLite or `Qt` itself, whose 109 enums PySide builds at
the first use: docs/decisions/0006-start.md has the figures.
"""

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from ui.colours import DARK, LIGHT, Colours
from ui.metrics import Metrics
from ui.mode import Mode

NAME = "Công văn 766"
FIRST = QSize(1280, 720)
SMALLEST = QSize(1024, 530)

TITLE_BAR = 32
"""Room for the system's title bar, px."""

WAIT = 1000
"""Most that is waited for the first paint, in ms; a window opened minimised has none."""

WITHOUT_KEYS = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
"""Paint, but let keys and clicks wait for who can answer them."""


class Frame(QMainWindow):
    """The window: first its ground and the header's white band, then its content."""

    def __init__(self, app: QApplication, mode: Mode) -> None:
        """Stand ready to be shown, in the colours of `mode`."""
        super().__init__()
        self._app = app
        self._first_paint = QEventLoop()
        self._content: QWidget | None = None
        colours = _colours(app, mode)
        app.setPalette(_plain(colours.bg))
        self.setWindowTitle(NAME)
        self.setCentralWidget(_blank(colours))
        self.setMinimumSize(SMALLEST)
        self._room = self.screen().availableGeometry().size()
        self.resize(FIRST.boundedTo(self._room))

    def show_at_once(self) -> None:
        """Show the frame and return when it is painted; what is typed waits."""
        if fits(self._room):
            self.show()
        else:
            self.showMaximized()
        QTimer.singleShot(WAIT, self._first_paint.quit)
        self._first_paint.exec(WITHOUT_KEYS)

    def fill(self, content: QWidget) -> None:
        """Show `content` in place of the blank ground, painted before this returns."""
        self.take(content)
        self._app.processEvents(WITHOUT_KEYS)

    def take(self, content: QWidget) -> None:
        """Show `content` in place of the blank ground, painted when events are next."""
        self._content = content
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setCentralWidget(content)
        self.setWindowIcon(content.windowIcon())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Note that the window can be seen."""
        super().paintEvent(event)
        self._first_paint.quit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close if the content may."""
        if self._content is not None and not self._content.close():
            event.ignore()


def fits(room: QSize) -> bool:
    """Whether a window of the first size and its title bar have that room."""
    across, down = room.width(), room.height() - TITLE_BAR
    return FIRST.width() <= across and FIRST.height() <= down


def turn_full_screen(window: QWidget) -> None:
    """Let `window` take the whole screen, or give it back."""
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _colours(app: QApplication, mode: Mode) -> Colours:
    """The colours of the chosen theme, or of one as dark as the system's."""
    if mode == Mode.SYSTEM:
        mode = Mode.DARK if app.palette().window().color().lightness() < 128 else mode
    return DARK if mode == Mode.DARK else LIGHT


def _plain(colour: QColor) -> QPalette:
    """A palette with that ground.

    Given one colour only, PySide asks whether it is a `Qt.GlobalColor`, which costs the
    first paint as much as all the rest of this file.
    """
    return QPalette(colour, colour)


def _blank(colours: Colours) -> QWidget:
    """An empty ground with the header's band."""
    ground, band = QWidget(), QWidget()
    band.setFixedHeight(Metrics().header)
    band.setPalette(_plain(colours.surface))
    band.setAutoFillBackground(True)
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(band)
    column.addStretch(1)
    return ground
