"""Menu › Gói dữ liệu: what is in use, another imported, the bundled one again."""

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from core import resources
from core.data_pack import contents, installing
from core.errors import UnwritableFileError
from tests.core.data_pack import packs
from ui import starting_anew
from ui.dialogs import about
from ui.dialogs.data_pack import DataPackDialog
from ui.widgets.error_dialog import ErrorDialog


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "gói tháng 12.cv766"
    path.write_bytes(packs.packed(packs.with_successor(tmp_path / "gói")))
    return path


@pytest.fixture
def answered(monkeypatch):
    """Let dialogs be answered by the buttons of those numbers; what they said."""

    def answer(*numbers):
        seen, left = [], iter(numbers)

        def show(_look, _parent, trouble):
            seen.append(trouble)
            return next(left)

        monkeypatch.setattr(ErrorDialog, "show_error", show)
        return seen

    return answer


@pytest.fixture
def dialog(qtbot, look, show):
    made = DataPackDialog(
        look,
        None,
        installing.in_use(),
        contents.load(resources.pack(), "Gói dữ liệu"),
        installing.present(),
    )
    qtbot.addWidget(made)
    show(made)
    return made


def words(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def press(widget, start):
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.text().replace("&", "").startswith(start)
    ]
    assert len(found) == 1, start
    found[0].click()


def test_the_dialog_shows_version_basis_and_what_is_in_it(dialog):
    said = words(dialog)
    pack = installing.in_use()
    known = contents.load(resources.pack(), "").reference
    for wanted in (
        f"{pack.version}, phát hành ",
        *pack.basis,
        "Quyết định số 766/QĐ-TTg, hiệu lực từ 01/08/2022",
        f"{len(known.citations)} văn bản",
        f"{len(known.terms)} thuật ngữ",
        "năm 2024 đến 2027",
    ):
        assert wanted in said
    assert not [
        one for one in dialog.findChildren(QPushButton) if "có sẵn" in one.text()
    ]


def test_a_pack_is_imported_once_it_was_seen_and_counts_from_the_next_start_on(
    window, file, answered
):
    seen = answered(1, 0)
    window.errands.open(file)
    asked, done = seen
    assert asked.title == "Nhập gói dữ liệu 2026.12?"
    assert any("Quyết định số 99/QĐ-TTg" in step for step in asked.steps)
    assert done.title == "Đã nhập gói dữ liệu 2026.12"
    assert "lần mở chương trình sau" in done.why
    assert installing.present().manifest.version == "2026.12"
    assert resources.pack() == resources.folder()


def test_a_pack_that_is_not_wanted_is_not_imported(window, file, answered):
    answered(0)
    window.errands.open(file)
    assert installing.present().is_bundled


def test_a_pack_let_go_over_the_window_is_asked_about(window, file, answered):
    seen = answered(0)
    window.dropped.emit(file)
    assert seen[0].title == "Nhập gói dữ liệu 2026.12?"


def test_a_broken_pack_is_refused_with_the_reason(window, file, told):
    file.write_bytes(file.read_bytes()[:2000])
    window.errands.open(file)
    assert told[0].title == "Chưa nhập được gói dữ liệu"
    assert "gói tháng 12.cv766" in told[0].why
    assert "như cũ" in told[0].safe


def test_an_older_pack_is_refused_before_anything_is_asked(window, tmp_path, told):
    old = tmp_path / "cũ.cv766"
    old.write_bytes(packs.packed(packs.open_pack(tmp_path / "cũ", "2020.1")))
    window.errands.open(old)
    assert "không mới hơn" in told[0].why


def test_the_menu_leads_to_the_file_chooser_and_to_the_import(
    window, file, answered, monkeypatch
):
    answered(1, 0)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_of: (str(file), ""))

    def act(dialog):
        press(dialog, "Nhập gói dữ liệu")
        return 0

    monkeypatch.setattr(DataPackDialog, "exec", act)
    window.commands.data_pack.trigger()
    assert installing.present().manifest.version == "2026.12"


def test_the_bundled_pack_is_taken_again_from_the_dialog(
    window, file, answered, monkeypatch
):
    answered(1, 0)
    window.errands.open(file)
    said = []

    def act(dialog):
        said.append(words(dialog))
        press(dialog, "Dùng lại gói có sẵn")
        return 0

    monkeypatch.setattr(DataPackDialog, "exec", act)
    window.commands.data_pack.trigger()
    assert "Từ lần mở chương trình sau dùng gói đã nhập, phiên bản 2026.12." in said[0]
    assert installing.present().is_bundled


def test_a_damaged_pack_is_told_of_in_the_dialog(
    window, file, answered, data_folder, monkeypatch
):
    answered(1, 0)
    window.errands.open(file)
    (data_folder / "goi-du-lieu" / "2026.12" / "wording" / "cong-van.toml").unlink()
    said = []
    monkeypatch.setattr(DataPackDialog, "exec", lambda one: said.append(words(one)))
    window.commands.data_pack.trigger()
    assert "bị hỏng (thiếu wording/cong-van.toml)" in said[0]


def test_a_disk_that_refuses_changes_nothing(window, file, monkeypatch, answered):
    def refuse(_pack):
        raise UnwritableFileError("Không ghi được.")

    monkeypatch.setattr(installing, "install", refuse)
    seen = answered(1, 0)
    window.errands.open(file)
    assert seen[1].why == "Không ghi được."
    assert installing.present().is_bundled


@pytest.mark.parametrize("closes", [True, False])
def test_the_program_is_opened_again_only_where_it_was_closed(
    qapp, window, monkeypatch, closes
):
    started: list[object] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *of: started.append(of))
    if not closes:
        monkeypatch.setattr(type(window), "close", lambda _window: False)
    starting_anew.ask(window)
    starting_anew.obey(qapp)
    qapp.setProperty(starting_anew.WANTED, False)
    assert bool(started) is closes


def test_after_an_import_the_program_may_be_opened_again_at_once(
    window, file, answered, monkeypatch
):
    asked: list[object] = []
    monkeypatch.setattr(starting_anew, "ask", asked.append)
    answered(1, 1)
    window.errands.open(file)
    assert asked == [window]


def test_about_names_the_pack_and_its_legal_basis(window):
    pack = installing.in_use()
    said = about.trouble("1.0", window.document.catalogue, pack)
    line = next(step for step in said.steps if step.startswith("Gói dữ liệu"))
    assert pack.version in line
    assert all(one in line for one in pack.basis)
