"""A file as the window needs it: opened at once where all is clear, else to be asked about.

Where nothing is left open the report alone is handed on: a child process would have to
send the sheets as well (docs/decisions/0008-reading.md). What a person answered is kept
apart from what the file says, so that an answer can be taken back.
"""

from collections.abc import Callable
from pathlib import Path

from core.catalogue import Catalogue
from core.importing import opening
from core.importing.asked import (
    Pasted,
    Recognised,
    is_doubtful,
    open_rivals,
    without_answers,
)
from core.importing.choosing import questions
from core.importing.choosing.choices import NO_CHOICES, Choices
from core.importing.choosing.layout import NO_LAYOUTS, Layouts
from core.importing.first_look import Looked
from core.importing.opened import Opened
from core.report import Report

Progress = Callable[[int, int], None]


def look(
    path: Path,
    catalogue: Catalogue,
    *,
    layouts: Layouts | object = NO_LAYOUTS,
    always: bool = False,
    pasted: Pasted | None = None,
    progress: Progress | None = None,
) -> Looked[Recognised]:
    """The file's report where all is clear, else what is to be shown and asked.

    Args:
        path: The file.
        catalogue: What columns and rows are recognised by.
        layouts: Choices kept with layouts, also as the store keeps them.
        always: Show it although all is clear.
        pasted: A block of the clipboard, looked at in place of a file.
        progress: Called with the steps done and their number.

    Raises:
        UnreadableFileError: The file cannot be used; the sentence says why.
    """
    if not isinstance(layouts, Layouts):
        layouts = Layouts.from_json(layouts)
    opened = _opened(path, catalogue, NO_CHOICES, layouts, pasted, progress)
    asked = None
    if always or not is_clear(opened, catalogue):
        asked = _asked(opened, catalogue)
    return Looked(opened.report, opened.as_last_time, asked)


def recognise(
    path: Path,
    catalogue: Catalogue,
    *,
    choices: Choices,
    pasted: Pasted | None = None,
    progress: Progress | None = None,
) -> Recognised:
    """The file read anew with what was decided; errors and arguments as `look`."""
    bare = without_answers(choices)
    opened = _opened(path, catalogue, bare, NO_LAYOUTS, pasted, progress)
    asked = questions.questions(opened.report, catalogue)
    return Recognised(opened, asked, choices)


def decided(
    path: Path,
    catalogue: Catalogue,
    *,
    choices: Choices,
    pasted: Pasted | None = None,
    progress: Progress | None = None,
) -> Report:
    """The report with all that was decided; errors and arguments as `look`."""
    return _opened(path, catalogue, choices, NO_LAYOUTS, pasted, progress).report


def is_clear(opened: Opened, catalogue: Catalogue) -> bool:
    """Whether the file can be opened without asking anything.

    It cannot where no table is recognised or none gave a figure, a number or the period
    has two readings, of several tables one is wanted, or a column of figures is only
    nearly what it is taken for and nobody has said so before.
    """
    if not opened.has_figures or open_rivals(opened):
        return False
    if questions.questions(opened.report, catalogue):
        return False
    return opened.as_last_time or not any(
        is_doubtful(column, catalogue) for column in opened.columns
    )


def _asked(opened: Opened, catalogue: Catalogue) -> Recognised:
    bare = without_answers(opened.choices)
    plain = opened
    if bare != opened.choices:
        plain = opening.again(opened, catalogue, bare)
    asked = questions.questions(plain.report, catalogue)
    return Recognised(plain, asked, opened.choices, opened.as_last_time)


def _opened(
    path: Path,
    catalogue: Catalogue,
    choices: Choices,
    layouts: Layouts,
    pasted: Pasted | None,
    progress: Progress | None,
) -> Opened:
    if pasted is None:
        return opening.inspect(
            path, catalogue, choices, layouts=layouts, progress=progress
        )
    return opening.inspect_pasted(
        pasted.text, pasted.page, catalogue, choices, layouts=layouts
    )
