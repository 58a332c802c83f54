"""Beside the letter: the verdict, what was found as cards, what could not be judged."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.audit import Audited, Verdict
from core.audited_file import AuditedFile
from core.catalogue import Catalogue
from core.report import Report
from core.rules.registry import Finding, Severity
from ui.audit import words
from ui.findings import words as of_figures
from ui.findings.list import FindingsList
from ui.tables.texts import TONES
from ui.theme import Look
from ui.widgets.buttons import Rank, button, set_available, set_icon
from ui.widgets.cards import EmptyState
from ui.widgets.chips import SeverityChip
from ui.widgets.chooser import TickBox
from ui.widgets.labels import IconLabel, label, rule, surface

WIDE_PANEL, NARROW_PANEL = 396, 340
"""Px of the panel, and below a window of 1,200 px."""

LACKING = 132
"""Px of the list of what could not be judged; it scrolls."""

NOTHING = "Không có điểm nào cần xem."
NOTHING_SUCH = "Không có điểm cần xem nào thuộc loại đang lọc."
NO_MONTH = "Chưa mở tháng nào để đối chiếu số liệu."


class AuditPanel(QWidget):
    """What was found in a letter.

    Signals:
        chosen: The finding whose card was chosen.
        filtered: Numbers of the findings that are shown as cards, in reading order.
        compared: Whether the letter shall be compared with the open month.
        word_asked: The letter shall be opened in Word.
    """

    chosen = Signal(object)
    filtered = Signal(object)
    compared = Signal(bool)
    word_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Show nothing yet."""
        super().__init__()
        self._look = look
        self._findings: tuple[Finding, ...] = ()
        self._numbers: list[int] = []
        self._audited: Audited | None = None
        self._about: tuple[Catalogue, Report] | None = None
        self.chips = {one: SeverityChip(look, tone) for one, tone in TONES.items()}
        self.list = FindingsList(look)
        self.list.go_to.connect(self._go)
        self._empty = EmptyState(look, "check-circle", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        # What is above and below keeps its room; the list scrolls.
        policy = QSizePolicy.Policy.Ignored
        self._pages.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._build()

    def _build(self) -> None:
        ground = surface()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(rule())
        column.addLayout(self._middle())
        column.addWidget(rule())
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rule(upright=True))
        row.addWidget(ground, 1)

    def _top(self) -> QVBoxLayout:
        """The verdict, the file, and what to do with it."""
        look = self._look
        self._icon = IconLabel(look, "check-filled", "accent", 24)
        self.verdict = label(look, "", "title")
        self._name = label(look, "", "strong", wrap=True)
        self._told = label(look, "", "secondary", "text2", wrap=True)
        said = QVBoxLayout()
        said.setSpacing(2)
        for part in (self.verdict, self._name, self._told):
            said.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(said, 1)
        word = button(look, "&Mở bằng Word", "word", rank=Rank.PRIMARY)
        word.clicked.connect(self.word_asked)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(word)
        acts.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(acts)
        return column

    def _middle(self) -> QVBoxLayout:
        """What the letter is compared with, and the filters."""
        self.compare = TickBox(self._look, "Đối &chiếu với tháng đang mở")
        self.compare.clicked.connect(self.compared)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self.chips.values():
            chip.toggled.connect(self.refresh)
            chip.let_shorten()
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.compare)
        column.addLayout(chips)
        return column

    def _foot(self) -> QWidget:
        look = self._look
        self._more = button(look, "", "chevron-right", rank=Rank.GHOST)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_lacking)
        self._lacking = label(look, "", "secondary", "text2", wrap=True)
        self._lacking.setContentsMargins(16, 0, 14, 8)
        ground = surface()
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._lacking)
        self._scroll = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(LACKING)
        area.setWidget(ground)
        self._asked = label(look, "", "secondary", "text2", wrap=True)
        self._asked.setContentsMargins(16, 8, 14, 4)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addWidget(self._asked)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(area)
        return foot

    # ------------------------------------------------------------------- what it shows

    def show_file(
        self,
        file: AuditedFile,
        findings: Sequence[Finding],
        catalogue: Catalogue,
        report: Report,
    ) -> None:
        """Show the findings in a file; `report` has the cells that are meant."""
        audited = self._audited = file.audited
        self._about = catalogue, report
        self._findings = tuple(findings)
        counts = dict.fromkeys(Severity, 0)
        for one in self._findings:
            counts[one.severity] += 1
        for severity, chip in self.chips.items():
            chip.set_count(counts[severity])
        self._show_verdict(file, words.told(audited, counts))
        checked = audited.checked
        self._asked.setText(words.asked(checked.rules, checked.cells))
        self._more.setText(f"{len(checked.not_judged)} quy tắc không đánh giá được")
        self._more.setVisible(bool(checked.not_judged))
        lacking = of_figures.not_judged(checked.not_judged)
        self._lacking.setText("\n".join(lacking))
        self._show_lacking(self._more.isChecked())
        self.refresh()

    def _show_verdict(self, file: AuditedFile, told: str) -> None:
        verdict = file.audited.verdict
        passed = verdict is Verdict.PASSED
        self.verdict.setText(verdict.words.capitalize())
        self.setAccessibleName(f"Kết luận: {verdict.words}. {told}")
        icon = ("check-filled", "accent") if passed else ("warning", "warn_i")
        if any(one.severity is Severity.ERROR for one in self._findings):
            icon = ("error", "err")
        self._icon.set_icon(*icon)
        self._name.setText(file.path.name)
        self._told.setText(told)

    def refresh(self) -> None:
        """Show the cards of the severities that are wanted."""
        audited, about = self._audited, self._about
        if audited is None or about is None:
            return
        wanted = {one for one, chip in self.chips.items() if chip.isChecked()}
        self._numbers = [
            number
            for number, one in enumerate(self._findings)
            if not wanted or one.severity in wanted
        ]
        shown = [self._findings[one] for one in self._numbers]
        self.list.show_cards([words.card(audited.paper, one, *about) for one in shown])
        self._empty.set_text(NOTHING if not self._findings else NOTHING_SUCH)
        self._pages.setCurrentIndex(0 if shown else 1)
        self.filtered.emit(self._numbers)

    def _show_lacking(self, shown: bool) -> None:
        set_icon(self._look, self._more, "chevron-down" if shown else "chevron-right")
        self._scroll.setVisible(shown and not self._more.isHidden())

    def show_month(self, title: str, *, is_compared: bool) -> None:
        """Say which month the letter may be compared with; "" for none."""
        self.compare.setText("Đối &chiếu với tháng đang mở")
        if title:
            self.compare.setText(f"Đối &chiếu với tháng đang mở ({title})")
        set_available(self.compare, "" if title else NO_MONTH)
        self.compare.setChecked(is_compared)

    # -------------------------------------------------------------------- what it does

    def choose(self, number: int) -> None:
        """Open the card of a finding."""
        if number in self._numbers:
            self.list.choose(self._numbers.index(number))
            self.list.go()

    def _go(self, _card: Finding) -> None:
        """Tell which finding it is whose card was chosen."""
        self.chosen.emit(self._findings[self._numbers[self.list.chosen_row()]])

    def step(self, count: int) -> None:
        """Open the card that many further, round the ends."""
        if self.list.step(count):
            self.list.go()
