"""The marks of one sheet, gathered cell by cell by a reader."""

from core.importing.books.styles import Styles
from core.importing.grid import Marks, Merge, SheetMarks, Spot, Spots


class Collected:
    """What was met in a sheet so far.

    Attributes:
        styles: What the styles that its cells name show.
        last: The last row and the last column with a value.
        percents: By column the rows of cells that show a fraction as a percentage.
    """

    def __init__(self, styles: Styles) -> None:
        """Begin with nothing met."""
        self.styles = styles
        self.last = Spot(0, 0)
        self.merges: list[Merge] = []
        self.percents: dict[int, set[int]] = {}
        self.errors: dict[Spot, str] = {}
        self.unsaved: dict[Spot, str] = {}
        self.fonts: dict[Spot, str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()

    def text(self, spot: Spot, style: int) -> None:
        """Count in a cell with a text."""
        self.reach(spot)
        if style in self.styles.fonts:
            self.fonts[spot] = self.styles.fonts[style]

    def number(self, spot: Spot, style: int) -> None:
        """Count in a cell with a number."""
        self.reach(spot)
        self.shown(spot, style)

    def shown(self, spot: Spot, style: int) -> None:
        """Keep a cell that shows a fraction as a percentage."""
        if style in self.styles.percents:
            self.percents.setdefault(spot.column, set()).add(spot.row)

    def error(self, spot: Spot, text: str) -> None:
        """Count in a cell with an error."""
        self.reach(spot)
        self.errors[spot] = text

    def without_value(self, spot: Spot, formula: str) -> None:
        """Count in a formula that no program has reckoned."""
        self.reach(spot)
        self.unsaved[spot] = formula

    def reach(self, spot: Spot) -> None:
        """Let the sheet go as far as `spot`."""
        last = self.last
        if spot.row > last.row or spot.column > last.column:
            self.last = Spot(max(last.row, spot.row), max(last.column, spot.column))

    def sheet(self, name: str, *, hidden: bool) -> SheetMarks:
        """All of it as the marks of the sheet `name`."""
        marks = Marks(
            merges=tuple(self.merges),
            percents=Spots(self.percents),
            errors=self.errors,
            unsaved=self.unsaved,
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            hidden_sheet=hidden,
            fonts=self.fonts,
        )
        return SheetMarks(name, self.last, marks)
