"""The office's tables as files: targets and tasks to .xlsx and back.

A colleague's sheet may have its columns in any order and name criteria by code or by
name. What cannot be taken is said with its cell and left out; all the rest is taken, and
nothing is guessed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core import figures, names, profiles
from core.catalogue import Catalogue, Indicator
from core.criteria_words import GENERAL, MEASURED, Criteria, has_code, in_words
from core.importing import small_table
from core.importing.small_table import Column, Given, Line, Value
from core.kind import Kind
from core.office import Target, Targets, Task
from core.period import FIRST_YEAR, LAST_YEAR

TARGET_COLUMNS = (
    Column("year", "Năm", 8, ("năm áp dụng", "năm giao")),
    Column("code", "Mã", 8, ("mã tiêu chí", "mã chỉ tiêu", "ký hiệu")),
    Column(
        "indicator",
        "Tiêu chí",
        46,
        ("chỉ tiêu", "tên tiêu chí", "tên chỉ tiêu", "nội dung"),
        needed=True,
    ),
    Column(
        "level",
        "Mức",
        10,
        ("mức giao", "mức được giao", "chỉ tiêu giao", "chỉ tiêu được giao", "ít nhất"),
        needed=True,
    ),
    Column("basis", "Căn cứ", 60, ("văn bản giao", "căn cứ giao", "văn bản")),
)
TASK_COLUMNS = (
    Column(
        "indicator",
        "Tiêu chí",
        46,
        ("chỉ tiêu", "tên tiêu chí", "tên chỉ tiêu"),
        needed=True,
    ),
    Column("text", "Việc cần làm", 60, ("nội dung công việc", "công việc", "việc")),
    Column(
        "unit",
        "Đơn vị, người thực hiện",
        34,
        ("đơn vị thực hiện", "người thực hiện", "đơn vị", "phụ trách", "ai làm"),
        needed=True,
    ),
    Column("deadline", "Thời hạn", 24, ("hạn", "hạn hoàn thành", "thời gian")),
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What of a file was not taken, and why.

    Attributes:
        at: The cell, "Chỉ tiêu!D5"; empty for the whole file.
        text: One sentence.
    """

    at: str
    text: str

    def __str__(self) -> str:
        """The sentence after its cell."""
        return f"Ô {self.at}: {self.text}" if self.at else self.text


@dataclass(frozen=True, slots=True)
class ReadTargets:
    """Targets of a file, and what of it was not taken."""

    targets: Targets
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadTasks:
    """Tasks of a file, and what of it was not taken."""

    tasks: tuple[Task, ...]
    remarks: tuple[Remark, ...] = ()


def year_of(text: str) -> int | None:
    """The year of four digits that an office may have targets for, or None."""
    tidy = names.folded(text).removeprefix("nam ").replace(".", "")
    year = int(tidy) if tidy.isdecimal() and len(tidy) == 4 else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def level_of(text: str, kind: Kind) -> Decimal | None:
    """The level in `text`, or None where it is no number a target can be."""
    value = figures.parse(text, kind)
    if not isinstance(value, Decimal) or value < 0:
        return None
    return None if kind is Kind.RATIO and value > figures.HUNDRED else value


# ------------------------------------------------------------------------------ targets


def targets_file(targets: Targets, catalogue: Catalogue, year: int) -> bytes:
    """The workbook of all targets; of `year` with every criterion, to be filled in."""
    rows: list[list[Value]] = []
    for one in sorted({*targets.years, year}):
        known = targets.years.get(one, {})
        empty = (item.key for item in catalogue.criteria if item.kind is Kind.RATIO)
        keys = dict.fromkeys((*known, *(empty if one == year else ())))
        rows += [_target_row(one, key, known.get(key), catalogue) for key in keys]
    return small_table.write("Chỉ tiêu", TARGET_COLUMNS, rows)


def _target_row(
    year: int, key: str, target: Target | None, catalogue: Catalogue
) -> list[Value]:
    one = catalogue.indicators.get(key)
    code, name = "", in_words(catalogue, key)
    if one is not None and has_code(one):
        code, name = one.code, one.name
    kind = one.kind if one is not None else Kind.RATIO
    level = None if target is None else small_table.writable(target.level, kind)
    return [Decimal(year), code, name, level, target.basis if target else ""]


def read_targets(
    data: bytes, name: str, catalogue: Catalogue, year: int
) -> ReadTargets:
    """The targets in a file; a file without a column for it is of `year`.

    Raises:
        UnreadableFileError: It is no workbook, unsafe, or has no such table.
    """
    table = small_table.read(data, name, TARGET_COLUMNS)
    reading = _Targets(Criteria(catalogue), None if "year" in table.columns else year)
    for line in table.lines:
        reading.take(line)
    targets = reading.targets()
    remarks = list(reading.remarks)
    if "year" not in table.columns and reading.found:
        remarks.append(
            Remark("", f"Tệp không có cột “Năm”: các mức được hiểu là của năm {year}.")
        )
    return ReadTargets(targets, tuple(remarks))


