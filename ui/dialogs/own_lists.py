"""The office's own days off, and its own spellings and abbreviations."""

from PySide6.QtWidgets import QWidget

from core import figures, office_lists
from core.office import DayOff, OwnWord
from core.office_lists import OFF, WORKED, day_of, works_of
from ui.dialogs.table_dialog import TableDialog, TableFiles
from ui.dialogs.table_model import Row, Rows, TableColumn, TableModel
from ui.theme import Look

ABOUT_DAYS = (
    "Lịch nghỉ lễ, tết chung đã có trong gói dữ liệu. Bảng này chỉ ghi ngày mà cơ quan "
    "nghỉ thêm hoặc làm bù, để kiểm tra ngày ký công văn."
)
ABOUT_WORDS = (
    "Cách viết riêng mà cơ quan thống nhất dùng, và chữ viết tắt mà nơi nhận đã quen "
    "(ghi cả chữ đầy đủ). Kiểm tra công văn theo bảng này trước bảng chung."
)
_SIZE = (760, 560)


class DaysOffDialog(TableDialog):
    """Edits an office's days off; `answer` holds the new ones."""

    def __init__(
        self, look: Look, parent: QWidget | None, days: tuple[DayOff, ...]
    ) -> None:
        """Show `days`."""
        columns = (
            TableColumn("Ngày", 140, wrong=self._wrong_day, ghost=_no_day),
            TableColumn(
                "Nghỉ hay làm bù",
                160,
                wrong=_wrong_kind,
                ghost=lambda row: OFF if any(row) else "",
                proposals=(OFF, WORKED),
            ),
            TableColumn("Lý do", ghost=_no_reason),
        )
        model = TableModel(columns, grows=True)
        model.begin({"": _day_rows(days)})
        super().__init__(look, parent, "Ngày nghỉ của cơ quan", ABOUT_DAYS, model)
        model.setParent(self)
        self.answer: tuple[DayOff, ...] | None = None
        self.offer_files(TableFiles("Ngày nghỉ", self._written, self._read))
        self.fit(*_SIZE)

    def _wrong_day(self, row: Row) -> str:
        """Why the day of a row cannot be used."""
        day = day_of(row[0])
        if day is None:
            return "Ghi ngày như 02/01/2026."
        same = [one for one in self.model.rows() if day_of(one[0]) == day]
        return "Ngày này đã có ở dòng khác." if len(same) > 1 else ""

    def _days(self) -> tuple[DayOff, ...]:
        """The days that the rows say, by date; rows that are not right yet left out."""
        made = []
        for row in self.model.rows():
            day, works = day_of(row[0]), works_of(row[1])
            if day is not None and works is not None:
                made.append(DayOff(day, row[2], works))
        return tuple(sorted(made, key=lambda one: one.day))

    def _written(self) -> bytes:
        return office_lists.days_file(self._days())

    def _read(self, data: bytes, name: str) -> list[str]:
        """Take a file's days over; for the same day they take the place of ours."""
        found = office_lists.read_days(data, name)
        new = {one.day for one in found.days}
        kept = (one for one in self._days() if one.day not in new)
        days = sorted((*kept, *found.days), key=lambda one: one.day)
        self.model.put({"": _day_rows(tuple(days))})
        return [str(one) for one in found.remarks]

    def accept(self) -> None:
        """Close with the days."""
        self.answer = self._days()
        super().accept()


def _day_rows(days: tuple[DayOff, ...]) -> Rows:
    return tuple(
        (figures.show_date(one.day), WORKED if one.works else OFF, one.name)
        for one in days
    )


def _wrong_kind(row: Row) -> str:
    return "" if works_of(row[1]) is not None else f"Ghi “{OFF}” hoặc “{WORKED}”."


def _no_day(row: Row) -> str:
    return "chưa ghi ngày" if any(row) else ""


def _no_reason(row: Row) -> str:
    return "chưa ghi lý do" if any(row) else ""


class WordsDialog(TableDialog):
    """Edits an office's own words; `answer` holds the new ones."""

    def __init__(
        self, look: Look, parent: QWidget | None, words: tuple[OwnWord, ...]
    ) -> None:
        """Show `words`."""
        columns = (
            TableColumn("Cách viết", 240, wrong=_wrong_word),
            TableColumn("Viết đầy đủ (nếu là chữ viết tắt)"),
        )
        model = TableModel(columns, grows=True)
        model.begin({"": _word_rows(words)})
        super().__init__(look, parent, "Từ ngữ của cơ quan", ABOUT_WORDS, model)
        model.setParent(self)
        self.answer: tuple[OwnWord, ...] | None = None
        self.offer_files(TableFiles("Từ ngữ", self._written, self._read))
        self.fit(*_SIZE)

    def _words(self) -> tuple[OwnWord, ...]:
        """The words that the rows say, each once."""
        made = (OwnWord(*row) for row in self.model.rows() if row[0])
        return tuple(dict.fromkeys(made))

    def _written(self) -> bytes:
        return office_lists.words_file(self._words())

    def _read(self, data: bytes, name: str) -> list[str]:
        """Take a file's words over; for the same text they take the place of ours."""
        found = office_lists.read_words(data, name)
        new = {one.text for one in found.words}
        kept = (one for one in self._words() if one.text not in new)
        self.model.put({"": _word_rows((*kept, *found.words))})
        return [str(one) for one in found.remarks]

    def accept(self) -> None:
        """Close with the words."""
        self.answer = self._words()
        super().accept()


def _word_rows(words: tuple[OwnWord, ...]) -> Rows:
    return tuple((one.text, one.full) for one in words)


def _wrong_word(row: Row) -> str:
    return "" if row[0] or not any(row) else "Ghi cách viết."


def ask_days(
    look: Look, parent: QWidget, days: tuple[DayOff, ...]
) -> tuple[DayOff, ...] | None:
    """The days as the user left them, or None."""
    dialog = DaysOffDialog(look, parent, days)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


def ask_words(
    look: Look, parent: QWidget, words: tuple[OwnWord, ...]
) -> tuple[OwnWord, ...] | None:
    """The words as the user left them, or None."""
    dialog = WordsDialog(look, parent, words)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
