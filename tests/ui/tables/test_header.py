"""The head of the table: names, units, and the headings over several columns."""

from tests.ui.months import GO_DAU, sample
from ui.tables.header import TableHeader

BAND = 20  # px at the top, where a heading over several columns stands
EDGE = 3  # px at either side that no letter of it may reach


def test_a_heading_wider_than_its_columns_is_shortened_and_not_cut(store, view_of):
    view = view_of(sample(store, GO_DAU))
    header = max(view.findChildren(TableHeader), key=lambda one: one.width())
    numbers = [n for n, column in enumerate(header.columns()) if column.band]
    for number in numbers:
        header.resizeSection(number, header.minimumSectionSize())
    picture = header.viewport().grab().toImage()
    left = header.sectionViewportPosition(numbers[0])
    right = left + header.minimumSectionSize() * len(numbers) - 1
    sides = [*range(left, left + EDGE), *range(right - EDGE, right)]
    strip = {picture.pixelColor(x, y).name() for x in sides for y in range(BAND)}
    assert strip == {picture.pixelColor(left, 0).name()}
    inside = range(left + EDGE, right - EDGE)
    assert (
        len({picture.pixelColor(x, y).name() for x in inside for y in range(BAND)}) > 2
    )
