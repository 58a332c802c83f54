"""The status bar: what is selected, the keys to know, whether all is saved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.store.writer import Failed, Saved, SaveState
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.labels import IconLabel, label, rule, surface


class Status(QWidget):
    """The line at the bottom, 28 px high.

    Signals:
        cancel_asked: The work that is going on shall stop.
        acted: A link after the words was pressed; its word.
    """

    cancel_asked = Signal()
    acted = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build an empty line."""
        super().__init__()
        self._look = look
        self.setFixedHeight(look.theme.metrics.status_bar)
        self._told = label(look, "", "secondary", "text2")
        self.cancel = button(look, "Hủy", rank=Rank.LINK)
        self.cancel.setToolTip("Dừng đọc tệp (Esc)")
        self.cancel.clicked.connect(self.cancel_asked)
        self.cancel.hide()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self.cancel_asked)
        self._escape.setEnabled(False)
        self.link, self.other = self.links = (self._link(0), self._link(1))
        self._keys = label(look, "", "secondary", "text2")
        self._icon = IconLabel(look, "check-circle", "accent", 14)
        self._saved = label(look, "", "secondary", "text2")
        self._icon.hide()
        ground = surface()
        row = QHBoxLayout(ground)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._told)
        row.addWidget(self.link)
        row.addWidget(self.other)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self._keys)
        row.addWidget(rule(upright=True, length=14))
        row.addWidget(self._icon)
        row.addWidget(self._saved)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)

    def tell(self, text: str) -> None:
        """Say `text` until the next act."""
        self._told.setText(text)
        for link in self.links:
            link.hide()

    def tell_dropped(self, steps: int) -> None:
        """Say that steps of redo are gone."""
        self.tell(f"Sửa tiếp đã bỏ {steps} bước Làm lại.")

    def offer(self, words: Sequence[str]) -> None:
        """Show a link or two after what was told, until the next act."""
        for link, word in zip(self.links, words, strict=False):
            link.setText(word)
            link.setAccessibleName(f"{word}: {self.told()}")
            link.show()

    def _link(self, number: int) -> QPushButton:
        made = button(self._look, "", rank=Rank.LINK)
        # By number: a button that its own signal refers to would be a circle.
        made.clicked.connect(lambda: self.acted.emit(self.links[number].text()))
        made.hide()
        return made

    def told(self) -> str:
        """What stands at left."""
        return self._told.text()

    def offer_cancel(self, *, offered: bool) -> None:
        """Show or take away the button that stops the work, and let Esc do the same.

        An editor that is open in a cell still has Esc for itself.
        """
        self.cancel.setVisible(offered)
        self._escape.setEnabled(offered)

    def show_keys(self, text: str) -> None:
        """Show the keys that help on this screen."""
        self._keys.setText(text)

    def show_state(self, state: SaveState) -> None:
        """Show whether all work is on the disk."""
        self._icon.setVisible(isinstance(state, Saved))
        self._saved.setText(words(state))


def words(state: SaveState) -> str:
    """How saving stands, in words."""
    if isinstance(state, Saved):
        return "Đã lưu"
    return "CHƯA LƯU" if isinstance(state, Failed) else "Đang lưu…"


def title_words(state: SaveState) -> str:
    """How saving stands, for the title bar: "đã lưu lúc 09:14"."""
    if isinstance(state, Saved):
        return f"đã lưu lúc {state.at:%H:%M}"
    return "CHƯA LƯU" if isinstance(state, Failed) else "đang lưu…"
