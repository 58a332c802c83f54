"""Data packs shown, imported from a file, given up for the bundled one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from core import resources
from core.data_pack import contents, installing, reading
from core.data_pack.manifest import ENDING
from core.data_pack.reading import Pack
from core.errors import CongVanError
from ui import starting_anew
from ui.dialogs.data_pack import TITLE, DataPackDialog, lines
from ui.theme import Look
from ui.widgets.error_dialog import ErrorDialog, Trouble
from ui.widgets.tones import Tone

PACKS = f"Gói dữ liệu (*{ENDING})"
NEXT_START = (
    "Gói này được dùng từ lần mở chương trình sau. Các tháng đã lưu vẫn còn nguyên."
)
_YES = 1
"""The button, the last one, that does what was asked."""


class DataPacks:
    """Shows and changes the data pack.

    Args:
        look: The look in force.
        window: The window that dialogs stand over.
        tell: Takes words for the status bar.
    """

    def __init__(
        self, look: Look, window: QWidget, tell: Callable[[str], None]
    ) -> None:
        self._look, self._window, self._tell = look, window, tell

    def show(self) -> None:
        """Show the pack in use; what the user asks for there is done afterwards."""
        held = contents.load(resources.pack(), TITLE)
        pack, next_start = installing.in_use(), installing.present()
        dialog = DataPackDialog(self._look, self._window, pack, held, next_start)
        asked: list[Callable[[], None]] = []
        for signal, act in (
            (dialog.import_asked, self.choose),
            (dialog.bundled_asked, self.use_bundled),
            (dialog.restart_asked, lambda: starting_anew.ask(self._window)),
        ):
            signal.connect(lambda act=act: asked.append(act))
            signal.connect(dialog.accept)
        dialog.exec()
        dialog.deleteLater()
        for act in asked:
            act()

    def choose(self) -> None:
        """Ask for a pack and import it."""
        title = "Nhập gói dữ liệu"
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, "", PACKS)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Import the pack in a file, once the user has seen what it is."""
        try:
            pack = reading.read_file(path)
            installing.refuse_older(pack)
            if not self._may_import(path, pack):
                return
            installing.install(pack)
        except CongVanError as error:
            self._refuse("Chưa nhập được gói dữ liệu", error)
            return
        self._done(f"Đã nhập gói dữ liệu {pack.manifest.version}")

    def _may_import(self, path: Path, pack: Pack) -> bool:
        told = [
            f"{name}: {words.replace(chr(10), '; ')}."
            for name, words in lines(pack.manifest, pack.contents)
        ]
        trouble = Trouble(
            title=f"Nhập gói dữ liệu {pack.manifest.version}?",
            why=f"Tệp “{path.name}”. Chỉ nhập gói nhận từ cơ quan cấp trên hoặc nơi phát "
            "hành chương trình.",
            steps=told,
            heading="Trong gói có",
            buttons=("&Hủy", "&Nhập gói"),
            tone=Tone.HINT,
        )
        return ErrorDialog.show_error(self._look, self._window, trouble) == _YES

    def use_bundled(self) -> None:
        """Use the bundled pack again, from the next start on."""
        try:
            installing.remove()
        except CongVanError as error:
            self._refuse("Chưa đổi được gói dữ liệu", error)
            return
        version = installing.present().manifest.version
        self._done(f"Dùng lại gói dữ liệu có sẵn {version}")

    def _done(self, what: str) -> None:
        """Say what was done, and when it counts; open the program anew where wanted."""
        self._tell(f"{what}.")
        if not installing.is_waiting():
            return
        trouble = Trouble(
            title=what,
            why=NEXT_START,
            buttons=("Để &sau", "&Mở lại chương trình ngay"),
            tone=Tone.OK,
        )
        if ErrorDialog.show_error(self._look, self._window, trouble) == _YES:
            starting_anew.ask(self._window)

    def _refuse(self, what: str, error: CongVanError) -> None:
        trouble = Trouble(
            title=what,
            why=str(error),
            steps=error.steps,
            safe="Gói đang dùng vẫn như cũ.",
            details=error.detail,
        )
        ErrorDialog.show_error(self._look, self._window, trouble)
