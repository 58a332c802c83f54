"""Putting a month away, and the way back (xóa tháng, hoàn tác)."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.store.database import Store
from core.store.month import MonthSummary
from ui.home.titles import NO_PERIOD, period_title
from ui.theme import Look
from ui.widgets.bars import MessageBar
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.tones import Tone

DELETE = 0
"""Number of the button that deletes; the filled one is the safe one."""


class Deleting(QObject):
    """Asks, deletes, and brings back the month deleted last.

    Signals:
        turned: The list of months is another one; words for the status bar.
    """

    turned = Signal(str)

    def __init__(self, look: Look, store: Store, window: QWidget) -> None:
        """Delete from `store`; `bar` offers the way back."""
        super().__init__(window)
        self._look = look
        self._store = store
        self._window = window
        self._deleted: list[tuple[str, str]] = []
        self.bar = MessageBar(look)
        self.bar.acted.connect(self.undo)

    def ask_of(self, month_id: str) -> bool:
        """Delete the month with that id as `ask` does; False where it is gone."""
        months = [one for one in self._store.months() if one.id == month_id]
        return bool(months) and self.ask(months[0])

    def ask(self, month: MonthSummary) -> bool:
        """Delete `month` if the user says so; whether it is deleted."""
        words = named(month)
        trouble = Trouble(
            title=f"Xóa {words}",
            why=f"Số liệu, các ô đã sửa và phần đã viết lại của công văn {words} "
            f"({month.title}) sẽ rời danh sách. Hoàn tác được bằng Ctrl+Z ở trang "
            "này cho đến khi đóng chương trình.",
            safe="Tệp Excel và tệp công văn đã lưu vẫn còn nguyên.",
            buttons=(f"Xóa {words}", "Hủy"),
            tone=Tone.WARNING,
        )
        if ErrorDialog.show_error(self._look, self._window, trouble) != DELETE:
            return False
        self._store.delete(month.id)
        self._deleted.append((month.id, words))
        return True

    def tell(self) -> None:
        """Say what was deleted last, with the way back."""
        _, words = self._deleted[-1]
        self.bar.show_message(Tone.HINT, f"Đã xóa {words}.", "Hoàn tác")
        self.turned.emit(f"Đã xóa {words}.")

    @property
    def can_undo(self) -> bool:
        """Whether there is a month to bring back."""
        return bool(self._deleted)

    def undo(self) -> None:
        """Bring back the month deleted last."""
        if self._deleted:
            month_id, words = self._deleted.pop()
            self._store.restore(month_id)
            self.bar.clear()
            self.turned.emit(f"Đã lấy lại {words}.")


def named(month: MonthSummary) -> str:
    """The month within a sentence: "tháng 9/2024"."""
    title = period_title(month.headline.period)
    if title == NO_PERIOD:
        return "tháng chưa rõ kỳ"
    return title[0].lower() + title[1:]
