"""The page “Số liệu”: facts, table and findings of the open month."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.report import UNIT_NAME, Place
from ui.document import Document
from ui.figures import widths
from ui.figures.facts import FactBar
from ui.figures.notes import FilterLine, Foot, PasteBar, free_name, is_unit
from ui.figures.selection import describe
from ui.findings.room import STRIP, WIDTH
from ui.tables.clipboard import Paste
from ui.tables.form import Form, is_one_unit
from ui.tables.model import FiguresModel
from ui.tables.units import UnitsForm
from ui.tables.view import FiguresView
from ui.theme import Look
from ui.widgets.buttons import Rank, button
from ui.widgets.fields import SearchField
from ui.widgets.labels import rule, surface

WIDE = 1200
"""Px of the window from which the findings stand beside the table."""

_SEARCH = 168  # px


class FiguresPage(QWidget):
    """The figures of the open month: seen, edited, checked.

    Args:
        look: The look in force.
        document: The month.
        table: Its table, where that is made already.
        whole: Make what stands beside the table, too; else `complete` does.

    Signals:
        status_told: Something to say in the status bar.
    """

    status_told = Signal(str)

    def __init__(
        self,
        look: Look,
        document: Document,
        table: FiguresView | None = None,
        *,
        whole: bool = True,
    ) -> None:
        super().__init__()
        self._look = look
        self._document = document
        self._wide = True
        self._unfolded = True
        self._is_whole = False
        self.facts = FactBar(look, document)
        self.search = SearchField(look, "Tìm (Ctrl+F)")
        self.only = button(look, "Chỉ &dòng cần xem", "filter", rank=Rank.TOGGLE)
        self.paste_bar = PasteBar(look)
        self.filter_line = FilterLine(look)
        self.view = table or FiguresView(look)
        self.foot = Foot(look)
        self._left = self._build()
        self._beside = surface()  # until there is something beside the table
        self._beside.setParent(self)
        self._model = self._make_model()
        self._put_model()
        self._connect()
        self.setFocusProxy(self.view)
        self.setTabOrder(self.facts.unit, self.view)
        self._settle()
        if whole:
            self.complete()

    def complete(self) -> None:
        """Make what stands beside the table, unless it is there.

        It costs as much to load and to make as a large table to paint.
        """
        if self._is_whole:
            return
        from ui.figures.side import SidePanel
        from ui.findings.panel import FoldedFindings

        self._is_whole = True
        self.strip = FoldedFindings(self._look, self._document, self)
        self.side = side = SidePanel(self._look, self._document, self)
        self.panel = side.findings
        side.go_to.connect(self.go_to)
        side.told.connect(self.status_told)
        side.fold_asked.connect(self.fold)
        self._document.opened.disconnect(self._begin)
        self._document.judged.disconnect(self._follow)
        self._listen()  # from now on after the panels
        self.strip.unfold_asked.connect(self.unfold)
        self._beside.hide()
        if self.view.cursor_at() == self._first and not self._is_typing():
            self._go_to_error()
        self._arrange()

    def _build(self) -> QWidget:
        left = surface()
        left.setParent(self)
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 12, 0)
        tools.setSpacing(8)
        tools.addWidget(self.facts, 1)
        tools.addWidget(self.search)
        tools.addWidget(self.only)
        self.search.setFixedWidth(_SEARCH)
        bar = QWidget()
        bar.setLayout(tools)
        bar.setFixedHeight(self._look.theme.metrics.fact_bar)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = bar, self.paste_bar, self.filter_line, rule()
        for part in (*above, self.view, rule(), self.foot):
            column.addWidget(part, 1 if part is self.view else 0)
        return left

    def _listen(self) -> None:
        self._document.opened.connect(self._begin)
        self._document.judged.connect(self._follow)

    def _connect(self) -> None:
        view = self.view
        self._listen()
        self._document.changed.connect(self._drop_paste)
        view.moved.connect(self._tell_selection)
        view.told.connect(self.status_told)
        view.overflowed.connect(self._ask_paste)
        view.escaped.connect(self._escape)
        view.parts.widened.connect(self._keep_widths)
        self.paste_bar.part_asked.connect(view.paste_part)
        self.paste_bar.dropped.connect(view.drop_paste)
        self.search.changed.connect(self._filter)
        self.search.entered.connect(view.setFocus)
        self.only.toggled.connect(self._filter)
        self.filter_line.all_asked.connect(self._show_all)
        self.foot.add_asked.connect(self.add_unit)
        self.foot.remove_asked.connect(self.remove_unit)
        pane_key = QShortcut(QKeySequence(Qt.Key.Key_F6), self)
        pane_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pane_key.activated.connect(self._next_pane)

    # ------------------------------------------------------------ following the month

    def _make_model(self) -> FiguresModel:
        form: Form
        if is_one_unit(self._document.report):
            from ui.tables.criteria import CriteriaForm  # a wide table does without

            form = CriteriaForm(self._document)
        else:
            form = UnitsForm(self._document)
        return FiguresModel(form, self)

    def _row_height(self) -> int:
        metrics = self._look.theme.metrics
        return metrics.row if self._is_one() else metrics.unit_row

    def _is_one(self) -> bool:
        """Whether the table is that of one unit."""
        return not isinstance(self._model.form, UnitsForm)

    def _show_model(self) -> None:
        """Show the table that fits the report."""
        self._model.deleteLater()
        self._model = self._make_model()
        self._put_model()

    def _put_model(self) -> None:
        widths.take(self.view, self._document.store, self._preference())
        self.view.show_model(self._model, self._row_height())
        self._model.refiltered.connect(self._tell_filter)
        self._model.followed.connect(self._tell_change)
        model = self._model
        for turned in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            turned.connect(self._drop_paste)
        self._tell_filter()

    def _begin(self) -> None:
        """Another month: its table, no filter."""
        self.paste_bar.close_question()
        self.search.edit.clear()
        self.only.setChecked(False)
        self._show_model()
        self._settle()

    def _settle(self) -> None:
        """Let all that is around the table follow it; the cursor on the first lỗi."""
        self.foot.follow(self._document.report, self._model)
        self._go_to_error()
        self._awaits_findings = not self._document.is_judged
        self._first = self.view.cursor_at()
        self._arrange()

    def _go_to_error(self) -> None:
        place = self.panel.first_error() if self._is_whole else None
        if place is not None:
            self.view.jump_to(place)

    def _take_findings(self) -> None:
        """A large month's findings came after its table: the cursor, unless moved."""
        self._awaits_findings = False
        if self.only.isChecked():
            self._filter()
        if self.view.cursor_at() == self._first and not self._is_typing():
            self._go_to_error()
        self.view.paint_apart()

    def _is_typing(self) -> bool:
        return self.view.state() is FiguresView.State.EditingState

    def _follow(self) -> None:
        """The figures changed: perhaps another form shows them now."""
        one = is_one_unit(self._document.report)
        if one != self._is_one():
            self._show_model()
            self._tell_change()
        if self._awaits_findings:
            self._take_findings()
        self._arrange_tools()

    def _tell_change(self) -> None:
        """The table shows other figures: say what is read and chosen now."""
        self.foot.follow(self._document.report, self._model)
        self._tell_selection()

    def _tell_filter(self) -> None:
        self.filter_line.follow(self._model, self.search.text())

    def _tell_selection(self) -> None:
        said = describe(self._model, self._document, self.view.area())
        self.status_told.emit(said)

    # ------------------------------------------------------------------- going places

    def go_to(self, place: Place) -> None:
        """Show a cell of the report and put the cursor on it."""
        field = self.facts.field(place)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.view.jump_to(place):
            self.status_told.emit("Bảng này không có ô của điểm cần xem đó.")
        elif self.search.text() and not self._model.is_filtered():
            self.search.edit.clear()
        if not self._model.is_filtered():
            self.only.setChecked(False)

    def next_finding(self) -> None:
        """Choose the next finding and go to its cell."""
        self._show_findings()
        self.panel.next_finding()

    def previous_finding(self) -> None:
        """Choose the finding before and go to its cell."""
        self._show_findings()
        self.panel.previous_finding()

    def _show_findings(self) -> None:
        self.complete()
        self.unfold()
        self.side.show_findings()

    def focus_search(self) -> None:
        """Let the user type what to look for."""
        self.search.show()
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()
        self._arrange_tools()

    def _next_pane(self) -> None:
        """Table, findings, facts, and round again."""
        self.complete()
        if self.view.hasFocus() and self._document.findings:
            self.unfold()
            self.side.take_keys()
        elif self.view.hasFocus() or self.side.has_keys():
            self.facts.total.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------------------ filters

    def _filter(self) -> None:
        self.paste_bar.drop()
        self._model.set_filter(self.search.text(), only_findings=self.only.isChecked())

    def _show_all(self) -> None:
        self.search.edit.clear()
        self.only.setChecked(False)
        self.view.setFocus()

    def _drop_paste(self, *_what: object) -> None:
        """Edits, and rows that come or go, end a question about a paste."""
        self.paste_bar.drop()

    def _ask_paste(self, paste: Paste) -> None:
        self.paste_bar.ask(paste, self._model)

    # -------------------------------------------------------------------------- units

    def add_unit(self) -> None:
        """Add a unit at the end and let its name be typed."""
        report = self._document.report
        place = Place(report.next_row_id(), UNIT_NAME)
        name = free_name(report)
        self._document.type_many([(place, name)], f"Thêm {name.lower()}")
        if self.view.jump_to(place):
            editor = self.view.open_editor()
            if editor is not None:
                editor.selectAll()

    def remove_unit(self) -> None:
        """Remove the unit in whose row the cursor is, as one step."""
        row, _ = self.view.cursor_at()
        if is_unit(self._model, row):
            line = self._model.line(row)
            self._document.remove_row(line.row)
            self.status_told.emit(f"Đã bỏ {line.name}. Ctrl+Z để hoàn tác.")
        else:
            self.status_told.emit("Chọn một ô của đơn vị cần bỏ, rồi bấm Bỏ đơn vị.")

    # --------------------------------------------------------------------------- room

    def fit(self, width: int) -> None:
        """Lay the page out for a window of that width."""
        self._wide = width >= WIDE
        self._unfolded = self._wide
        self._arrange()

    def unfold(self) -> None:
        """Show the findings, over the table where room is scarce."""
        if not self._unfolded:
            self._show_panel(shown=True)

    def fold(self) -> None:
        """Leave a strip of the findings."""
        if self._unfolded:
            self._show_panel(shown=False)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panel(self, *, shown: bool) -> None:
        self._unfolded = shown
        self.complete()
        self._arrange()
        self.view.parts.uncover(*self.view.cursor_at())

    def _escape(self) -> None:
        """Esc in the table: a question goes, else a panel over the table folds."""
        if self.paste_bar.drop():
            return
        if not self._wide and self._unfolded:
            self.fold()
        elif self._model.is_filtered():
            self._show_all()

    def _arrange(self) -> None:
        """Give table and findings their places."""
        width, height = self.width(), self.height()
        beside = WIDTH if self._wide and self._unfolded else STRIP
        self._left.setGeometry(0, 0, max(width - beside, 0), height)
        self._beside.setGeometry(width - beside, 0, beside, height)
        if self._is_whole:
            self.strip.setGeometry(width - STRIP, 0, STRIP, height)
            self.side.setGeometry(width - WIDTH, 0, WIDTH, height)
            self.side.setVisible(self._unfolded)
            self.strip.setVisible(not self._unfolded)
            self.side.raise_()
        over = not self._wide and self._unfolded
        self.view.parts.cover(WIDTH - STRIP if over else 0)
        self._arrange_tools()

    def _arrange_tools(self) -> None:
        """Leave out what has no room: the search field, then the unit's name."""
        room = self._left.width() - self.only.sizeHint().width() - 28
        wanted = bool(self.search.text()) or self.search.edit.hasFocus()
        fits = room - _SEARCH - 8 >= self.facts.least()
        shown = wanted or (self._wide and fits)
        self.search.setVisible(shown)
        self.facts.fit(room - (_SEARCH + 8 if shown else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------- column widths

    def _preference(self) -> str:
        return "columns.criteria" if self._is_one() else "columns.units"

    def _keep_widths(self) -> None:
        widths.keep(self.view, self._document.store, self._preference())
