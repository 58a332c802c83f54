"""A table as data: its columns, its rows, and what stands where they meet."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from core import figures
from core.catalogue import Indicator, Kind
from core.entry import kind_of
from core.findings import Finding
from core.frozen import frozen, replace
from core.office import Target
from core.report import (
    TOTAL,
    Layout,
    Part,
    Place,
    Report,
    Unreadable,
)
from ui.document import Document
from ui.tables import texts
from ui.tables.cell import CellLook, Column, Line, State

NAMELESS = "Đơn vị chưa có tên"
"""What a unit is called that the file gives no name."""


@frozen
class Spot:
    """A cell of a table by the names of its row and its column."""

    line: str
    column: str


class Form(ABC):
    """One way of laying a report out; `refresh` before it is asked anything.

    Args:
        document: The month.
    """

    frozen = 2
    """Columns that stay at the left."""

    stretched = 1
    """The column that takes the room left over."""

    widest: int | None = None
    """Px the stretched column grows to, or None."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings: Mapping[Place, Sequence[Finding]] = {}
        self.accepted: Mapping[Place, Sequence[Finding]] = {}

    @abstractmethod
    def columns(self) -> tuple[Column, ...]:
        """The columns, as the report and its targets are now."""

    @abstractmethod
    def lines(self) -> tuple[Line, ...]:
        """The rows, in their order."""

    @abstractmethod
    def place(self, line: Line, column: Column) -> Place | None:
        """The report's cell behind a cell of the table, or None."""

    @abstractmethod
    def look(self, line: Line, column: Column) -> CellLook:
        """What the cell looks like."""

    @abstractmethod
    def tip(self, line: Line, column: Column) -> str:
        """What there is to know of the cell; empty for nothing."""

    @abstractmethod
    def spot(self, place: Place) -> Spot | None:
        """Where the table shows the report's cell, or None."""

    def refresh(self) -> None:
        """Take in the document as it is now."""
        by_place: dict[Place, list[Finding]] = {}
        settled: dict[Place, list[Finding]] = {}
        document = self.document
        for finding in document.checked.findings if document.is_judged else ():
            if finding.place is not None:
                among = settled if finding.accepted else by_place
                among.setdefault(finding.place, []).append(finding)
        self.findings, self.accepted = by_place, settled

    # ---------------------------------------------------------------- for both forms

    @property
    def report(self) -> Report:
        """The figures."""
        return self.document.report

    def indicator(self, key: str) -> Indicator | None:
        """The indicator of that key, or None."""
        return self.document.catalogue.indicators.get(key)

    def target(self, row: str, key: str) -> Target | None:
        """The target of an indicator: the file's own, else the office's, or None."""
        own = self.report.cell(Place(row, key, Part.TARGET)).number
        if own is not None:
            return Target(key, own)
        profile, period = self.document.profile, self.report.period
        if profile is None or period is None:
            return None
        return profile.targets.find(key, period.year)

    def misses(self, row: str, key: str) -> bool | None:
        """Whether a figure does not reach its target; None without one of them."""
        value = self.report.cell(Place(row, key)).number
        target, indicator = self.target(row, key), self.indicator(key)
        if value is None or target is None or indicator is None:
            return None
        if indicator.higher_is_better:
            return value < target.level
        return value > target.level

    def figure(self, place: Place, *, expected: bool, padded: bool = False) -> CellLook:
        """The look of the report's cell at `place`.

        Args:
            place: Where.
            expected: Nothing there means "chưa có", not an empty cell.
            padded: Fill up to two decimals.
        """
        cell = self.report.find(place)
        findings = [one.severity for one in self.findings.get(place, ())]
        found = texts.worst(findings)
        edited = self.document.former(place) is not None
        accepted = place in self.accepted
        if cell is None:
            look = CellLook(texts.MISSING, State.MISSING) if expected else CellLook()
            look = replace(look, severity=found, accepted=accepted, locked=False)
            return replace(look, edited=edited)
        indicator = self.indicator(place.indicator)
        whole = kind_of(indicator, place.part) in (Kind.COUNT, Kind.RANK)
        return CellLook(
            texts.shown(cell.value, padded=padded and not whole),
            texts.state_of(cell.value),
            severity=found,
            accepted=accepted,
            edited=edited,
            locked=False,
        )

    def cell_tips(self, place: Place) -> list[str]:
        """What there is to know of any cell of the report: findings, what it was."""
        value = self.report.cell(place).value
        said = []
        for one in self.findings.get(place, ()):
            word = texts.TONES[one.severity].value.word
            said.append(f"{word}: {one.rule.title}. {one.message}")
        said += [self._why_accepted(one) for one in self.accepted.get(place, ())]
        if isinstance(value, Unreadable) and not said:
            said.append(texts.cannot_read(value.text))
        if (
            isinstance(value, Decimal)
            and figures.decimals_of(value) > texts.MOST_DECIMALS
        ):
            said.append(f"Số đầy đủ: {texts.typed(value)}")
        former = former_text(self.document, place)
        if former:
            now = texts.shown(value)
            said.append(f"Đã sửa: {former.text} → {now}{former.when}")
        return said

    def _why_accepted(self, finding: Finding) -> str:
        from core.rules import accepting  # a table is shown before any rule is asked

        at = _edited_at(self.document, accepting.place_of(finding))
        when = "" if at is None else f" lúc {_clock(at, self.document)}"
        why = finding.accepted.rstrip(".")
        return f"Đã chấp nhận{when}: {finding.rule.title}. Lý do: {why}."


