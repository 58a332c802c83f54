"""What a look at a file gives, as far as who opens a clear one needs to know.

What is asked of one that is not clear is `core.importing.asked`, which costs more to load
than the table of a clear file to paint.
"""

from typing import Generic, TypeVar

from core.frozen import frozen
from core.report import Report

T = TypeVar("T")

LAYOUTS = "layouts"
"""The store's preference under which choices are kept with layouts."""


@frozen
class Looked(Generic[T]):
    """What became of a file that was to be opened.

    Attributes:
        report: Its figures, with the answers kept with its layout.
        as_last_time: It was read with choices kept with its layout.
        asked: What a person is to be shown (`asked.Recognised`); None where all is clear.
    """

    report: Report
    as_last_time: bool
    asked: T | None
