"""A fact of the month that is edited in place like a cell."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.theme import Look
from ui.widgets import painting
from ui.widgets.tones import Tone

_EDGE = 6  # px between the frame and the text
_LABEL = 18  # px, the height of the label's line
_ROOM = 20  # px at right for pencil or finding
_LEAST = 92  # px, so that a number can be typed in place
_EMPTY = "chưa có"
_OPEN_KEYS = {Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FactField(QWidget):
    """A label above a value: "Tổng điểm", "54,86 / 100".

    Typing replaces the value, F2, Enter or a click edits it; Enter, Tab or leaving
    commits (signal `edited`), Esc takes the typing back. The owner calls `set_value`
    with what became of it; a text which cannot be read is shown by `set_value(text,
    bad=True)`.

    Args:
        look: The look in force.
        name: The label.
        parent: As in Qt.
    """

    edited = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._value = ""
        self._suffix = ""
        self._bad = False
        self._tone: Tone | None = None
        self._finding = ""
        self._edit: QLineEdit | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def value(self) -> str:
        """The value as it is shown, without the suffix."""
        return self._value

    def set_value(self, value: str, *, bad: bool = False) -> None:
        """Show `value`, "" as "chưa có"; `bad` marks a text nobody could read."""
        self._value, self._bad = value, bad
        self._describe()

    def set_suffix(self, suffix: str) -> None:
        """Show a small text after the value, like "/ 100"."""
        self._suffix = suffix
        self._describe()

    def set_finding(self, tone: Tone | None, what: str = "") -> None:
        """Show a finding's icon in the pencil's place, `what` as tooltip."""
        self._tone, self._finding = tone, what
        self._describe()

    def is_editing(self) -> bool:
        """Whether the value is being typed."""
        return self._edit is not None

    def edit(self, typed: str | None = None) -> None:
        """Open the value for typing, selected; or replaced by what was `typed`."""
        if self._edit is not None:
            return
        field = QLineEdit(self._value if typed is None else typed, self)
        field.setProperty("v", "cell")
        field.setFont(self._look.theme.fonts.heading)
        field.setAccessibleName(self._name)
        field.setGeometry(0, _LABEL + 1, self.width(), 26)
        field.installEventFilter(self)
        self._edit = field
        field.show()
        field.setFocus()
        if typed is None:
            field.selectAll()

    def commit(self) -> None:
        """End the typing; `edited` follows if the text is another."""
        text = self._close()
        if text is not None and text != self._value:
            self.edited.emit(text)

    def _close(self) -> str | None:
        """Remove the editor: what stood in it, or None if there was none."""
        field, self._edit = self._edit, None
        if field is None:
            return None
        text = field.text().strip()
        field.removeEventFilter(self)
        if field.hasFocus():
            self.setFocus()
        field.hide()
        field.deleteLater()
        self.update()
        return text

    # ------------------------------------------------------------------ what Qt asks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Watch the editor: its keys, and when it is left."""
        if watched is not self._edit:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._editor_key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            passing = event.reason() == Qt.FocusReason.PopupFocusReason
            if not passing:
                self.commit()
        return False

    def _editor_key(self, event: QKeyEvent) -> bool:
        """Enter keeps, Esc takes back; Tab keeps and goes on to the next field."""
        key = event.key()
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.commit()
            return self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        if key not in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            return False
        if key == Qt.Key.Key_Escape:
            self._close()
        else:
            self.commit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """F2 or Enter edits, a character replaces."""
        chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if Qt.Key(event.key()) in _OPEN_KEYS:
            self.edit()
        elif (
            event.text().isprintable()
            and event.text()
            and not event.modifiers() & chord
        ):
            self.edit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click edits."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The room the content takes."""
        fonts = self._look.theme.fonts
        name = QFontMetrics(fonts.caption).horizontalAdvance(self._name)
        width = self._value_width() + self._suffix_width() + _ROOM
        return QSize(max(name + 2 * _EDGE, width + 2 * _EDGE, _LEAST), _LABEL + 28)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: nothing is cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw label, value, suffix and sign."""
        painter = painting.begin(self)
        theme = self._look.theme
        painter.setFont(theme.fonts.caption)
        painter.setPen(theme.colours.text2)
        top = QRect(_EDGE, 0, self.width() - _EDGE, _LABEL)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, self._name)
        if self._edit is None:
            self._paint_value(painter, self._line())
        painter.end()

    # -------------------------------------------------------------------- its parts

    def _line(self) -> QRect:
        return QRect(0, _LABEL + 1, self.width(), 26)

    def _paint_value(self, painter: QPainter, line: QRect) -> None:
        theme = self._look.theme
        colours = theme.colours
        if self.hasFocus() or self.underMouse():
            focus = colours.accent if self.hasFocus() else None
            painting.frame(
                painter,
                line,
                radius=0 if focus else theme.metrics.radius,
                line=focus,
                width=2,
                ground=None if focus else colours.hover,
            )
        text = line.adjusted(_EDGE, 0, 0, 0)
        painter.setFont(theme.fonts.heading if self._value else theme.fonts.empty)
        ink = colours.text if self._value else colours.text2
        painter.setPen(colours.err if self._bad else ink)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self._value or _EMPTY)
        if self._bad:
            self._paint_wave(painter, text)
        after = self._value_width()
        if self._suffix:
            painter.setFont(theme.fonts.secondary)
            painter.setPen(colours.text2)
            rest = text.adjusted(after + 6, 0, 0, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._suffix)
            after += self._suffix_width()
        self._paint_sign(painter, QPointF(text.left() + after + 7, line.top()))

    def _paint_sign(self, painter: QPainter, at: QPointF) -> None:
        """The finding's icon; else the pencil, brighter when it can be used now."""
        if self._tone is not None:
            sign = self._tone.value
            spot = at + QPointF(0, 6)
            painting.icon(painter, self._look, sign.icon, sign.icon_ink, spot, 14)
        else:
            near = self.hasFocus() or self.underMouse()
            ink = "accent" if near else "text2"
            painting.icon(painter, self._look, "pencil", ink, at + QPointF(1, 7), 12)

    def _paint_wave(self, painter: QPainter, text: QRect) -> None:
        """The wavy line under what could not be read."""
        painter.setPen(QPen(self._look.theme.colours.err, 1))
        base = text.center().y() + 9
        left, right = text.left(), text.left() + self._value_width()
        points = [
            QPointF(x, base + (x - left) // 2 % 2 * 2) for x in range(left, right, 2)
        ]
        painter.drawPolyline(points)

    def _value_width(self) -> int:
        fonts = self._look.theme.fonts
        font = fonts.heading if self._value else fonts.empty
        return QFontMetrics(font).horizontalAdvance(self._value or _EMPTY)

    def _suffix_width(self) -> int:
        if not self._suffix:
            return 0
        metrics = QFontMetrics(self._look.theme.fonts.secondary)
        return 6 + metrics.horizontalAdvance(self._suffix)

    def _describe(self) -> None:
        """Tell screen reader, tooltip and layout what there is now."""
        value = f"{self._value or _EMPTY} {self._suffix}".strip()
        spoken = [self._name, value]
        if self._tone is not None:
            spoken.append(f"{self._tone.value.word.lower()}: {self._finding}")
        self.setAccessibleName(", ".join(spoken))
        self.setToolTip(self._finding or "Bấm để sửa, hoặc gõ số mới rồi Enter")
        self.updateGeometry()
        self.update()
