"""The widths of columns that the user drew, kept for the next month."""

from core.store.database import Store
from core.store.encoding import Json
from ui.tables.view import FiguresView


def keep(view: FiguresView, store: Store, key: str) -> None:
    """Keep the table's widths under `key`."""
    kept: dict[str, Json] = dict(view.parts.widths())
    store.set_preference(key, kept)


def take(view: FiguresView, store: Store, key: str) -> None:
    """Give the table the widths kept under `key`."""
    kept = store.preference(key)
    widths = kept if isinstance(kept, dict) else {}
    view.parts.take_widths(
        {name: width for name, width in widths.items() if isinstance(width, int)}
    )
