"""The office's own days off and its own words: to .xlsx and back.

What cannot be taken of a colleague's file is said with its cell and left out; all the
rest is taken, and nothing is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core import figures, names
from core.importing import small_table
from core.importing.small_table import Column, Given, Line, Value
from core.office import DayOff, OwnWord
from core.office_tables import Remark

DAY_COLUMNS = (
    Column("day", "Ngày", 14, ("ngày nghỉ", "ngày tháng"), needed=True),
    Column("kind", "Nghỉ hay làm bù", 18, ("loại", "nghỉ làm bù", "hình thức")),
    Column("name", "Lý do", 60, ("tên", "tên ngày nghỉ", "nội dung", "ghi chú")),
)
WORD_COLUMNS = (
    Column(
        "text",
        "Cách viết",
        36,
        ("từ", "thuật ngữ", "chữ viết tắt", "viết tắt"),
        needed=True,
    ),
    Column("full", "Viết đầy đủ", 60, ("đầy đủ", "giải thích", "nghĩa")),
)
OFF, WORKED = "Nghỉ", "Làm bù"
_KINDS = {
    "": False,
    "nghi": False,
    "nghi le": False,
    "lam bu": True,
    "lam": True,
    "di lam": True,
}


@dataclass(frozen=True, slots=True)
class ReadDays:
    """Days of a file, and what of it was not taken."""

    days: tuple[DayOff, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadWords:
    """Words of a file, and what of it was not taken."""

    words: tuple[OwnWord, ...]
    remarks: tuple[Remark, ...] = ()


def days_file(days: tuple[DayOff, ...]) -> bytes:
    """The workbook of the days."""
    rows: list[list[Value]] = [
        [one.day, WORKED if one.works else OFF, one.name] for one in days
    ]
    return small_table.write("Ngày nghỉ", DAY_COLUMNS, rows)


def read_days(data: bytes, name: str) -> ReadDays:
    """The days in a file, by date; of two that differ neither.

    Raises:
        UnreadableFileError: It is no workbook, unsafe, or has no such table.
    """
    found: dict[date, tuple[DayOff, str]] = {}
    twice: set[date] = set()
    remarks: list[Remark] = []
    for line in small_table.read(data, name, DAY_COLUMNS).lines:
        one, wrong = _day(line)
        if one is None:
            remarks += wrong
            continue
        at = line["day"].at
        if one.day in found and found[one.day][0] != one:
            twice.add(one.day)
            told = f"ngày {figures.show_date(one.day)} ghi khác ở {found[one.day][1]}"
            remarks.append(_left_out(at, f"{told}; cả hai dòng"))
        found.setdefault(one.day, (one, at))
    days = (one for day, (one, _) in sorted(found.items()) if day not in twice)
    return ReadDays(tuple(days), tuple(remarks))


def _day(line: Line) -> tuple[DayOff | None, list[Remark]]:
    wrong = _troubles(line)
    told, kind = _cell(line, "day"), _cell(line, "kind")
    day = day_of(told.text)
    works = works_of(kind.text)
    if not wrong and day is None:
        what = f"chưa đọc được ngày “{told.text}”" if told.text else "chưa ghi ngày"
        wrong.append(_left_out(told.at, f"{what}, ghi như 02/01/2026; dòng này"))
    if not wrong and works is None:
        what = f"“{kind.text}” không phải “{OFF}” hay “{WORKED}”"
        wrong.append(_left_out(kind.at, f"{what}; dòng này"))
    if wrong or day is None or works is None:
        return None, wrong
    return DayOff(day, _cell(line, "name").text, works=works), []


def day_of(text: str) -> date | None:
    """The day in `text` ("02/01/2026"), or None."""
    return figures.parse_date(text)


def works_of(text: str) -> bool | None:
    """Whether `text` says that the day is worked; None where it says neither."""
    return _KINDS.get(names.folded(text).strip())


def words_file(words: tuple[OwnWord, ...]) -> bytes:
    """The workbook of the words."""
    rows: list[list[Value]] = [[one.text, one.full] for one in words]
    return small_table.write("Từ ngữ", WORD_COLUMNS, rows)


def read_words(data: bytes, name: str) -> ReadWords:
    """The words in a file, in its order, each once.

    Raises:
        UnreadableFileError: It is no workbook, unsafe, or has no such table.
    """
    words: dict[OwnWord, None] = {}
    remarks: list[Remark] = []
    for line in small_table.read(data, name, WORD_COLUMNS).lines:
        wrong, text = _troubles(line), _cell(line, "text")
        if not wrong and not text.text:
            wrong.append(_left_out(text.at, "chưa ghi cách viết; dòng này"))
        remarks += wrong
        if not wrong:
            words[OwnWord(text.text, _cell(line, "full").text)] = None
    return ReadWords(tuple(words), tuple(remarks))


def _cell(line: Mapping[str, Given], key: str) -> Given:
    return line.get(key, Given(""))


def _troubles(line: Line) -> list[Remark]:
    return [
        _left_out(cell.at, f"ô {cell.trouble}; dòng này")
        for cell in line.values()
        if cell.trouble
    ]


def _left_out(at: str, what: str) -> Remark:
    return Remark(at, f"{what} chưa được nhập.")
