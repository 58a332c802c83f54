"""The room that the findings take beside the table, in px."""

WIDTH = 330
"""Of the panel."""

STRIP = 46
"""Of the strip that is left of it where room is scarce."""
