"""A new table is painted in a turn of its own, after what is around it."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.months import document_of, many_units
from tests.ui.tables.conftest import model_of
from ui.tables import panes
from ui.tables.view import FiguresView


class Above(QWidget):
    """What stands above a table: may that be painted with it?"""

    def __init__(self, view: FiguresView) -> None:
        super().__init__()
        self.setFixedHeight(40)
        self.together: list[bool] = []
        self._view = view

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Note it."""
        super().paintEvent(event)
        self.together.append(self._view.updatesEnabled())


def test_a_new_table_is_painted_after_what_is_around_it(
    qtbot, look, store, show, monkeypatch
):
    monkeypatch.setattr(panes, "_APART", 500)  # a busy machine paints late
    whole, view = QWidget(), FiguresView(look)
    above = Above(view)
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    column.addWidget(above)
    column.addWidget(view)
    model = model_of(document_of(store, many_units(30)))
    model.setParent(view)
    view.show_model(model, 28)
    show(whole)
    qtbot.waitUntil(view.updatesEnabled)
    assert above.together[0] is False

    whole.hide()
    above.together.clear()
    whole.show()  # it is new no more
    qtbot.waitUntil(lambda: bool(above.together))
    assert all(above.together)
