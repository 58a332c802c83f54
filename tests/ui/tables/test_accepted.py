"""What the table shows where findings were accepted."""

from PySide6.QtCore import Qt

from core.report import Place
from core.rules import accepting
from core.rules.registry import Severity
from tests.ui.months import EA_KTUR, sample
from tests.ui.tables.conftest import model_of


def cell(model, place):
    """The look of the report's cell at `place`."""
    index = model.find(place)
    return model.look(index.row(), index.column())


def test_a_cell_whose_findings_were_accepted_says_why_and_is_no_row_to_look_at(store):
    document = sample(store, EA_KTUR)
    place = Place("1", "reuse_rate")
    document.type(place, "2.033")
    model = model_of(document)
    assert cell(model, place).severity is Severity.WARNING
    why = "đã kiểm tra, đúng"
    there = [one for one in document.findings if one.place == place]
    for found in there:
        assert cell(model, place).severity is not None
        document.apply(accepting.accept(document.report, found, why, document.now()))
    assert cell(model, place).severity is None
    assert cell(model, place).accepted
    tip = model.find(place).data(Qt.ItemDataRole.ToolTipRole)
    assert f"Đã chấp nhận lúc 09:14: {found.rule.title}. Lý do: {why}." in tip
    model.set_filter("", only_findings=True)
    shown = [model.line(row).indicator for row in range(model.rowCount())]
    assert "reuse_rate" not in shown
    for _ in there:
        document.undo()
    assert not cell(model, place).accepted
    assert cell(model, place).severity is Severity.WARNING