@frozen
class Former:
    """What stood in a cell before it was edited, and when that was."""

    text: str
    when: str


def former_text(document: Document, place: Place) -> Former | None:
    """What the cell said when it was read, and when it was edited last, or None."""
    former = document.former(place)
    if former is None:
        return None
    at = _edited_at(document, place)
    when = "" if at is None else f" lúc {_clock(at, document)}"
    return Former(texts.shown(former.value), when)


def _edited_at(document: Document, place: Place) -> datetime | None:
    for change in reversed(document.history.done):
        if any(edit.place == place for edit in change.edits):
            return change.at
    return None


def _clock(at: datetime, document: Document) -> str:
    """The time; with the day, where that was not today."""
    local = at.astimezone()
    day = local.date()
    clock = f"{local:%H:%M}"
    return clock if day == document.today() else f"{clock}, {figures.show_date(day)}"


def target_tip(target: Target) -> str:
    """Who set a target: "Chỉ tiêu 52% theo Kế hoạch số 12."."""
    level = figures.show(target.level)
    basis = f" theo {target.basis}" if target.basis else ""
    return f"Chỉ tiêu {level}%{basis}."


def spoken(number: int, line: Line, column: Column, look: CellLook, tips: str) -> str:
    """A cell as it is read aloud: row, what it is, the figure, what is wrong.

    "Hàng 3, Xã Bàu Đồn, Nộp trực tuyến, 42,1 phần trăm, dưới chỉ tiêu 47".
    """
    said = [f"Hàng {number}", line.name]
    if column.title != line.name:
        said.append(column.title)
    if look.text:
        unit = texts.spoken_unit(column.unit) if look.state is State.NUMBER else ""
        said.append(f"{look.text} {unit}".strip())
    elif look.fold is not None:
        said.append("nhóm đang gấp" if look.fold else "nhóm đang mở")
    if look.severity is not None:
        said.append(texts.TONES[look.severity].value.word.lower())
    if look.below:
        said.append(f"dưới chỉ tiêu {column.goal}".rstrip())
    if tips:
        said.append(tips.replace("\n", ", "))
    return ", ".join(part for part in said if part)


def is_one_unit(report: Report) -> bool:
    """Whether criteria are shown as rows: the report is of one unit."""
    if report.layout is Layout.CRITERIA:
        return True
    return report.total is None and len(report.rows) == 1


def row_name(report: Report, row_id: str) -> str:
    """The unit's name, or what the total line is called."""
    row = report.row(row_id)
    name = "" if row is None else row.name
    return name or ("Tổng cộng" if row_id == TOTAL else NAMELESS)
