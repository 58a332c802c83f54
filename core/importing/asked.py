"""What is asked of a file, as values: what the window is given and hands back.

Nothing here reads: who leaves that to a child loads no reader for it.
"""

import hashlib

from core.catalogue import Catalogue, Kind
from core.frozen import frozen, replace
from core.importing.choosing.choices import Choices, TableKey
from core.importing.choosing.questions import Question
from core.importing.opened import Column, Opened
from core.importing.recognition.recognise import Certainty

_WORDS = (Kind.TEXT, Kind.CODE)


@frozen
class Recognised:
    """A file as recognised before any of its questions was answered.

    Attributes:
        opened: The file, read with the choices but for the answers.
        questions: What is to be asked of it.
        choices: All that is decided, the answers too.
        as_last_time: They are those kept with the file's layout.
    """

    opened: Opened
    questions: tuple[Question, ...]
    choices: Choices
    as_last_time: bool = False


@frozen
class Pasted:
    """A block copied from a web page or a spreadsheet.

    Attributes:
        text: The plain text of the clipboard.
        page: Its HTML; empty where there is none.
    """

    text: str
    page: str = ""

    @property
    def sha256(self) -> str:
        """What it is known by, as a file by its bytes."""
        data = (self.page or self.text).encode(errors="surrogatepass")
        return hashlib.sha256(data).hexdigest()


def is_doubtful(column: Column, catalogue: Catalogue) -> bool:
    """Whether a column of figures is only nearly what it is taken for."""
    if column.certainty is not Certainty.NEAR or column.meaning is None:
        return False
    indicator = catalogue.indicators.get(column.meaning.indicator)
    return indicator is not None and indicator.kind not in _WORDS


def open_rivals(opened: Opened) -> tuple[tuple[TableKey, ...], ...]:
    """The groups of tables about the same figures of which more than one is read."""
    out = opened.choices.left_out
    return tuple(
        group for group in opened.rivals if sum(key not in out for key in group) > 1
    )


def without_answers(choices: Choices) -> Choices:
    """The choices but for what was answered: how numbers are read, the period, the time."""
    return replace(choices, styles={}, period=None, as_of=None)
