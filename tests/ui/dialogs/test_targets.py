"""The dialog of targets: years, proposals, files, what is said of the open file's own."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from core import catalogue, office_tables, profiles, target_proposals
from core.office import Target, Targets
from core.report import Cell, Part, Report, Row, Source
from tests.ui.hands import CTRL, press, write
from ui.dialogs import target_proposal
from ui.dialogs.target_proposal import ProposalDialog
from ui.dialogs.target_rows import TargetRows
from ui.dialogs.targets import TargetsDialog

KNOWN = catalogue.load()
DISTRICT = profiles.find("huyen-go-dau").targets
Key = Qt.Key


@pytest.fixture
def dialog_of(qtbot, look, show, told):
    def made(targets: Targets, year: int, in_file=None) -> TargetsDialog:
        dialog = TargetsDialog(look, None, KNOWN, targets, year, in_file)
        qtbot.addWidget(dialog)
        show(dialog)
        return dialog

    return made


@pytest.fixture
def dialog(dialog_of) -> TargetsDialog:
    """Nothing is given yet, for 2026."""
    made: TargetsDialog = dialog_of(Targets(), 2026)
    return made


def row_of(dialog: TargetsDialog, code: str) -> int:
    rows = dialog.model.rows()
    return next(n for n, row in enumerate(rows) if row[0].split()[0] == code)


def given(dialog: TargetsDialog) -> dict[str, str]:
    """The levels shown, by the code of the criterion."""
    return {row[0].split()[0]: row[1] for row in dialog.model.rows() if row[1]}


def taken(dialog: TargetsDialog) -> Targets:
    dialog.take()
    assert dialog.answer is not None
    return dialog.answer


def take_all(monkeypatch) -> list[str]:
    """Take whatever is on offer; the names of what was."""
    offered = []

    def ask(_look, _parent, proposal, _year, _present, _rows):
        offered.append(proposal.name)
        return proposal.targets

    monkeypatch.setattr(target_proposal, "ask", ask)
    return offered


def test_a_level_and_its_document_typed_by_keyboard_become_a_target(dialog):
    dialog.table.go_to(row_of(dialog, "3.6"), 1)
    write("52,5")
    press(Key.Key_Tab)
    write("KH 12")
    press(Key.Key_Return)
    assert taken(dialog) == Targets(
        {2026: {"online_pay_rate": Target("online_pay_rate", Decimal("52.5"), "KH 12")}}
    )


def test_what_an_office_has_comes_back_as_it_was(dialog_of):
    dialog = dialog_of(DISTRICT, 2024)
    assert given(dialog)["3.3"] == "52"
    assert not dialog.model.is_changed()
    assert taken(dialog) == DISTRICT


@pytest.mark.parametrize("wrong", ["năm mươi", "101", "-1"])
def test_a_level_that_is_none_stays_and_is_said_and_nothing_is_saved(dialog, wrong):
    dialog.model.write(4, 1, [[wrong]])
    dialog.take()
    assert dialog.answer is None
    assert dialog.model.rows()[4][1] == wrong
    assert "Mức là số từ 0 đến 100" in dialog.said.text()


def test_a_document_without_a_level_is_said(dialog):
    dialog.model.write(4, 2, [["Kế hoạch số 12"]])
    dialog.take()
    assert dialog.answer is None
    assert "Có căn cứ mà chưa có mức" in dialog.said.text()


def test_each_year_has_targets_of_its_own(dialog):
    at = row_of(dialog, "3.6")
    dialog.model.write(at, 1, [["47"]])
    dialog.year.textActivated.emit("2027")
    assert given(dialog) == {}
    dialog.model.write(at, 1, [["60"]])
    made = taken(dialog)
    assert {year: of["online_pay_rate"].level for year, of in made.years.items()} == {
        2026: 47,
        2027: 60,
    }


def test_a_wrong_level_of_another_year_is_gone_to(dialog):
    dialog.model.write(0, 1, [["x"]])
    dialog.year.textActivated.emit("2027")
    dialog.take()
    assert (dialog.answer, dialog.year.currentText()) == (None, "2026")


def test_last_years_levels_are_copied_without_their_documents_as_one_step(dialog_of):
    old = {"online_pay_rate": Target("online_pay_rate", Decimal(47), "KH 2025")}
    new = {"reuse_rate": Target("reuse_rate", Decimal(80), "KH 2026")}
    dialog = dialog_of(Targets({2025: old | new, 2026: new}), 2026)
    dialog.copy_button.click()
    assert given(dialog) == {"3.6": "47", "4.3": "80"}
    rows = {row[0].split()[0]: row[2] for row in dialog.model.rows() if row[1]}
    assert rows == {"3.6": "", "4.3": "KH 2026"}
    assert "ghi văn bản giao chỉ tiêu năm 2026" in dialog.said.text()
    press(Key.Key_Z, CTRL)
    assert given(dialog) == {"4.3": "80"}


def test_where_no_earlier_year_has_targets_the_button_says_why(dialog):
    assert not dialog.copy_button.isEnabled()
    assert dialog.copy_button.toolTip() == "Chưa năm nào trước đó có chỉ tiêu."


def test_how_much_is_given_and_how_much_is_not_is_said(dialog_of):
    dialog = dialog_of(DISTRICT, 2024)
    assert dialog._counted.text() == "7 tiêu chí có chỉ tiêu · 16 chưa giao"


# ------------------------------------------------------------------- what is on offer


def test_both_bundled_proposals_are_in_the_menu_and_taken_as_one_step(
    dialog, monkeypatch
):
    offered = take_all(monkeypatch)
    menu = dialog.ready_button.menu()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    assert given(dialog) == {
        "1.1": "100",
        "1.2": "100",
        "3.3": "52",
        "3.6": "47",
        "4.3": "52",
        "5.2": "100",
        "5.4": "92",
    }
    menu.actions()[1].trigger()
    assert given(dialog)["3.3"] == "50"
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL)
    assert given(dialog) == {}
    assert offered == [one.name for one in target_proposals.bundled(KNOWN)]


def test_nothing_of_a_proposal_is_in_the_table_before_it_is_taken(dialog, monkeypatch):
    monkeypatch.setattr(target_proposal, "ask", lambda *_all: {})
    dialog.offer(target_proposals.bundled(KNOWN)[0])
    assert given(dialog) == {}
    assert not dialog.model.is_changed()


@pytest.fixture
def proposal(qtbot, look, show) -> ProposalDialog:
    """The district's levels, for an office that has one of its own already."""
    present = {"online_pay_rate": Target("online_pay_rate", Decimal(60))}
    offered = target_proposals.bundled(KNOWN)[0]
    made = ProposalDialog(look, None, offered, 2026, present, TargetRows(KNOWN))
    qtbot.addWidget(made)
    show(made)
    return made


