"""The office's details: letterhead, addressees, signatory; its tables behind buttons."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core import figures, profiles
from core.catalogue import Catalogue
from core.errors import CongVanError
from core.frozen import replace
from core.office import LetterKind, OfficeProfile, Signatory
from ui.dialogs import files, targets, tasks
from ui.dialogs.frame import FormDialog
from ui.theme import Look
from ui.widgets.buttons import button
from ui.widgets.chooser import SegmentedChoice
from ui.widgets.fields import FormField
from ui.widgets.labels import label

_SIGNS = re.compile(r"^\s*[-–—+•*]+\s*|[\s;.,]+$")
_TITLES = re.compile(
    r"^(?:(?:ông|bà)\s|(?:PGS|GS|TSKH|TS|ThS|BS|KS|CN|LS|DS)(?:\.|\s))", re.IGNORECASE
)

KINDS = (LetterKind.COMMUNE, LetterKind.SUPERIOR)
KIND_WORDS = ("Xã, phường công bố của mình", "Cấp trên công bố cho các đơn vị")


class Lines(QWidget):
    """A labelled box in which each line is one item."""

    def __init__(self, look: Look, name: str, rows: int) -> None:
        """Build an empty box of `rows` lines."""
        super().__init__()
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(name.replace("&", ""))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(26 + rows * 20)
        caption = label(look, name, "strong")
        caption.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption)
        column.addWidget(self.edit)

    def lines(self) -> tuple[str, ...]:
        """The lines that say something."""
        tidy = (figures.clean(line) for line in self.edit.toPlainText().splitlines())
        return tuple(line for line in tidy if line)

    def items(self) -> tuple[str, ...]:
        """The lines without the signs of a list, which the letter writes itself."""
        bare = (_SIGNS.sub("", line) for line in self.lines())
        return tuple(line for line in bare if line)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show `lines`."""
        self.edit.setPlainText("\n".join(lines))


