"""The letter's parts beside the sheet: date, number, and paragraphs to rewrite."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core import figures
from core.letter.model import Letter, Section, Style
from core.store.month import LetterSettings
from ui.letter.paragraph import ParagraphEdit, Shown
from ui.theme import Look
from ui.widgets.buttons import Rank, button, set_icon
from ui.widgets.fields import FormField
from ui.widgets.labels import IconLabel, label, rule


class Part(QWidget):
    """One section of the letter: a line that unfolds its paragraphs.

    Signals:
        chosen: Key of its first paragraph.
        rewritten, kept: As of `ParagraphEdit`.
    """

    chosen = Signal(str)
    rewritten = Signal(str, object)
    kept = Signal(str)

    def __init__(self, look: Look, section: Section) -> None:
        """Build the folded line."""
        super().__init__()
        self._look = look
        self._paragraphs: tuple[Shown, ...] = ()
        self._edits: list[ParagraphEdit] = []
        self._told = label(look, "", "secondary", "text2")
        self._head = button(look, section.value, "chevron-right", rank=Rank.GHOST)
        self._head.setFont(look.theme.fonts.strong)
        self._head.clicked.connect(self.turn)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(30, 0, 16, 12)
        self._list.setSpacing(10)
        self._inside.hide()
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 16, 6)
        row.setSpacing(6)
        row.addWidget(self._head)
        row.addStretch(1)
        self._warning = IconLabel(look, "warning", "warn_i", 14)
        self._warning.hide()
        row.addWidget(self._warning)
        row.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._inside)
        column.addWidget(rule())

    def show_paragraphs(self, paragraphs: tuple[Shown, ...]) -> None:
        """Show the section's paragraphs; nothing moves where nothing changed."""
        self.setVisible(bool(paragraphs))
        if paragraphs == self._paragraphs:
            return
        self._paragraphs = paragraphs
        told = f"{len(paragraphs)} đoạn"
        if mine := sum(one.rewritten for one in paragraphs):
            told += f", {mine} viết lại"
        if outdated := sum(bool(one.proposal) for one in paragraphs):
            told += f", {outdated} có số đã đổi"
        self._told.setText(told)
        self._warning.setVisible(bool(outdated))
        if not self._inside.isHidden():
            self._fill()

    def turn(self) -> None:
        """Unfold, or fold again."""
        unfold = self._inside.isHidden()
        set_icon(self._look, self._head, "chevron-down" if unfold else "chevron-right")
        if unfold:
            self._fill()
            if self._paragraphs:
                self.chosen.emit(self._paragraphs[0].key)
        self._inside.setVisible(unfold)

    def edits(self) -> list[ParagraphEdit]:
        """The fields that are shown."""
        return self._edits

    def _fill(self) -> None:
        """Show the paragraphs; one that is still there keeps its field and focus."""
        known = {edit.key: edit for edit in self._edits}
        self._edits = []
        for place, shown in enumerate(self._paragraphs):
            edit = known.pop(shown.key, None)
            if edit is None:
                edit = self._edit(shown)
            else:
                edit.show_paragraph(shown)
            if self._list.indexOf(edit) != place:
                self._list.insertWidget(place, edit)
            self._edits.append(edit)
        for old in known.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._order()

    def _edit(self, shown: Shown) -> ParagraphEdit:
        edit = ParagraphEdit(self._look, shown)
        edit.rewritten.connect(self.rewritten)
        edit.kept.connect(self.kept)
        return edit

    def _order(self) -> None:
        """Let Tab go through the fields as they are read, not as they were made."""
        before: QWidget = self._head
        for edit in self._edits:
            for stop in edit.stops():
                self.setTabOrder(before, stop)
                before = stop


class Parts(QWidget):
    """All parts of the letter, and the fields that come from no figure.

    Signals:
        chosen: Key of a paragraph to bring into sight.
        rewritten, kept: As of `ParagraphEdit`.
        day_typed: What was typed as the letter's date.
        number_typed: What was typed as its number.
        office_asked: Show the office's details.
    """

    chosen = Signal(str)
    rewritten = Signal(str, object)
    kept = Signal(str)
    day_typed = Signal(str)
    number_typed = Signal(str)
    office_asked = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty parts."""
        super().__init__()
        self._look = look
        self.day = FormField(look, "&Ngày ký", "Ví dụ: 04/10/2024")
        self.number = FormField(look, "&Số", "Văn thư điền khi phát hành")
        self.day.edit.editingFinished.connect(
            lambda: self.day_typed.emit(self.day.text())
        )
        self.number.edit.editingFinished.connect(
            lambda: self.number_typed.emit(self.number.text())
        )
        office = button(look, "Cơ &quan…", "building")
        office.setToolTip("Thông tin cơ quan: nơi ban hành, nơi nhận, người ký")
        office.clicked.connect(self.office_asked)
        fields = QHBoxLayout()
        fields.setContentsMargins(16, 4, 16, 8)
        fields.setSpacing(12)
        for field in (self.day, self.number):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.addWidget(label(look, "Các phần của công văn", "heading"))
        head.addStretch(1)
        head.addWidget(office)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(fields)
        column.addWidget(rule())
        self.parts = {section: Part(look, section) for section in Section}
        for part in self.parts.values():
            part.chosen.connect(self.chosen)
            part.rewritten.connect(self.rewritten)
            part.kept.connect(self.kept)
            column.addWidget(part)
        column.addStretch(1)

    def show_letter(
        self, letter: Letter, settings: LetterSettings, proposals: Mapping[str, str]
    ) -> None:
        """Show the letter's paragraphs by section.

        Args:
            letter: The letter as it stands.
            settings: Which paragraphs are rewritten.
            proposals: By key, what to offer in place of paragraphs with old figures.
        """
        day = figures.show_date(letter.day)
        if not self.day.edit.hasFocus():
            self.day.edit.setText(day)
            self.day.set_error("")
        if not self.number.edit.hasFocus():
            self.number.edit.setText(letter.number)
        for section, part in self.parts.items():
            body = (one for one in letter.body if one.section is section)
            shown = (
                Shown(
                    one.key,
                    one.text,
                    one.key in settings.overrides,
                    proposals.get(one.key, ""),
                )
                for one in body
                if one.style is not Style.HEADING
            )
            part.show_paragraphs(tuple(shown))
