"""What an indicator's figures are.

Apart from the catalogue, which the home screen does without: loading it would be a
tenth of a bare window's time (docs/decisions/0006-start.md).
"""

from enum import Enum


class Kind(Enum):
    """What an indicator's figures are; decides how they are read and printed."""

    RATIO = "ratio"
    COUNT = "count"
    SCORE = "score"
    RANK = "rank"
    DAYS = "days"
    TEXT = "text"
    CODE = "code"

    # Members are single, so their identity will do; Enum's own hash is Python code and
    # readers of columns are looked up by it for every cell.
    __hash__ = object.__hash__
