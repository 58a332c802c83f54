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


NO_NUMBER = "Chưa đọc được số này. Gõ như 52 hoặc 52,5."
NO_YEAR = "Năm phải có bốn chữ số, ví dụ 2026."


class _Checked(QLineEdit):
    """A short field and the line below it that says what is wrong with it."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.below = label(look, "", "secondary", "err", wrap=True)
        self.below.hide()
        self.setFixedWidth(LEVEL)
        self.setAccessibleName(name)
        self.textChanged.connect(lambda: self.tell(""))

    def tell(self, wrong: str) -> bool:
        """Frame the field and say what is wrong; "" takes it back. Whether right."""
        if wrong != self.below.text():
            self.setProperty("bad", "true" if wrong else None)
            self.setToolTip(wrong)
            self.setAccessibleDescription(wrong)
            self.below.setText(wrong)
            self.below.setVisible(bool(wrong))
            restyle(self)
        return not wrong


@dataclass(frozen=True, slots=True)
class _Line:
    """The fields of one criterion."""

    key: str
    level: _Checked
    basis: QLineEdit


class TargetsForm(QWidget):
    """The targets of one year; other years stay as they are."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        """Build a line for every criterion that is a ratio."""
        super().__init__()
        self._targets = Targets()
        self._year = 0
        self.year = _Checked(look, "Năm của chỉ tiêu")
        self.year.editingFinished.connect(self._turn)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(look, "Chỉ tiêu được giao năm", "strong"))
        head.addWidget(self.year)
        head.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addLayout(head, 0, 0, 1, 3)
        grid.addWidget(self.year.below, 1, 0, 1, 3)
        for column, words in enumerate(("Tiêu chí", "Ít nhất (%)", "Căn cứ")):
            grid.addWidget(label(look, words, "caption", "text2"), 2, column)
        ratios = [one for one in catalogue.criteria if one.kind is Kind.RATIO]
        self._lines = tuple(
            self._line(look, grid, 3 + 2 * place, one)
            for place, one in enumerate(ratios)
        )
        grid.setColumnStretch(2, 1)

    def _line(self, look: Look, grid: QGridLayout, row: int, one: Indicator) -> _Line:
        grid.addWidget(label(look, f"{one.code} {one.name}"), row, 0)
        level = _Checked(look, f"Chỉ tiêu {one.name}, phần trăm")
        basis = QLineEdit()
        basis.setAccessibleName(f"Căn cứ chỉ tiêu {one.name}")
        grid.addWidget(level, row, 1)
        grid.addWidget(basis, row, 2)
        grid.addWidget(level.below, row + 1, 1, 1, 2)
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
        year = _year(self.year.text())
        if year == self._year:
            return
        if year and self._year and self.check():
            self._targets = self._with(self._year)
            self._year = year
            self._fill()
        elif year:
            self._year = year

    def check(self) -> bool:
        """Whether every level is a number and the year is one; says what is not."""
        right = True
        for line in self._lines:
            value = figures.parse(line.level.text(), Kind.RATIO)
            wrong = NO_NUMBER if isinstance(value, Unreadable) else ""
            right = line.level.tell(wrong) and right
        typed = any(line.level.text().strip() for line in self._lines)
        needed = typed or bool(self.year.text().strip())
        is_wrong = needed and not _year(self.year.text())
        return self.year.tell(NO_YEAR if is_wrong else "") and right

    def targets(self) -> Targets:
        """All years' targets, the shown one as it was typed."""
        year = _year(self.year.text())
        return self._with(year) if year else self._targets

    def _with(self, year: int) -> Targets:
        """All years' targets, the lines' as those of `year`."""
        made = {}
        for line in self._lines:
            level = figures.parse(line.level.text(), Kind.RATIO)
            if isinstance(level, Decimal):
                basis = figures.clean(line.basis.text())
                made[line.key] = Target(line.key, level, basis)
        years = {**self._targets.years, year: made}
        return Targets({year: one for year, one in years.items() if one})


def _year(text: str) -> int:
    """The year of four digits, or 0."""
    tidy = text.strip()
    return int(tidy) if len(tidy) == 4 and tidy.isdecimal() else 0
