"""The frame of a dialog with a form: title, what to fill in, buttons below."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.fields import FormField
from ui.widgets.labels import label, surface

TITLE_BAR = 40
"""Room for the system's title bar, px."""


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Make a dialog that large, or as high as its screen allows."""
    room = dialog.screen().availableGeometry().height() - TITLE_BAR
    dialog.resize(width, min(height, room))


class FormDialog(QDialog):
    """A form in a scroll area; the filled button calls `take`.

    Subclasses fill `form` and override `take`, which closes with `accept`.
    """

    def __init__(
        self, look: Look, parent: QWidget | None, title: str, act: str
    ) -> None:
        """Build the frame; `act` is the filled button's word."""
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.form = QVBoxLayout()
        self.form.setSpacing(14)
        self.form.setContentsMargins(24, 20, 24, 20)
        self.form.addWidget(label(look, title, "title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._area = self._scrolled()
        column.addWidget(self._area, 1)
        column.addWidget(self._foot(act))
        self._is_ordered = False

    def _scrolled(self) -> QScrollArea:
        inner = surface()
        inner.setLayout(self.form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is typed goes to a field
        area.setWidget(inner)
        return area

    def _foot(self, act: str) -> QWidget:
        foot = surface("footer")
        self.foot = QHBoxLayout(foot)
        self.foot.setContentsMargins(20, 11, 17, 12)
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.later = button(self.look, "Để &sau")
        self.later.clicked.connect(self.reject)
        done = button(self.look, act, rank=Rank.PRIMARY)
        done.setDefault(True)
        done.clicked.connect(self.take)
        self.foot.addWidget(self.later)
        self.foot.addWidget(done)
        return foot

    def forgive(self, *fields: FormField) -> None:
        """Take back what was said of a field as soon as it is corrected."""
        for field in fields:
            field.edit.textChanged.connect(lambda _, field=field: field.set_error(""))

    def fit(self, width: int, height: int) -> None:
        """Be that large, or as high as the screen allows."""
        fit(self, width, height)

    def take(self) -> None:
        """Check the form and close."""
        self.accept()

    # ---------------------------------------------------------------- Qt's own events

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Tab goes down the form, then through the buttons; the first one has the keys."""
        super().showEvent(event)
        if self._is_ordered:
            return
        self._is_ordered = True
        stops = self._stops()
        former = stops[-1] if stops else None
        for made in self._buttons():
            if former is not None:
                self.setTabOrder(former, made)
            former = made
        present = self.focusWidget()
        if stops and not self._has(present):
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _has(self, widget: QWidget | None) -> bool:
        """Whether it is in the form."""
        return widget is not None and self._area.isAncestorOf(widget)

    def _buttons(self) -> list[QWidget]:
        """The buttons below, from the left to the right."""
        items = [self.foot.itemAt(number) for number in range(self.foot.count())]
        made = [None if item is None else item.widget() for item in items]
        return [one for one in made if one is not None]

    def _stops(self) -> list[QWidget]:
        """Where Tab stops in the form, from the top down."""
        found: list[QWidget] = []
        one = cast("QWidget", self.nextInFocusChain())
        while one is not self:
            stops = one.focusPolicy() & Qt.FocusPolicy.TabFocus
            if stops and self._area.isAncestorOf(one) and one.isVisibleTo(self._area):
                found.append(one)
            one = cast("QWidget", one.nextInFocusChain())
        return found
