"""The viewport of a table and of its header, made here and not by Qt."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def put_own(view: QAbstractScrollArea, ground: QPalette.ColorRole) -> None:
    """Give `view` a viewport like the one that Qt made for it.

    PySide looks for what a widget is that Python did not make, and makes every class of
    widgets for that: a third of what the table's page takes at the start.

    Args:
        view: It has no model and no viewport of its own yet.
        ground: The role of the viewport's ground.
    """
    own = QWidget()
    own.setObjectName("qt_scrollarea_viewport")  # as Qt names its own
    own.setBackgroundRole(ground)
    own.setAutoFillBackground(True)
    view.setViewport(own)
