"""From a file of an office to a report."""

from core.importing.opening import open_file

__all__ = ["open_file"]
