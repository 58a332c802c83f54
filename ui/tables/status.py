"""How a criterion stands: the words of the column “Trạng thái”."""

from core.catalogue import Actor, Indicator, ScoreRule
from core.frozen import frozen


@frozen
class Status:
    """How a row stands: the word, and its icon."""

    word: str
    icon: str = ""
    ink: str = "text2"


REACHED = Status("Đạt", "check-circle", "accent")
BELOW = Status("Dưới chỉ tiêu", "below", "warn_i")
PROVINCE = Status("Thuộc cấp tỉnh", "building")
NO_FIGURE = Status("Chưa có số liệu")
NO_TARGET = Status("Chưa giao")
WATCHED = Status("Chỉ theo dõi")


def of(indicator: Indicator | None, *, known: bool, misses: bool | None) -> Status:
    """How an indicator stands.

    Args:
        indicator: What it is, where the index knows it.
        known: Whether there is a figure at all.
        misses: Whether it does not reach its target; None without a target.
    """
    if not known:
        return NO_FIGURE
    province = indicator is not None and indicator.actor is Actor.PROVINCE
    if misses is not None:
        below = PROVINCE if province else BELOW
        return below if misses else REACHED
    if not bears_points(indicator):
        return WATCHED
    return PROVINCE if province else NO_TARGET


def bears_points(indicator: Indicator | None) -> bool:
    """Whether an indicator earns points."""
    if indicator is None or not indicator.maximum:
        return False
    return indicator.score is not ScoreRule.NONE
