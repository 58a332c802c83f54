"""What the user can do, each with its words and keys, and the menu that lists it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.frozen import frozen
from ui.mode import Mode

MODES = {
    Mode.SYSTEM: "Theo &Windows",
    Mode.LIGHT: "&Sáng",
    Mode.DARK: "&Tối",
}


@frozen
class Commands:
    """The actions of the window, ready to be connected."""

    open: QAction
    audit: QAction
    look: QAction
    again: QAction
    paste_table: QAction
    new: QAction
    home: QAction
    office: QAction
    targets: QAction
    tasks: QAction
    days_off: QAction
    words: QAction
    rules: QAction
    data_pack: QAction
    save: QAction
    save_as: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    search: QAction
    next_finding: QAction
    previous_finding: QAction
    figures: QAction
    letter: QAction
    gains: QAction
    full_screen: QAction
    about: QAction
    modes: dict[Mode, QAction]

    @classmethod
    def of(cls, window: QWidget) -> "Commands":
        """The commands of `window`; their keys work wherever it has the focus."""

        def act(text: str, keys: str = "", why_not: str = "") -> QAction:
            action = QAction(text, window)
            action.setShortcut(QKeySequence(keys))
            action.setStatusTip(why_not)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            window.addAction(action)
            return action

        return cls(
            open=act("Mở tệp Excel…", "Ctrl+O"),
            audit=act("Kiểm tra công văn có sẵn…", "Ctrl+K"),
            look=act("Mở tệp và xem cách nhận dạng…"),
            again=act("Nhận dạng lại tệp…", "", "Chưa mở tháng nào để nhận dạng lại."),
            paste_table=act("Dán bảng từ trang web"),
            new=act("Nhập tay một tháng…", "Ctrl+N"),
            home=act("Các tháng"),
            office=act("Thông tin cơ quan…"),
            targets=act("Chỉ tiêu được giao…"),
            tasks=act("Phân công thực hiện…"),
            days_off=act("Ngày nghỉ của cơ quan…"),
            words=act("Từ ngữ của cơ quan…"),
            rules=act("Quy tắc…", "F7"),
            data_pack=act("Gói dữ liệu…"),
            save=act("Lưu công văn", "Ctrl+S", "Chưa mở tháng nào để lưu công văn."),
            save_as=act("Lưu tên khác…", "F12", "Chưa mở tháng nào để lưu công văn."),
            quit=act("Thoát", "Ctrl+Q"),
            undo=act("Hoàn tác", "Ctrl+Z", "Chưa có bước nào để hoàn tác."),
            redo=act("Làm lại", "Ctrl+Y", "Chưa có bước nào để làm lại."),
            search=act("Tìm trong bảng", "Ctrl+F"),
            next_finding=act("Điểm cần xem kế tiếp", "F8"),
            previous_finding=act("Điểm cần xem trước", "Shift+F8"),
            figures=act("Số liệu", "Ctrl+1"),
            letter=act("Công văn", "Ctrl+2"),
            gains=act("Cách tăng điểm", "F9"),
            full_screen=act("Toàn màn hình", "F11"),
            about=act("Giới thiệu"),
            modes={mode: act(words) for mode, words in MODES.items()},
        )

    def of_errands(self) -> tuple[QAction, ...]:
        """Those that ask, read or write."""
        return (
            *(self.open, self.look, self.again, self.paste_table, self.new),
            *(self.audit, self.office, self.targets, self.tasks, self.data_pack),
            *(self.days_off, self.words, self.rules),
            *(self.save, self.save_as, self.about),
        )

    def of_a_month(self) -> tuple[QAction, ...]:
        """What needs an open month."""
        return (
            self.home,
            self.again,
            self.save,
            self.save_as,
            self.search,
            self.next_finding,
            self.previous_finding,
            self.figures,
            self.letter,
            self.gains,
        )


def connect(*pairs: tuple[QAction, Callable[[], object]]) -> None:
    """Let each action do what stands beside it."""
    for action, act in pairs:
        action.triggered.connect(lambda _=False, act=act: act())


def fill(menu: QMenu, commands: Commands) -> QMenu:
    """Put every command into `menu` by groups; the submenu of recent files."""
    file = menu.addMenu("&Tệp")
    file.addActions([commands.open, commands.new])
    file.addActions([commands.look, commands.paste_table, commands.again])
    recent = file.addMenu("Tệp vừa mở")
    file.addSeparator()
    file.addActions([commands.save, commands.save_as])
    file.addSeparator()
    file.addActions([commands.home, commands.quit])
    edit = menu.addMenu("&Sửa")
    edit.addActions([commands.undo, commands.redo])
    edit.addSeparator()
    edit.addActions([commands.search, commands.next_finding, commands.previous_finding])
    view = menu.addMenu("&Xem")
    view.addActions([commands.figures, commands.letter, commands.gains])
    view.addSeparator()
    _modes(view.addMenu("Giao diện"), commands)
    view.addAction(commands.full_screen)
    tools = menu.addMenu("&Công cụ")
    tools.addActions([commands.audit, commands.rules])
    tools.addSeparator()
    tools.addActions([commands.office, commands.targets, commands.tasks])
    tools.addActions([commands.days_off, commands.words])
    tools.addSeparator()
    tools.addAction(commands.data_pack)
    menu.addMenu("T&rợ giúp").addAction(commands.about)
    return recent


def _modes(menu: QMenu, commands: Commands) -> None:
    group = QActionGroup(menu)
    for action in commands.modes.values():
        action.setCheckable(True)
        group.addAction(action)
        menu.addAction(action)
