"""What the user sends the window to do: open, begin, save, and what stops it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from core import VERSION, offices
from core.errors import CongVanError
from core.letter.model import Letter
from core.office import OfficeProfile
from core.rules.registry import Severity
from core.starting import begin
from ui.audit.door import AuditDoor
from ui.data_pack_door import DataPackDoor
from ui.dialogs import files
from ui.document import Document
from ui.fault_details import details_of
from ui.importing.flow import Importing
from ui.importing.outcomes import Looking, Overlap
from ui.importing.session import Origin
from ui.kept_month import KeptMonth
from ui.office_door import OfficeDoor
from ui.opening import Opener
from ui.saving import Saver, documents
from ui.theme import Look
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.tones import Tone

_REVIEW, _APART = "Xem lại", "Để thành tháng riêng"

SAFE = "Số liệu và nội dung bạn đã sửa vẫn còn nguyên."


class Errands(QObject):
    """Carries out commands that ask, read or write.

    Signals:
        told: Words for the status bar.
        worked: Long work began (True) or ended (False).
        progressed: Steps done, and steps in all.
        month_opened: Another month stands in the document.
        letter_saved: Path of the file.
        findings_asked: The user wants to see the errors first.
        offered: Words for links after what was told: `follow` is to follow them.
    """

    told = Signal(str)
    worked = Signal(bool)
    progressed = Signal(int, int)
    month_opened = Signal()
    letter_saved = Signal(object)
    findings_asked = Signal()
    offered = Signal(object)

    def __init__(self, look: Look, document: Document, window: QWidget) -> None:
        """Run errands for `window`."""
        super().__init__(window)
        self._look = look
        self._document = document
        self._window = window
        self.opener = Opener(document)
        self.saver = Saver(document)
        self.importing = Importing(look, document, self.opener, window, document.now)
        self.letters = AuditDoor(look, document, window)
        self.office = OfficeDoor(look, document, window)
        self.office.told.connect(self.told)
        self.office.stopped.connect(self.show_error)
        self.packs = DataPackDoor(look, window)
        self.packs.told.connect(self.told)
        self._kept = KeptMonth(document, self.show_fault, self)
        self._kept.opened.connect(self.month_opened)
        self._kept.failed.connect(self._not_read)
        self._folder = ""
        self._links: dict[str, Origin | Overlap] = {}
        self._join()

    def _join(self) -> None:
        opener, saver = self.opener, self.saver
        for helper in (opener, saver):
            helper.setParent(self)  # what it does ends with the window
            helper.began.connect(self._begun)
            helper.broke.connect(self.show_fault)
        opener.progressed.connect(self.progressed)
        opener.opened.connect(self._opened)
        opener.asked.connect(self._ask)
        opener.overlapped.connect(self._settle)
        for part in (self.importing, self.letters):
            part.told.connect(self.told)
            part.broke.connect(self.show_fault)
        self.letters.worked.connect(self.worked)
        self.letters.open_asked.connect(self.open_outside)
        self.letters.dropped.connect(self.open)
        opener.failed.connect(self._not_opened)
        opener.cancelled.connect(self._cancelled)
        saver.saved.connect(self._saved)
        saver.failed.connect(self._not_saved)

    # ------------------------------------------------------------------- opening

    def choose_file(self) -> None:
        """Ask for a workbook and open it."""
        path = files.table_to_open(self._window, self._folder)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a workbook; a letter is looked over."""
        for door in (self.letters, self.packs):
            if door.takes(path):
                door.open(path)
                return
        self._folder = str(path.parent)
        self.opener.open(path)

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read."""
        return self.opener.is_busy or self.letters.is_busy

    def cancel(self) -> None:
        """Stop reading."""
        self.opener.cancel()
        self.letters.cancel()

    def close(self) -> None:
        """Stop reading, and end the processes that read."""
        self.letters.close()
        self.opener.close()

    def open_month(self, month_id: str, *, aside: bool = False) -> bool:
        """Open a kept month; whether it stands in the document.

        It does not where it cannot be read (the user was told), nor yet where it is
        large and may be read aside: `month_opened` follows then.
        """
        try:
            if aside and self._kept.is_large(month_id):
                self._kept.open(month_id)
                return False
            self._document.open_month(month_id)
        except CongVanError as error:
            self._not_read(error)
            return False
        return True

    def _not_read(self, error: CongVanError) -> None:
        self.show_error("Chưa mở được tháng này", error)

    def new_month(self) -> None:
        """Ask what a month begun by hand holds, and open it."""
        from ui.dialogs import new_month

        own = self._own()
        asked = new_month.ask(
            self._look,
            self._window,
            self._document.editions[0],
            own,
            self._document.today(),
        )
        if asked is None:
            return
        report = begin(asked.template, asked.period, asked.units)
        profile = own if own is not None else self.opener.office_of(report)
        self._document.open_report(report, profile)
        self.month_opened.emit()

    def fill_recent(self, menu: QMenu) -> None:
        """List the files opened last."""
        menu.clear()
        for path in self.opener.recent():
            action = menu.addAction(Path(path).name.replace("&", "&&"))
            action.setToolTip(path)
            action.triggered.connect(lambda _=False, path=path: self.open(Path(path)))
        menu.setEnabled(not menu.isEmpty())

    def own_name(self) -> str:
        """The name of the office set up; empty where there is none."""
        own = self._own()
        return own.name if own else ""

    def _own(self) -> OfficeProfile | None:
        """The office set up; None where there is none, or its file is broken (told)."""
        try:
            return offices.own()
        except CongVanError as error:  # the file was edited by hand
            self.told.emit(str(error))
            return None

    def _begun(self, words: str) -> None:
        self.told.emit(words)
        self.worked.emit(True)

    def _opened(self, words: str, more: Sequence[Origin | Overlap]) -> None:
        self.worked.emit(False)
        self.month_opened.emit()
        self.told.emit(words)
        self._links = {_APART if isinstance(o, Overlap) else _REVIEW: o for o in more}
        self.offered.emit(tuple(self._links))

    def _ask(self, looking: Looking) -> None:
        self.worked.emit(False)
        self.importing.ask(looking)

    def _settle(self, over: Overlap) -> None:
        self.worked.emit(False)
        self.importing.settle(over)

    def follow(self, link: str) -> None:
        """Do what a link after the words offers.

        Show how a file that was opened as last time was recognised, or give the file
        that took the place of a month's figures a month of its own.
        """
        about = self._links.get(link)
        if isinstance(about, Overlap):
            self.opener.part(about)
        elif about is not None:
            self.importing.look_at(about)

    def choose_to_look(self) -> None:
        """Ask for a file and show how it is recognised."""
        self.importing.choose(self._folder)

    def _cancelled(self, words: str) -> None:
        self.worked.emit(False)
        self.told.emit(words)

    def _not_opened(self, what: str, error: CongVanError) -> None:
        self.worked.emit(False)
        self.told.emit(what)
        self.show_error(what, error)

    # -------------------------------------------------------------------- the letter

    def save(self) -> None:
        """Save the letter where it was saved last, else in its usual folder."""
        letter = self._ready_letter()
        if letter is None:
            return
        path = self.saver.proposed(letter)
        if self.saver.is_another_file(path) and not self._may_replace(path):
            return
        self.saver.save(letter, path, make_folder=True)

    def save_as(self) -> None:
        """Save the letter under a name the user chooses."""
        letter = self._ready_letter()
        if letter is None:
            return
        path = files.letter_to_save(self._window, self._existing(letter))
        if path is None:
            return
        if path.exists() and not self._may_replace(path):
            return
        self.saver.save(letter, path)

    def _existing(self, letter: Letter) -> Path:
        """The proposed file, in a folder that is there."""
        path = self.saver.proposed(letter)
        if path.parent.is_dir():
            return path
        return documents() / path.name

    def _ready_letter(self) -> Letter | None:
        """The letter, once there is an office and the user has seen the errors."""
        if not self._document.is_open or self.saver.is_busy:
            return None
        if self._document.profile is None:
            self.office.edit()
        letter = self._document.letter()
        return letter if letter is not None and self._may_save(letter) else None

    def _may_save(self, letter: Letter) -> bool:
        found = self._document.checked.open
        errors = sum(one.severity is Severity.ERROR for one in found)
        gaps = len(letter.missing)
        if not errors and not gaps:
            return True
        told = [f"{errors} lỗi"] if errors else []
        told += [f"{gaps} chỗ chưa có số liệu"] if gaps else []
        trouble = Trouble(
            title=f"Công văn còn {' và '.join(told)}",
            why="Sửa xong rồi lưu thì công văn không phải làm lại. "
            "Bạn vẫn có thể lưu một bản nháp.",
            buttons=("Vẫn lưu bản nháp", "Xem lỗi"),
            tone=Tone.WARNING,
        )
        answer = ErrorDialog.show_error(self._look, self._window, trouble)
        if answer == 1:
            self.findings_asked.emit()
        return answer == 0

    def _may_replace(self, path: Path) -> bool:
        trouble = Trouble(
            title="Đã có tệp này",
            why=self.saver.what_is_there(path),
            buttons=("Hủy", "Thay tệp cũ", "Lưu tên khác…"),
            tone=Tone.WARNING,
        )
        answer = ErrorDialog.show_error(self._look, self._window, trouble)
        if answer == 2:
            self.save_as()
        return answer == 1

    def _saved(self, path: Path) -> None:
        self.worked.emit(False)
        self.letter_saved.emit(path)
        self.told.emit(f"Đã lưu công văn: {path.name}")

    def _not_saved(self, error: CongVanError) -> None:
        self.worked.emit(False)
        self.told.emit("Chưa lưu được công văn")
        trouble = Trouble(
            title="Chưa lưu được công văn",
            why=str(error),
            steps=error.steps,
            safe=SAFE,
            details=error.detail,
            buttons=("Để sau", "Lưu tên khác…", "Thử lại"),
        )
        answer = ErrorDialog.show_error(self._look, self._window, trouble)
        if answer == 1:
            self.save_as()
        elif answer == 2:
            self.save()

    def open_outside(self, path: Path) -> None:
        """Open a file or a folder with the system's program for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.emit(f"Chưa mở được “{path.name}”; mở từ thư mục {path.parent}.")

    # ------------------------------------------------------------------ what stops it

    def about(self) -> None:
        """Show what the program is and what it rests on."""
        from ui.dialogs import about

        about.show(self._look, self._window, VERSION, self._document.catalogue)

    def show_error(self, what: str, error: CongVanError) -> None:
        """Tell what did not happen and what to do."""
        trouble = Trouble(
            title=what,
            why=str(error),
            steps=error.steps,
            safe=SAFE if self._document.is_open else "",
            details=error.detail,
        )
        ErrorDialog.show_error(self._look, self._window, trouble)

    def may_leave(self) -> bool:
        """Whether the user leaves although the last edits are not on the disk."""
        trouble = Trouble(
            title="Còn thay đổi chưa lưu được",
            why="Những ô sửa sau cùng chưa ghi được vào kho số liệu; "
            "đóng bây giờ thì các thay đổi đó mất.",
            buttons=("Vẫn đóng", "Quay lại"),
            tone=Tone.WARNING,
        )
        return ErrorDialog.show_error(self._look, self._window, trouble) == 0

    def show_fault(self, error: BaseException) -> None:
        """Tell of a fault of the program's own; the work goes on."""
        self.worked.emit(False)
        kept = self._document.is_open
        trouble = Trouble(
            title="Chương trình gặp lỗi",
            why="Việc vừa làm chưa xong. Bạn có thể làm tiếp; nếu lặp lại, "
            "chép phần Chi tiết gửi người hỗ trợ.",
            safe="Số liệu của bạn đã được lưu." if kept else "",
            details=details_of(error),
        )
        ErrorDialog.show_error(self._look, self._window, trouble)
