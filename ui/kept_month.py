"""A large kept month: read and decoded aside, so that the window goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.errors import CongVanError
from ui.document import Document
from ui.prepared import Prepared
from ui.tasks import Work, without_search_for_waste

LARGE = 200_000
"""Bytes of a month from which reading it takes longer than a key press may."""


class KeptMonth(QObject):
    """Opens a kept month in the document.

    Args:
        document: Where it is opened.
        broke: Told of a fault of the program's.
        parent: As in Qt.

    Signals:
        opened: The month stands in the document.
        failed: The error that stopped it.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(
        self, document: Document, broke: Callable[[Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._broke = broke
        self._work = Work(self)

    def is_large(self, month_id: str) -> bool:
        """Whether the month is to be read aside.

        Raises:
            StoreError: The store cannot be read.
        """
        return self._document.store.size(month_id) >= LARGE

    def open(self, month_id: str) -> None:
        """Read the month aside; `opened` or `failed` follows."""
        if self._work.is_busy:
            return
        self._work.start(
            lambda _progress: self._read(month_id),
            succeeded=self._show,
            failed=self._fail,
            broke=self._broke,
            progressed=lambda _done, _total: None,
        )

    def _read(self, month_id: str) -> Prepared:
        with without_search_for_waste():
            return self._document.prepared_month(month_id)

    def _show(self, month: Prepared) -> None:
        self._document.open_prepared(month)
        self.opened.emit()

    def _fail(self, error: CongVanError) -> None:
        self.failed.emit(error)
