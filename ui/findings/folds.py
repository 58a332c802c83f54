"""A line at the foot of a panel that unfolds to more, and a row of what it unfolds to."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.frozen import frozen
from ui.theme import Look
from ui.widgets.buttons import Rank, button, set_icon
from ui.widgets.labels import IconLabel, label, surface

_TALLEST = 210  # px; more scrolls
_INDENT = 16  # px


class Fold(QWidget):
    """A line that unfolds.

    Args:
        look: The look in force.

    Signals:
        turned: It was unfolded (True) or folded by the user.
    """

    turned = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.head = button(look, "", "chevron-right", rank=Rank.GHOST)
        self.head.setCheckable(True)
        self.head.toggled.connect(self._turn)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._area)

    def set_text(self, text: str) -> None:
        """Say what the line is about; "" hides it."""
        self.head.setText(text)
        self.setVisible(bool(text))

    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return self.head.isChecked()

    def fill(self, rows: Iterable[QWidget]) -> None:
        """Show other rows."""
        inner = surface()
        inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(inner)
        column.setContentsMargins(_INDENT, 0, 14, 8)
        column.setSpacing(10)
        for row in rows:
            column.addWidget(row)
        former = self._area.takeWidget()
        if former is not None:  # the button that was pressed may be in it
            former.hide()
            former.deleteLater()
        self._area.setWidget(inner)
        self._fit()

    def _turn(self, shown: bool) -> None:
        set_icon(self._look, self.head, "chevron-down" if shown else "chevron-right")
        self._area.setVisible(shown)
        self.turned.emit(shown)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows, up to a limit."""
        inner = self._area.widget()
        layout = None if inner is None else inner.layout()
        if inner is None or layout is None:
            return
        for part in (inner, *inner.findChildren(QWidget)):
            part.ensurePolished()  # before it is shown it would be measured too low
        layout.invalidate()
        needed = max(layout.totalHeightForWidth(self.width()), 0)  # no rows: -1
        self._area.setFixedHeight(min(needed, _TALLEST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The rows' words break anew."""
        super().resizeEvent(event)
        self._fit()


@frozen
class SetAside:
    """What a row says of something that was set aside.

    Attributes:
        subject: What it is about; handed out by the row's signals.
        title: Its title.
        lines: What else to know.
        back: The word of the button that takes it back.
        goes: Whether there is a cell to go to.
        icon: Name of the icon before it.
    """

    subject: object
    title: str
    lines: tuple[str, ...]
    back: str
    goes: bool = False
    icon: str = "check-circle"


class FoldRow(QWidget):
    """What was set aside, dimmed: its title, why, and the way back.

    Args:
        look: The look in force.
        one: What to say of it.

    Signals:
        gone: The subject's cell is wanted.
        taken_back: The subject shall count again.
    """

    gone = Signal(object)
    taken_back = Signal(object)

    def __init__(self, look: Look, one: SetAside) -> None:
        super().__init__()
        self._subject = one.subject
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(look, one.title, "body", "text2", wrap=True))
        for line in one.lines:
            words.addWidget(label(look, line, "secondary", "text2", wrap=True))
        acts = QHBoxLayout()
        acts.setSpacing(6)
        if one.goes:
            go = button(look, "Đến ô", small=True)
            go.clicked.connect(self._go)
            acts.addWidget(go)
        take = button(look, one.back, small=True)
        take.clicked.connect(self._take_back)
        acts.addWidget(take)
        acts.addStretch()
        words.addSpacing(2)
        words.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = IconLabel(look, one.icon, "text2")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAccessibleName(". ".join((one.title, *one.lines)))

    def _go(self) -> None:
        self.gone.emit(self._subject)

    def _take_back(self) -> None:
        self.taken_back.emit(self._subject)
