"""The letter's screen: the sheet at left, its parts at right (công văn)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core import figures
from core.frozen import replace
from core.letter.model import Letter
from ui.audit.door import AuditDoor
from ui.document import Document
from ui.letter.found import FoundPanel
from ui.letter.judging import Found, LetterJudging
from ui.letter.parts import Parts
from ui.letter.preview import LetterPreview
from ui.letter.proposals import is_outdated
from ui.tables.texts import TONES
from ui.tasks import PAUSE
from ui.theme import Look
from ui.widgets.buttons import Rank
from ui.widgets.cards import EmptyState
from ui.widgets.chips import SeverityChip
from ui.widgets.labels import label, rule, surface

PANEL, NARROW_PANEL = 396, 340
"""Width of the parts, px, and below a window of 1,200 px."""

WIDE = 1200

NO_OFFICE = (
    "Chưa có thông tin cơ quan để soạn công văn: nơi ban hành, nơi nhận, người ký."
)


class LetterPage(QWidget):
    """Shows the letter of the open month and follows every change.

    Signals:
        go_to: Cell of a figure that was clicked.
        office_asked: Show the office's details.
        open_asked: Path of a file or folder to open outside.
        status_told: Words for the status bar.
        result_turned: A filled button of this screen's own came or went.
    """

    go_to = Signal(object)
    office_asked = Signal()
    open_asked = Signal(object)
    status_told = Signal(str)
    result_turned = Signal()

    def __init__(self, look: Look, document: Document) -> None:
        """Build the screen and show the letter as it stands."""
        super().__init__()
        self._look = look
        self._document = document
        self._decided: dict[tuple[str | None, str], str] = {}
        self.preview = LetterPreview(look)
        self.parts = Parts(look)
        self.found = FoundPanel(look, document)
        self._judging = LetterJudging(document, self)
        self._chips = {
            severity: SeverityChip(look, tone, filters=False)
            for severity, tone in TONES.items()
        }
        self._empty = EmptyState(
            look, "building", NO_OFFICE, "Điền thông tin cơ quan…", rank=Rank.PRIMARY
        )
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tool_bar())
        column.addWidget(rule())
        column.addWidget(self.preview, 1)
        self._side = QStackedWidget()
        self._side.addWidget(_scrolled(self.parts, self.found))
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(rule(upright=True))
        row.addWidget(self._side)
        self._pages = QStackedWidget()
        self._pages.addWidget(whole)
        self._pages.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self.setFocusProxy(self.preview)

    def _tool_bar(self) -> QWidget:
        bar = surface()
        bar.setFixedHeight(self._look.theme.metrics.tool_bar)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        told = "Bấm vào số liệu trong công văn để đến ô của nó."
        row.addWidget(label(self._look, told, "body", "text2"))
        row.addStretch(1)
        row.addWidget(label(self._look, "Số liệu có", "body", "text2"))
        for chip in self._chips.values():
            row.addWidget(chip)
        return bar

    def _connect(self) -> None:
        document = self._document
        document.opened.connect(self._opened)
        document.judged.connect(self._show_counts)
        document.letter_changed.connect(self.refresh)
        self.preview.go_to.connect(self.go_to)
        self.preview.pointed.connect(self.status_told)
        self.preview.mark_clicked.connect(self._choose)
        self.found.chosen.connect(self.preview.show_finding)
        self._judging.judged.connect(self._show_found)
        self.parts.chosen.connect(self.preview.scroll_to)
        self.parts.rewritten.connect(self._rewrite)
        self.parts.kept.connect(self._keep)
        self.parts.day_typed.connect(self._set_day)
        self.parts.number_typed.connect(self._set_number)
        self.parts.office_asked.connect(self.office_asked)
        self._empty.acted.connect(self.office_asked)

    # ------------------------------------------------------------------- following

    def _opened(self) -> None:
        self.show_parts()
        self.refresh()

    def refresh(self) -> None:
        """Show the letter as the figures stand."""
        letter = self._document.letter()
        before = self._pages.currentIndex()
        self._pages.setCurrentIndex(1 if letter is None else 0)
        if letter is not None:
            self._show(letter)
        if self._pages.currentIndex() != before:
            self.result_turned.emit()

    def _show(self, letter: Letter) -> None:
        self.preview.show_letter(letter)
        settings = self._document.settings
        self.parts.show_letter(letter, settings, self._offered(letter))
        self._show_counts()

        if self.isVisible():
            self._judging.want()

    def _show_found(self, found: Found) -> None:
        """Show what the rules say of the letter itself."""
        self.found.show_found(found)
        self.preview.show_findings(found.paper.lines, found.findings)

    def _choose(self, number: int) -> None:
        """Open the card of the finding whose icon was pressed."""
        self.show_parts()
        self.found.choose(number)
        self._show_card()

    def _show_card(self) -> None:
        """Bring the open card into sight, once it is laid out."""
        card = self.found.list.open_card()
        area = self._side.currentWidget()
        if card is not None and isinstance(area, QScrollArea):
            QTimer.singleShot(PAUSE, card, lambda: area.ensureWidgetVisible(card))

    def step(self, count: int) -> bool:
        """Go to the finding of the letter that many further; False without any."""
        if not self.isVisible() or not self.found.step(count):
            return False
        self.show_parts()
        self._show_card()
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Judge the letter that is seen now."""
        super().showEvent(event)
        self._judging.want()

    def _show_counts(self) -> None:
        severities = [one.severity for one in self._document.findings]
        for severity, chip in self._chips.items():
            chip.set_count(severities.count(severity))
            chip.setVisible(severities.count(severity) > 0)

    def _offered(self, letter: Letter) -> dict[str, str]:
        """Proposals, by key, for rewritten paragraphs whose figures have changed.

        Not those which the user has seen and decided about since the screen was made.
        """
        texts = {one.key: one.text for one in letter.body}
        month = self._document.month_id
        return {
            key: one.text
            for key, one in self._document.proposals().items()
            if is_outdated(texts.get(key, ""), one)
            and self._decided.get((month, key)) != one.text
        }

    def _decide(self, key: str) -> None:
        """Do not offer the present proposal for that paragraph again."""
        letter = self._document.letter()
        proposed = {one.key: one for one in letter.body} if letter else {}
        proposed |= self._document.proposals()
        if key in proposed:
            self._decided[self._document.month_id, key] = proposed[key].text

    def _keep(self, key: str) -> None:
        self._decide(key)
        self.refresh()

    def fit(self, width: int) -> None:
        """Give the parts the room that a window of `width` px leaves."""
        self._side.setFixedWidth(PANEL if width >= WIDE else NARROW_PANEL)

    # --------------------------------------------------------------------- editing

    def _rewrite(self, key: str, text: str | None) -> None:
        def act() -> None:
            self._decide(key)
            self._document.rewrite(key, text)

        self._later(act)

    def _set_day(self, text: str) -> None:
        day = figures.parse_date(text)
        if day is None:
            self.parts.day.set_error("Không có ngày này. Ví dụ: 30/9/2024")
            return
        self.parts.day.set_error("")
        settings = replace(self._document.settings, day=day)
        if day != self._document.letter_day():
            self._later(lambda: self._document.set_settings(settings))

    def _set_number(self, text: str) -> None:
        settings = replace(self._document.settings, number=figures.clean(text))
        self._later(lambda: self._document.set_settings(settings))

    def _later(self, act: Callable[[], None]) -> None:
        """Change the document once the field has done with its own event."""
        QTimer.singleShot(0, self, act)

    # ---------------------------------------------------------------------- saving

    def show_saved(self, path: Path, letters: AuditDoor) -> None:
        """Show the result of a save beside the sheet, and have the file looked over."""
        from ui.letter.saved import SavedPanel  # a letter is shown before any is judged

        self.show_parts()
        panel = SavedPanel(self._look, path, self._document)
        letters.judged.connect(panel.audit.show_file)
        letters.not_judged.connect(panel.audit.show_failure)
        panel.audit.line_asked.connect(self._show_line)
        panel.open_asked.connect(self.open_asked)
        panel.back_asked.connect(self.show_parts)
        self._side.addWidget(_scrolled(panel))
        self._side.setCurrentIndex(1)
        self.result_turned.emit()
        letters.judge(path)

    def _show_line(self, number: int) -> None:
        """Bring a line of the letter into sight, or what stands before it."""
        from core.paper.of_letter import of_letter

        letter = self._document.letter()
        if letter is None:
            return
        keys = [line.key for line in of_letter(letter).lines[: number + 1]]
        self.preview.scroll_to(next((key for key in reversed(keys) if key), ""))

    def has_filled_button(self) -> bool:
        """Whether "Mở bằng Word" is shown after a save, or the way to an office."""
        return self._side.currentIndex() == 1 or self._pages.currentIndex() == 1

    def show_parts(self) -> None:
        """Show the letter's parts again."""
        self._side.setCurrentIndex(0)
        while self._side.count() > 1:
            old = self._side.widget(1)
            if old is not None:
                self._side.removeWidget(old)
                old.deleteLater()
        self.result_turned.emit()


def _scrolled(*inner: QWidget) -> QScrollArea:
    """`inner` below each other in an area that scrolls, on the panel's ground."""
    ground = surface()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    for one in inner:
        column.addWidget(one)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(ground)
    return area
