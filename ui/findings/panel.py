"""The panel “Điểm cần xem” and the strip it folds to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.report import Place
from core.rules.registry import Finding, Severity
from ui.document import Document
from ui.findings import words
from ui.findings.card import CardWords
from ui.findings.list import FindingsList
from ui.tables import texts
from ui.theme import Look
from ui.widgets.buttons import Rank, button, icon_button, set_icon
from ui.widgets.cards import EmptyState
from ui.widgets.chips import SeverityChip
from ui.widgets.labels import label, rule, surface

WIDTH = 330
"""Px of the panel."""

STRIP = 46
"""Px of the strip it folds to."""


class FindingsPanel(QWidget):
    """What the rules found in the open month, in a list beside the table.

    Args:
        look: The look in force.
        document: The month.
        parent: As in Qt.

    Signals:
        go_to: A `Place` that the user wants to see.
        fold_asked: The panel shall give its room to the table.
        told: Something to say in the status bar.
    """

    go_to = Signal(object)
    fold_asked = Signal()
    told = Signal(str)

    def __init__(
        self, look: Look, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._document = document
        self.chips = {
            severity: SeverityChip(look, tone) for severity, tone in texts.TONES.items()
        }
        self.list = FindingsList(look)
        self.list.go_to.connect(self._go)
        self.list.take_back.connect(self._take_back)
        self._empty = EmptyState(look, "check-circle", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        self._build()
        document.opened.connect(self._begin)
        document.judged.connect(self.refresh)
        self.setAccessibleName("Điểm cần xem")
        self.refresh()

    def _build(self) -> None:
        ground = surface()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(rule())
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rule(upright=True))
        row.addWidget(ground, 1)

    def _top(self) -> QVBoxLayout:
        fold = icon_button(self._look, "chevron-right", "Gấp lại", small=True)
        fold.clicked.connect(self.fold_asked)
        title = QHBoxLayout()
        title.addWidget(label(self._look, "Điểm cần xem", "heading"), 1)
        title.addWidget(fold)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self.chips.values():
            chip.toggled.connect(self.refresh)
            chips.addWidget(chip)
        chips.addStretch()
        column = QVBoxLayout()
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(8)
        column.addLayout(title)
        column.addLayout(chips)
        return column

    def _foot(self) -> QWidget:
        self._foot_line = rule()
        self._more = button(self._look, "", "chevron-right", rank=Rank.GHOST)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_lacking)
        self._lacking = label(self._look, "", "secondary", "text2", wrap=True)
        self._lacking.setContentsMargins(16, 0, 14, 8)
        self._lacking.hide()
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._foot_line)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lacking)
        return foot

    # ------------------------------------------------------------------- what it shows

    def _begin(self) -> None:
        """Another month: all severities again."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.refresh()

    def refresh(self) -> None:
        """Show the findings as they are now."""
        findings = self._document.findings
        told = [finding.severity for finding in findings]
        for severity, chip in self.chips.items():
            chip.set_count(told.count(severity))
        wanted = {one for one, chip in self.chips.items() if chip.isChecked()}
        shown = [one for one in findings if not wanted or one.severity in wanted]
        self.list.show_cards([self._card(finding) for finding in shown])
        if not shown:
            self._empty.set_text(self._nothing(filtered=bool(wanted)))
        self._pages.setCurrentIndex(0 if shown else 1)
        self._show_foot()

    def _card(self, finding: Finding) -> CardWords:
        document = self._document
        place = words.where(document.report, document.catalogue, finding)
        short = words.short_where(document.report, document.catalogue, finding)
        return CardWords(finding, place, short, self._former(finding.place))

    def _former(self, place: Place | None) -> str | None:
        former = None if place is None else self._document.former(place)
        return None if former is None else texts.typed(former.value)

    def _nothing(self, *, filtered: bool = False) -> str:
        """Why no card is shown."""
        document = self._document
        if not document.is_judged:
            return words.ASKING
        if filtered:
            return "Không có điểm cần xem nào thuộc loại đang lọc."
        return words.nothing_left(document.report, document.checked)

    def _show_foot(self) -> None:
        document = self._document
        absent = document.checked.not_judged if document.is_judged else ()
        for widget in (self._foot_line, self._more):
            widget.setVisible(bool(absent))
        self._more.setText(f"{len(absent)} quy tắc chưa đánh giá được")
        self._lacking.setText("\n".join(words.not_judged(absent)))
        self._lacking.setVisible(bool(absent) and self._more.isChecked())

    def _show_lacking(self, shown: bool) -> None:
        set_icon(self._look, self._more, "chevron-down" if shown else "chevron-right")
        self._lacking.setVisible(shown)

    # -------------------------------------------------------------------- what it does

    def next_finding(self) -> None:
        """Choose the next finding and go to its cell (F8)."""
        self._step(1)

    def previous_finding(self) -> None:
        """Choose the finding before and go to its cell (Shift+F8)."""
        self._step(-1)

    def _step(self, count: int) -> None:
        if self.list.step(count):
            self.list.go()
        else:
            self.told.emit(self._nothing())

    def first_error(self) -> Place | None:
        """The place of the first lỗi, whose card is chosen; None without one."""
        for row, card in enumerate(self.list.figures.cards):
            finding = card.finding
            if finding.severity is Severity.ERROR and finding.place is not None:
                self.list.choose(row)
                return finding.place
        return None

    def _go(self, finding: Finding) -> None:
        if finding.place is not None:
            self.go_to.emit(finding.place)
        else:
            self.told.emit(f"{finding.rule.title}: không thuộc một ô nào của bảng.")

    def _take_back(self, card: CardWords) -> None:
        place = card.finding.place
        if place is not None and card.former is not None:
            self._document.type(place, card.former)
            self.go_to.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc folds the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold_asked.emit()
        else:
            super().keyPressEvent(event)


class FoldedFindings(QWidget):
    """The strip of three counts that is left of the panel where room is scarce.

    Args:
        look: The look in force.
        document: The month.
        parent: As in Qt.

    Signals:
        unfold_asked: The panel shall be shown.
    """

    unfold_asked = Signal()

    def __init__(
        self, look: Look, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.chips = {
            severity: SeverityChip(look, tone, tall=True)
            for severity, tone in texts.TONES.items()
        }
        unfold = icon_button(look, "chevron-left", "Mở Điểm cần xem", small=True)
        unfold.clicked.connect(self.unfold_asked)
        ground = surface()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(unfold, 0, centre)
        for chip in self.chips.values():
            chip.clicked.connect(self.unfold_asked)
            column.addWidget(chip, 0, centre)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rule(upright=True))
        row.addWidget(ground, 1)
        self.setFixedWidth(STRIP)
        document.opened.connect(self.refresh)
        document.judged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the counts as they are now."""
        told = [finding.severity for finding in self._document.findings]
        for severity, chip in self.chips.items():
            chip.set_count(told.count(severity))
