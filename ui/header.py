"""The header: menu, where one is, tabs, undo and redo, and the letter's save."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Look
from ui.widgets.buttons import Rank, button, set_available, set_icon, set_rank
from ui.widgets.labels import label, rule, surface
from ui.widgets.tabs import TabBar

WIDE = 1200
"""Window width in px from which undo and redo carry their words."""

NAME_WIDTH = 560
"""Most room for the office's name, px."""

TABS = ("Số liệu", "Công văn")


class Header(QWidget):
    """The bar at the top of every screen, 52 px high.

    Signals:
        home_asked: Go to the months.
        tab_chosen: Number of the tab.
        office_asked: Show the office's details.
    """

    home_asked = Signal()
    tab_chosen = Signal(int)
    office_asked = Signal()

    def __init__(self, look: Look, undo: QAction, redo: QAction, save: QAction) -> None:
        """Build both forms: the month's and the home screen's."""
        super().__init__()
        self._look = look
        self.setFixedHeight(look.theme.metrics.header)
        self.menu = QMenu(self)
        self.menu_button = button(look, "&Menu", "menu", rank=Rank.GHOST)
        self.menu_button.setMenu(self.menu)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._home_part())
        self._pages.addWidget(self._month_part(undo, redo, save))
        ground = surface()
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        row.addWidget(rule(upright=True, length=24))
        row.addWidget(self._pages, 1)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(rule())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)

    def _home_part(self) -> QWidget:
        part = QWidget()
        self.office = button(
            self._look, "Thông tin cơ &quan…", "building", rank=Rank.GHOST
        )
        self.office.clicked.connect(self.office_asked)
        self.office.hide()  # until `show_home` says whose it is
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.office)
        row.addStretch(1)
        return part

    def _month_part(self, undo: QAction, redo: QAction, save: QAction) -> QWidget:
        part = QWidget()
        home = button(self._look, "Các &tháng", "home", rank=Rank.GHOST)
        home.clicked.connect(self.home_asked)
        self.period = button(self._look, "", "chevron-down", rank=Rank.GHOST)
        self.period.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.period.setFont(self._look.theme.fonts.strong)
        self.periods = QMenu(self.period)
        self.period.setMenu(self.periods)
        self.tabs = TabBar(self._look, TABS)
        self.tabs.current_changed.connect(self.tab_chosen)
        self.undo = self._of_action(undo, "undo", Rank.GHOST)
        self.redo = self._of_action(redo, "redo", Rank.GHOST)
        self.save = self._of_action(save, "download", Rank.PRIMARY)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(home)
        row.addWidget(label(self._look, "›", "body", "text2"))
        row.addWidget(self.period)
        row.addSpacing(12)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for widget in (self.undo, self.redo, self.save):
            row.addWidget(widget)
        return part

    def _of_action(self, action: QAction, icon: str, rank: Rank) -> QPushButton:
        made = button(self._look, action.text(), icon, rank=rank)
        made.setAccessibleName(action.text())
        made.clicked.connect(action.trigger)

        def follow() -> None:
            reason = "" if action.isEnabled() else action.statusTip()
            set_available(made, reason or ("" if action.isEnabled() else action.text()))

        made.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
        action.changed.connect(follow)
        follow()
        return made

    def show_home(self, office: str) -> None:
        """Show the home screen's form with the office's name."""
        self.office.setText(self._short(office) or "Thông tin cơ &quan…")
        self.office.setToolTip(office)
        self.office.show()
        self._pages.setCurrentIndex(0)

    def _short(self, name: str) -> str:
        """The name as a button's text: cut where it is very long; "&" is a letter."""
        metrics, right = self.office.fontMetrics(), Qt.TextElideMode.ElideRight
        return metrics.elidedText(name, right, NAME_WIDTH).replace("&", "&&")

    def show_month(self, period: str) -> None:
        """Show the month's form."""
        self.period.setText(period)
        self.period.setAccessibleName(f"Kỳ đang mở: {period}")
        self._pages.setCurrentIndex(1)

    def fill_save(self, *, filled: bool) -> None:
        """Fill "Lưu công văn", or leave that to a button of the screen's own."""
        set_rank(self._look, self.save, Rank.PRIMARY if filled else Rank.PLAIN)

    def fit(self, width: int) -> None:
        """Undo and redo carry words where the window is wide enough."""
        for made, word, icon in (
            (self.undo, "Hoàn tác", "undo"),
            (self.redo, "Làm lại", "redo"),
        ):
            made.setText(word if width >= WIDE else "")
            set_icon(self._look, made, icon)
