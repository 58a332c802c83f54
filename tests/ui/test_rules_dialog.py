"""The dialog “Quy tắc”: all rules by family, each with a switch that needs a reason."""

import pytest
from PySide6.QtWidgets import QDialog

from core import offices, profiles
from core.rules import families
from core.rules.registry import Rule
from core.rules.subjects import FAMILIES
from tests.ui.months import TRUONG_TAY, sample
from ui.dialogs.rules import NO_REASON, RulesDialog
from ui.findings.panel import FindingsPanel


@pytest.fixture
def dialog_of(qtbot, look, show):
    def made(off=None, blocked=""):
        dialog = RulesDialog(look, off or {}, blocked)
        qtbot.addWidget(dialog)
        show(dialog)
        return dialog

    return made


def listed(dialog):
    return [one for one in dialog.rules.listed.listed if isinstance(one, Rule)]


def test_every_rule_is_listed_once_under_its_family(dialog_of):
    dialog = dialog_of()
    assert {one.id for one in listed(dialog)} == {one.id for one in families.RULES}
    assert len(listed(dialog)) == len(families.RULES)
    family = ""
    for one in dialog.rules.listed.listed:
        if isinstance(one, Rule):
            assert FAMILIES[one.id[0]] == family
        else:
            family = one
    assert dialog.counted.text() == f"{len(families.RULES)} quy tắc, 0 đang tắt."


def test_the_chosen_rule_says_when_it_speaks_and_what_to_do(dialog_of):
    dialog = dialog_of()
    dialog.rules.choose("N14")
    rule = next(one for one in families.RULES if one.id == "N14")
    assert dialog.heading.text() == f"N14 {rule.title}"
    assert dialog.when.text() == rule.when
    assert rule.hint in dialog.hint.text()
    assert dialog.severity.text().startswith("Cảnh báo")


def test_a_rule_goes_off_only_with_a_reason(dialog_of):
    dialog = dialog_of()
    dialog.rules.choose("N14")
    dialog.used.click()
    dialog.take()
    assert dialog.isVisible()
    assert dialog.why.edit.accessibleDescription() == NO_REASON
    dialog.why.edit.clear()
    dialog.why.edit.insert(" xem trên  Cổng ")
    dialog.why.edit.textEdited.emit(dialog.why.edit.text())
    dialog.take()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.off == {"N14": "xem trên Cổng"}


def test_a_rule_that_is_off_is_marked_and_comes_on_again(dialog_of):
    dialog = dialog_of({"N14": "xem trên Cổng"})
    dialog.rules.choose("N14")
    assert not dialog.used.isChecked()
    assert dialog.why.text() == "xem trên Cổng"
    at = dialog.rules.currentIndex()
    assert at.data().endswith(", đang tắt")
    dialog.used.click()
    assert dialog.off == {}
    assert not dialog.why.isVisible()
    assert not at.data().endswith(", đang tắt")


def test_rules_are_found_by_their_words_without_accents(dialog_of):
    dialog = dialog_of()
    dialog.search.edit.setText("phan anh")
    assert "N14" in [one.id for one in listed(dialog)]
    assert len(listed(dialog)) < len(families.RULES)
    dialog.search.edit.setText("không có chữ nào như vậy")
    assert listed(dialog) == []
    dialog.search.edit.clear()
    assert len(listed(dialog)) == len(families.RULES)


def test_where_nothing_can_be_written_it_says_so_and_only_shows(dialog_of):
    dialog = dialog_of(blocked="Chưa có thông tin cơ quan.")
    assert not dialog.used.isEnabled()
    assert dialog.used.toolTip() == "Chưa có thông tin cơ quan."


def test_what_the_dialog_keeps_is_written_to_the_office(
    store, look, qtbot, monkeypatch
):
    offices.set_own(profiles.find("xa-truong-tay"))
    document = sample(store, TRUONG_TAY)
    own = offices.own()
    assert own is not None
    document.set_profile(own)
    panel = FindingsPanel(look, document)
    qtbot.addWidget(panel)
    monkeypatch.setattr(
        "ui.dialogs.rules.ask", lambda *_asked: {"P05": "ghi ở sổ riêng"}
    )
    panel.show_rules()
    assert [one.id for one, _ in document.checked.switched_off] == ["P05"]
    kept = offices.own()
    assert kept is not None
    assert kept.rules_off == {"P05": "ghi ở sổ riêng"}
