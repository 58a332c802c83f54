"""Targets of a year: a level and its basis for each criterion (chỉ tiêu được giao)."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from core import figures
from core.catalogue import Catalogue, Indicator, Kind
from core.office import Target, Targets
from core.report import Unreadable
from ui.theme import Look
from ui.widgets.buttons import restyle
from ui.widgets.labels import label

LEVEL = 72
"""Width of the field for a level, px."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The fields of one criterion."""

    key: str
    level: QLineEdit
    basis: QLineEdit


class TargetsForm(QWidget):
    """The targets of one year; other years stay as they are."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        """Build a line for every criterion that is a ratio."""
        super().__init__()
        self._targets = Targets()
        self.year = QLineEdit()
        self.year.setAccessibleName("Năm của chỉ tiêu")
        self.year.setFixedWidth(LEVEL)
        self.year.editingFinished.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(label(look, "Chỉ tiêu được giao năm", "strong"))
        head.addWidget(self.year)
        head.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addLayout(head, 0, 0, 1, 3)
        for column, words in enumerate(("Tiêu chí", "Ít nhất (%)", "Căn cứ")):
            grid.addWidget(label(look, words, "caption", "text2"), 1, column)
        ratios = [one for one in catalogue.criteria if one.kind is Kind.RATIO]
        self._lines = tuple(
            self._line(look, grid, row, one) for row, one in enumerate(ratios, 2)
        )
        grid.setColumnStretch(2, 1)
        self._year = 0

    def _line(self, look: Look, grid: QGridLayout, row: int, one: Indicator) -> _Line:
        grid.addWidget(label(look, f"{one.code} {one.name}"), row, 0)
        level, basis = QLineEdit(), QLineEdit()
        level.setFixedWidth(LEVEL)
        level.setAccessibleName(f"Chỉ tiêu {one.name}, phần trăm")
        basis.setAccessibleName(f"Căn cứ chỉ tiêu {one.name}")
        grid.addWidget(level, row, 1)
        grid.addWidget(basis, row, 2)
        return _Line(one.key, level, basis)

    def show_targets(self, targets: Targets) -> None:
        """Show the newest year of `targets`."""
        self._targets = targets
        self._year = max(targets.years, default=0)
        self.year.setText(str(self._year) if self._year else "")
        self._fill()

    def _fill(self) -> None:
        known = self._targets.years.get(self._year, {})
        for line in self._lines:
            target = known.get(line.key)
            line.level.setText(figures.show(target.level) if target else "")
            line.basis.setText(target.basis if target else "")

    def _turn(self) -> None:
        """Show another year's targets; what was typed for this one is kept."""
        text = self.year.text().strip()
        year = int(text) if text.isdecimal() else 0
        if year == self._year:
            return
        if self._year and self.check():
            self._targets = self.targets()
            self._year = year
            self._fill()
        else:
            self._year = year

    def check(self) -> bool:
        """Whether every level is a number and the year is one; marks what is not."""
        right = True
        for line in self._lines:
            value = figures.parse(line.level.text(), Kind.RATIO)
            right = self._mark(line.level, bad=isinstance(value, Unreadable)) and right
        typed = any(line.level.text().strip() for line in self._lines)
        text = self.year.text().strip()
        is_year = len(text) == 4 and text.isdecimal()
        return self._mark(self.year, bad=typed and not is_year) and right

    def _mark(self, field: QLineEdit, *, bad: bool) -> bool:
        field.setProperty("bad", "true" if bad else None)
        field.setToolTip("Chưa đọc được số này. Gõ như 52 hoặc 52,5." if bad else "")
        restyle(field)
        return not bad

    def targets(self) -> Targets:
        """All years' targets, the shown one as it was typed."""
        text = self.year.text().strip()
        if not text.isdecimal():
            return self._targets
        made = {}
        for line in self._lines:
            level = figures.parse(line.level.text(), Kind.RATIO)
            if isinstance(level, Decimal):
                made[line.key] = Target(
                    line.key, level, figures.clean(line.basis.text())
                )
        years = {**self._targets.years, int(text): made}
        return Targets({year: one for year, one in years.items() if one})
