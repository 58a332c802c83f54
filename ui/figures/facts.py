"""The facts of a month above its table, edited in place like cells."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core import figures
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    UNIT_NAME,
    Blank,
    Part,
    Place,
    Unreadable,
)
from ui.document import Document
from ui.tables import texts
from ui.tables.form import is_one_unit
from ui.theme import Look
from ui.widgets.fact_field import FactField
from ui.widgets.labels import rule

TOTAL_SCORE, RANK = "score_total", "rank"
_SECOND = {TOTAL_SCORE: Part.MAXIMUM, RANK: Part.OF}
_LINE = 32  # px, the rules between the facts


class FactBar(QWidget):
    """Total score, rank, time of the figures, period, and the unit's name.

    Args:
        look: The look in force.
        document: The month.
        parent: As in Qt.

    Signals:
        told: Something to say in the status bar.
    """

    told = Signal(str)

    def __init__(
        self, look: Look, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.total = FactField(look, "Tổng điểm")
        self.rank = FactField(look, "Xếp hạng")
        self.as_of = FactField(look, "Số liệu tính đến")
        self.period = FactField(look, "Kỳ báo cáo")
        self.unit = FactField(look, "Đơn vị")
        self.fields = (self.total, self.rank, self.as_of, self.period, self.unit)
        self._unit_line = rule(upright=True, length=_LINE)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        for field in self.fields:
            if field is self.unit:
                row.addWidget(self._unit_line)
            elif field is not self.total:
                row.addWidget(rule(upright=True, length=_LINE))
            row.addWidget(field)
            field.edited.connect(self._edit)
        row.addStretch()
        document.opened.connect(self.refresh)
        document.judged.connect(self.refresh)
        self.refresh()

    def place(self, field: FactField) -> Place:
        """The report's cell behind a field."""
        head = self._document.report.head_id
        if field is self.total:
            return Place(head, TOTAL_SCORE)
        if field is self.rank:
            return Place(head, RANK)
        if field is self.unit:
            return Place(head, UNIT_NAME)
        return AS_OF_PLACE if field is self.as_of else PERIOD_PLACE

    def field(self, place: Place) -> FactField | None:
        """The field that shows a cell of the report, or None."""
        whole = place._replace(part=Part.VALUE)
        for field in self.fields:
            if self.place(field) == whole and (
                field is not self.unit or is_one_unit(self._document.report)
            ):
                return field
        return None

    def refresh(self) -> None:
        """Show the facts as they are now."""
        for field in self.fields:
            self._show(field)
        shown = is_one_unit(self._document.report)
        self.unit.setVisible(shown)
        self._unit_line.setVisible(shown)

    def _show(self, field: FactField) -> None:
        place, report = self.place(field), self._document.report
        value = report.cell(place).value
        bad = isinstance(value, Unreadable)
        shown = "" if value is Blank.MISSING else texts.shown(value)
        if field is self.total and isinstance(value, Decimal):
            shown = figures.show(value, max(2, figures.decimals_of(value)))
        if field is self.period and not bad:
            shown = shown[:1].upper() + shown[1:]
        field.set_value(shown, bad=bad)
        field.set_suffix(self._suffix(place))
        self._show_finding(field, place)

    def _suffix(self, place: Place) -> str:
        """What the score or the rank is of: "/ 100", "/ 9"."""
        part = _SECOND.get(place.indicator)
        if part is None:
            return ""
        most = self._document.report.cell(place._replace(part=part)).number
        indicator = self._document.catalogue.indicators.get(place.indicator)
        if most is None and part is Part.MAXIMUM and indicator is not None:
            most = indicator.maximum
        return "" if most is None else f"/ {figures.show(most)}"

    def _show_finding(self, field: FactField, place: Place) -> None:
        part = _SECOND.get(place.indicator)
        places = {place} | ({place._replace(part=part)} if part else set())
        found = [
            finding for finding in self._document.findings if finding.place in places
        ]
        worst = texts.worst([finding.severity for finding in found])
        if worst is None:
            field.set_finding(None)
            return
        said = "\n".join(f"{one.rule.title}. {one.message}" for one in found)
        field.set_finding(texts.TONES[worst], said)

    def _edit(self, text: str) -> None:
        """Type into the report; a number that says the same as before stays."""
        field = self.sender()
        if not isinstance(field, FactField):
            return
        if not self._document.type(self.place(field), text):
            self._show(field)

    def fit(self, width: int) -> None:
        """Leave the unit's name out where there is no room for it."""
        wanted = is_one_unit(self._document.report)
        shown = wanted and self._needed() <= width
        self.unit.setVisible(shown)
        self._unit_line.setVisible(shown)

    def _needed(self) -> int:
        fields = sum(field.sizeHint().width() for field in self.fields)
        return fields + 17 * len(self.fields) + 8

    def least(self) -> int:
        """Px that the facts without the unit's name take."""
        return self._needed() - self.unit.sizeHint().width() - 17
