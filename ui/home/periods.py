"""The list of kept months behind the period in the header."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu

from core.store.month import MonthSummary
from ui.home.titles import period_title


def list_months(
    menu: QMenu,
    months: Iterable[MonthSummary],
    present: str | None,
    choose: Callable[[str], object],
) -> None:
    """Fill `menu` with the months; `choose` is called with the id of one."""
    menu.clear()
    for month in months:
        words = f"{period_title(month.headline.period)} – {month.title}"
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(month.id == present)
        action.triggered.connect(lambda _=False, month_id=month.id: choose(month_id))
