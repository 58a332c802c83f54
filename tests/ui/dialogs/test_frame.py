"""Every dialog: Tab goes as one reads, the first field has the keys, Esc closes it."""

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QWidget

from core import licences, profiles, resources
from core.data_pack import contents, installing
from core.office import LetterKind, Targets
from tests.ui.hands import focused, press
from tests.ui.months import CATALOGUE
from ui.dialogs import frame
from ui.dialogs.data_pack import DataPackDialog
from ui.dialogs.licences import LicencesDialog
from ui.dialogs.new_month import NewMonthDialog
from ui.dialogs.office import OfficeDialog
from ui.dialogs.own_lists import DaysOffDialog, WordsDialog
from ui.dialogs.rules import RulesDialog
from ui.dialogs.targets import TargetsDialog
from ui.dialogs.tasks import TasksDialog
from ui.theme import Look

SAME_LINE = 12
"""Px by which the tops of what stands side by side may differ."""


def data_pack(look: Look) -> DataPackDialog:
    held = contents.load(resources.pack(), "")
    return DataPackDialog(look, None, installing.in_use(), held, installing.present())


DIALOGS: dict[str, Callable[[Look], QDialog]] = {
    "office": lambda look: OfficeDialog(
        look, None, CATALOGUE, profiles.find("xa-ea-ktur"), 2026
    ),
    "new month": lambda look: NewMonthDialog(
        look, None, CATALOGUE.templates, None, date(2026, 11, 23)
    ),
    "targets": lambda look: TargetsDialog(look, None, CATALOGUE, Targets(), 2026),
    "tasks": lambda look: TasksDialog(look, None, CATALOGUE, (), LetterKind.COMMUNE),
    "days off": lambda look: DaysOffDialog(look, None, ()),
    "words": lambda look: WordsDialog(look, None, ()),
    "data pack": data_pack,
    "licences": lambda look: LicencesDialog(look, licences.load()),
    "rules": lambda look: RulesDialog(look, {}, ""),
}


@pytest.fixture(params=DIALOGS)
def dialog(request, qtbot, look, show):
    made = DIALOGS[request.param](look)
    qtbot.addWidget(made)
    show(made)
    return made


def stops(dialog: QWidget) -> list[QWidget]:
    """Where Tab stops, from the top of the dialog on."""
    found: list[QWidget] = []
    one = cast("QWidget", dialog.nextInFocusChain())
    while one is not dialog:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible():
            found.append(one)
        one = cast("QWidget", one.nextInFocusChain())
    at = found.index(min(found, key=lambda stop: where(stop, dialog)))
    return found[at:] + found[:at]


def is_below(stop: QWidget) -> bool:
    """Whether it is one of the buttons below the form, which is what scrolls."""
    parent = cast("QWidget", stop.parentWidget())
    return bool(parent.property("v") == "footer")


def where(stop: QWidget, dialog: QWidget) -> tuple[bool, int, int]:
    """Below the form or in it, how far down, how far to the right."""
    at = stop.mapTo(dialog, QPoint(0, 0))
    return is_below(stop), round(at.y() / SAME_LINE), at.x()


def test_tab_goes_through_the_form_and_then_through_the_buttons(dialog):
    places = [where(stop, dialog) for stop in stops(dialog)]
    assert places == sorted(places)


def test_what_is_filled_in_first_has_the_keys_and_no_button_below(dialog):
    if not all(map(is_below, stops(dialog))):
        assert not is_below(focused())


def test_escape_closes_it_and_changes_nothing(dialog):
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize("name", DIALOGS)
def test_it_is_no_higher_than_the_screen(look, qtbot, monkeypatch, name):
    monkeypatch.setattr(frame, "TITLE_BAR", 300)
    made = DIALOGS[name](look)
    qtbot.addWidget(made)
    assert made.height() <= made.screen().availableGeometry().height() - 300
