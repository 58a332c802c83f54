"""The panel “Điểm cần xem” and the strip it folds to."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.report import Place
from core.rules import accepting
from core.rules.registry import Finding, Rule, Severity
from ui.document import Document
from ui.findings import switching, words
from ui.findings.card import Act, CardWords
from ui.findings.foot import Foot
from ui.findings.list import FindingsList
from ui.findings.room import STRIP
from ui.tables import texts
from ui.theme import Look
from ui.widgets.buttons import icon_button
from ui.widgets.cards import EmptyState
from ui.widgets.chips import SeverityChip
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.labels import rule, surface


class FindingsPanel(QWidget):
    """What the rules found in the open month, in a list beside the table.

    Args:
        look: The look in force.
        document: The month.
        parent: As in Qt.

    Signals:
        go_to: A `Place` that the user wants to see.
        told: Something to say in the status bar.
    """

    go_to = Signal(object)
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
        self.list.acted.connect(self._act)
        self.foot = Foot(look, document)
        self.foot.go_to.connect(self._go)
        self.foot.withdrawn.connect(self._withdraw)
        self.foot.switched_on.connect(self._switch_on)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(rule())
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)

    def _top(self) -> QHBoxLayout:
        """The filters, and what else there is to do."""
        chips = QHBoxLayout()
        chips.setContentsMargins(14, 0, 14, 10)
        chips.setSpacing(8)
        for chip in self.chips.values():
            chip.toggled.connect(self.refresh)
            chip.let_shorten()
            chips.addWidget(chip)
        chips.addStretch()
        self.more = icon_button(self._look, "more", "Việc khác", small=True)
        self.more.clicked.connect(self._show_menu)
        self.menu = QMenu(self)
        self.menu.addAction("Quy tắc…").triggered.connect(self.show_rules)
        chips.addWidget(self.more)
        return chips

    def _show_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

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
        self.foot.refresh()

    def _card(self, finding: Finding) -> CardWords:
        document = self._document
        place = words.where(document.report, document.catalogue, finding)
        short = words.short_where(document.report, document.catalogue, finding)
        acts = {Act.FIX, Act.SWITCH_OFF}
        if accepting.can_be_accepted(finding):
            acts.add(Act.ACCEPT)
        former = self._former(finding.place)
        return CardWords(finding, place, short, former, frozenset(acts))

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

    # ----------------------------------------------------- what is done about a finding

    def _act(self, act: Act, card: CardWords, why: str) -> None:
        if act is Act.FIX:
            self._fix(card.finding)
        elif act is Act.ACCEPT:
            self._accept(card.finding, why)
        else:
            self._switch_off(card.finding.rule, why)

    def _fix(self, finding: Finding) -> None:
        """Type what mends it, as one step."""
        fix = finding.fix
        if fix is None or not self._document.type_many(fix.typed, fix.label):
            return
        self.told.emit(f"{fix.label}: đã làm. Ctrl+Z để hoàn tác.")
        if finding.place is not None:
            self.go_to.emit(finding.place)

    def _accept(self, finding: Finding, why: str) -> None:
        document = self._document
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        change = accepting.accept(document.report, finding, why, document.now())
        document.apply(change)
        self.told.emit(f"Đã chấp nhận: {finding.rule.title}. Ctrl+Z để hoàn tác.")

    def _withdraw(self, finding: Finding) -> None:
        document = self._document
        change = accepting.withdraw(document.report, finding, document.now())
        document.apply(change)
        self.told.emit(f"Xem lại từ đầu: {finding.rule.title}.")

    def _switch_off(self, asked: Rule, why: str) -> None:
        """Use a rule no more, unless there is nowhere to write that."""
        blocked = switching.obstacle(self._document)
        if blocked:
            trouble = Trouble(title="Chưa tắt được quy tắc", why=blocked)
            ErrorDialog.show_error(self._look, self.window(), trouble)
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._keep(switching.off(self._document) | {asked.id: why}):
            self.told.emit(f"Cơ quan không dùng quy tắc {asked.id} nữa.")

    def _switch_on(self, asked: Rule) -> None:
        off = switching.off(self._document)
        off.pop(asked.id, None)
        if self._keep(off):
            self.told.emit(f"Đã dùng lại quy tắc {asked.id}.")

    def _keep(self, off: dict[str, str]) -> bool:
        return switching.keep(self._look, self.window(), self._document, off)

    def show_rules(self) -> None:
        """Show all rules, and let them be switched."""
        said = switching.show_all(self._look, self.window(), self._document)
        if said:
            self.told.emit(said)


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
