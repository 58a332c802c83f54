"""Saving the letter: where it goes, and the writing in another thread."""

from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from core import figures, files
from core.letter.filing import file_name
from core.letter.model import Letter
from core.long_paths import extended
from ui.document import Document
from ui.tasks import Progress, Work

SLACK = timedelta(seconds=3)
"""A file may look that much newer than our note of saving it."""


def documents() -> Path:
    """The folder of the user's documents, or the home folder where that is away.

    An administrator may have moved it to a drive or a share that is not there now.
    """
    place = QStandardPaths.StandardLocation.DocumentsLocation
    told = QStandardPaths.writableLocation(place)
    folder = Path(told)
    # It may have to be made, as on a new account; the folder it is in is there then.
    is_there = bool(told) and (folder.is_dir() or folder.parent.is_dir())
    return folder if is_there else Path.home()


class Saver(QObject):
    """Writes the open month's letter.

    Signals:
        began: Words for the status bar.
        saved: The file's path.
        failed: The error that stopped it.
        broke: An exception that is a fault of the program's.
    """

    began = Signal(str)
    saved = Signal(object)
    failed = Signal(object)
    broke = Signal(object)

    def __init__(self, document: Document) -> None:
        """Save the letter of `document`."""
        super().__init__()
        self._document = document
        self._work = Work(self)

    @property
    def is_busy(self) -> bool:
        """Whether a letter is being written."""
        return self._work.is_busy

    def proposed(self, letter: Letter) -> Path:
        """Where the letter goes unless the user says otherwise."""
        if self._document.saved is not None:
            return Path(self._document.saved.path)
        year = self._document.letter_day().year
        return documents() / "Công văn 766" / str(year) / file_name(letter)

    def is_another_file(self, path: Path) -> bool:
        """Whether `path` holds something that we did not save there last."""
        if not extended(path).exists():
            return False
        return not self._is_ours(path) or self.is_edited_outside(path)

    def is_edited_outside(self, path: Path) -> bool:
        """Whether the file we saved last at `path` was changed since, by others."""
        saved, changed = self._document.saved, self.changed(path)
        if saved is None or changed is None or not self._is_ours(path):
            return False
        return changed > saved.at + SLACK

    def _is_ours(self, path: Path) -> bool:
        saved = self._document.saved
        return saved is not None and Path(saved.path) == path

    def changed(self, path: Path) -> datetime | None:
        """When the file at `path` was changed last, in local time; None without it."""
        try:
            return datetime.fromtimestamp(extended(path).stat().st_mtime).astimezone()
        except OSError:
            return None

    def what_is_there(self, path: Path) -> str:
        """What replacing the file at `path` would lose."""
        at = self.changed(path)
        told = "" if at is None else f"{at:%H:%M} ngày {figures.show_date(at.date())}"
        if self.is_edited_outside(path):
            return (
                f"Tệp này đã được sửa ngoài chương trình lúc {told}, sau lần lưu trước: "
                f"“{path.name}”. Thay tệp cũ thì những chỗ đã sửa trong đó không còn."
            )
        return (
            f"Trong thư mục đã có tệp “{path.name}”"
            f"{f', lưu lúc {told}' if told else ''}. "
            "Thay tệp cũ thì nội dung cũ không còn."
        )

    def save(self, letter: Letter, path: Path, *, make_folder: bool = False) -> None:
        """Write `letter` to `path`; `saved` or `failed` follows."""
        if self.is_busy:
            return

        def write(_progress: Progress) -> Path:
            from core.letter import docx  # with lxml

            if make_folder:
                files.make_folder(path.parent)
            files.save(path, docx.write(letter))
            import_module("ui.letter.saved")  # shown next; loading it would be felt
            return path

        self.began.emit("Đang lưu công văn…")
        self._work.start(
            write,
            succeeded=self._done,
            failed=self.failed.emit,
            broke=self.broke.emit,
            progressed=lambda _done, _total: None,
        )

    def _done(self, path: Path) -> None:
        self._document.letter_saved(path)
        self.saved.emit(path)
