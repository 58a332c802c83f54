"""What the status bar says of the selected cells."""

from decimal import Decimal

from core import figures
from core.report import Place
from ui.document import Document
from ui.tables.cell import Area, State
from ui.tables.form import former_text
from ui.tables.model import FiguresModel

_GAP = "   "
_MOST = 200_000  # cells beyond which nothing is added up


def describe(model: FiguresModel, document: Document, area: Area | None) -> str:
    """Sum, mean and count of several cells; name, value and former value of one."""
    if area is None:
        return ""
    count = area.rows * area.columns
    if count == 1:
        return _one(model, document, area)
    if count > _MOST:
        return f"Đang chọn {figures.show(Decimal(count))} ô"
    numbers = _numbers(model, area)
    said = [f"Đang chọn {figures.show(Decimal(count))} ô"]
    if numbers:
        whole = sum(numbers, Decimal(0))
        mean = whole / len(numbers)
        said.append(f"Tổng {figures.show(whole)}")
        said.append(f"Trung bình {figures.show(mean, 2)}")
    said.append(f"Đếm {len(numbers)}")
    return _GAP.join(said)


def _numbers(model: FiguresModel, area: Area) -> list[Decimal]:
    report = model.form.report
    found = []
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            place = model.place(model.index(row, column))
            number = None if place is None else report.cell(place).number
            if number is not None:
                found.append(number)
    return found


def _one(model: FiguresModel, document: Document, area: Area) -> str:
    index = model.index(area.top, area.left)
    line, column = model.line(area.top), model.columns[area.left]
    look, place = model.look(area.top, area.left), model.place(index)
    said = ["Đang chọn 1 ô"]
    name = f"{line.code} {line.name}".strip() if line.indicator else line.name
    named = f"{name}, {column.title}"
    is_said = look.text and look.state is not State.NOTHING and look.text != line.name
    said.append(f"{named}: {look.text}" if is_said else named)
    if place is not None:
        said += _former(document, place)
    return _GAP.join(said)


def _former(document: Document, place: Place) -> list[str]:
    former = former_text(document, place)
    if former is None:
        return []
    when = f",{former.when}" if former.when else ""
    return [f"(trước khi sửa: {former.text}{when})"]