class _Targets:
    """Takes lines one after another."""

    def __init__(self, criteria: Criteria, year: int | None) -> None:
        self._criteria = criteria
        self._year = year
        self.found: dict[tuple[int, str], list[tuple[Target, str]]] = defaultdict(list)
        self.remarks: list[Remark] = []

    def take(self, line: Line) -> None:
        """Take a line, or say what of it cannot be taken."""
        level, basis = _cell(line, "level"), _cell(line, "basis")
        if not (level.text or level.trouble or basis.text):
            return  # a criterion that was left empty in the table to be filled in
        before = len(self.remarks)
        self.remarks += _troubles(line)
        indicator = self._indicator(line)
        year = self._year_of(line)
        if len(self.remarks) > before or indicator is None or year is None:
            return
        value = self._level(level, indicator)
        if value is not None:
            target = Target(indicator.key, value, basis.text)
            self.found[year, indicator.key].append((target, level.at))

    def _indicator(self, line: Line) -> Indicator | None:
        code, words = _cell(line, "code"), _cell(line, "indicator")
        by_code = self._criteria.find(code.text) if code.text else None
        by_name = self._criteria.find(words.text) if words.text else None
        if by_code and by_name and by_code.key != by_name.key:
            self.say(
                code,
                f"mã “{code.text}” và tên “{words.text}” là hai tiêu chí khác nhau",
            )
            return None
        found = by_code or by_name
        if found is None or found.kind not in MEASURED:
            self.say(words, self._criteria.unknown(words.text or code.text))
            return None
        return found

    def _year_of(self, line: Line) -> int | None:
        if self._year is not None:
            return self._year
        cell = _cell(line, "year")
        year = year_of(cell.text)
        if year is None:
            told = f"“{cell.text}” không phải một năm" if cell.text else "chưa ghi năm"
            self.say(cell, f"{told}; ghi bốn chữ số, ví dụ 2026")
        return year

    def _level(self, cell: Given, indicator: Indicator) -> Decimal | None:
        if not cell.text:
            self.say(cell, "có căn cứ mà chưa có mức")
            return None
        level = level_of(cell.text, indicator.kind)
        if level is None:
            told = f"chưa đọc được mức “{cell.text}”"
            if indicator.kind is Kind.RATIO:
                told += "; ghi số từ 0 đến 100, như 52 hoặc 52,5"
            self.say(cell, told)
        return level

    def say(self, cell: Given, what: str) -> None:
        """Add a remark about a cell."""
        self.remarks.append(Remark(cell.at, f"{what}; dòng này chưa được nhập."))

    def targets(self) -> Targets:
        """What was taken; of two levels for one criterion neither."""
        years: dict[int, dict[str, Target]] = defaultdict(dict)
        for (year, key), given in self.found.items():
            first, at = given[0]
            others = [place for target, place in given if target != first]
            if others:
                cells = ", ".join(place for _, place in given)
                told = f"cùng một tiêu chí năm {year} ghi khác nhau ở {cells}; các dòng này chưa được nhập."
                self.remarks.append(Remark(at, told))
            else:
                years[year][key] = first
        return Targets({year: dict(by_key) for year, by_key in years.items()})


# -------------------------------------------------------------------------------- tasks


def tasks_file(tasks: tuple[Task, ...], catalogue: Catalogue) -> bytes:
    """The workbook of who does what by when; criteria with nobody stand below, empty."""
    rows: list[list[Value]] = [
        [criteria_in_words(catalogue, one), one.text, one.unit, one.deadline]
        for one in tasks
    ]
    named = {key for one in tasks for key in one.indicators}
    rest = (one.key for one in catalogue.criteria if one.key not in named)
    rows += [[in_words(catalogue, key)] for key in rest]
    return small_table.write("Phân công", TASK_COLUMNS, rows)


def criteria_in_words(catalogue: Catalogue, task: Task) -> str:
    """What a task serves, as its table writes it."""
    words = (in_words(catalogue, key) for key in task.indicators)
    return "; ".join(words) or GENERAL


def read_tasks(data: bytes, name: str, catalogue: Catalogue) -> ReadTasks:
    """The tasks in a file, in its order.

    Raises:
        UnreadableFileError: It is no workbook, unsafe, or has no such table.
    """
    table = small_table.read(data, name, TASK_COLUMNS)
    criteria = Criteria(catalogue)
    tasks: list[Task] = []
    remarks: list[Remark] = []
    for line in table.lines:
        wrong = list(_task_troubles(line, criteria))
        if wrong:
            remarks += wrong
        elif (task := _task(line, criteria)) is not None:
            tasks.append(task)
    return ReadTasks(tuple(tasks), tuple(remarks))


def _task(line: Line, criteria: Criteria) -> Task | None:
    """The task of a sound line; None where it assigns nothing."""
    text, unit, deadline = (
        _cell(line, key).text for key in ("text", "unit", "deadline")
    )
    if not (text or unit or deadline):
        return None
    keys = criteria.find_all(_cell(line, "indicator").text) or ()
    return Task(text, keys, unit, deadline)


def _task_troubles(line: Line, criteria: Criteria) -> Iterator[Remark]:
    yield from _troubles(line)
    said = [_cell(line, key) for key in ("text", "unit", "deadline")]
    if not any(one.text for one in said):
        return
    words, text = _cell(line, "indicator"), said[0]
    keys = criteria.find_all(words.text)
    if keys is None:
        told = criteria.unknown(words.text)
        yield Remark(words.at, f"{told}; dòng này chưa được nhập.")
        return
    if wrong := task_trouble(Task(text.text, keys, said[1].text, said[2].text)):
        yield Remark(text.at, f"{wrong} Dòng này chưa được nhập.")


def task_trouble(task: Task) -> str:
    """Why a letter could not be made with `task`, in a sentence; or nothing."""
    if not task.text and not task.indicators:
        return "Việc chung phải ghi việc cần làm."
    if unknown := profiles.unknown_slots(task):
        return f"Có chỗ trống không dùng được: {{{min(unknown)}}}."
    return ""


# ------------------------------------------------------------------------------- shared


def _cell(line: Mapping[str, Given], key: str) -> Given:
    return line.get(key, Given(""))


def _troubles(line: Line) -> Iterator[Remark]:
    """A remark about each cell in which nothing can be read."""
    for cell in line.values():
        if cell.trouble:
            yield Remark(cell.at, f"ô {cell.trouble}; dòng này chưa được nhập.")
