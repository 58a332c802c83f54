"""Which command has which errand run."""

from collections.abc import Callable

from PySide6.QtGui import QAction

from ui.commands import Commands
from ui.errands import Errands


def acts(
    commands: Commands, errands: Errands
) -> tuple[tuple[QAction, Callable[[], object]], ...]:
    """Each command that asks, reads or writes, and what it does."""
    return (
        (commands.open, errands.choose_file),
        (commands.audit, errands.letters.choose),
        (commands.look, errands.choose_to_look),
        (commands.again, errands.importing.again),
        (commands.paste_table, errands.importing.paste),
        (commands.new, errands.new_month),
        *errands.office.acts(commands),
        (commands.data_pack, errands.packs.show),
        (commands.save, errands.save),
        (commands.save_as, errands.save_as),
        (commands.about, errands.about),
    )
