"""A file read by the edition of the index that its own period asks for.

Which period that is, only the file says: it is read by the newest edition first, which is
the right one but for months before a new one came into force.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from core.catalogue import Catalogue, suited
from core.period import Period
from core.report import Report


def called(
    call: Callable[..., Any],
    path: Path,
    catalogues: Sequence[Catalogue],
    **values: Any,  # noqa: ANN401 - what the call takes by keyword
) -> Any:  # noqa: ANN401 - what the call gives
    """What `call` gives for the file by the catalogue that suits the file's period."""
    newest = suited(catalogues, None)
    value = call(path, newest, **values)
    fitting = suited(catalogues, period_in(value))
    return value if fitting is newest else call(path, fitting, **values)


def period_in(value: object) -> Period | None:
    """The period of the report in what a call gave; None where there is none."""
    for name in ("opened", "paper", "report", "stated"):
        value = getattr(value, name, value)
    return value.period if isinstance(value, Report) else None
