"""A paragraph that may be rewritten, and what is said beside it (đoạn)."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core import figures
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.labels import IconLabel, label

FRAME = 24
"""Padding and frame around a paragraph's text, px."""


class Shown(NamedTuple):
    """What a `ParagraphEdit` shows.

    Attributes:
        key: The paragraph's key.
        text: The paragraph as it stands in the letter.
        rewritten: It was rewritten by staff.
        proposal: What the program would write now that figures have changed; else "".
    """

    key: str
    text: str
    rewritten: bool = False
    proposal: str = ""


class ParagraphEdit(QWidget):
    """A paragraph that may be rewritten; leaving it keeps what was typed.

    Signals:
        rewritten: Key and text; the text is None to take the proposal again.
        kept: Key of a paragraph that stays although its figures have changed.
    """

    rewritten = Signal(str, object)
    kept = Signal(str)

    def __init__(self, look: Look, shown: Shown) -> None:
        """Show the paragraph as it stands in the letter."""
        super().__init__()
        self._look = look
        self.key, self._text = shown.key, shown.text
        self.edit = QPlainTextEdit(shown.text)
        self.edit.setTabChangesFocus(True)
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.edit.installEventFilter(self)
        self._mark = self._mark_line()
        self.news = self._news_box()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._mark, self.news, self.edit):
            column.addWidget(part)
        self.show_paragraph(shown)

    def show_paragraph(self, shown: Shown) -> None:
        """Show the paragraph as it stands now; what is being typed stays."""
        typing = self.edit.hasFocus() and self.edit.toPlainText() != self._text
        if not typing and self.edit.toPlainText() != shown.text:
            self.edit.setPlainText(shown.text)
        if not typing:
            self._text = shown.text
        self.edit.setAccessibleName(f"Đoạn: {shown.text[:60]}")
        self._mark.setVisible(shown.rewritten)
        self._back.setVisible(not shown.proposal)
        self._proposal.setText(shown.proposal)
        self.news.setVisible(bool(shown.proposal))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order."""
        return self._back, self.keep, self.take, self.edit

    def _grow(self) -> None:
        """Be as high as the text's lines; a plain text tells them, not pixels."""
        lines = max(1, round(self.edit.document().size().height()))
        spacing = self.edit.fontMetrics().lineSpacing()
        self.edit.setFixedHeight(lines * spacing + FRAME)

    def _mark_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(self._look, "pencil", "accent", 14))
        told = "Bạn đã viết lại đoạn này"
        row.addWidget(label(self._look, told, "caption", "accent"))
        row.addStretch(1)
        self._back = button(self._look, "Dùng đề xuất", rank=Rank.LINK, small=True)
        self._back.clicked.connect(self._take_proposal)
        row.addWidget(self._back)
        return line

    def _news_box(self) -> QFrame:
        """The well with the new proposal, and the choice between the two."""
        look = self._look
        well = QFrame()
        well.setProperty("v", "well")
        told = QHBoxLayout()
        told.setSpacing(6)
        told.addWidget(IconLabel(look, "warning", "warn_i", 14))
        words = "Số liệu đã đổi: đề xuất mới là"
        told.addWidget(label(look, words, "caption", "warn"), 1)
        self._proposal = label(look, "", wrap=True)
        self.keep = button(look, "Giữ đoạn của tôi", small=True)
        self.keep.clicked.connect(lambda: self.kept.emit(self.key))
        self.take = button(look, "Dùng đề xuất", small=True)
        self.take.clicked.connect(self._take_proposal)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self.keep)
        choice.addWidget(self.take)
        choice.addStretch(1)
        column = QVBoxLayout(well)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addLayout(told)
        column.addWidget(self._proposal)
        column.addLayout(choice)
        return well

    def _take_proposal(self) -> None:
        """Have the program's words again, also in place of what is being typed."""
        self._text = self.edit.toPlainText()
        self.rewritten.emit(self.key, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep what was typed when the focus goes elsewhere; grow with the lines."""
        if event.type() is QEvent.Type.FocusOut:
            self.commit()
        elif event.type() is QEvent.Type.Resize:
            self._grow()
            QTimer.singleShot(0, self, self._grow)  # the lines are broken anew first
        return super().eventFilter(watched, event)

    def commit(self) -> None:
        """Keep what was typed, if it is another text."""
        text = figures.clean(self.edit.toPlainText())
        if text and text != self._text:
            self._text = text
            self.rewritten.emit(self.key, text)
