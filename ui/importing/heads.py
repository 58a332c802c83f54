"""The heads of the sheet: above each column what it was taken for, at left row numbers."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from core.catalogue import Catalogue, Kind
from core.importing.choosing import naming
from core.importing.choosing.choices import LEFT_OUT
from core.importing.opened import Column, RowRole
from core.importing.recognition.recognise import Certainty
from core.report import Part
from ui.importing.sheet_model import SheetModel, certainty_words
from ui.theme import Look, Theme

_LINE = 17
_EDGE = 10
_ICON = 14
_TWO = 2
_WORDS = (Kind.TEXT, Kind.CODE)


class ColumnHead(QHeaderView):
    """Names what every column was taken for, with how sure that is."""

    def __init__(self, look: Look, catalogue: Catalogue, parent: QWidget) -> None:
        """Name columns by `catalogue`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._catalogue = catalogue
        self.row = 0
        self.current = -1
        self.lines = 1
        self.held, self.held_width = -1, 0
        self._pressed = False
        self._take(look.theme)
        look.changed.connect(self._take)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(36)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Chỉ tiêu của từng cột")

    def _take(self, theme: Theme) -> None:
        self._theme = theme
        self._caption = QFontMetrics(theme.fonts.caption)
        self.viewport().update()

    def show_row(self, row: int) -> None:
        """Name the columns of the table that `row` (from 1) belongs to."""
        self.row = row
        self.viewport().update()

    def column(self, section: int) -> Column | None:
        """What is known of a column in the table that is named; None for nothing."""
        model = self.model()
        if not isinstance(model, SheetModel):
            return None
        table = model.table(self.row)
        return None if table is None else table.column(section + 1)

    def name(self, section: int) -> str:
        """What a column was taken for, in few words; empty for no column of a table."""
        column = self.column(section)
        if column is None:
            return ""
        return short_name(self._catalogue, column)

    def needs(self, section: int) -> int:
        """Px in which the name stands whole."""
        return self._caption.horizontalAdvance(self.name(section)) + 2 * _EDGE + 6

    def fit_names(self) -> None:
        """Be as high as the names of all the sheet's columns need: one line, or two."""
        model = self.model()
        tables = model.sheet.tables if isinstance(model, SheetModel) else ()
        columns = [column for table in tables for column in table.columns]
        self.lines = 1
        for column in columns:
            if column.number > self.count():
                continue
            room = self.sectionSize(column.number - 1) - 2 * _EDGE
            name = short_name(self._catalogue, column)
            if self._caption.horizontalAdvance(name) > room:
                self.lines = 2
        self.updateGeometry()

    def spoken(self, section: int) -> str:
        """How the column is read aloud, and told in its tip."""
        letters = self.model().headerData(section, Qt.Orientation.Horizontal)
        name = self.name(section)
        if not name:
            return f"Cột {letters}, không thuộc bảng"
        return f"Cột {letters}, {name}, {certainty_words(self.column(section))}"

    # ------------------------------------------------------------------------ Qt's own

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the names and the columns' letters."""
        more = (self.lines - 1) * _LINE
        height = self._theme.metrics.column_header + 2 + more
        return QSize(super().sizeHint().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the sections, then the ground beyond the last."""
        super().paintEvent(event)
        colours, room = self._theme.colours, self.viewport().rect()
        room.setLeft(self.length() - self.offset())
        painter = QPainter(self.viewport())
        painter.fillRect(room, colours.surface2)
        room.setTop(room.bottom())
        painter.fillRect(room, colours.border)
        if self.held_width:
            held = QRect(0, 0, self.held_width, self.height())
            self.paintSection(painter, held, self.held)
            painter.fillRect(held.right(), 0, 1, held.height(), colours.ctl)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The names' head, where it is held, takes what is pressed on it."""
        self._pressed = event.position().x() < self.held_width
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the held head, or of the one that was pressed."""
        if not self._pressed:
            super().mouseReleaseEvent(event)
        elif event.position().x() < self.held_width:
            self.sectionClicked.emit(self.held)
        self._pressed = False

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell in the tip of the held head what it holds."""
        if isinstance(event, QHelpEvent) and event.pos().x() < self.held_width:
            QToolTip.showText(event.globalPos(), self.spoken(self.held), self)
            return True
        return super().viewportEvent(event)

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803
    ) -> None:
        """Draw one column's head."""
        if not rect.isValid():
            return
        colours = self._theme.colours
        under = self.viewport().mapFromGlobal(self.cursor().pos())
        hovered = self.underMouse() and rect.contains(QPoint(under.x(), rect.top()))
        ground = colours.hover if hovered else colours.surface2
        if logicalIndex == self.current:
            ground = colours.soft
        painter.fillRect(rect, ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.border)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colours.grid)
        self._paint_words(painter, rect, logicalIndex)

    def _paint_words(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        column = self.column(section)
        is_figure = column is not None and self._is_figure(column)
        side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
        top = rect.top() + (rect.height() - (self.lines + 1) * _LINE) // 2
        box = QRect(rect.left() + _EDGE, top, rect.width() - 2 * _EDGE, _LINE)
        flags = side | Qt.AlignmentFlag.AlignVCenter
        if column is not None:
            is_known = column.meaning is not None and not column.meaning.is_ignored
            painter.setFont(fonts.caption)
            painter.setPen(colours.text if is_known else colours.text2)
            for told in self._lines_of(column, box.width()):
                painter.drawText(box, flags, told)
                box.translate(0, _LINE)
        box.moveTop(top + (self.lines - 1) * _LINE)
        letters = self.model().headerData(section, Qt.Orientation.Horizontal)
        painter.setFont(fonts.secondary)
        painter.setPen(colours.text2)
        painter.drawText(box.translated(0, _LINE), flags, f"cột {letters}")
        below = top + self.lines * _LINE + 1
        if column is not None and is_figure:
            self._paint_icon(painter, QPoint(rect.left() + 8, below), column)
        elif column is not None:
            at = QPoint(rect.right() - 8 - _ICON, below)
            self._paint_icon(painter, at, column)

    def _lines_of(self, column: Column, room: int) -> list[str]:
        """The name in its lines; which part of the figure it is stays whole."""
        name = short_name(self._catalogue, column)
        part = part_words(self._catalogue, column)
        if (
            not part
            or self.lines < _TWO
            or self._caption.horizontalAdvance(name) <= room
        ):
            return in_lines(self._caption, name, room, self.lines)
        whole = name.removesuffix(f", {part}")
        return [
            *in_lines(self._caption, whole, room, self.lines - 1),
            *in_lines(self._caption, part, room, 1),
        ]

    def _is_figure(self, column: Column) -> bool:
        meaning = column.meaning
        if meaning is None:
            return False
        indicator = self._catalogue.indicators.get(meaning.indicator)
        if indicator is None:
            return not meaning.is_ignored and meaning.part is not Part.VALUE
        return indicator.kind not in _WORDS and indicator.key != "stt"

    def _paint_icon(self, painter: QPainter, at: QPoint, column: Column) -> None:
        name, ink = sign(column)
        if name:
            scale = painter.device().devicePixelRatioF()
            painter.drawPixmap(at, self._look.icons.pixmap(name, ink, _ICON, scale))


class RowHead(QHeaderView):
    """The row numbers, on the ground of their row."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Number the rows."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._take(look.theme)
        look.changed.connect(self._take)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(look.theme.metrics.row)
        self.setMinimumSectionSize(look.theme.metrics.row_dense)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setAccessibleName("Số dòng")

    def _take(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the last row's number."""
        metrics = QFontMetrics(self._theme.fonts.body)
        last = self.count()
        return QSize(max(40, metrics.horizontalAdvance(str(last)) + 20), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the sections, then the ground below the last."""
        super().paintEvent(event)
        room = self.viewport().rect()
        room.setTop(self.length() - self.offset())
        painter = QPainter(self.viewport())
        painter.fillRect(room, self._theme.colours.surface2)
        painter.end()

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803
    ) -> None:
        """Draw one row's number."""
        model, colours = self.model(), self._theme.colours
        role = model.role(logicalIndex + 1) if isinstance(model, SheetModel) else None
        painter.fillRect(rect, self._ground(role))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.grid)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colours.grid)
        painter.setPen(colours.text2)
        is_total = role is RowRole.TOTAL
        fonts = self._theme.fonts
        painter.setFont(fonts.strong if is_total else fonts.body)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(logicalIndex + 1))

    def _ground(self, role: RowRole | None) -> QColor:
        colours = self._theme.colours
        return colours.soft if role is RowRole.HEADER else colours.surface2


