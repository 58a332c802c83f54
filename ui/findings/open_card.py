"""The chosen finding as a real widget: what is wrong, what to do, the ways out."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.findings.card import EDGE, TEXT, TOP, Act, CardWords
from ui.findings.reason import ReasonField
from ui.tables.texts import TONES
from ui.theme import Look
from ui.widgets import painting
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import label

_BAR = 3  # px, the accent along the chosen card
_GAP = 6  # px between buttons
_ROOM = 330 - TEXT - EDGE  # px for buttons side by side
_ASKED = {
    Act.ACCEPT: ("Vì sao giữ nguyên?", "Chấp nhận"),
    Act.SWITCH_OFF: ("Vì sao cơ quan không dùng quy tắc này?", "Tắt quy tắc"),
}


class OpenCard(QWidget):
    """The chosen finding: numbers, what to do, basis, the ways out.

    Args:
        look: The look in force.
        words: What it says.
        parent: The list's viewport.

    Signals:
        go: To the cell.
        take_back: Its `CardWords`: put the former figure back.
        acted: An `Act` is wanted, of its `CardWords`, for a reason (text, perhaps empty).
        resized: It needs another height.
    """

    go = Signal()
    take_back = Signal(object)
    acted = Signal(object, object, str)
    resized = Signal()

    def __init__(self, look: Look, words: CardWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._sign = TONES[words.finding.severity].value
        self._asked: Act | None = None
        rule = words.finding.rule
        column = QVBoxLayout(self)
        column.setContentsMargins(TEXT, TOP, EDGE, 12)
        column.setSpacing(3)
        column.addWidget(label(look, rule.title, "strong", wrap=True))
        column.addWidget(label(look, words.where, "secondary", "text2", wrap=True))
        column.addWidget(label(look, words.finding.message, wrap=True))
        column.addWidget(label(look, words.finding.hint, wrap=True))
        basis = f"Quy tắc {rule.id}" + (f" · {rule.basis}" if rule.basis else "")
        column.addWidget(label(look, basis, "secondary", "text2", wrap=True))
        self._buttons = QWidget(self)  # shown before it is laid out
        self._lay_out(tuple(self._made()))
        self.reason: ReasonField | None = None
        column.addWidget(self._buttons)
        self.setAccessibleName(words.spoken)

    # ----------------------------------------------------------------------- buttons

    def _made(self) -> Iterator[QPushButton]:
        """The buttons that this finding has, the surest way out first."""
        look, words = self._look, self._words
        fix = words.finding.fix
        if words.finding.place is not None:
            go = button(look, "Đế&n ô", small=True)
            go.clicked.connect(self.go)
            yield go
        if fix is not None and Act.FIX in words.acts:
            mend = button(look, fix.label.replace("&", "&&"), small=True)
            mend.clicked.connect(self._fix)
            yield mend
        if words.former is not None:
            back = button(look, f"T&rả về {words.former or 'ô trống'}", small=True)
            back.clicked.connect(self._take_back)
            yield back
        if Act.ACCEPT in words.acts:
            accept = button(look, "Chấp nhận…", small=True)
            accept.clicked.connect(self._ask_why_accepted)
            yield accept
        if Act.SWITCH_OFF in words.acts:
            self.more = icon_button(look, "more", "Việc khác", small=True)
            self.more.clicked.connect(self._show_menu)
            self.menu = QMenu(self)
            off = self.menu.addAction("Không dùng quy tắc này…")
            off.triggered.connect(self._ask_why_off)
            yield self.more

    def _lay_out(self, made: Sequence[QPushButton]) -> None:
        """Put buttons side by side, as many in a row as there is room for."""
        column = QVBoxLayout(self._buttons)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(_GAP)
        taken, row = _ROOM, QHBoxLayout()
        for one in made:
            one.ensurePolished()
            width = one.sizeHint().width()
            if taken + _GAP + width > _ROOM:
                taken, row = 0, QHBoxLayout()
                row.setSpacing(_GAP)
                row.addStretch()
                column.addLayout(row)
            row.insertWidget(row.count() - 1, one)
            taken += width + (_GAP if taken else 0)
        self._buttons.setVisible(bool(made))

    def _show_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _fix(self) -> None:
        self.acted.emit(Act.FIX, self._words, "")

    def _take_back(self) -> None:
        self.take_back.emit(self._words)

    # ----------------------------------------------------------------- asking a reason

    def _ask_why_accepted(self) -> None:
        self._ask(Act.ACCEPT)

    def _ask_why_off(self) -> None:
        self._ask(Act.SWITCH_OFF)

    def _ask(self, act: Act) -> None:
        self._asked = act
        self._buttons.hide()
        field = self.reason = ReasonField(self._look)
        field.given.connect(self._give)
        field.dropped.connect(self._ask_nothing)
        field.grown.connect(self.resized)
        column = self.layout()
        if column is not None:
            column.addWidget(field)
        field.ask(*_ASKED[act])
        self.resized.emit()

    def _ask_nothing(self) -> None:
        asked, self.reason, self._asked = self.reason, None, None
        if asked is not None:
            asked.hide()
            asked.deleteLater()
        self._buttons.show()
        self.resized.emit()

    def _give(self, why: str) -> None:
        if self._asked is not None:
            self.acted.emit(self._asked, self._words, why)

    # ------------------------------------------------------------------- Qt's own events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """While a reason is typed its keys are nobody else's."""
        if self._asked is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._ask_nothing()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click goes to the cell, unless a reason is being typed."""
        if event.button() == Qt.MouseButton.LeftButton and self._asked is None:
            self.go.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the soft ground, the accent at left, the icon."""
        colours = self._look.theme.colours
        painter = painting.begin(self)
        painter.fillRect(self.rect(), colours.soft)
        painter.fillRect(0, 0, _BAR, self.height(), colours.accent)
        at = QPointF(EDGE, TOP + 2)
        painting.icon(painter, self._look, self._sign.icon, self._sign.icon_ink, at)
        painter.end()
