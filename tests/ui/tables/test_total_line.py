"""What the total line says where the file gives no total."""

from tests.ui.months import GO_DAU, document_of, many_units, sample
from tests.ui.tables.conftest import model_of


def shown(model, row, key):
    column = [one.key for one in model.columns].index(key)
    return model.look(row, column).text


def test_the_total_line_says_chua_co_only_where_a_figure_could_stand(store):
    document = sample(store, GO_DAU)
    model = model_of(document)
    last = model.rowCount() - 1
    assert shown(model, last, "digitize_rate.value") == "69,89"
    assert shown(model, last, "reuse_rate.value") == "chưa có"
    empty = document_of(store, many_units(3))
    model = model_of(empty)
    assert shown(model, 3, "reuse_rate.value") == ""
    assert shown(model, 0, "reuse_rate.value") == "chưa có"
    place = model.place(model.index(0, 3))
    assert place is not None
    empty.type(place, "90")
    assert model.look(3, 3).text == "chưa có"
