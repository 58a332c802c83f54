"""Every widget of the program side by side, for tests and for the eye."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Look
from ui.widgets.bars import MessageBar
from ui.widgets.buttons import Rank, button, icon_button, set_available
from ui.widgets.cards import Card, DropArea, EmptyState
from ui.widgets.chips import SeverityChip
from ui.widgets.chooser import DropList, SegmentedChoice, TickBox
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.fact_field import FactField
from ui.widgets.fields import FormField, SearchField
from ui.widgets.labels import label, rule, surface
from ui.widgets.tabs import TabBar
from ui.widgets.tones import Tone

TROUBLE = Trouble(
    title="Chưa lưu được công văn",
    why="Tệp “Công văn 766 - Trường Tây - tháng 9-2024.docx” đang mở trong Word nên "
    "không ghi đè được.",
    steps=(
        "Chuyển sang cửa sổ Word đang mở tệp này và đóng lại.",
        "Quay lại đây, bấm Thử lại.",
    ),
    safe="Số liệu và nội dung bạn đã sửa vẫn còn nguyên.",
    details="PermissionError: [Errno 13]",
    buttons=("Để &sau", "&Lưu tên khác…", "&Thử lại"),
)


class Gallery(QWidget):
    """All widgets in their usual states, 680 px wide."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFixedWidth(720)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(12)
        column.addWidget(_header(look))
        column.addWidget(_message(look))
        column.addWidget(_facts(look))
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 0, 20, 0)
        inner.setSpacing(12)
        column.addLayout(inner)
        for row in (_buttons(look), _more_buttons(look), _chips(look), _fields(look)):
            inner.addLayout(row)
        inner.addLayout(_choices(look))
        inner.addWidget(_drop(look, active=False))
        inner.addWidget(_drop(look, active=True))
        inner.addLayout(_cards(look))


def error_dialog(look: Look) -> ErrorDialog:
    """The dialog of bao-loi.png."""
    return ErrorDialog(look, TROUBLE)


def _row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch()
    return row


def _header(look: Look) -> QWidget:
    header = surface()
    header.setFixedHeight(look.theme.metrics.header)
    row = QHBoxLayout(header)
    row.setContentsMargins(12, 0, 12, 0)
    row.setSpacing(4)
    row.addWidget(button(look, "Menu", "menu", rank=Rank.GHOST))
    row.addWidget(rule(upright=True, length=20))
    row.addWidget(button(look, "Các tháng", "home", rank=Rank.GHOST))
    tabs = TabBar(look, ["Tổng quan", "Số liệu", "Hồ sơ quá hạn", "Công văn"])
    tabs.set_current(1)
    tabs.set_count(2, 425)
    row.addWidget(tabs)
    row.addStretch()
    return header


def _message(look: Look) -> MessageBar:
    bar = MessageBar(look)
    bar.show_message(
        Tone.ERROR,
        "Chưa lưu được vì ổ C: đã đầy. Xóa bớt tệp rồi bấm Thử lại. "
        "Việc bạn đang làm vẫn còn trên màn hình.",
        "Thử lại",
    )
    return bar


def _facts(look: Look) -> QWidget:
    bar = surface()
    row = QHBoxLayout(bar)
    row.setContentsMargins(8, 6, 8, 6)
    total = FactField(look, "Tổng điểm")
    total.set_value("54,86")
    total.set_suffix("/ 100")
    total.set_finding(Tone.ERROR, "Tổng điểm không bằng tổng các nhóm")
    rank = FactField(look, "Xếp hạng")
    rank.set_value("113")
    rank.set_suffix("/ 116")
    as_of = FactField(look, "Số liệu tính đến")
    as_of.set_value("10/10/2026")
    bad = FactField(look, "Không đọc được")
    bad.set_value("67,4l", bad=True)
    bad.set_finding(Tone.ERROR, "Không đọc được “67,4l” là số.")
    empty = FactField(look, "Chưa có số")
    for field in (total, rank, as_of, bad, empty):
        row.addWidget(field)
        row.addWidget(rule(upright=True, length=32))
    row.addStretch()
    return bar


def _buttons(look: Look) -> QHBoxLayout:
    off = button(look, "Làm lại", "redo")
    set_available(off, "Chưa có bước nào để làm lại.")
    return _row(
        button(look, "Lưu công văn", "download", rank=Rank.PRIMARY),
        button(look, "Lưu tên khác…"),
        button(look, "Mở tệp Excel…", "folder"),
        off,
        icon_button(look, "more", "Việc khác"),
        icon_button(look, "chevron-right", "Gấp lại"),
    )


def _more_buttons(look: Look) -> QHBoxLayout:
    pressed = button(look, "Chỉ dòng cần xem", "filter", rank=Rank.TOGGLE)
    pressed.setChecked(True)
    return _row(
        pressed,
        button(look, "Cột", "columns", rank=Rank.TOGGLE),
        button(look, "Xem tệp gốc", rank=Rank.LINK),
        button(look, "Đến ô", small=True),
        button(look, "Chấp nhận…", small=True),
    )


def _chips(look: Look) -> QHBoxLayout:
    chosen = SeverityChip(look, Tone.WARNING, 5)
    chosen.setChecked(True)
    return _row(
        SeverityChip(look, Tone.ERROR, 2),
        chosen,
        SeverityChip(look, Tone.HINT, 3),
        SeverityChip(look, Tone.ERROR, 1, tall=True),
        SeverityChip(look, Tone.WARNING, 3, tall=True),
        SeverityChip(look, Tone.HINT, 12, tall=True),
    )


def _fields(look: Look) -> QHBoxLayout:
    plain = FormField(look, "Tên xã", "Không kèm chữ “xã”.")
    plain.edit.setText("Trường Tây")
    wrong = FormField(look, "Ngày ký")
    wrong.edit.setText("32/13/2024")
    wrong.set_error("Không có ngày này. Ví dụ: 30/9/2024")
    search = SearchField(look, "Tìm (Ctrl+F)")
    searching = SearchField(look, "Tìm tháng, số công văn")
    searching.edit.setText("hồ sơ")
    both = QVBoxLayout()
    both.addWidget(search)
    both.addWidget(searching)
    row = _row(plain, wrong, stretch=False)
    row.addLayout(both)
    return row


def _choices(look: Look) -> QHBoxLayout:
    level = SegmentedChoice(look, "Cấp", ["Xã", "Phường", "Đặc khu", "Tỉnh"])
    ticked = TickBox(look, "Tệp cùng mẫu lần sau: đọc như lần này")
    ticked.setChecked(True)
    return _row(level, DropList(look, "Năm", ["Năm 2024", "Năm 2025"]), ticked)


def _drop(look: Look, *, active: bool) -> DropArea:
    area = DropArea(
        look,
        "Kéo tệp Excel vào đây",
        "hoặc bấm Mở tệp Excel. Đọc được .xlsx, .xls, .ods, .csv.",
    )
    area.setActive(active)
    area.buttons.addWidget(button(look, "Mở tệp Excel…", "folder"))
    return area


def _cards(look: Look) -> QHBoxLayout:
    card = Card(look, "Tháng 9/2024", press=True)
    card.body.addWidget(label(look, "80,33", "figure"))
    card.body.addWidget(label(look, "Hạng 8/8 xã, phường", "secondary", "text2"))
    card.body.addStretch()
    empty = EmptyState(
        look,
        "file",
        "Chưa có số liệu để soạn công văn. Mở tệp Excel hoặc nhập tay trước.",
        "Mở tệp Excel…",
    )
    row = _row(card, stretch=False)
    row.addWidget(empty, 1)
    return row
