"""Buttons by rank: one filled (primary) a screen, plain, ghost, link, toggle."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from ui.icons import Inks
from ui.theme import Look


class Rank(StrEnum):
    """How loud a button is: the value of its property ``v`` in the sheet."""

    PRIMARY = "primary"
    PLAIN = "plain"
    GHOST = "ghost"  # no border: header, "Chi tiết"
    LINK = "link"
    TOGGLE = "toggle"  # stays pressed


_ICON_AIR = 3  # px between icon and word, beside the 4 px that Qt leaves
_INKS = {
    Rank.PRIMARY: Inks("on", "on", "dis"),
    Rank.LINK: Inks("accent", "accent", "dis"),
}


def button(
    look: Look,
    text: str,
    icon: str = "",
    *,
    rank: Rank = Rank.PLAIN,
    small: bool = False,
) -> QPushButton:
    """A push button with a word and perhaps an icon.

    A mouse click leaves the keyboard focus where it was, so that an edit in the
    table goes on; Tab and the mnemonic reach the button.

    Args:
        look: The look in force.
        text: The word, verb first, with "&" before its mnemonic.
        icon: Name of an icon, or nothing.
        rank: How loud it is.
        small: 26 px high instead of 32, as in cards.
    """
    made = QPushButton(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAutoDefault(False)
    made.setCheckable(rank == Rank.TOGGLE)
    if small:
        made.setProperty("s", "s")
    if rank == Rank.LINK:
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setProperty("v", rank.value)
    set_icon(look, made, icon)
    return made


def icon_button(
    look: Look, icon: str, name: str, *, small: bool = False
) -> QPushButton:
    """A square button without a word; `name` is its tooltip and its accessible name.

    Only for close, fold, zoom, page ‹ ›, "⋯" and, below 1,200 px, undo and redo.
    """
    made = button(look, "", icon, rank=Rank.GHOST, small=small)
    made.setProperty("only", "icon")
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made


def set_rank(look: Look, made: QPushButton, rank: Rank) -> None:
    """Make `made` filled, plain… as when the filled button moves after a save."""
    if made.property("v") == rank.value:
        return
    made.setProperty("v", rank.value)
    set_icon(look, made, made.property("icon_name"))
    restyle(made)


def set_icon(look: Look, made: QPushButton, icon: str) -> None:
    """Show another icon in the colours of the button's rank; "" shows none."""
    made.setProperty("icon_name", icon)
    if not icon:
        made.setIcon(QIcon())
    else:
        inks = _INKS.get(Rank(made.property("v")), Inks())
        made.setIcon(look.icons.icon(icon, inks))
        side = look.theme.metrics.icon
        air = _ICON_AIR if made.text() else 0
        made.setIconSize(QSize(side + air, side))


def one_stop(made: QAbstractButton) -> None:
    """Let Tab stop at an exclusive group's checked button only; arrows do the rest."""

    def follow(checked: bool) -> None:
        policy = Qt.FocusPolicy.TabFocus if checked else Qt.FocusPolicy.NoFocus
        made.setFocusPolicy(policy)

    follow(made.isChecked())
    made.toggled.connect(follow)


def set_available(widget: QWidget, reason: str = "") -> None:
    """Enable `widget`, or disable it with a tooltip that says why it is disabled."""
    usual = widget.property("usual_tip")
    if usual is None:
        usual = widget.toolTip()
        widget.setProperty("usual_tip", usual)
    widget.setEnabled(not reason)
    widget.setToolTip(reason or usual)


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at the widget's properties again.

    Before its first showing a widget has not met the sheet yet, and will by itself.
    """
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
