"""What the window needs later, loaded aside while its first screen is looked at.

Loading it in the window's own thread, when somebody asks for it, would be felt.
"""

from importlib import import_module

BESIDE = ("ui.figures.side", "ui.findings.panel")
"""What stands beside the table that is shown first."""

MODULES = (
    "ui.errands",
    "ui.errand_commands",
    "ui.home.page",
    "ui.letter.page",
    "core.rules.families",
    "core.letter.compose",
    "core.letter.docx",
    "ui.dialogs.new_month",
    "ui.dialogs.office",
    "ui.dialogs.about",
)
"""Each is imported by name where it is used, so that the packed program has it."""


def load() -> None:
    """Load it; for another thread than the window's."""
    for name in MODULES:
        import_module(name)


def load_beside() -> None:
    """Load what stands beside the table, in the same way."""
    for name in BESIDE:
        import_module(name)
