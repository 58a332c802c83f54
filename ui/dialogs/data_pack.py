"""What the data pack in use holds, and where another one is imported (Gói dữ liệu)."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from core import figures
from core.catalogue import Catalogue
from core.data_pack.contents import Contents
from core.data_pack.installed import Standing
from core.data_pack.manifest import Manifest
from ui.dialogs.frame import FormDialog
from ui.theme import Look
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, label
from ui.widgets.tones import Tone

TITLE = "Gói dữ liệu"
ABOUT = (
    "Bộ chỉ số, văn bản viện dẫn, câu mẫu, từ ngữ và ngày nghỉ mà chương trình đang dùng. "
    "Khi quy định thay đổi thì nhập gói mới, không phải cài lại chương trình."
)
IMPORT, BUNDLED = "&Nhập gói dữ liệu…", "&Dùng lại gói có sẵn"
_SIZE = (640, 560)
_NAMES, _TOLD = 150, 400  # px


class DataPackDialog(FormDialog):
    """Shows the pack in use, and what is used from the next start on.

    Args:
        look: The look in force.
        parent: The window.
        pack: What the pack in use says of itself.
        contents: What is in it.
        next_start: The pack that is used from the next start on.

    Signals:
        import_asked: The user wants to import a pack.
        bundled_asked: The user wants the bundled pack again.
        restart_asked: The user wants the program closed and opened again.
    """

    import_asked = Signal()
    bundled_asked = Signal()
    restart_asked = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        pack: Manifest,
        contents: Contents,
        next_start: Standing,
    ) -> None:
        super().__init__(look, parent, TITLE, "Đón&g")
        self.later.hide()
        self.form.addWidget(self._text(ABOUT, "text2", width=_NAMES + _TOLD))
        self._tell(pack, next_start)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, _NAMES)
        grid.setColumnStretch(1, 1)
        for row, (name, told) in enumerate(lines(pack, contents)):
            shown = self._text(told, width=_TOLD)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(look, name, "body", "text2"), row, 0, top)
            grid.addWidget(shown, row, 1)
        self.form.addLayout(grid)
        self.form.addStretch(1)
        taking = button(look, IMPORT, "folder")
        taking.clicked.connect(self.import_asked)
        self.foot.insertWidget(0, taking)
        if not next_start.is_bundled:
            going_back = button(look, BUNDLED, "undo")
            going_back.clicked.connect(self.bundled_asked)
            self.foot.insertWidget(1, going_back)
        self.fit(*_SIZE)

    def _text(self, text: str, ink: str = "text", *, width: int) -> QLabel:
        """A text that may be selected, as high as its lines in `width` px."""
        made = label(self.look, text, "body", ink, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        preferred = QSizePolicy.Policy.Preferred
        made.setSizePolicy(preferred, preferred)
        made.setMinimumHeight(made.heightForWidth(width))
        return made

    def _tell(self, pack: Manifest, next_start: Standing) -> None:
        """Say what is not as it will be, or should be."""
        if next_start.trouble:
            self._say(next_start.trouble, Tone.WARNING)
        elif next_start.manifest.version != pack.version:
            version = next_start.manifest.version
            kind = "gói có sẵn" if next_start.is_bundled else "gói đã nhập"
            self._say(
                f"Từ lần mở chương trình sau dùng {kind}, phiên bản {version}.",
                Tone.HINT,
            )
            restart = button(self.look, "&Mở lại chương trình ngay", small=True)
            restart.clicked.connect(self.restart_asked)
            row = QHBoxLayout()
            row.addWidget(restart)
            row.addStretch(1)
            self.form.addLayout(row)

    def _say(self, words: str, tone: Tone) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = tone.value
        row.addWidget(
            IconLabel(self.look, sign.icon, sign.icon_ink), 0, Qt.AlignmentFlag.AlignTop
        )
        row.addWidget(label(self.look, words, "strong", wrap=True), 1)
        self.form.addLayout(row)


def lines(pack: Manifest, contents: Contents) -> Iterator[tuple[str, str]]:
    """What is told of a pack, each with its name."""
    known = contents.reference
    yield "Phiên bản", f"{pack.version}, phát hành {figures.show_date(pack.issued)}"
    yield "Căn cứ pháp lý", "\n".join(pack.basis)
    if pack.note:
        yield "Điểm mới", pack.note
    yield "Bộ chỉ số", "\n".join(_edition(one) for one in contents.catalogues)
    in_force = sum(one.valid_to is None for one in known.citations)
    yield (
        "Văn bản viện dẫn",
        f"{len(known.citations)} văn bản, {in_force} còn hiệu lực",
    )
    yield "Câu mẫu", f"{len(contents.wording.entries)} câu của công văn"
    words = (
        f"{len(known.terms)} thuật ngữ, {len(known.abbreviations)} chữ viết tắt, "
        f"{len(known.phrases)} lỗi thường gặp"
    )
    yield "Từ ngữ", words
    yield "Mức của quy tắc", f"{len(known.limits)} mức"
    years = contents.holidays.years
    yield "Ngày nghỉ", f"năm {years[0]} đến {years[-1]}"


def _edition(one: Catalogue) -> str:
    """An edition of the index: its document, its days, how many criteria."""
    begun = f" từ {figures.show_date(one.valid_from)}" if one.valid_from else ""
    ended = f" đến {figures.show_date(one.valid_to)}" if one.valid_to else ""
    dated = f", hiệu lực{begun}{ended}" if begun or ended else ""
    return f"{one.basis}{dated} ({len(one.criteria)} tiêu chí)"
