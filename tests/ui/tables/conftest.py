"""What tests of the tables share: a store, and a shown view of a document."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.store.database import Store
from tests.ui.months import store_in
from ui.document import Document
from ui.tables.criteria import CriteriaForm
from ui.tables.form import is_one_unit
from ui.tables.model import FiguresModel
from ui.tables.units import UnitsForm
from ui.tables.view import FiguresView


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_in(tmp_path) as made:
        yield made


def model_of(document: Document) -> FiguresModel:
    one = is_one_unit(document.report)
    return FiguresModel(CriteriaForm(document) if one else UnitsForm(document))


@pytest.fixture
def view_of(qtbot, look, show) -> Callable[[Document], FiguresView]:
    """A real, shown view of the document's table, 1024 × 560."""

    def made(document: Document) -> FiguresView:
        view = FiguresView(look)
        qtbot.addWidget(view)
        model = model_of(document)
        model.setParent(view)
        view.show_model(model, 28)
        view.resize(1024, 560)
        show(view)
        view.setFocus()
        return view

    return made
