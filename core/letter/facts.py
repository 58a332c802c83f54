"""Figures of a report as a letter prints them, each with its cells (số liệu)."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core import figures
from core.catalogue import Catalogue, Kind
from core.letter.model import Figure
from core.letter.wording import Wording
from core.report import (
    AS_OF_PLACE,
    PERIOD_PLACE,
    Blank,
    Part,
    Place,
    Report,
    Unreadable,
)

_CENT = Decimal("0.01")


def tidy(number: Decimal) -> str:
    """`number` in a sentence: at most two decimals, no zeros at its end ("18,5")."""
    return figures.show(number.quantize(_CENT, ROUND_HALF_UP))


def percent(number: Decimal) -> str:
    """A ratio in a sentence: "89,64%"."""
    return f"{tidy(number)}%"


_PRINTERS: dict[Kind, Callable[[Decimal], str]] = {
    Kind.RATIO: percent,
    Kind.COUNT: figures.show_count,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a letter may quote from.

    Attributes:
        report: The figures.
        catalogue: The index.
        wording: What is said where a figure is not there.
    """

    report: Report
    catalogue: Catalogue
    wording: Wording

    def value(self, place: Place) -> Figure:
        """The figure at `place`: "89,64%", "80,33/100", "01", "8/9"."""
        number = self.report.cell(place).number
        if number is None:
            return self._absent(place)
        indicator = self.catalogue.indicators.get(place.indicator)
        kind = Kind.TEXT if indicator is None else indicator.kind
        if kind is Kind.SCORE:
            return self.points(place, None if indicator is None else indicator.maximum)
        if kind is Kind.RANK:
            return self._rank(place, number)
        return Figure(_PRINTERS.get(kind, tidy)(number), (place,))

    def points(self, place: Place, maximum: Decimal | None) -> Figure:
        """The score at `place` of `maximum` points: "18,5/22"."""
        number = self.report.cell(place).number
        if number is None:
            return self._absent(place)
        own = place._replace(part=Part.MAXIMUM)
        stated = self.report.cell(own).number
        if stated is not None:
            return Figure(f"{tidy(number)}/{tidy(stated)}", (place, own))
        whole = "" if maximum is None else f"/{tidy(maximum)}"
        return Figure(f"{tidy(number)}{whole}", (place,))

    def level(self, place: Place, level: Decimal) -> Figure:
        """A target for the figure at `place`: "52%"; of no cell's own."""
        indicator = self.catalogue.indicators.get(place.indicator)
        is_ratio = indicator is not None and indicator.kind is Kind.RATIO
        text = percent(level) if is_ratio else tidy(level)
        return reckoned(text, place._replace(part=Part.TARGET))

    def _rank(self, place: Place, number: Decimal) -> Figure:
        among = place._replace(part=Part.OF)
        units = self.report.cell(among).number
        if units is None:
            return Figure(tidy(number), (place,))
        return Figure(f"{tidy(number)}/{tidy(units)}", (place, among))

    def _absent(self, place: Place) -> Figure:
        value = self.report.cell(place).value
        if value is Blank.NOT_APPLICABLE:
            return Figure(self.wording.text("missing.not_applicable"), (place,))
        is_unclear = isinstance(value, Unreadable)
        key = "missing.unreadable" if is_unclear else "missing.value"
        return Figure(self.wording.text(key), (place,), missing=True)

    @property
    def period(self) -> Figure:
        """The period: "tháng 9/2024"."""
        period = self.report.period
        if period is None:
            text = self.wording.text("missing.period")
            return Figure(text, (PERIOD_PLACE,), missing=True)
        return Figure(figures.show_full_period(period), (PERIOD_PLACE,))

    @property
    def as_of(self) -> Figure | None:
        """When the figures were taken, or None where that is not known."""
        moment = self.report.as_of
        if moment is None:
            return None
        return Figure(figures.show_moment(moment), (AS_OF_PLACE,))


def reckoned(text: str, *places: Place) -> Figure:
    """A figure reckoned from its cells, or taken from the office's targets."""
    return Figure(text, places, derived=True)
