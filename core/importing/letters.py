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


def commented(path: Path, _catalogue: Catalogue, **values: Any) -> Any:  # noqa: ANN401
    """The bytes that `core.audited_file.commented` makes of the letter."""
    from core import audited_file

    return audited_file.commented(path, **values)