def short_name(catalogue: Catalogue, column: Column) -> str:
    """What a column holds, without its unit: “Nộp trực tuyến”, “Chưa nhận ra”."""
    meaning = column.meaning
    if meaning == LEFT_OUT:
        return "Bỏ cột này"
    indicator = None if meaning is None else catalogue.indicators.get(meaning.indicator)
    if meaning is None or indicator is None or meaning.part is not Part.VALUE:
        return naming.meaning(catalogue, meaning)
    return indicator.name


def part_words(catalogue: Catalogue, column: Column) -> str:
    """Which part of a figure a column holds: “tử số”; empty for the figure itself."""
    meaning = column.meaning
    indicator = None if meaning is None else catalogue.indicators.get(meaning.indicator)
    if meaning is None or indicator is None or meaning.part is Part.VALUE:
        return ""
    return naming.meaning(catalogue, meaning).removeprefix(f"{indicator.name}, ")


def in_lines(metrics: QFontMetrics, text: str, room: int, lines: int) -> list[str]:
    """The text in at most so many lines of `room` px, the last one cut."""
    made: list[str] = []
    rest = text.split()
    while rest and len(made) < lines - 1:
        line = rest.pop(0)
        while rest and metrics.horizontalAdvance(f"{line} {rest[0]}") <= room:
            line = f"{line} {rest.pop(0)}"
        made.append(line)
    if rest:
        made.append(" ".join(rest))
    return [metrics.elidedText(one, Qt.TextElideMode.ElideRight, room) for one in made]


def sign(column: Column) -> tuple[str, str]:
    """The icon and its ink that tell how sure a column's meaning is."""
    meaning = column.meaning
    if meaning is None:
        return "help", "text2"
    if meaning.is_ignored:
        return ("minus", "text2") if meaning == LEFT_OUT else ("", "")
    if column.is_chosen or column.certainty is Certainty.SURE:
        return "check-circle", "accent"
    return "help", "warn_i"