class OfficeDialog(FormDialog):
    """Edits an `OfficeProfile`; `answer` holds the new one."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        catalogue: Catalogue,
        profile: OfficeProfile | None,
        year: int,
    ) -> None:
        """Show `profile`, or an empty form; `year` is that of the figures, or now."""
        super().__init__(look, parent, "Thông tin cơ quan", "&Lưu thông tin")
        self.answer: OfficeProfile | None = None
        self._profile = profile or EMPTY
        self._catalogue, self._year = catalogue, year
        self._build(look)
        existing = button(look, "&Dùng tệp cơ quan có sẵn…", "folder")
        existing.clicked.connect(self._read_file)
        self.foot.insertWidget(0, existing)
        self.fit(640, 640)
        self._show(self._profile)
        self.area.edit.textEdited.connect(self._propose)
        self.forgive(self.area, self.symbol, self.place)

    def _build(self, look: Look) -> None:
        self.kind = SegmentedChoice(look, "Loại công văn", KIND_WORDS)
        self.area = FormField(look, "Đị&a bàn", "Ví dụ: xã Trường Tây")
        self.superior_area = FormField(look, "&Thuộc", "Ví dụ: tỉnh Tây Ninh")
        self.letterhead = Lines(look, "Tên &cơ quan trên công văn, mỗi dòng một vế", 3)
        self.symbol = FormField(look, "&Ký hiệu", "Sau số và dấu “/”, ví dụ: UBND-VP")
        self.place = FormField(look, "Địa danh", "Trước ngày tháng, ví dụ: Trường Tây")
        self.addressees = Lines(look, "Kính &gửi, mỗi dòng một nơi", 3)
        self.recipients = Lines(look, "&Nơi nhận khác, mỗi dòng một nơi", 3)
        self.archive = FormField(look, "Lưu", "Sau “Lưu:”, ví dụ: VT, VP")
        self.authority = Lines(look, "&Quyền hạn, chức vụ người ký, mỗi dòng một vế", 3)
        self.signer = FormField(
            look, "&Họ và tên người ký", "Không ghi học hàm, học vị"
        )
        self.ordered = FormField(
            look, "Người được &yêu cầu thực hiện", "Ví dụ: công chức chuyên môn"
        )
        self.petition_to = FormField(
            look, "Nơi nhận kiến nghị", "Để trống nếu không kiến nghị"
        )
        self.peers = FormField(look, "Xếp hạng trong các", "Ví dụ: xã, phường")
        self.codes = FormField(
            look, "Mã định danh", "Cách nhau bằng dấu phẩy, ví dụ: 000.21.35.H53"
        )
        self.signer.edit.textChanged.connect(self._warn_of_title)
        self.form.addWidget(self.kind)
        self.form.addLayout(self._grid())
        self.targets_told = label(look, "", "secondary", "text2", wrap=True)
        self.tasks_told = label(look, "", "secondary", "text2", wrap=True)
        self.targets_button = button(look, "Chỉ &tiêu được giao…", "target")
        self.targets_button.clicked.connect(self._edit_targets)
        self.tasks_button = button(look, "&Phân công thực hiện…", "clipboard")
        self.tasks_button.clicked.connect(self._edit_tasks)
        self.form.addLayout(_beside(self.targets_button, self.targets_told))
        self.form.addLayout(_beside(self.tasks_button, self.tasks_told))
        self.form.addStretch(1)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        pairs = (
            (self.area, self.superior_area),
            (self.letterhead, self.authority),
            (self.symbol, self.signer),
            (self.place, self.archive),
            (self.addressees, self.recipients),
            (self.ordered, self.petition_to),
            (self.peers, self.codes),
        )
        for row, (left, right) in enumerate(pairs):
            grid.addWidget(left, row, 0)
            grid.addWidget(right, row, 1)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        return grid

    def _show(self, one: OfficeProfile) -> None:
        self.kind.set_current(KINDS.index(one.kind))
        for field, text in (
            (self.area, one.area),
            (self.superior_area, one.superior_area),
            (self.symbol, one.symbol),
            (self.place, one.place),
            (self.archive, one.archive),
            (self.signer, one.signatory.name),
            (self.ordered, one.ordered),
            (self.petition_to, one.petition_to),
            (self.peers, one.peers),
            (self.codes, ", ".join(one.codes)),
        ):
            field.edit.setText(text)
        self.letterhead.show_lines(one.letterhead)
        self.addressees.show_lines(one.addressees)
        self.recipients.show_lines(one.recipients)
        self.authority.show_lines(one.signatory.lines)
        self._tell_tables()

    def _tell_tables(self) -> None:
        """Say beside their buttons what the tables hold."""
        years = self._profile.targets.years
        told = (f"năm {year}: {len(years[year])} tiêu chí" for year in sorted(years))
        self.targets_told.setText("; ".join(told) or "chưa có chỉ tiêu năm nào")
        assigned = len(self._profile.tasks)
        self.tasks_told.setText(f"{assigned} việc đã khai" if assigned else "chưa khai")

    def _edit_targets(self) -> None:
        """Show the targets; they are kept with the rest of the form."""
        made = targets.ask(
            self.look, self, self._catalogue, self._profile.targets, self._year
        )
        if made is not None:
            self._profile = replace(self._profile, targets=made)
            self._tell_tables()

    def _edit_tasks(self) -> None:
        """Show who does what; it is kept with the rest of the form."""
        kind = KINDS[self.kind.current()]
        made = tasks.ask(self.look, self, self._catalogue, self._profile.tasks, kind)
        if made is not None:
            self._profile = replace(self._profile, tasks=made)
            self._tell_tables()

    def _propose(self, area: str) -> None:
        """Fill in letterhead and place from the area, as offices write them."""
        tidy = figures.clean(area)
        self.letterhead.show_lines(("ỦY BAN NHÂN DÂN", tidy.upper()))
        self.place.edit.setText(proper_name(tidy))

    def _warn_of_title(self, name: str) -> None:
        """Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7: no title before the name."""
        title = title_before(name)
        told = f"Thể thức không ghi “{title}” trước họ tên người ký."
        self.signer.set_warning(told if title else "")

    def _read_file(self) -> None:
        path = files.profile_to_read(self)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Show the office of a colleague's file."""
        try:
            self._profile = profiles.load(path)
        except CongVanError as error:
            self.area.set_error(str(error))
        else:
            self.area.set_error("")
            self._show(self._profile)

    def take(self) -> None:
        """Check the form; close where it is right."""
        needed = (
            (self.area, "Gõ tên địa bàn, ví dụ: xã Trường Tây."),
            (self.symbol, "Gõ ký hiệu, ví dụ: UBND-VP."),
            (self.place, "Gõ địa danh, ví dụ: Trường Tây."),
        )
        for field, what in needed:
            field.set_error("" if field.text() else what)
        if all(field.text() for field, _ in needed):
            self.answer = self._edited()
            self.accept()

    def _edited(self) -> OfficeProfile:
        area = figures.clean(self.area.text())
        codes = (figures.clean(code) for code in self.codes.text().split(","))
        return replace(
            self._profile,
            kind=KINDS[self.kind.current()],
            area=area,
            name=f"UBND {area}",
            full_name=f"Ủy ban nhân dân {area}",
            superior_area=self.superior_area.text(),
            letterhead=self.letterhead.lines(),
            symbol=self.symbol.text(),
            place=self.place.text(),
            addressees=self.addressees.items(),
            recipients=self.recipients.items(),
            archive=self.archive.text(),
            signatory=Signatory(self.authority.lines(), self.signer.text()),
            ordered=self.ordered.text(),
            petition_to=self.petition_to.text(),
            peers=self.peers.text(),
            codes=tuple(code for code in codes if code),
        )


EMPTY = OfficeProfile(
    id="",
    kind=LetterKind.COMMUNE,
    name="",
    full_name="",
    area="",
    letterhead=(),
    place="",
    symbol="UBND-VP",
    addressees=(),
    archive="VT, VP",
    signatory=Signatory(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    peers="xã, phường",
)


def _beside(made: QPushButton, told: QWidget) -> QHBoxLayout:
    """A button and what is said of it."""
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(made)
    row.addWidget(told, 1)
    return row


def title_before(name: str) -> str:
    """Học hàm, học vị, "Ông" or "Bà" at the beginning of a name, or nothing."""
    found = _TITLES.match(name.lstrip())
    return found[0].strip() if found else ""


def proper_name(area: str) -> str:
    """The proper name in "xã Trường Tây": what follows the words in small letters."""
    words = area.split()
    while len(words) > 1 and words[0][:1].islower():
        words.pop(0)
    return " ".join(words)


def ask(
    look: Look,
    parent: QWidget,
    catalogue: Catalogue,
    profile: OfficeProfile | None,
    year: int,
) -> OfficeProfile | None:
    """The office as the user left it, or None; `year` is that of the figures, or now."""
    dialog = OfficeDialog(look, parent, catalogue, profile, year)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
