"""The right side of the import window: the questions, the period, the columns."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core import figures
from core.importing.asked import open_rivals
from core.importing.choosing.choices import TableKey
from core.importing.choosing.questions import Question
from core.importing.opened import Column, FoundTable
from core.report import PERIOD_PLACE
from ui.importing import words
from ui.importing.heads import part_words, short_name, sign
from ui.importing.question_card import LineButton, QuestionCard
from ui.importing.session import Session
from ui.importing.sheet_model import certainty_words
from ui.theme import Look
from ui.widgets.buttons import Rank, button, restyle
from ui.widgets.labels import label, rule, set_ink, surface

WIDE, NARROW = 384, 340
"""Px of the panel, from 1200 px of the window and below."""

_MOST_COLUMNS = 40
_PERIOD = 150
"""Px of the period's field beside its caption."""
_ANY = 16_777_215  # Qt's own “as wide as you like”
_WRONG = "Chưa đọc được kỳ này. Gõ như 9/2024, quý III/2024 hoặc 2024."


class PeriodField(QWidget):
    """The period, to be typed over, and where it was read."""

    def __init__(self, look: Look, session: Session) -> None:
        """Show the session's period."""
        super().__init__()
        self._session = session
        self.edit = QLineEdit()
        self.edit.setAccessibleName("Kỳ báo cáo")
        self.edit.setMinimumWidth(_PERIOD)
        self.edit.editingFinished.connect(self._take)
        caption = label(look, "&Kỳ báo cáo", "strong")
        caption.setBuddy(self.edit)
        self._below = label(look, "", "secondary", "text2", wrap=True)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(caption)
        self._head.addStretch(1)
        self._head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head)
        column.addWidget(self._below)
        self.refresh()

    def refresh(self) -> None:
        """Show the period as it is now."""
        session = self._session
        period = session.period
        shown = "" if period is None else figures.show_period(period)
        self.edit.setText(shown[:1].upper() + shown[1:])
        self._make_room()
        chosen = session.choices.period is not None
        report = session.recognised.opened.report
        asked = any(
            one.places[0] == PERIOD_PLACE and one.answers for one in session.questions
        )
        told = words.period_source(report, is_chosen=chosen, is_asked=asked)
        self._tell(told, is_wrong=False)

    def _make_room(self) -> None:
        """Let a long period (“Từ ngày … đến ngày …”) have a line of its own."""
        needed = self.edit.fontMetrics().horizontalAdvance(self.edit.text()) + 32
        is_long = needed > _PERIOD
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if is_long else way.LeftToRight)
        self.edit.setMaximumWidth(_ANY if is_long else _PERIOD)
        self.edit.setCursorPosition(0)

    def _tell(self, text: str, *, is_wrong: bool) -> None:
        self._below.setText(text)
        set_ink(self._below, "err" if is_wrong else "text2")
        self.edit.setProperty("bad", "true" if is_wrong else None)
        self.edit.setAccessibleDescription(text)
        restyle(self.edit)

    def _take(self) -> None:
        """Take what was typed; emptied, the file's own counts again."""
        if not self.edit.isModified():
            return
        self.edit.setModified(False)
        text = self.edit.text().strip()
        period = figures.parse_period(text)
        if text and period is None:
            self._tell(_WRONG, is_wrong=True)
            return
        own = self._session.recognised.opened.report.period
        self._session.set_period(None if period == own else period)


