"""What the process that reads files is asked of letters, loaded when it is asked.

Most that are read are tables, and what letters need takes a while to load.
"""

from pathlib import Path
from typing import Any

from core.catalogue import Catalogue


def audit(path: Path, catalogue: Catalogue, **values: Any) -> Any:  # noqa: ANN401
    """What `core.audited_file.looked_over` finds in the letter."""
    from core import audited_file

    return audited_file.looked_over(path, catalogue, **values)


def commented(
    path: Path,
    _catalogue: Catalogue,
    *,
    data: bytes,
    comments: Any,  # noqa: ANN401 - `Comment`s
    progress: Any,  # noqa: ANN401 - called with steps
) -> bytes:
    """The bytes of a copy of `data`, the letter at `path`, with comments in it.

    Raises:
        CongVanError: The letter cannot be written with comments.
    """
    from core.letter.docx import commenting

    made = commenting.commented(data, comments, path.name)
    progress(1, 1)
    return made
