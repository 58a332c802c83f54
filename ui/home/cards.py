"""The cards of the home screen: the month in work, and the months done."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core import figures
from core.store.month import LetterState, MonthSummary
from ui.home.changes import Told, rank_change, score_change
from ui.home.titles import period_title
from ui.theme import Look
from ui.widgets.buttons import Rank, button, icon_button
from ui.widgets.cards import Card
from ui.widgets.chips import SeverityChip
from ui.widgets.labels import IconLabel, label, rule
from ui.widgets.tones import Tone

HEIGHT, NAMED_HEIGHT = 128, 148
"""Of a month's card, in px: without and with the office's name."""


def when(moment: datetime, now: datetime) -> str:
    """A time as people say it: "09:14 hôm nay", "09:14, 06/12/2024"."""
    local = moment.astimezone(now.tzinfo)
    clock = f"{local:%H:%M}"
    if local.date() == now.date():
        return f"{clock} hôm nay"
    return f"{clock}, {figures.show_date(local.date())}"


def points(score: Decimal | None) -> str:
    """The total score, or "–" where there is none."""
    return "–" if score is None else figures.show(score, 2)


def ranking(month: MonthSummary) -> str:
    """The rank as "8/9" or "8", or nothing."""
    line = month.headline
    if line.rank is None:
        return ""
    rank = figures.show(line.rank)
    return rank if line.of is None else f"{rank}/{figures.show(line.of)}"


class WorkCard(Card):
    """The month in work, with the screen's one filled button.

    Signals:
        go_on: Open its figures.
        see_letter: Open its letter.
    """

    go_on = Signal()
    see_letter = Signal()

    def __init__(
        self,
        look: Look,
        month: MonthSummary,
        former: MonthSummary | None,
        now: datetime,
    ) -> None:
        """Show `month` beside `former`, the same office's period before."""
        super().__init__(look)
        self._look = look
        line = month.headline
        among = "" if line.of is None else f"/ {figures.show(line.of)}"
        rank = "–" if line.rank is None else figures.show(line.rank)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(self._what(month, now), 4)
        for name, value, suffix, told in (
            ("Tổng điểm", points(line.score), "/ 100", score_change(month, former)),
            ("Xếp hạng", rank, among, rank_change(month, former)),
        ):
            row.addWidget(rule(upright=True))
            row.addLayout(self._fact(name, value, suffix, told), 2)
        row.addLayout(self._buttons(), 2)
        self.body.addLayout(row)

    def _what(self, month: MonthSummary, now: datetime) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        title = period_title(month.headline.period)
        column.addWidget(label(self._look, title, "heading"))
        told = f"Sửa lần cuối {when(month.updated, now)}"
        column.addWidget(Clipped(self._look, month.title, "body"))
        column.addWidget(label(self._look, told, "secondary", "text2"))
        chips = QHBoxLayout()
        chips.setSpacing(8)
        if month.counts is not None:
            counts = month.counts
            numbers = (counts.errors, counts.warnings, counts.hints)
            tones = (Tone.ERROR, Tone.WARNING, Tone.HINT)
            for tone, number in zip(tones, numbers, strict=True):
                if number:
                    chips.addWidget(
                        SeverityChip(self._look, tone, number, filters=False)
                    )
        chips.addStretch(1)
        column.addLayout(chips)
        return column

    def _fact(self, name: str, value: str, suffix: str, told: Told) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(self._look, name, "caption", "text2"))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label(self._look, value, "figure"))
        row.addWidget(label(self._look, suffix, "body", "text2"))
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(change_line(self._look, told))
        column.addStretch(1)
        return column

    def _buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.onward = button(self._look, "Tiếp tục &kiểm tra", rank=Rank.PRIMARY)
        self.onward.setAutoDefault(True)  # Enter presses it while it has the keys
        self.onward.clicked.connect(self.go_on)
        letter = button(self._look, "&Xem công văn", "file")
        letter.clicked.connect(self.see_letter)
        column.addWidget(self.onward)
        column.addWidget(letter)
        column.addStretch(1)
        return column


class MonthCard(Card):
    """One month of the list; the whole card opens it.

    Signals:
        delete_asked: Put the month away.
    """

    delete_asked = Signal()

    def __init__(
        self,
        look: Look,
        month: MonthSummary,
        former: MonthSummary | None,
        *,
        named: bool = False,
    ) -> None:
        """Show `month` beside `former`; `named` tells whose it is, too."""
        super().__init__(look, press=True)
        self._look = look
        title = period_title(month.headline.period)
        self.setAccessibleName(f"{title}, {month.title}")
        self.setFixedHeight(NAMED_HEIGHT if named else HEIGHT)
        self.body.setContentsMargins(16, 10, 12, 12)
        self.body.setSpacing(3)
        self.body.addLayout(self._top(title))
        if named:
            self.body.addWidget(Clipped(look, month.title, "secondary"))
        self.body.addLayout(self._figures(month))
        self.body.addLayout(change_line(look, score_change(month, former)))
        self.body.addStretch(1)
        self.body.addLayout(self._state(month))

    def _top(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self._look, title, "strong"))
        row.addStretch(1)
        more = icon_button(self._look, "more", f"Việc khác với {title}", small=True)
        menu = QMenu(more)
        menu.addAction("&Mở").triggered.connect(self.pressed)
        menu.addAction("&Xóa tháng này…").triggered.connect(self.delete_asked)
        more.setMenu(menu)
        row.addWidget(more)
        return row

    def _figures(self, month: MonthSummary) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label(self._look, points(month.headline.score), "title"))
        row.addWidget(label(self._look, "/ 100", "secondary", "text2"))
        row.addStretch(1)
        if rank := ranking(month):
            row.addWidget(label(self._look, f"Hạng {rank}", "body", "text2"))
        return row

    def _state(self, month: MonthSummary) -> QHBoxLayout:
        icons = {
            LetterState.NOT_SAVED: ("file", "text2"),
            LetterState.SAVED: ("check-circle", "accent"),
            LetterState.OUTDATED: ("pencil", "text2"),
        }
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel(self._look, *icons[month.letter_state], 14))
        told = month.letter_state.value
        if month.saved is not None and month.letter_state is LetterState.SAVED:
            told += f", {figures.show_date(month.saved.at.date())}"
        row.addWidget(Clipped(self._look, told, "secondary"), 1)
        return row


def change_line(look: Look, told: Told) -> QHBoxLayout:
    """The change since the period before, with its arrow where there is one."""
    row = QHBoxLayout()
    row.setSpacing(6)
    if told.icon:
        row.addWidget(IconLabel(look, told.icon, told.ink, 12))
    row.addWidget(label(look, told.text, "secondary", "text2"))
    row.addStretch(1)
    return row


class Clipped(QLabel):
    """A text that gives way where there is no room; its tooltip tells all."""

    def __init__(self, look: Look, text: str, role: str) -> None:
        """Show `text` in the font of `role`."""
        super().__init__()
        self._whole = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.theme.fonts.role(role))
        self.setProperty("ink", "text2")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the text to the room there is."""
        super().resizeEvent(event)
        right = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, right, self.width()))


def line(*parts: QWidget) -> QHBoxLayout:
    """Widgets side by side, flush left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
