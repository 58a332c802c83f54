"""A column read at once gives what its cells give one by one."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from core.importing.grid import Grid, Marks, Spot
from core.importing.recognition.cells import ColumnReader, Found, Kept, read
from core.kind import Kind

texts = st.text("0123456789.,/-+ %đ\u200b\u00a0eNA", max_size=7)
numbers = st.floats(0, 100).map(lambda one: round(one, 2)) | st.floats()
others = st.sampled_from([True, False, 1, 0, "", "-", date(2024, 8, 9), 0.0, -0.0])
columns = st.lists(texts | numbers | others, min_size=1, max_size=12)
rows = st.sets(st.integers(1, 12))


@given(columns, st.sampled_from(Kind), rows, rows, rows)
def test_a_column_gives_what_its_cells_give(values, kind, percents, errors, unsaved):
    marks = Marks(
        percents=frozenset(Spot(row, 1) for row in percents),
        errors={Spot(row, 1): "#N/A" for row in errors if row % 3 == 0},
        unsaved={Spot(row, 1): "=A1" for row in unsaved if row % 3 == 1},
    )
    grid = Grid("Bảng", [[value] for value in values], marks)
    asked = [*range(1, len(values) + 3)] * 2  # below the sheet too; again, as kept

    cells, odd = ColumnReader(grid, 1, Kept(kind)).read_all(asked)

    found = [odd.get(index) or Found(cell) for index, cell in enumerate(cells)]
    alone = [read(grid, Spot(row, 1), kind) for row in asked]
    assert list(map(repr, found)) == list(map(repr, alone))  # 1.0 equals 1; nan nothing
