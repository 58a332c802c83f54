"""The letter's parts beside the sheet: date, number, and paragraphs to rewrite."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from core import figures
from core.letter.model import Letter, Paragraph, Section, Style
from core.store.month import LetterSettings
from ui.theme import Look
from ui.widgets.buttons import Rank, button, set_icon
from ui.widgets.fields import FormField
from ui.widgets.labels import IconLabel, label, rule

FRAME = 24
"""Padding and frame around a paragraph's text, px."""


class ParagraphEdit(QWidget):
    """A paragraph that may be rewritten; leaving it keeps what was typed.

    Signals:
        rewritten: Key and text; the text is None to take the proposal again.
    """

    rewritten = Signal(str, object)

    def __init__(self, look: Look, paragraph: Paragraph, *, rewritten: bool) -> None:
        """Show the paragraph as it stands in the letter."""
        super().__init__()
        self._key = paragraph.key
        self._text = paragraph.text
        self.edit = QPlainTextEdit(paragraph.text)
        self.edit.setAccessibleName(f"Đoạn: {paragraph.text[:60]}")
        self.edit.setTabChangesFocus(True)
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.edit.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if rewritten:
            column.addLayout(self._mark(look))
        column.addWidget(self.edit)

    def _grow(self) -> None:
        """Be as high as the text's lines; a plain text tells them, not pixels."""
        lines = max(1, round(self.edit.document().size().height()))
        spacing = self.edit.fontMetrics().lineSpacing()
        self.edit.setFixedHeight(lines * spacing + FRAME)

    def _mark(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel(look, "pencil", "accent", 14))
        row.addWidget(label(look, "Bạn đã viết lại đoạn này", "caption", "accent"))
        row.addStretch(1)
        back = button(look, "Dùng đề xuất", rank=Rank.LINK, small=True)
        back.clicked.connect(lambda: self.rewritten.emit(self._key, None))
        row.addWidget(back)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep what was typed when the focus goes elsewhere; grow with the lines."""
        if event.type() is QEvent.Type.FocusOut:
            self.commit()
        elif event.type() is QEvent.Type.Resize:
            self._grow()
        return super().eventFilter(watched, event)

    def commit(self) -> None:
        """Keep what was typed, if it is another text."""
        text = figures.clean(self.edit.toPlainText())
        if text and text != self._text:
            self._text = text
            self.rewritten.emit(self._key, text)


class Part(QWidget):
    """One section of the letter: a line that unfolds its paragraphs.

    Signals:
        chosen: Key of its first paragraph.
        rewritten: As of `ParagraphEdit`.
    """

    chosen = Signal(str)
    rewritten = Signal(str, object)

    def __init__(self, look: Look, section: Section) -> None:
        """Build the folded line."""
        super().__init__()
        self._look = look
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._edits: list[ParagraphEdit] = []
        self._rewritten: frozenset[str] = frozenset()
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
        row.addWidget(self._head)
        row.addStretch(1)
        row.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._inside)
        column.addWidget(rule())

    def show_paragraphs(
        self, paragraphs: tuple[Paragraph, ...], rewritten: frozenset[str]
    ) -> None:
        """Show the section's paragraphs; nothing moves where nothing changed."""
        self.setVisible(bool(paragraphs))
        if (paragraphs, rewritten) == (self._paragraphs, self._rewritten):
            return
        self._paragraphs, self._rewritten = paragraphs, rewritten
        mine = sum(one.key in rewritten for one in paragraphs)
        told = f"{len(paragraphs)} đoạn" + (f", {mine} viết lại" if mine else "")
        self._told.setText(told)
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
        for old in self._edits:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._edits = [self._edit(paragraph) for paragraph in self._paragraphs]

    def _edit(self, paragraph: Paragraph) -> ParagraphEdit:
        mine = paragraph.key in self._rewritten
        edit = ParagraphEdit(self._look, paragraph, rewritten=mine)
        edit.rewritten.connect(self.rewritten)
        self._list.addWidget(edit)
        return edit


class Parts(QWidget):
    """All parts of the letter, and the fields that come from no figure.

    Signals:
        chosen: Key of a paragraph to bring into sight.
        rewritten: As of `ParagraphEdit`.
        day_typed: What was typed as the letter's date.
        number_typed: What was typed as its number.
        office_asked: Show the office's details.
    """

    chosen = Signal(str)
    rewritten = Signal(str, object)
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
            column.addWidget(part)
        column.addStretch(1)

    def show_letter(self, letter: Letter, settings: LetterSettings) -> None:
        """Show the letter's paragraphs by section."""
        shown = figures.show_date(letter.day)
        if not self.day.edit.hasFocus():
            self.day.edit.setText(shown)
            self.day.set_error("")
        if not self.number.edit.hasFocus():
            self.number.edit.setText(letter.number)
        rewritten = frozenset(settings.overrides)
        for section, part in self.parts.items():
            mine = tuple(one for one in letter.body if one.section is section)
            mine = tuple(one for one in mine if one.style is not Style.HEADING)
            part.show_paragraphs(mine, rewritten)
