"""What a person decides of a file, as a value: it changes how the file is read.

The import window shows an `Opened`, changes the `Choices` and asks again. They are kept
with a layout too, so that next month's file is read alike (docs/decisions/0008-reading.md).
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from core import figures
from core.frozen import field, frozen, replace
from core.importing.recognition.recognise import LEFT_OUT, Meaning
from core.period import Moment, Period
from core.report import Field, Part

__all__ = [
    "LEFT_OUT",
    "NO_CHOICES",
    "Choices",
    "ColumnKey",
    "SheetChoices",
    "Style",
    "TableKey",
]


class TableKey(NamedTuple):
    """Which table of a file: its sheet, the first row of its header, its first column.

    Only a table that stands right of another one begins behind the sheet's first column.
    """

    sheet: str
    row: int
    left: int = 1


class ColumnKey(NamedTuple):
    """Which column of which table: the table's sheet and header row, and its number."""

    sheet: str
    row: int
    column: int


class Style(NamedTuple):
    """How numbers of one figure are to be read where they have two readings.

    Attributes:
        sign: What their ambiguity is, as `questions` names it (".", ",", "date" …).
        reading: Which of the readings is meant, from 0.
    """

    sign: str
    reading: int


@frozen
class SheetChoices:
    """What is decided of one sheet.

    Attributes:
        taken: Whether it is read; None leaves that to the program.
        header: Numbers of the rows its header stands in, top down; empty: as found.
    """

    taken: bool | None = None
    header: tuple[int, ...] = ()


@frozen
class Choices:
    """What is decided of a file; without any of it the program reads as it finds.

    Attributes:
        hidden: Read hidden rows, columns and sheets too.
        sheets: By the sheet's name.
        columns: What a column holds; `LEFT_OUT` for what is not to be read.
        left_out: Tables that are not read, because a rival of theirs is.
        period: The period, where it is not the one found.
        as_of: The time of the figures, where it is not the one found.
        styles: By figure and sign how numbers with two readings are read.
    """

    hidden: bool = False
    sheets: Mapping[str, SheetChoices] = field(default_factory=dict)
    columns: Mapping[ColumnKey, Meaning] = field(default_factory=dict)
    left_out: frozenset[TableKey] = frozenset()
    period: Period | None = None
    as_of: Moment | None = None
    styles: Mapping[tuple[Field, str], int] = field(default_factory=dict)

    def sheet(self, name: str) -> SheetChoices:
        """What is decided of that sheet; nothing where it is not named."""
        return self.sheets.get(name, _NOTHING)

    def with_sheet(self, name: str, *, taken: bool) -> "Choices":
        """These, and the sheet is read or left out."""
        return self._with(name, replace(self.sheet(name), taken=taken))

    def with_header(self, name: str, rows: Iterable[int]) -> "Choices":
        """These, and the sheet's header stands in those rows; none: as found.

        What was said of its columns is of another header, and is dropped.
        """
        kept = replace(self.sheet(name), header=tuple(sorted(set(rows))))
        others = {key: one for key, one in self.columns.items() if key.sheet != name}
        return replace(self._with(name, kept), columns=others)

    def with_column(
        self, table: TableKey, column: int, meaning: Meaning | None
    ) -> "Choices":
        """These, and the column holds that; None takes the choice back."""
        chosen = ColumnKey(table.sheet, table.row, column)
        columns = {key: one for key, one in self.columns.items() if key != chosen}
        if meaning is not None:
            columns[chosen] = meaning
        return replace(self, columns=columns)

    def columns_of(self, table: TableKey) -> dict[int, Meaning]:
        """What is said of the columns of one table, by their numbers."""
        found = (
            (key, one) for key, one in self.columns.items() if key[:2] == table[:2]
        )
        return {key.column: one for key, one in found}

    def with_table(self, key: TableKey, rivals: Iterable[TableKey]) -> "Choices":
        """These, and of the rivals only the table `key` is read."""
        others = frozenset(rivals) - {key}
        return replace(self, left_out=(self.left_out - {key}) | others)

    def with_style(self, place: Field, style: Style) -> "Choices":
        """These, and numbers of that figure with that sign have that reading."""
        return replace(self, styles={**self.styles, (place, style.sign): style.reading})

    def _with(self, name: str, chosen: SheetChoices) -> "Choices":
        sheets = {key: one for key, one in self.sheets.items() if key != name}
        if chosen != _NOTHING:
            sheets[name] = chosen
        return replace(self, sheets=sheets)

    # ------------------------------------------------------------------------- as JSON

    def to_json(self) -> dict[str, Any]:
        """These as what JSON can hold; only what was decided is named."""
        made = {
            "hidden": self.hidden,
            "sheets": {name: _from_sheet(one) for name, one in self.sheets.items()},
            "columns": [
                [*key, one.indicator, one.part.value, one.facet]
                for key, one in self.columns.items()
            ],
            "left_out": sorted([list(key) for key in self.left_out]),
            "period": None if self.period is None else self.period.code,
            "as_of": None if self.as_of is None else self.as_of.code,
            "styles": [
                [indicator, part.value, sign, reading]
                for ((indicator, part), sign), reading in self.styles.items()
            ],
        }
        return {key: value for key, value in made.items() if value}

    @classmethod
    def from_json(cls, data: Any) -> "Choices":  # noqa: ANN401 - whatever the store kept
        """The choices that `to_json` wrote.

        Raises:
            ValueError: It is not what `to_json` writes.
        """
        try:
            return _to_choices(data)
        except (TypeError, LookupError, AttributeError) as error:
            message = f"no choices: {data!r:.200}"
            raise ValueError(message) from error


_NOTHING = SheetChoices()

NO_CHOICES = Choices()
"""Nothing is decided: the file is read as the program finds it."""


def _from_sheet(chosen: SheetChoices) -> dict[str, Any]:
    return {"taken": chosen.taken, "header": list(chosen.header)}


def _to_sheet(data: dict[str, Any]) -> SheetChoices:
    taken = data["taken"]
    return SheetChoices(
        taken=None if taken is None else bool(taken),
        header=tuple(int(row) for row in data["header"]),
    )


def _to_choices(data: dict[str, Any]) -> Choices:
    period, as_of = data.get("period"), data.get("as_of")
    return Choices(
        hidden=bool(data.get("hidden", False)),
        sheets={
            str(name): _to_sheet(one) for name, one in data.get("sheets", {}).items()
        },
        columns={
            ColumnKey(str(sheet), int(row), int(column)): Meaning(
                str(indicator), Part(part), str(facet)
            )
            for sheet, row, column, indicator, part, facet in data.get("columns", ())
        },
        left_out=frozenset(
            TableKey(str(sheet), *map(int, place))
            for sheet, *place in data.get("left_out", ())
        ),
        period=None if period is None else figures.parse_period(period),
        as_of=None if as_of is None else figures.parse_moment(as_of),
        styles={
            ((str(indicator), Part(part)), str(sign)): int(reading)
            for indicator, part, sign, reading in data.get("styles", ())
        },
    )
