"""Months for tests of the window: the samples and made-up units, in a real store."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from core import catalogue, profiles, resources
from core.importing import open_file
from core.report import UNIT_NAME, Cell, Layout, Part, Report, Row, rows_of
from core.starting import begin
from core.store.database import Store
from ui.document import Document

NINE = datetime(2026, 11, 23, 9, 14).astimezone()
CATALOGUE = catalogue.load()
EA_KTUR = ("Ea Ktur", "xa-ea-ktur")
GO_DAU = ("Gò Dầu", "huyen-go-dau")
TRUONG_TAY = ("Trường Tây", "xa-truong-tay")


@contextmanager
def store_in(folder: Path) -> Iterator[Store]:
    """A store that is closed afterwards."""
    store = Store.open(folder / "kho.sqlite")
    try:
        yield store
    finally:
        store.close()


def document_of(store: Store, report: Report, profile: str | None = None) -> Document:
    """The report as an open month; the clock says 09:14."""
    made = Document((CATALOGUE,), store, lambda: NINE)
    made.open_report(report, None if profile is None else profiles.find(profile))
    return made


def sample(store: Store, which: tuple[str, str]) -> Document:
    """One of the three samples, opened."""
    name, profile = which
    folder = resources.folder() / "samples"
    path = next(one for one in sorted(folder.glob("*.xlsx")) if name in one.name)
    return document_of(store, open_file(path, CATALOGUE), profile)


def by_hand(store: Store, template: str, *units: str) -> Document:
    """A month begun by hand."""
    found = next(one for one in CATALOGUE.templates if one.key == template)
    return document_of(store, begin(found, None, units))


def many_units(count: int, figures: Mapping[str, Cell] | None = None) -> Report:
    """A report of many units and a total line, with the annex's columns."""
    columns = CATALOGUE.annexes["superior"][3:]
    cells = {(key, Part.VALUE): cell for key, cell in (figures or {}).items()}
    rows = (
        Row(
            str(n),
            {(UNIT_NAME, Part.VALUE): Cell(f"Xã số {n}", f"Xã số {n}"), **cells},
        )
        for n in range(1, count + 1)
    )
    total = Row("total", {(UNIT_NAME, Part.VALUE): Cell("Toàn huyện", "Toàn huyện")})
    return Report(rows_of(rows), total, {}, Layout.UNITS, columns)