class Panel(QScrollArea):
    """Questions, period and columns, below each other.

    Signals:
        question_shown: The question that is to be answered next, whose cell is shown.
        table_shown: Key of a table that is asked about.
        column_asked: A table and a column whose meaning is to be chosen.
        sample_asked: The headers are to be saved for whoever maintains the program.
    """

    question_shown = Signal(object)
    table_shown = Signal(object)
    column_asked = Signal(object, object)
    sample_asked = Signal()

    def __init__(self, look: Look, session: Session) -> None:
        """Show what the session asks."""
        super().__init__()
        self._look = look
        self._session = session
        self.cards: list[QuestionCard] = []
        self._asked: list[Question | tuple[TableKey, ...]] = []
        self._current = -1
        self._heading = label(look, "", "heading", wrap=True)
        self._advice = label(look, "", "body", "text2", wrap=True)
        self.period = PeriodField(look, session)
        self._count = label(look, "", "body", "text2")
        self._cards_box, self._lines_box = QVBoxLayout(), QVBoxLayout()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Câu hỏi, kỳ báo cáo và các cột")
        self.setWidget(self._built())
        session.recognised_anew.connect(self.rebuild)
        session.answered.connect(self.refresh)
        self.rebuild()

    def _built(self) -> QWidget:
        inner = surface()
        column = QVBoxLayout(inner)
        column.setContentsMargins(17, 12, 17, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._advice)
        self._cards_box.setSpacing(10)
        column.addLayout(self._cards_box)
        column.addWidget(rule())
        column.addWidget(self.period)
        column.addWidget(rule())
        head = QHBoxLayout()
        head.addWidget(label(self._look, "Cột đã nhận ra", "strong"))
        head.addStretch(1)
        head.addWidget(self._count)
        column.addLayout(head)
        self._lines_box.setSpacing(0)
        column.addLayout(self._lines_box)
        column.addStretch(1)
        self.sample = button(self._look, "&Gửi mẫu tiêu đề…", rank=Rank.LINK)
        self.sample.setToolTip(
            "Lưu tiêu đề và dạng bảng, không có số liệu, để gửi người hỗ trợ."
        )
        self.sample.clicked.connect(self.sample_asked)
        column.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        return inner

    def fit(self, width: int) -> None:
        """Be as wide as the window allows."""
        self.setFixedWidth(WIDE if width >= 1200 else NARROW)

    # ----------------------------------------------------------------------- questions

    def rebuild(self) -> None:
        """Ask what is asked of the file as it was read last."""
        session = self._session
        opened = session.recognised.opened
        self._asked = [*opened.rivals, *session.questions]
        had_keys = self.isAncestorOf(QApplication.focusWidget() or self)
        for card in self.cards:
            card.blockSignals(True)  # the focus wanders through them as they go
        _clear(self._cards_box)
        self.cards = []
        count = len(self._asked)
        for place, one in enumerate(self._asked):
            if isinstance(one, Question):
                made = words.asking(one, place + 1, count, session.origin.name)
            else:
                made = words.asking_table(opened, one, place + 1, count)
            card = QuestionCard(self._look, made)
            card.entered.connect(partial(self.show_question, place))
            card.answered.connect(partial(self._answer, place))
            self.cards.append(card)
            self._cards_box.addWidget(card)
        self._current = -1
        self._list_columns()
        self.refresh()
        first = self.first_open()
        if first is not None:
            (self.focus_question if had_keys else self.show_question)(first)
        elif had_keys:  # else they go to whatever stands next, and a key changes that
            last = self.cards[-1] if self.cards else self.period.edit
            last.show()  # who is not shown yet is given none
            last.setFocus()

    def refresh(self) -> None:
        """Show the answers as they are now."""
        session = self._session
        still = 0
        for one, card in zip(self._asked, self.cards, strict=True):
            is_open = self._is_open(one)
            still += is_open
            card.show_answer(self._chosen(one), is_open=is_open)
        opened = session.recognised.opened
        near = words.near(opened, session.catalogue)
        self._heading.setText(words.heading(opened, still, len(self._asked), near))
        first = self.first_open()
        typed = first is not None and not self.cards[first].buttons
        told = words.advice(opened, still, len(self._asked), near, is_typed=typed)
        self._advice.setText(told)
        self.period.refresh()

    def _is_open(self, asked: Question | tuple[TableKey, ...]) -> bool:
        if isinstance(asked, Question):
            return self._session.is_open(asked)
        return asked in open_rivals(self._session.recognised.opened)

    def _chosen(self, asked: Question | tuple[TableKey, ...]) -> int | None:
        if isinstance(asked, Question):
            return self._session.answer(asked)
        out = self._session.choices.left_out
        left = [n for n, key in enumerate(asked) if key not in out]
        return left[0] if len(left) == 1 else None

    def first_open(self, after: int = -1) -> int | None:
        """The next question nobody has answered, from the top again after the last."""
        count = len(self._asked)
        order = [(after + 1 + step) % count for step in range(count)]
        return next((n for n in order if self._is_open(self._asked[n])), None)

    def show_question(self, number: int) -> None:
        """Frame a question's card and show its cell."""
        self._current = number
        for place, card in enumerate(self.cards):
            card.set_current(current=place == number)
        self.ensureWidgetVisible(self.cards[number], 0, 20)
        asked = self._asked[number]
        if isinstance(asked, Question):
            self.question_shown.emit(asked)
        else:
            self.table_shown.emit(asked[0])

    def answer_current(self, number: int) -> bool:
        """Give the current question its answer of that number; whether it has one."""
        if not 0 <= self._current < len(self.cards):
            return False
        buttons = self.cards[self._current].buttons
        if not 0 <= number < len(buttons):
            return False
        self._answer(self._current, number)
        return True

    def go_on(self) -> bool:
        """Go to the next question without an answer; False where there is none."""
        found = self.first_open(self._current)
        if found is None:
            return False
        self.focus_question(found)
        return True

    def focus_question(self, number: int) -> None:
        """Show a question and give it the keys."""
        self.show_question(number)
        if self.cards[number].buttons:
            self.cards[number].setFocus()
        else:
            self.period.edit.setFocus()

    def _answer(self, number: int, index: int | None) -> None:
        asked = self._asked[number]
        if isinstance(asked, Question):
            self._session.choose(asked, index)
        elif index is not None:
            self.table_shown.emit(asked[index])
            self._session.take_table(asked[index], asked)
        else:
            self.refresh()

    # ------------------------------------------------------------------------- columns

    def _list_columns(self) -> None:
        """List the columns that should be looked at; the others are a number."""
        session = self._session
        opened = session.recognised.opened
        known, count = words.known(opened)
        self._count.setText(f"{known} / {count}")
        _clear(self._lines_box)
        shown = words.doubtful(opened)
        sure = count - len(shown)
        if sure:
            told = f"{sure} cột khớp tên chỉ tiêu"
            line = LineButton(self._look, ("check-circle", "accent"), told, "chắc chắn")
            line.setEnabled(False)
            self._lines_box.addWidget(line)
        self._list(shown[:_MOST_COLUMNS])

    def _list(self, shown: Sequence[tuple[FoundTable, Column]]) -> None:
        catalogue = self._session.catalogue
        sheets = {table.key.sheet for table, _ in shown}
        told = ""
        for table, column in shown:
            if len(sheets) > 1 and told != table.key.sheet:
                told = table.key.sheet
                words_of = label(self._look, f"Trang “{told}”", "secondary", "text2")
                self._lines_box.addSpacing(4)
                self._lines_box.addWidget(words_of)
            name = short_name(catalogue, column)
            if column.meaning is None:
                name = column.heading or f"Cột {column.letters}"
            part = part_words(catalogue, column)
            line = LineButton(
                self._look,
                sign(column),
                name,
                certainty_words(column),
                tail=f", {part}" if part else "",
            )
            line.clicked.connect(partial(self._ask_column, table, column))
            self._lines_box.addWidget(line)

    def _ask_column(
        self, table: FoundTable, column: Column, _checked: bool = False
    ) -> None:
        self.column_asked.emit(table, column)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
