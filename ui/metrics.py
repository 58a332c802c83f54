"""How large things are, in logical px."""

from typing import NamedTuple


class Metrics(NamedTuple):
    """Measures in logical px."""

    header: int = 52
    fact_bar: int = 58
    tool_bar: int = 44
    status_bar: int = 28
    control: int = 32  # button, field
    control_small: int = 26
    row: int = 28
    row_dense: int = 24
    row_airy: int = 34
    unit_row: int = 30
    column_header: int = 42
    column_header_two: int = 74
    icon: int = 16
    gap: int = 8  # between controls
    card_gap: int = 12
    card_padding: int = 16
    page_edge: int = 20
    radius_bar: int = 4
    radius: int = 5  # buttons, fields
    radius_well: int = 6  # wells, pop-ups
    radius_card: int = 8  # cards, dialogs
    radius_chip: int = 13