def test_a_proposal_shows_what_there_is_beside_what_is_on_offer(proposal):
    rows = {row[0].split()[0]: row[1:3] for row in proposal.table.table.rows()}
    assert rows["3.6"] == ("60", "47")
    assert rows["3.3"] == ("", "52")


def test_levels_that_there_are_stay_unless_the_user_says_otherwise(proposal):
    proposal.take()
    assert proposal.answer is not None
    assert "online_pay_rate" not in proposal.answer
    assert len(proposal.answer) == 6
    proposal.over.setChecked(True)
    proposal.take()
    assert proposal.answer["online_pay_rate"].level == 47


# ---------------------------------------------------------------------- the open file


def in_file() -> target_proposals.Proposal:
    cell = Cell(Decimal(52), "52%", "Bảng!D5")
    row = Row("1", {("online_submit_rate", Part.TARGET): cell})
    report = Report({"1": row}, source=Source("phụ lục.xlsx", ""))
    found = target_proposals.of_file(report, KNOWN, Targets(), 2024)
    assert found is not None
    return found


def test_targets_of_the_open_file_are_told_and_used_only_when_taken(
    dialog_of, monkeypatch
):
    dialog = dialog_of(Targets(), 2024, in_file())
    assert dialog.bar.isVisible()
    assert "Tệp đang mở ghi chỉ tiêu cho 3.3 Hồ sơ nộp trực tuyến" in dialog.bar.text()
    assert given(dialog) == {}
    take_all(monkeypatch)
    dialog.bar.acted.emit()
    assert given(dialog) == {"3.3": "52"}
    assert not dialog.bar.isVisible()


def test_the_files_targets_are_of_its_own_year_only(dialog_of):
    dialog = dialog_of(Targets(), 2024, in_file())
    dialog.year.textActivated.emit("2025")
    assert not dialog.bar.isVisible()
    dialog.year.textActivated.emit("2024")
    assert dialog.bar.isVisible()


# ------------------------------------------------------------------------------ files


def test_a_file_is_imported_over_what_there_is_and_undone_as_one_step(
    dialog_of, tmp_path
):
    level = Target("online_pay_rate", Decimal(47))
    new = Targets(
        {
            2026: {"online_pay_rate": Target("online_pay_rate", Decimal(60), "KH")},
            2030: {"overdue_total": Target("overdue_total", Decimal(0))},
        }
    )
    path = tmp_path / "chỉ tiêu.xlsx"
    path.write_bytes(office_tables.targets_file(new, KNOWN, 2026))
    dialog = dialog_of(Targets({2026: {level.indicator: level}}), 2026)
    dialog.take_file(path)
    assert given(dialog) == {"3.6": "60"}
    dialog.year.textActivated.emit("2030")
    assert dialog.model.rows()[-1] == ("Hồ sơ quá hạn (hồ sơ)", "0", "")
    press(Key.Key_Z, CTRL)
    assert (dialog.year.currentText(), given(dialog)) == ("2026", {"3.6": "47"})
    press(Key.Key_Y, CTRL)
    assert taken(dialog) == new


def test_what_a_file_did_not_give_is_shown_with_its_cell(dialog, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("Tiêu chí", "Mức", "Năm"), ("3.6", "cao", 2026), ("3.3", 52, 2026)):
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    dialog.take_file(tmp_path / "a.xlsx")
    assert given(dialog) == {"3.3": "52"}
    assert dialog.remarks.toPlainText().startswith(
        "Ô Sheet!B2: chưa đọc được mức “cao”"
    )


def test_the_exported_file_holds_what_stands_in_the_table(dialog, tmp_path):
    dialog.model.write(row_of(dialog, "3.6"), 1, [["47", "KH 12"]])
    dialog.save_file(tmp_path / "ra.xlsx")
    data = (tmp_path / "ra.xlsx").read_bytes()
    found = office_tables.read_targets(data, "ra.xlsx", KNOWN, 2026)
    assert found.targets == taken(dialog)
