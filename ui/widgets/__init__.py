"""The small parts that the program's screens are made of.

Every one takes the `Look` first (`look = theme.apply(app)`), follows the theme by itself,
is reached by the keyboard and has an accessible name. Import from the module:

buttons: `button(look, text, icon="", *, rank=Rank.PLAIN, small=False)`,
    `icon_button(look, icon, name, *, small=False)`, `set_rank(look, button, rank)`,
    `set_icon(look, button, icon)`, `set_available(widget, reason="")`,
    `restyle(widget)`; Rank: PRIMARY (one a screen), PLAIN, GHOST, LINK, TOGGLE.
labels: `label(look, text, role="body", ink="text", *, wrap=False)`, `set_ink`,
    `rule(*, upright=False, length=0)`, `surface(kind="surface" | "footer")`,
    `IconLabel(look, icon, ink="text2", size=16)` with `set_icon(icon, ink)`.
tones: `Tone` ERROR, WARNING, HINT, OK, ACCEPTED; `.value` is a `Sign` (icon, icon_ink,
    ink, ground, word), `.counted(3)` is "3 cảnh báo".
chips: `SeverityChip(look, tone, count=0, *, filters=True, tall=False)`; `set_count`,
    `count`, `tone`; signals `toggled(bool)`, `clicked`.
tabs: `TabBar(look, words)`; `current`, `set_current(n)`, `set_count(n, count)`,
    `tab(n)`; signal `current_changed(int)`.
chooser: `SegmentedChoice(look, name, words, chosen=0)` (signal `chosen(int)`),
    `DropList(look, name, words=())`, `TickBox(look, text)`.
fact_field: `FactField(look, name)`; `set_value(text, *, bad=False)`, `set_suffix`,
    `set_finding(tone | None, what)`, `edit`, `commit`; signal `edited(str)`.
fields: `FormField(look, name, help_text="")` (`edit`, `text`, `set_error`, `error`),
    `SearchField(look, hint)` (`edit`, `text`; signals `changed(str)`, `entered`).
bars: `ThinProgress(look, anchor)` (`start(total=0)`, `setValue`, `finish`),
    `MessageBar(look)` (`show_message(tone, text, act="")`, `clear`; signal `acted`).
cards: `Card(look, title="", *, press=False)` (`body`; signal `pressed`),
    `DropArea(look, title, text)` (`buttons`, `setActive`, `set_tall`, `set_words`),
    `EmptyState(look, icon, text, act="", *, rank=Rank.PLAIN)` (signal `acted`).
error_dialog: `ErrorDialog.show_error(look, parent, Trouble(...))` gives the number of
    the button pressed, or DISMISSED.
painting: `begin(widget)`, `frame(painter, rect, ...)`, `icon(painter, look, ...)`.
"""
