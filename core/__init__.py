"""What the program knows and does; nothing in here knows Qt."""

VERSION = "0.1.0"

READ_FILES = "--read-files"
"""What makes the program the process that reads files (`core.importing.child`)."""
