"""The file named at the start: its table first, the rest of the window afterwards."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core import resources
from core.data_pack import installing
from core.store import schema
from core.store.location import store_file
from tests.core.data_pack import packs
from tests.ui.importing.conftest import EXPORTS, shown
from ui import first_file
from ui.dialogs import about
from ui.file_ahead import FileAhead
from ui.first_file import FirstFile
from ui.main_window import MainWindow

SAMPLES = resources.folder() / "samples"
GO_DAU = SAMPLES / "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx"
EA_KTUR = SAMPLES / "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx"
NOW = datetime(2024, 12, 9, 9, 14, tzinfo=UTC)

Begin = Callable[[Path], MainWindow]


@pytest.fixture
def begun(qtbot, look, show, documents, told) -> Iterator[Begin]:
    """Begins with a file, as `main.py FILE` does."""
    made: list[tuple[MainWindow, FirstFile]] = []

    def begin(path: Path) -> MainWindow:
        file = FirstFile(path, FileAhead(path, None))
        window = MainWindow(look, lambda: NOW, opened=file.begin, at_home=False)
        made.append((window, file))
        qtbot.addWidget(window)
        show(window)
        file.open_in(window)
        return window

    yield begin
    for window, file in made:
        window.close()
        window.release()
        file.close()


def test_the_store_of_a_first_start_is_made_while_qt_is_loaded(documents):
    file = store_file()
    assert not file.exists()
    ahead = FileAhead(GO_DAU, None)
    ahead.wait_for_store()
    try:
        with closing(schema.connect(file, 1)) as connection:
            assert schema.version(connection) == len(schema.STEPS)
    finally:
        ahead.reader.close()


def test_a_store_that_cannot_be_made_is_left_to_who_opens_it(monkeypatch):
    monkeypatch.setenv("CONGVAN766_DATA", str(GO_DAU / "in no folder"))
    ahead = FileAhead(GO_DAU, None)
    ahead.wait_for_store()
    ahead.reader.close()
    assert not store_file().exists()


def test_a_clear_file_is_shown_before_there_is_anybody_to_ask(
    qtbot, begun, monkeypatch
):
    monkeypatch.setattr(first_file, "PATIENCE", 20_000)
    window = begun(GO_DAU)
    qtbot.waitUntil(lambda: window.document.is_open, timeout=10_000)
    assert not hasattr(window, "errands")
    assert not hasattr(window, "home")
    assert window.screens.figures().isVisible()
    assert window.status.told() == f"Đã đọc “{GO_DAU.name}”."
    assert window.windowTitle().startswith("UBND huyện Gò Dầu – Tháng 11/2024")


def test_the_file_is_among_the_recent_ones_once_the_window_is_whole(qtbot, begun):
    window = begun(GO_DAU)
    qtbot.waitUntil(lambda: hasattr(window, "errands"), timeout=10_000)
    qtbot.waitUntil(lambda: window.errands.opener.recent() == [str(GO_DAU)])
    window.show_home()
    assert window.on_home()


def test_what_is_asked_of_the_window_at_once_is_done(qtbot, begun, monkeypatch):
    shown = []
    monkeypatch.setattr(about, "show", lambda *_with: shown.append(True))
    window = begun(GO_DAU)
    window.commands.about.trigger()
    assert shown == [True]
    qtbot.waitUntil(lambda: window.document.is_open, timeout=10_000)
    window.commands.about.trigger()
    assert shown == [True, True]


def test_a_file_that_is_not_there_is_told_of_on_the_home_screen(qtbot, begun, told):
    window = begun(Path("không có.xlsx"))
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert "không có.xlsx" in told[0].title
    qtbot.waitUntil(window.on_home)


def test_a_data_pack_opened_by_a_double_click_is_asked_about(
    qtbot, begun, told, tmp_path
):
    path = tmp_path / "gói tháng 12.cv766"
    path.write_bytes(packs.packed(packs.with_successor(tmp_path / "gói")))
    window = begun(path)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert [one.title for one in told] == ["Nhập gói dữ liệu 2026.12?"]
    assert window.on_home()
    assert installing.present().is_bundled  # it was put off


def test_a_month_that_is_kept_already_is_opened_again(qtbot, begun):
    first = begun(EA_KTUR)
    qtbot.waitUntil(lambda: first.document.is_open, timeout=10_000)
    kept = first.document.month_id
    first.store.flush(5)
    second = begun(EA_KTUR)
    qtbot.waitUntil(lambda: second.document.is_open, timeout=10_000)
    assert second.document.month_id == kept
    qtbot.waitUntil(lambda: second.status.told().startswith("Đã mở lại tháng"))


def test_a_file_with_a_question_is_shown_with_it(qtbot, begun):
    window = begun(EXPORTS / "Số có hai cách đọc.xlsx")
    qtbot.waitUntil(lambda: hasattr(window, "errands"), timeout=10_000)
    asked = shown(qtbot, window)
    assert window.on_home()
    assert asked.session.questions
    asked.reject()


def test_a_store_with_other_layouts_than_were_seen_has_the_file_read_anew():
    file = FileAhead(GO_DAU, None)
    first = file.reader._ahead
    file.begin(GO_DAU, None)
    assert file.reader._ahead is first
    file.begin(GO_DAU, [["signature", {}]])
    assert file.reader._ahead is not first
    assert file.reader.outcome().report.period is not None
    file.reader.close()


def test_what_stands_beside_the_table_comes_after_it_and_knows_the_findings(
    qtbot, begun, monkeypatch
):
    monkeypatch.setattr(first_file, "SHOWN", 1000)
    monkeypatch.setattr(first_file, "PATIENCE", 20_000)
    window = begun(EA_KTUR)
    qtbot.waitUntil(lambda: window.document.is_open, timeout=10_000)
    page = window.screens.figures()
    assert not hasattr(page, "panel")
    qtbot.waitUntil(lambda: hasattr(page, "panel"), timeout=10_000)
    assert page.side.isVisible()
    assert len(page.panel.list.figures.cards) == len(window.document.findings) > 0


def test_the_panel_is_made_at_once_where_somebody_asks_for_a_finding(
    qtbot, begun, monkeypatch
):
    monkeypatch.setattr(first_file, "SHOWN", 1000)
    monkeypatch.setattr(first_file, "PATIENCE", 20_000)
    window = begun(EA_KTUR)
    qtbot.waitUntil(lambda: window.document.is_open, timeout=10_000)
    page = window.screens.figures()
    assert not hasattr(page, "panel")
    window.commands.next_finding.trigger()
    assert page.side.isVisible()
    assert page.panel.list.figures.cards


def test_a_file_that_the_rest_opens_has_all_beside_its_table(qtbot, begun, monkeypatch):
    monkeypatch.setattr(first_file, "PATIENCE", 0)
    window = begun(EA_KTUR)
    qtbot.waitUntil(lambda: window.document.is_open, timeout=10_000)
    page = window.screens.figures()
    qtbot.waitUntil(lambda: hasattr(page, "panel"), timeout=10_000)
    qtbot.waitUntil(page.side.isVisible)
