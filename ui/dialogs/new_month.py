"""Begin a month by hand: what it holds, its period, its units."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from core import figures
from core.catalogue import Catalogue, Template
from core.office import OfficeProfile
from core.period import Period
from core.report import Layout
from ui.dialogs.frame import FormDialog
from ui.theme import Look
from ui.widgets.chooser import SegmentedChoice
from ui.widgets.fields import FormField
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class NewMonth:
    """What the user asked for."""

    template: Template
    period: Period
    units: tuple[str, ...]


class NewMonthDialog(FormDialog):
    """Asks for template, period and units; `result` holds the answer."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        templates: tuple[Template, ...],
        office: OfficeProfile | None,
        today: date,
    ) -> None:
        """Propose last month and the office's own name."""
        super().__init__(look, parent, "Nhập tay một tháng", "&Bắt đầu nhập")
        self.answer: NewMonth | None = None
        self._templates = templates
        words = [template.name for template in templates]
        self.form.addWidget(label(look, "Bảng gồm", "strong"))
        self.template = SegmentedChoice(look, "Bảng gồm", words)
        self.template.chosen.connect(self._follow)
        self.form.addWidget(self.template)
        self.period = FormField(
            look, "&Kỳ báo cáo", "Ví dụ: 9/2024, quý III/2024, 2024"
        )
        last = Period.month(today.year, today.month).previous
        self.period.edit.setText(figures.show_period(last))
        self.form.addWidget(self.period)
        self.unit = FormField(look, "&Đơn vị", "Ví dụ: UBND xã Trường Tây")
        self.unit.edit.setText(office.name if office else "")
        self.form.addWidget(self.unit)
        self._many = label(look, "Các đơn vị, mỗi dòng một tên", "strong")
        self.units = QPlainTextEdit()
        self.units.setAccessibleName("Các đơn vị, mỗi dòng một tên")
        self.units.setPlainText(office.name if office else "")
        self.units.setTabChangesFocus(True)
        # As high as there is room: what it would like to be does not make it scroll.
        across, down = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        self.units.setSizePolicy(across, down)
        self.units.setMinimumHeight(80)
        self._wrong = label(look, "", "secondary", "err", wrap=True)
        self.units.textChanged.connect(self._wrong.hide)
        self.forgive(self.period, self.unit)
        self.form.addWidget(self._many)
        self.form.addWidget(self.units, 100)
        self.form.addWidget(self._wrong)
        self.form.addStretch(1)
        self.fit(580, 500)
        self._follow()

    def _chosen(self) -> Template:
        return self._templates[self.template.current()]

    def _follow(self) -> None:
        """One name for one unit, a list for many."""
        many = self._chosen().layout == Layout.UNITS.value
        self.unit.setVisible(not many)
        for part in (self._many, self.units):
            part.setVisible(many)
        self._wrong.hide()

    def take(self) -> None:
        """Check the form; close where it is right."""
        period = figures.parse_period(self.period.text())
        self.period.set_error("" if period else "Chưa đọc được kỳ này. Gõ như 9/2024.")
        units = self._units()
        wrong = "" if units else "Gõ tên đơn vị, ví dụ UBND xã Trường Tây."
        self.unit.set_error(wrong)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong) and self.units.isVisible())
        if period is not None and units:
            self.answer = NewMonth(self._chosen(), period, units)
            self.accept()

    def _units(self) -> tuple[str, ...]:
        many = self._chosen().layout == Layout.UNITS.value
        text = self.units.toPlainText() if many else self.unit.text()
        names = (figures.clean(line) for line in text.splitlines())
        return tuple(dict.fromkeys(name for name in names if name))


def ask(
    look: Look,
    parent: QWidget,
    catalogue: Catalogue,
    office: OfficeProfile | None,
    today: date,
) -> NewMonth | None:
    """What the user wants to begin, or None."""
    dialog = NewMonthDialog(look, parent, catalogue.templates, office, today)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
