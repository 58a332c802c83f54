"""From a file of an office to a report."""

from core.importing.opening import again, inspect, open_file

__all__ = ["again", "inspect", "open_file"]
