"""What was found in the letter that was just saved: by family, and as cards."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.audited_file import AuditedFile
from core.rules.registry import Finding, Severity
from ui.audit import words
from ui.document import Document
from ui.letter.cards import WholeList
from ui.tables.texts import TONES
from ui.theme import Look
from ui.widgets.chips import SeverityChip
from ui.widgets.labels import IconLabel, label, rule
from ui.widgets.tones import Tone

WAITING = "Đang kiểm tra tệp vừa lưu…"


class SavedAudit(QWidget):
    """“Kiểm tra tệp vừa lưu”: empty until the file was looked over.

    Signals:
        line_asked: Number of a line of the letter whose card was chosen.
    """

    line_asked = Signal(int)

    def __init__(self, look: Look, path: Path, document: Document) -> None:
        """Wait for what is found in the file at `path`, saved from `document`."""
        super().__init__()
        self._look, self._path, self._document = look, path, document
        self._findings: list[Finding] = []
        self.verdict = label(look, "Kiểm tra tệp vừa lưu", "heading")
        self._chips = {
            one: SeverityChip(look, tone, filters=False) for one, tone in TONES.items()
        }
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in self._chips.values():
            chip.hide()
            chips.addWidget(chip)
        chips.addStretch(1)
        self.told = label(look, WAITING, "body", "text2", wrap=True)
        self._families = QGridLayout()
        self._families.setHorizontalSpacing(8)
        self._families.setVerticalSpacing(4)
        self._families.setColumnStretch(1, 1)
        self.list = WholeList(look)
        self.list.go_to.connect(self._go)
        self._line = rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.verdict)
        column.addLayout(chips)
        column.addWidget(self.told)
        column.addLayout(self._families)
        column.addWidget(self._line)
        column.addWidget(self.list)
        self._line.hide()
        self.list.hide()

    def show_failure(self, path: Path, why: str) -> None:
        """Say that the file could not be looked over."""
        if path == self._path:
            self.told.setText(f"Chưa kiểm tra được tệp vừa lưu. {why}")

    def show_file(self, file: AuditedFile) -> None:
        """Show what was found, where it is the file that is waited for."""
        if file.path != self._path:
            return
        audited = file.audited
        self.verdict.setText(f"Kiểm tra tệp vừa lưu: {audited.verdict.words}")
        self._findings = words.reading_order(audited.checked.open)
        counts = dict.fromkeys(Severity, 0)
        for one in self._findings:
            counts[one.severity] += 1
        for severity, chip in self._chips.items():
            chip.set_count(counts[severity])
            chip.setVisible(counts[severity] > 0)
        self.told.setText(words.told(audited, counts))
        for row, family in enumerate(words.families(audited)):
            self._add_family(row, family)
        about = self._document.catalogue, self._document.report
        cards = [words.card(audited.paper, one, *about) for one in self._findings]
        self.list.show_cards(cards)
        self._line.setVisible(bool(cards))
        self.list.setVisible(bool(cards))

    def _add_family(self, row: int, family: words.Family) -> None:
        sign = (Tone.OK if family.worst is None else TONES[family.worst]).value
        told = f"{family.passed} / {family.asked} quy tắc"
        name = label(self._look, family.name, wrap=True)
        name.setAccessibleName(f"{family.name}: {told} không thấy điểm cần xem")
        self._families.addWidget(
            IconLabel(self._look, sign.icon, sign.icon_ink), row, 0
        )
        self._families.addWidget(name, row, 1)
        count = label(self._look, told, "body", "text2")
        self._families.addWidget(count, row, 2, Qt.AlignmentFlag.AlignRight)

    def _go(self, _card: Finding) -> None:
        finding = self._findings[self.list.chosen_row()]
        if finding.line is not None:
            self.line_asked.emit(finding.line)
