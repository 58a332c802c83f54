"""All rules by family, and which of them the office does not use (Quy tắc)."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.rules.registry import Rule
from ui.dialogs.frame import fit
from ui.dialogs.rules_list import RULE, RulesList
from ui.tables.texts import TONES
from ui.theme import Look
from ui.widgets.buttons import Rank, button, set_available
from ui.widgets.chooser import TickBox
from ui.widgets.fields import FormField, SearchField
from ui.widgets.labels import label, rule

TITLE = "Quy tắc"
NO_REASON = "Ghi lý do: người khác trong cơ quan sẽ đọc dòng này."
_SIZE = (900, 560)


def ask(
    look: Look, window: QWidget, off: Mapping[str, str], blocked: str
) -> dict[str, str] | None:
    """The rules that shall be off, reasons by their ids; None where nothing is kept.

    Args:
        look: The look in force.
        window: The window.
        off: Those that are off now.
        blocked: Why none can be switched; empty where they can.
    """
    dialog = RulesDialog(look, off, blocked, window)
    kept = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dict(dialog.off) if kept else None


class RulesDialog(QDialog):
    """The rules at left, what the chosen one says and its switch at right.

    Args:
        look: The look in force.
        off: The rules that are off: reasons by their ids.
        blocked: Why none can be switched, or nothing.
        parent: The window.
    """

    def __init__(
        self,
        look: Look,
        off: Mapping[str, str],
        blocked: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._blocked = blocked
        self._rule: Rule | None = None
        self.off = dict(off)
        self.setWindowTitle(TITLE)
        self.search = SearchField(look, "Tìm quy tắc")
        self.rules = RulesList(look, self.off)
        self.search.changed.connect(self.rules.search)
        between = QHBoxLayout()
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(0)
        between.addWidget(self.rules)
        between.addWidget(rule(upright=True))
        between.addLayout(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(rule())
        column.addLayout(between, 1)
        column.addWidget(rule())
        column.addLayout(self._foot())
        fit(self, *_SIZE)
        self.rules.selectionModel().currentChanged.connect(self._show)
        self.rules.choose_first()
        self.rules.setFocus()
        self._count()

    # -------------------------------------------------------------------- its building

    def _head(self) -> QHBoxLayout:
        said = self._blocked or (
            "Quy tắc tắt thì không kiểm nữa, ở mọi tháng của cơ quan. Chỉ một điểm đã "
            "xem là đúng thì bấm Chấp nhận… ở điểm đó, không cần tắt cả quy tắc."
        )
        ink = "warn" if self._blocked else "text2"
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(self._look, TITLE, "title"))
        words.addWidget(label(self._look, said, "body", ink, wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(16)
        row.addLayout(words, 1)
        self.search.setFixedWidth(220)
        row.addWidget(self.search)
        return row

    def _right(self) -> QVBoxLayout:
        look = self._look
        self.heading = label(look, "", "heading", wrap=True)
        self.severity = label(look, "", "secondary", "text2")
        self.when = label(look, "", wrap=True)
        self.hint = label(look, "", wrap=True)
        self.basis = label(look, "", "secondary", "text2", wrap=True)
        self.used = TickBox(look, "&Dùng quy tắc này")
        self.used.clicked.connect(self._switch)
        set_available(self.used, self._blocked)
        self.why = FormField(look, "&Lý do không dùng")
        self.why.edit.textEdited.connect(self._type)
        self.why.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        for part in (self.heading, self.severity, self.when, self.hint, self.basis):
            column.addWidget(part)
        column.addSpacing(10)
        column.addWidget(self.used)
        column.addWidget(self.why)
        column.addStretch(1)
        return column

    def _foot(self) -> QHBoxLayout:
        look = self._look
        self.counted = label(look, "", "body", "text2")
        later = button(look, "Để &sau")
        later.clicked.connect(self.reject)
        done = button(look, "&Ghi", rank=Rank.PRIMARY)
        done.setDefault(True)
        done.clicked.connect(self.take)
        set_available(done, self._blocked)
        row = QHBoxLayout()
        row.setContentsMargins(20, 11, 17, 12)
        row.setSpacing(8)
        row.addWidget(self.counted, 1)
        row.addWidget(later)
        row.addWidget(done)
        return row

    # ------------------------------------------------------------------- what it shows

    def _show(self, chosen: QModelIndex) -> None:
        """Show the chosen rule; a family's heading shows none."""
        found = chosen.data(RULE)
        if not isinstance(found, Rule):
            return
        self._rule = found
        self.heading.setText(f"{found.id} {found.title}")
        needs = ", ".join(need.value for need in found.needs)
        self.severity.setText(
            TONES[found.severity].value.word + (f" · cần có {needs}" if needs else "")
        )
        self.when.setText(found.when)
        self.hint.setText(f"Việc cần làm: {found.hint}")
        self.basis.setText(f"Căn cứ: {found.basis}" if found.basis else "")
        self.used.setChecked(found.id not in self.off)
        self.why.edit.setText(self.off.get(found.id, ""))
        self.why.set_error("")
        self.why.setVisible(found.id in self.off)
        self.why.edit.setReadOnly(bool(self._blocked))

    def _switch(self) -> None:
        if self._rule is None:
            return
        if self.used.isChecked():
            self.off.pop(self._rule.id, None)
        else:
            self.off[self._rule.id] = ""
        self.why.edit.clear()
        self.why.set_error("")
        self.why.setVisible(not self.used.isChecked())
        if not self.used.isChecked():
            self.why.edit.setFocus()
        self._count()

    def _type(self, text: str) -> None:
        if self._rule is not None and self._rule.id in self.off:
            self.off[self._rule.id] = " ".join(text.split())
            self.why.set_error("")

    def _count(self) -> None:
        self.counted.setText(f"{self.rules.whole} quy tắc, {len(self.off)} đang tắt.")
        self.rules.show_off(self.off)

    def take(self) -> None:
        """Close, once each rule that is off has its reason."""
        for rule_id, why in self.off.items():
            if not why:
                self.search.edit.clear()
                self.rules.choose(rule_id)
                self.why.set_error(NO_REASON)
                self.why.edit.setFocus()
                return
        self.accept()
